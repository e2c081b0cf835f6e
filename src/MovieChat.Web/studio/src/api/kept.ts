/** What the writer types and has not sent is kept in this browser, over a lost connection, a closed tab and a restart. */
const prefix = 'movie-chat:kept:';

/** Longer than this nobody comes back to half a sentence. */
const life = 60 * 24 * 3_600_000;

interface Kept {
  text: string;
  at: number;
}

export function kept(name: string): string | null {
  try {
    const found = localStorage.getItem(prefix + name);
    return found ? (JSON.parse(found) as Kept).text : null;
  } catch {
    return null;
  }
}

/** @param text Null or empty to keep nothing. */
export function keep(name: string, text: string | null): void {
  try {
    if (text) localStorage.setItem(prefix + name, JSON.stringify({ text, at: Date.now() } satisfies Kept));
    else localStorage.removeItem(prefix + name);
  } catch {
    // The browser keeps nothing, or is full: what is typed stays on the page.
  }
}

/** Forgets what is too old. */
export function tidy(): void {
  try {
    for (const name of Object.keys(localStorage).filter((each) => each.startsWith(prefix))) {
      if ((JSON.parse(localStorage.getItem(name)!) as Kept).at < Date.now() - life) localStorage.removeItem(name);
    }
  } catch {
    // As above.
  }
}

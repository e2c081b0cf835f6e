/** What the writer types and has not sent is kept in this browser, over a lost connection, a closed tab and a restart, until they sign out: for each writer apart,
 * so that nobody is shown another's words. */
const start = 'movie-chat:kept:';

/** Longer than this nobody comes back to half a sentence. */
const life = 60 * 24 * 3_600_000;

interface Kept {
  text: string;
  at: number;
  /** Missing for the writer's own words. */
  isAside?: true;
}

/** Undefined while nobody writes: then nothing is kept, and nothing is found. */
let prefix: string | undefined;

/** @param writer Who writes from here on; undefined for nobody. */
export function keepFor(writer: string | undefined): void {
  prefix = writer === undefined ? undefined : `${start}${encodeURIComponent(writer)}:`;
}

export function kept(name: string): string | null {
  try {
    return (prefix !== undefined && read(prefix + name)?.text) || null;
  } catch {
    return null;
  }
}

/** @param text Null or empty to keep nothing.
 * @param isAside Whether it is something beside the writer's words, such as which chat is open. */
export function keep(name: string, text: string | null, isAside = false): void {
  if (prefix === undefined) return;
  try {
    if (text) localStorage.setItem(prefix + name, JSON.stringify({ text, at: Date.now(), ...isAside && { isAside } } satisfies Kept));
    else localStorage.removeItem(prefix + name);
  } catch {
    // The browser keeps nothing, or is full: what is typed stays on the page.
  }
}

/** The names of the writer's words that are not sent. */
export function unsent(): string[] {
  try {
    return ours().filter((name) => !read(name)?.isAside).map((name) => name.slice(prefix!.length));
  } catch {
    return [];
  }
}

/** Takes everything that is kept for the writer out of the browser, and keeps nothing more. */
export function forgetAll(): void {
  try {
    for (const name of ours()) localStorage.removeItem(name);
  } catch {
    // As above.
  }

  prefix = undefined;
}

/** Forgets what is too old. */
export function tidy(): void {
  try {
    for (const name of Object.keys(localStorage).filter((each) => each.startsWith(start))) {
      if (read(name)!.at < Date.now() - life) localStorage.removeItem(name);
    }
  } catch {
    // As above.
  }
}

const ours = () => Object.keys(localStorage).filter((name) => prefix !== undefined && name.startsWith(prefix));

const read = (name: string) => JSON.parse(localStorage.getItem(name) ?? 'null') as Kept | null;

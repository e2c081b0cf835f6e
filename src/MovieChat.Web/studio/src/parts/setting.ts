/** What the writer set for this browser; null when nothing, or when the browser keeps nothing. */
export function setting(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** @param value Null for what holds where nothing is set. */
export function set(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // The browser keeps nothing: it holds for this page.
  }
}

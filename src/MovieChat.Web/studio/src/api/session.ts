import { call, get, ProblemError, remove } from './client.js';
import type { SessionItem } from './schema.js';
import { pause } from './stream.js';

/** Who writes here: from the key in the link that was opened, or from an earlier session. Null when nobody has shown a key. */
export async function resume(): Promise<SessionItem | null> {
  const key = takeKey();
  for (let attempt = 0; ; attempt++) {
    try {
      return key ? await begin(key) : await get<SessionItem>('/api/session');
    } catch (failure) {
      if (!isPassing(failure)) return null;
      // The key stands nowhere else by now: a service that is being started is waited for.
      await pause(attempt);
    }
  }
}

const isPassing = (failure: unknown): boolean => failure instanceof ProblemError && (failure.problem.status === 0 || failure.problem.status >= 500);

/** Begins a session with a key. The key is not kept here. */
export const begin = (key: string) => call<SessionItem>('POST', '/api/session', { authorization: `Bearer ${key}` });

export const end = () => remove('/api/session');

/** The key stays neither in the address nor in the history. */
function takeKey(): string | null {
  const key = new URLSearchParams(location.hash.slice(1)).get('key');
  if (key !== null) history.replaceState(null, '', location.pathname + location.search);
  return key;
}

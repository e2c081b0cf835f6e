import type { Problem } from './schema.js';

/** What a write by the session's cookie must carry: no other site's page can send it. */
export const writeHeader = { 'X-Movie-Chat': 'studio' };

/** A request that was refused, or never arrived. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }

  /** The last part of the problem's type, such as `stale-decision`. */
  get kind(): string {
    return this.problem.type.split('/').pop() ?? '';
  }
}

/** Whether a write was answered with a no. One whose answer was lost may have been taken: only that is sent again under its key. */
export const wasRefused = (failure: unknown): boolean => !(failure instanceof ProblemError) || failure.problem.status !== 0;

/** Told when the session opens nothing any more. */
export const signedOut = new EventTarget();

export const get = <T>(path: string, signal?: AbortSignal) => call<T>('GET', path, { signal });
export const post = <T>(path: string, body?: unknown, key?: string) => call<T>('POST', path, { body, key });
export const put = <T>(path: string, body: unknown) => call<T>('PUT', path, { body });
export const patch = <T>(path: string, body: unknown) => call<T>('PATCH', path, { body });
export const remove = (path: string) => call<void>('DELETE', path, {});

/** Deletes what may be gone already. */
export const discard = (path: string) => remove(path).catch((failure: unknown) => {
  if (!(failure instanceof ProblemError && failure.problem.status === 404)) throw failure;
});

/** An id for a write, so that a repetition of it counts once. */
export const newKey = (): string => crypto.randomUUID();

/** Every item of a list, page by page. */
export async function list<T>(path: string, signal?: AbortSignal): Promise<T[]> {
  const found: T[] = [];
  const join = path.includes('?') ? '&' : '?';
  for (let after: string | number | null | undefined; ;) {
    const page = await get<{ items: T[]; next?: string | number | null }>(`${path}${join}limit=200${after == null ? '' : `&after=${encodeURIComponent(after)}`}`, signal);
    found.push(...page.items);
    if (page.next == null) return found;
    after = page.next;
  }
}

interface CallOptions {
  body?: unknown;
  /** The media type of a body that is sent as it is. */
  type?: string;
  /** The idempotency key; a new one when it is left out. */
  key?: string;
  authorization?: string;
  signal?: AbortSignal;
}

/** Calls the service. A write that does not arrive is sent again under the same key. */
export async function call<T>(method: string, path: string, { body, type, key, authorization, signal }: CallOptions): Promise<T> {
  const headers: Record<string, string> = {};
  if (method !== 'GET') Object.assign(headers, writeHeader, { 'Idempotency-Key': key ?? newKey() });
  if (body !== undefined) headers['Content-Type'] = type ?? 'application/json';
  if (authorization) headers['Authorization'] = authorization;
  const sent = body === undefined ? undefined : type ? (body as BodyInit) : JSON.stringify(body);
  const response = await reach(path, { method, headers, body: sent, signal });
  if (response.ok) return (response.status === 204 ? undefined : await response.json()) as T;
  throw await problemOf(response);
}

/** The problem that a response tells of. */
export async function problemOf(response: Response): Promise<ProblemError> {
  if (response.status === 401) signedOut.dispatchEvent(new Event('signed-out'));
  const problem = await response.json().catch(() => undefined) as Problem | undefined;
  return new ProblemError(problem ?? { type: '/problems/unknown', title: 'Something went wrong', status: response.status, detail: `The service answered ${response.status}. Try again.` });
}

const patience = [300, 1_000, 3_000];

async function reach(path: string, request: RequestInit): Promise<Response> {
  for (const wait of [...patience, undefined]) {
    try {
      const response = await fetch(path, request);
      // Something in between answers for a service that is being restarted.
      if (wait === undefined || ![502, 503, 504].includes(response.status)) return response;
    } catch (failure) {
      if (request.signal?.aborted) throw failure;
      if (wait === undefined) throw offline();
    }

    await new Promise((resolve) => setTimeout(resolve, wait));
  }

  throw offline();
}

const offline = () => new ProblemError({ type: '/problems/offline', title: 'The service can not be reached', status: 0, detail: 'The service can not be reached. Nothing that you wrote is lost: try again in a moment.' });

import { EventSourceParserStream, type EventSourceMessage } from 'eventsource-parser/stream';
import { problemOf, writeHeader, newKey } from './client.js';

/** The service says something every five seconds at least: after this long without a word, in milliseconds, the connection is dead, even if nobody has told so. */
const longestSilence = 20_000;

/** How long after a lost connection the next attempt is made, in milliseconds. */
const pauses = [500, 1_000, 2_000, 5_000];

/** Waits before an attempt at a connection that was lost.
 * @param attempt How many came before it in vain. */
export const pause = (attempt: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, pauses[Math.min(attempt, pauses.length - 1)]));

/** The events of one response. Ends when the connection does, or when nothing comes any more. */
export async function* events(response: Response): AsyncGenerator<EventSourceMessage> {
  let heard = performance.now();
  const listen = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform: (bytes, next) => {
      heard = performance.now();
      next.enqueue(bytes);
    },
  });
  const reader = response.body!.pipeThrough(listen).pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream()).getReader();
  const watch = setInterval(() => {
    if (performance.now() - heard > longestSilence) void reader.cancel().catch(() => undefined);
  }, 5_000);
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    clearInterval(watch);
    await reader.cancel().catch(() => undefined);
  }
}

/** Opens a stream of events, or throws the problem that it is answered with. */
export async function open(path: string, options: { post?: unknown; key?: string; lastEventId?: string; signal: AbortSignal }): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'text/event-stream' };
  if (options.lastEventId) headers['Last-Event-ID'] = options.lastEventId;
  if (options.post !== undefined) Object.assign(headers, writeHeader, { 'Content-Type': 'application/json', 'Idempotency-Key': options.key ?? newKey() });
  const response = await fetch(path, { method: options.post === undefined ? 'GET' : 'POST', headers, body: options.post === undefined ? undefined : JSON.stringify(options.post), signal: options.signal });
  if (!response.ok) throw await problemOf(response);
  return response;
}

import { newKey, wasRefused } from './client.js';

/** The idempotency key of a write that may have to be sent again: the same for the same words, until they were taken or refused. */
export class Repeat {
  private last?: { of: string; key: string };

  /** @param what All that tells this write from others. */
  keyOf(...what: unknown[]): string {
    const of = JSON.stringify(what);
    if (this.last?.of !== of) this.last = { of, key: newKey() };
    return this.last.key;
  }

  /** It was taken: the same words once more are another write. */
  taken(): void {
    this.last = undefined;
  }

  /** It came to nothing. One whose answer was lost may have been taken, and keeps its key. */
  failed(failure: unknown): void {
    if (wasRefused(failure)) this.last = undefined;
  }
}

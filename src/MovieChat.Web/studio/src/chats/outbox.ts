import { keep, kept } from '../api/kept.js';

/** A message that the writer has sent, and the service has not confirmed. */
export interface Outgoing {
  /** The idempotency key: however often it is sent, it counts once. */
  key: string;
  text: string;
  /** Why the service did not take it; missing while it is on its way. */
  refusal?: string;
}

/** What is on its way to the service, kept in this browser until it has arrived. Other tabs add to the same. */
export class Outbox {
  list: Outgoing[];

  constructor(private readonly name: string) {
    this.list = this.read();
  }

  /** The next that is to be sent. */
  get next(): Outgoing | undefined {
    return this.list.find((each) => !each.refusal);
  }

  put(message: Outgoing): void {
    this.list = this.with(this.list, message);
    this.write(this.with(this.read(), message));
  }

  take(key: string): void {
    this.list = this.list.filter((each) => each.key !== key);
    this.write(this.read().filter((each) => each.key !== key));
  }

  clear(): void {
    this.list = [];
    this.write([]);
  }

  private with(list: Outgoing[], message: Outgoing): Outgoing[] {
    return list.some((each) => each.key === message.key) ? list.map((each) => each.key === message.key ? message : each) : [...list, message];
  }

  private read(): Outgoing[] {
    try {
      return JSON.parse(kept(this.name) ?? '[]') as Outgoing[];
    } catch {
      return [];
    }
  }

  private write(list: Outgoing[]): void {
    keep(this.name, list.length ? JSON.stringify(list) : null);
  }
}

import { get, list } from '../api/client.js';
import type { MessageItem } from '../api/schema.js';

/** The first page is small, so that one can read soon. */
const firstPage = 40;
const laterPage = 200;

/** The messages of a chat as far as they were loaded: from the newest back. */
export class Pages {
  /** In the order in which they were said. */
  messages: MessageItem[] = [];
  /** How many there are before these. Nearly right: the service counts them at another moment. */
  missing = 0;
  isLoaded = false;

  /** Up to here all were listed; what a stream told of may stand after a gap. */
  private listedTo = 0;
  private readonly ended = new Set<string>();
  private loading?: Promise<void>;

  /** @param path Of the chat's messages. */
  constructor(private readonly path: string) {}

  /** @param count How many messages the chat has. */
  async loadNewest(count: number): Promise<void> {
    const found = await this.before(Number.MAX_SAFE_INTEGER, firstPage);
    this.add(found);
    this.listedTo = found.at(-1)?.sequence ?? 0;
    this.missing = found.length < firstPage ? 0 : Math.max(1, count - found.length);
    this.isLoaded = true;
  }

  /** Loads back until fewer than so many are missing; all that is asked for meanwhile is one loading. */
  async loadTo(missing: number, changed: () => void): Promise<void> {
    if (this.missing <= missing) return;
    await (this.loading ??= this.loadOlder(changed).finally(() => { this.loading = undefined; }));
    await this.loadTo(missing, changed);
  }

  async loadNewer(): Promise<void> {
    const found = await list<MessageItem>(`${this.path}?after=${this.listedTo}`);
    this.add(found);
    this.listedTo = Math.max(this.listedTo, found.at(-1)?.sequence ?? 0);
  }

  add(found: MessageItem[]): void {
    const known = new Set(this.messages.map((message) => message.sequence));
    const fresh = found.filter((message) => !known.has(message.sequence));
    if (!fresh.length) return;
    this.messages = [...this.messages, ...fresh].sort((one, other) => one.sequence - other.sequence);
    for (const message of fresh) if (message.end) this.ended.add(message.turn);
  }

  /** Whether the answer of a turn is here. */
  isEnded(turn: string): boolean {
    return this.ended.has(turn);
  }

  /** What the writer said in a turn. */
  asked(turn: string): MessageItem | undefined {
    return this.messages.find((message) => message.turn === turn && message.by === 'writer');
  }

  private async loadOlder(changed: () => void): Promise<void> {
    const found = await this.before(this.messages[0]?.sequence ?? 1, laterPage);
    this.add(found);
    // A page that is not full is the first of the chat.
    this.missing = found.length < laterPage ? 0 : Math.max(1, this.missing - found.length);
    changed();
  }

  private async before(sequence: number, limit: number): Promise<MessageItem[]> {
    return (await get<{ items: MessageItem[] }>(`${this.path}?before=${sequence}&limit=${limit}`)).items;
  }
}

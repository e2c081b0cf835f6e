import { discard, list, newKey, post, ProblemError } from '../api/client.js';
import type { ChatChange, ChatItem, ChatRequest, ChatView } from '../api/schema.js';
import { Store } from '../api/store.js';
import type { Film } from '../film/film.js';
import { Chat } from './chat.js';

const lists = new WeakMap<Film, ChatList>();

/** The chats of a film. They are the same for all that show them, and stay while nothing does. */
export class ChatList extends Store {
  /** In the order in which they were begun; undefined while nobody knows. */
  items?: ChatItem[];
  problem?: ProblemError;

  private readonly chats = new Map<string, Chat>();
  /** How each chat stood when it was looked at last. */
  private readonly seen = new Map<string, string>();
  private changes = 0;
  private refreshing?: Promise<void>;

  private constructor(private readonly film: Film) {
    super();
  }

  static of(film: Film): ChatList {
    let found = lists.get(film);
    if (!found) lists.set(film, found = new ChatList(film));
    return found;
  }

  private get path(): string {
    return `${this.film.path}/chats`;
  }

  /** The chat that something was said in last. */
  get latest(): ChatItem | undefined {
    return this.items?.reduce((one, other) => other.changedAt > one.changedAt ? other : one, this.items[0]!);
  }

  item(id: string | undefined): ChatItem | undefined {
    return this.items?.find((each) => each.id === id);
  }

  chat(id: string): Chat {
    let found = this.chats.get(id);
    if (!found) {
      this.chats.set(id, found = new Chat(id, `${this.path}/${id}`, `${this.film.id}:chat:${id}:sent`));
    }

    return found;
  }

  /** Whether something was said in a chat since it was looked at. */
  isNews(item: ChatItem): boolean {
    return this.seen.get(item.id) !== undefined && this.seen.get(item.id) !== standing(item);
  }

  look(id: string): void {
    const item = this.item(id);
    if (item) this.seen.set(id, standing(item));
  }

  /** Asks for the list, and has a chat that changed and is looked at ask for what is new.
   * @param shown The chat that is looked at. */
  refresh(shown?: string): Promise<void> {
    return (this.refreshing ??= this.load(shown).finally(() => { this.refreshing = undefined; }));
  }

  /** @param key The same for the same wish, so that it is begun once. */
  async begin(request: ChatRequest, key = newKey()): Promise<ChatItem> {
    return this.add(await post<ChatView>(this.path, request, key));
  }

  /** Goes on from a message in another chat. */
  async branch(id: string, message: number): Promise<ChatItem> {
    return this.add(await post<ChatView>(`${this.path}/${id}/branch`, { message }));
  }

  async change(id: string, change: ChatChange): Promise<void> {
    this.add(await this.chat(id).change(change));
  }

  async remove(id: string): Promise<void> {
    await discard(`${this.path}/${id}`);
    this.forget(id);
    this.take(this.items?.filter((each) => each.id !== id));
  }

  private add(view: ChatView): ChatItem {
    const { id, title, focus, messages, startedAt, changedAt } = view;
    const item = { id, title, focus, messages, startedAt, changedAt };
    this.take([...(this.items ?? []).filter((each) => each.id !== id), item]);
    return item;
  }

  private take(items: ChatItem[] | undefined): void {
    this.changes++;
    this.items = items && inOrder(items);
    this.changed();
  }

  private async load(shown?: string): Promise<void> {
    try {
      const changes = this.changes;
      const found = inOrder(await list<ChatItem>(this.path));
      // What was begun or deleted here meanwhile may be missing in it.
      if (changes !== this.changes) return;
      const before = this.item(shown);
      const now = found.find((each) => each.id === shown);
      for (const item of found) if (!this.items) this.seen.set(item.id, standing(item));
      for (const item of this.items ?? []) if (!found.some((each) => each.id === item.id)) this.forget(item.id);
      if (JSON.stringify(this.items) !== JSON.stringify(found)) this.take(found);
      this.problem = undefined;
      if (shown && now && (!before || standing(before) !== standing(now) || !this.chat(shown).pages.isLoaded)) await this.chat(shown).refresh();
    } catch (failure) {
      if (!(failure instanceof ProblemError)) throw failure;
      this.problem = failure;
      this.changed();
    }
  }

  private forget(id: string): void {
    const chat = this.chats.get(id);
    chat?.rest();
    chat?.forget();
    this.chats.delete(id);
    this.seen.delete(id);
  }
}

const inOrder = (items: ChatItem[]) => items.toSorted((one, other) => one.startedAt.localeCompare(other.startedAt));

const standing = ({ changedAt, messages, title, focus }: ChatItem) => JSON.stringify([changedAt, messages, title, focus]);

/** What a chat is called. */
export const titleOf = (item: { title: string } | undefined) => item?.title || 'New chat';

/** A chat's transcript in Markdown. */
export const transcriptAddress = (film: Film, id: string) => `${film.path}/chats/${id}/transcript.md`;

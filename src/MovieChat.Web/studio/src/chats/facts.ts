import { discard, list, post, put } from '../api/client.js';
import type { FactItem, FactRequest, JournalItem } from '../api/schema.js';
import { Store } from '../api/store.js';
import type { Film } from '../film/film.js';

const all = new WeakMap<Film, Facts>();

/** What the writer stated about a film, here or in a chat. */
export class Facts extends Store {
  /** Oldest first; undefined while nobody knows. */
  items?: FactItem[];

  private constructor(private readonly film: Film) {
    super();
    film.addEventListener('entry', (event) => {
      if ((event as CustomEvent<JournalItem>).detail.fact) void this.refresh().catch(() => undefined);
    });
    void this.refresh().catch(() => undefined);
  }

  static of(film: Film): Facts {
    let found = all.get(film);
    if (!found) all.set(film, found = new Facts(film));
    return found;
  }

  private get path(): string {
    return `${this.film.path}/facts`;
  }

  item(id: string): FactItem | undefined {
    return this.items?.find((each) => each.id === id);
  }

  async refresh(): Promise<void> {
    this.items = await list<FactItem>(this.path);
    this.changed();
  }

  async state(fact: FactRequest, key: string): Promise<void> {
    await post(this.path, fact, key);
    await this.refresh();
  }

  async change(id: string, fact: FactRequest): Promise<void> {
    await put(`${this.path}/${id}`, fact);
    await this.refresh();
  }

  /** Takes a fact back. What was written keeps as it is. */
  async drop(id: string): Promise<void> {
    await discard(`${this.path}/${id}`);
    await this.refresh();
  }
}

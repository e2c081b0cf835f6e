import { discard, list, post, ProblemError, put } from '../api/client.js';
import type { ProjectItem, ProjectSnapshot } from '../api/schema.js';
import { Store } from '../api/store.js';

/** How often the list is asked for while it is looked at, in milliseconds; a long list, which takes several requests, less often. */
const pause = 10_000;
const films = 200;

/** The writer's films, kept up to date while the page is looked at. The service's list follows a film within moments, so what was renamed, copied or deleted here is
 * known before the list knows it. */
export class FilmList extends Store {
  /** In the order of the service; undefined until it has come. */
  items?: ProjectItem[];
  /** Why the list is not as new as it might be. */
  problem?: ProblemError;

  private readonly leave = new AbortController();
  private readonly copies = new Map<string, ProjectItem>();
  /** By id, until the list is as new. */
  private readonly renamed = new Map<string, ProjectSnapshot>();
  private readonly gone = new Set<string>();
  private timer?: number;
  private asking?: Promise<void>;

  constructor() {
    super();
    document.addEventListener('visibilitychange', this.look, { signal: this.leave.signal });
    void this.refresh();
  }

  close(): void {
    this.leave.abort();
    clearTimeout(this.timer);
  }

  refresh(): Promise<void> {
    return (this.asking ??= this.ask().finally(() => { this.asking = undefined; }));
  }

  async rename(film: ProjectItem, title: string): Promise<void> {
    this.renamed.set(film.id, await put<ProjectSnapshot>(`/api/projects/${film.id}/title-page`, { title }));
    this.take(this.items ?? []);
  }

  /** A copy that goes its own way from here. */
  async copy(film: ProjectItem, title: string, key: string): Promise<ProjectItem> {
    const { id, title: given, status, awaiting, startedAt, changedAt } = await post<ProjectSnapshot>(`/api/projects/${film.id}/fork`, { title }, key);
    const copy = { id, title: given, status, awaiting: awaiting.length, startedAt, changedAt };
    this.copies.set(id, copy);
    this.take(this.items ?? []);
    return copy;
  }

  async delete(film: ProjectItem): Promise<void> {
    await discard(`/api/projects/${film.id}`);
    this.gone.add(film.id);
    this.take(this.items ?? []);
  }

  private async ask(): Promise<void> {
    clearTimeout(this.timer);
    try {
      const items = await list<ProjectItem>('/api/projects', this.leave.signal);
      this.problem = undefined;
      this.take(items);
    } catch (failure) {
      if (this.leave.signal.aborted) return;
      if (failure instanceof ProblemError) this.problem = failure;
      this.changed();
    }

    if (!this.leave.signal.aborted) this.timer = setTimeout(this.look, pause * Math.ceil((this.items?.length ?? 1) / films));
  }

  private take(items: ProjectItem[]): void {
    for (const item of items) {
      this.copies.delete(item.id);
      if (Date.parse(item.changedAt) >= Date.parse(this.renamed.get(item.id)?.changedAt ?? '')) this.renamed.delete(item.id);
    }

    this.items = [...items, ...this.copies.values()].filter((item) => !this.gone.has(item.id)).map((item) => ({ ...item, title: this.renamed.get(item.id)?.title ?? item.title }));
    this.changed();
  }

  private readonly look = () => {
    if (document.visibilityState === 'visible') void this.refresh();
  };
}

/** What awaits the writer first, then what changed last. */
export const byUrgency = (one: ProjectItem, other: ProjectItem) =>
  Number(other.awaiting > 0) - Number(one.awaiting > 0) || Date.parse(other.changedAt) - Date.parse(one.changedAt) || (one.id < other.id ? -1 : 1);

/** A text as it is searched: without capitals and accents. */
export const folded = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

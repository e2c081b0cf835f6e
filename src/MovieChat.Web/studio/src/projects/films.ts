import { virtualize, virtualizerRef, type VirtualizerHostElement } from '@lit-labs/virtualizer/virtualize.js';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ProjectItem, ProjectStatus } from '../api/schema.js';
import { Watch } from '../api/store.js';
import { countOf, projectStatusWords } from '../film/documents.js';
import { Keys } from '../parts/keys.js';
import { sheet } from '../parts/sheet.js';
import { addressOf, go } from '../router.js';
import type { FilmDialogsElement } from '../parts/film-dialogs.js';
import '../parts/film-dialogs.js';
import { filmLine, filmLineStyles } from './film-line.js';
import { byUrgency, FilmList, folded } from './film-list.js';
import { welcome, welcomeStyles } from './welcome.js';

/** With fewer films one looks and needs no search. */
const manyFilms = 6;
/** From here on only the lines in sight are elements. */
const veryManyFilms = 100;

type Filter = ProjectStatus | 'all';

/** The writer's films: what awaits them first. */
@customElement('mc-films')
export class FilmsElement extends LitElement {
  static override styles = [sheet, filmLineStyles, welcomeStyles, css`
    :host { padding: 1.25rem clamp(1rem, 3vw, 2.5rem) 4rem; max-width: 64rem; margin: 0 auto; }
    header { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; justify-content: space-between; margin-bottom: 1rem; }
    header h1 { font: 600 1.625rem/1.2 var(--serif); }
    .find { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: center; margin-bottom: 0.75rem; }
    .find .search { flex: 1 1 14rem; max-width: 24rem; }
    .find .row button { min-height: 1.875rem; padding: 0 0.75rem; font-size: 0.875rem; }
    .films { border-top: 1px solid var(--line); position: relative; }
    .new { white-space: nowrap; background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
    .new:hover { background: var(--accent-strong); }
  `];

  @state() private searched = '';
  @state() private filter: Filter = 'all';
  @query('mc-film-dialogs') private dialogs!: FilmDialogsElement;
  @query('input[type=search]') private search?: HTMLInputElement;
  private films!: FilmList;
  /** The order in which the films are shown, by id. */
  private order: string[] = [];
  /** The film that the keys move from. */
  private current?: string;
  private afterDeleted?: string;

  constructor() {
    super();
    new Watch(this, () => this.films);
    new Keys(this, 'Your films', () => [
      { keys: 'n', says: 'A new film', does: () => go({ view: 'new', way: 'brief' }) },
      { keys: '/', says: 'Search your films', does: () => this.search?.focus() },
      { keys: 'j', says: 'Next film; Enter opens it', does: () => void this.step(1) },
      { keys: 'k', says: 'Film before', does: () => void this.step(-1) },
      { keys: 'r', says: 'Rename the film that is chosen', does: () => this.withCurrent((film) => this.dialogs.rename(film)) },
      { keys: 'c', says: 'Copy the film that is chosen', does: () => this.withCurrent((film) => this.dialogs.copy(film)) },
      { keys: 'Delete', says: 'Delete the film that is chosen', does: () => this.withCurrent((film) => this.dialogs.delete(film)) },
    ]);
  }

  override connectedCallback(): void {
    this.films = new FilmList();
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.films.close();
  }

  protected override willUpdate(): void {
    const sorted = (this.films.items ?? []).toSorted(byUrgency).map((film) => film.id);
    // Lines do not change places under the writer's hand.
    this.order = this.isInUse ? inPlace(this.order, sorted) : sorted;
  }

  private get isInUse(): boolean {
    return this.hasUpdated && !!this.renderRoot.querySelector('.films:hover, .films:focus-within');
  }

  private get found(): ProjectItem[] {
    const words = folded(this.searched).split(/\s+/).filter(Boolean);
    const places = new Map(this.order.map((id, place) => [id, place]));
    return (this.films.items ?? [])
      .filter((film) => (this.filter === 'all' || this.filter === film.status) && words.every((word) => folded(film.title).includes(word)))
      .sort((one, other) => places.get(one.id)! - places.get(other.id)!);
  }

  protected override render(): TemplateResult {
    const { items, problem } = this.films;
    const trouble = problem ? html`<div class="notice bad" role="alert"><p>${problem.problem.detail}</p><p class="row"><button @click=${() => this.films.refresh()}>Try again</button></p></div>` : nothing;
    if (!items) return html`${trouble}<p class="soft" role="status">${problem ? '' : 'Looking for your films…'}</p>`;
    if (!items.length) return html`${trouble}${welcome()}`;
    const awaiting = items.reduce((sum, film) => sum + film.awaiting, 0);
    const found = this.found;
    return html`
      <header>
        <div><h1>Your films</h1><p class="soft small">${countOf(items.length, 'film')}${awaiting ? `; ${countOf(awaiting, 'document')} ${awaiting === 1 ? 'awaits' : 'await'} you` : ''}</p></div>
        <a class="button new" href=${addressOf({ view: 'new', way: 'brief' })} aria-keyshortcuts="n">A new film</a>
      </header>
      ${trouble}
      ${items.length >= manyFilms || this.searched || this.filter !== 'all' ? this.finding(items, found.length) : nothing}
      ${found.length ? this.list(found) : html`<p class="soft">No film is found so. <button class="link" @click=${this.showAll}>Show all</button></p>`}
      <mc-film-dialogs .films=${this.films} @copied=${(event: CustomEvent<ProjectItem>) => this.toCopy(event.detail)}
        @deleting=${(event: CustomEvent<ProjectItem>) => { this.afterDeleted = this.neighbour(event.detail.id); }} @deleted=${() => this.focusFilm(this.afterDeleted)}></mc-film-dialogs>`;
  }

  private finding(items: ProjectItem[], found: number): TemplateResult {
    const counts = Map.groupBy(items, (film) => film.status);
    const choice = (filter: Filter, words: string, count: number) => html`<button aria-pressed=${this.filter === filter} @click=${() => { this.filter = filter; }}>${words} <span class="soft">${count}</span></button>`;
    return html`<div class="find" role="search">
      <div class="search"><label class="hidden-label" for="search">Search your films by title</label>
        <input id="search" type="search" placeholder="Search by title" autocomplete="off" aria-keyshortcuts="/" .value=${this.searched} @input=${(event: Event) => { this.searched = (event.target as HTMLInputElement).value; }} @keydown=${this.searchKey}></div>
      <div class="row" role="group" aria-label="Which films">${choice('all', 'all', items.length)}${(Object.keys(projectStatusWords) as ProjectStatus[]).filter((status) => counts.has(status) || status === this.filter)
        .map((status) => choice(status, projectStatusWords[status], counts.get(status)?.length ?? 0))}</div>
      <p class="hidden-label" role="status">${found === items.length ? '' : countOf(found, 'film') + ' found'}</p>
    </div>`;
  }

  private list(found: ProjectItem[]): TemplateResult {
    const line = (film: ProjectItem) => filmLine(film, { rename: () => this.dialogs.rename(film), copy: () => this.dialogs.copy(film), delete: () => this.dialogs.delete(film) });
    const follow = (event: FocusEvent) => { this.current = event.composedPath().map((node) => (node as HTMLElement).dataset?.['line']).find(Boolean) ?? this.current; };
    if (found.length <= veryManyFilms) return html`<ul class="plain films" @focusin=${follow}>${repeat(found, (film) => film.id, (film) => html`<li class="film" data-line=${film.id}>${line(film)}</li>`)}</ul>`;

    const places = new Map(found.map((film, place) => [film.id, place + 1]));
    return html`<div class="films virtual" role="list" @focusin=${follow}>${virtualize({
      items: found,
      keyFunction: (film: ProjectItem) => film.id,
      renderItem: (film: ProjectItem) => html`<div class="film" role="listitem" aria-setsize=${found.length} aria-posinset=${places.get(film.id)!} data-line=${film.id}>${line(film)}</div>`,
    })}</div>`;
  }

  private searchKey(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      void this.focusFilm(this.found[0]?.id);
    } else if (event.key === 'Escape' && this.searched) {
      event.preventDefault();
      this.searched = '';
    }
  }

  private showAll(): void {
    [this.searched, this.filter] = ['', 'all'];
  }

  private step(by: number): Promise<void> {
    const found = this.found;
    const at = found.findIndex((film) => film.id === this.current);
    return this.focusFilm(found[at < 0 ? (by > 0 ? 0 : found.length - 1) : Math.min(found.length - 1, Math.max(0, at + by))]?.id);
  }

  private neighbour(id: string): string | undefined {
    const found = this.found;
    const at = found.findIndex((film) => film.id === id);
    return (found[at + 1] ?? found[at - 1])?.id;
  }

  private withCurrent(does: (film: ProjectItem) => Promise<void>): void {
    const film = this.found.find((each) => each.id === this.current);
    if (film) void does(film);
  }

  private async toCopy(copy: ProjectItem): Promise<void> {
    if (!this.found.some((film) => film.id === copy.id)) this.showAll();
    await this.focusFilm(copy.id);
  }

  /** Brings a film into sight and the focus to it. */
  private async focusFilm(id: string | undefined): Promise<void> {
    this.current = id;
    await this.updateComplete;
    const link = () => id ? this.renderRoot.querySelector<HTMLElement>(`[data-film="${CSS.escape(id)}"]`) : null;
    if (id && !link()) await this.layOut(id);
    // Another key may have been pressed meanwhile. After the last film is gone there is the way to a new one.
    if (this.current === id) (link() ?? this.renderRoot.querySelector<HTMLElement>('.new, .ways a'))?.focus();
  }

  /** Has the virtual list make the line of a film that is out of sight. */
  private async layOut(id: string): Promise<void> {
    const virtualizer = this.renderRoot.querySelector<VirtualizerHostElement>('.virtual')?.[virtualizerRef];
    const place = this.found.findIndex((film) => film.id === id);
    if (!virtualizer || place < 0) return;
    virtualizer.element(place)?.scrollIntoView({ block: 'center' });
    await virtualizer.layoutComplete;
  }
}

/** Those of an earlier order where they were, and what is new before them. */
function inPlace(earlier: string[], now: string[]): string[] {
  const [are, were] = [new Set(now), new Set(earlier)];
  return [...now.filter((id) => !were.has(id)), ...earlier.filter((id) => are.has(id))];
}

declare global {
  interface HTMLElementTagNameMap {
    'mc-films': FilmsElement;
  }
}

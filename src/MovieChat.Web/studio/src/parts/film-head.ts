import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Watch } from '../api/store.js';
import type { Film } from '../film/film.js';
import { addressOf, go } from '../router.js';
import { pageKeys, pageLinks, pages, type Page } from './film-pages.js';
import { Keys } from './keys.js';
import { sheet } from './sheet.js';

/** The line above a film's other pages: its title, which leads back to the desk, and where else one can go; with the keys for it. */
@customElement('mc-film-head')
export class FilmHeadElement extends LitElement {
  static override styles = [sheet, css`
    :host { border-bottom: 1px solid var(--line); }
    .bar { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 1rem; padding: 0.375rem 1rem; min-height: 3.125rem; }
    h1 { font: 600 1.125rem/1.2 var(--serif); min-width: 0; margin-right: auto; }
    h1 a { color: inherit; text-decoration: none; }
    h1 a:hover { text-decoration: underline; }
    h1 span { color: var(--soft); font-weight: 400; }
    nav { display: flex; flex-wrap: wrap; gap: 0.125rem; margin-left: -0.875rem; }
    nav a[aria-current='page'] { background: var(--shade); box-shadow: inset 0 -2px var(--accent); }
    .lost { color: var(--danger); }
  `];

  @property({ attribute: false }) film!: Film;
  /** The page that is shown. */
  @property() here: Page = 'storyboard';

  constructor() {
    super();
    new Watch(this, () => this.film);
    new Keys(this, 'This film', () => [
      { keys: 'g d', says: 'Go to the desk', does: () => go({ view: 'desk', film: this.film.id }) },
      ...pageKeys(this.film.id),
    ]);
  }

  protected override updated(): void {
    if (this.film.snapshot) document.title = `${this.film.snapshot.title}: ${pages[this.here].toLowerCase()} – Movie Chat`;
  }

  protected override render(): TemplateResult {
    const { snapshot, id: film } = this.film;
    return html`<div class="bar">
      <h1><a href=${addressOf({ view: 'desk', film })}>${snapshot?.title ?? 'The film'}</a> <span>${pages[this.here]}</span></h1>
      ${this.film.connection === 'lost' ? html`<span class="small lost" role="status">Connection lost: trying again.</span>` : nothing}
      <nav aria-label="This film"><a class="button quiet small" href=${addressOf({ view: 'desk', film })}>Desk</a>${pageLinks(film, this.here)}</nav>
    </div>`;
  }
}

/** What stands in place of a page whose film is not there, or not yet; undefined when it is. */
export function absence(film: Film | undefined): TemplateResult | undefined {
  if (film?.isDeleted || film?.problem) {
    return html`<div class="absent stack"><h1>${film.isDeleted ? 'This film was deleted' : 'There is no such film'}</h1>
      <p>${film.isDeleted ? 'It was deleted here or elsewhere.' : film.problem?.problem.detail}</p><p><a class="button" href="/">Your films</a></p></div>`;
  }

  return film?.snapshot ? undefined : html`<p class="absent soft" role="status">Opening the film…</p>`;
}

export const absentStyles = css`.absent { text-align: center; padding: 4rem 1rem; }`;

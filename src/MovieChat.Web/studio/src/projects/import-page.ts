import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Watch } from '../api/store.js';
import type { Film } from '../film/film.js';
import { absence, absentStyles } from '../parts/film-head.js';
import { sheet } from '../parts/sheet.js';
import { addressOf, go } from '../router.js';
import './import.js';
import type { ImportDecided } from './import.js';

/** Where a script of the writer's own becomes part of a film. */
@customElement('mc-import-page')
export class ImportPageElement extends LitElement {
  static override styles = [sheet, absentStyles, css`
    :host { padding: 1.25rem clamp(1rem, 3vw, 2.5rem) 4rem; max-width: 60rem; margin: 0 auto; }
    header { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; align-items: baseline; justify-content: space-between; margin-bottom: 1.25rem; }
    header h1 { font: 600 1.625rem/1.2 var(--serif); }
  `];

  @property({ attribute: false }) film?: Film;
  /** The id of the import whose difference is shown. */
  @property() open?: string;

  constructor() {
    super();
    new Watch(this, () => this.film);
  }

  protected override updated(): void {
    if (this.film?.snapshot) document.title = `A script for ${this.film.snapshot.title} – Movie Chat`;
  }

  protected override render(): TemplateResult {
    const film = this.film;
    const absent = absence(film);
    if (absent || !film?.snapshot) return absent ?? html``;
    const desk = { view: 'desk', film: film.id } as const;
    return html`<header><h1>A script for “${film.snapshot.title}”</h1><a href=${addressOf(desk)}>To the desk</a></header>
      <mc-import .film=${film} .open=${this.open} @decided=${(event: CustomEvent<ImportDecided>) => { if (!event.detail.others) go(desk); }}></mc-import>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mc-import-page': ImportPageElement;
  }
}

import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Watch } from '../api/store.js';
import type { Film } from '../film/film.js';
import { absence, absentStyles } from '../parts/film-head.js';
import '../parts/film-head.js';
import { Keys } from '../parts/keys.js';
import { sheet } from '../parts/sheet.js';
import './authorship.js';
import './copies.js';
import './downloads.js';
import './elsewhere.js';
import './journal.js';
import './title-page.js';

/** Everything to take home, and everything about the film as a whole: who wrote it, what happened, copies, and where it is told of elsewhere. */
@customElement('mc-package')
export class PackageElement extends LitElement {
  static override styles = [sheet, absentStyles, css`
    .page { max-width: 78rem; margin: 0 auto; padding: 1.25rem 1rem 4rem; display: grid; gap: 2.5rem; grid-template-columns: minmax(0, 1fr); }
    section { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); }
    h2 { font: 600 1.375rem/1.3 var(--serif); scroll-margin-top: 1rem; }
    .choice { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; }
  `];

  @property({ attribute: false }) film?: Film;
  @state() private withDrafts = false;

  constructor() {
    super();
    new Watch(this, () => this.film);
    new Keys(this, 'Package', () => [{ keys: 'd', says: 'With drafts, or only what is approved', does: () => { this.withDrafts = !this.withDrafts; } }]);
  }

  protected override render(): TemplateResult {
    const film = this.film;
    const absent = absence(film);
    if (absent || !film) return absent ?? html``;
    const part = (id: string, title: string, content: TemplateResult) => html`<section aria-labelledby=${id}><h2 id=${id}>${title}</h2>${content}</section>`;
    return html`
      <mc-film-head .film=${film} here="package"></mc-film-head>
      <div class="page">
        ${part('home', 'To take home', html`
          <div class="choice" role="group" aria-label="What is in it">
            <button aria-pressed=${!this.withDrafts} @click=${() => { this.withDrafts = false; }}>Only what is approved</button>
            <button aria-pressed=${this.withDrafts} @click=${() => { this.withDrafts = true; }}>Also what awaits me</button>
            <p class="soft small">${this.withDrafts ? 'Where nothing is approved, the first option of the draft stands in.' : 'What still awaits you is left out.'}</p>
          </div>
          <mc-downloads .film=${film} ?drafts=${this.withDrafts}></mc-downloads>`)}
        ${part('title', 'The title page', html`<mc-title-page .film=${film}></mc-title-page>`)}
        ${part('authorship', 'Who wrote it', html`<mc-authorship .film=${film} ?drafts=${this.withDrafts}></mc-authorship>`)}
        ${part('journal', 'What happened', html`<mc-journal .film=${film}></mc-journal>`)}
        ${part('import', 'A script from elsewhere', this.imports(film))}
        ${part('copies', 'Copy or delete', html`<mc-copies .film=${film}></mc-copies>`)}
        ${part('elsewhere', 'Elsewhere', html`<mc-elsewhere .film=${film}></mc-elsewhere>`)}
      </div>`;
  }

  /** A script that was worked on in another program. */
  private imports(film: Film): TemplateResult {
    void import('../projects/import.js');
    return html`<mc-import .film=${film}></mc-import>`;
  }
}

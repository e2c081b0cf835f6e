import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Watch } from '../api/store.js';
import { Keys } from '../parts/keys.js';
import { sheet } from '../parts/sheet.js';
import { go, ways, type Way } from '../router.js';
import { Beginning } from './beginning.js';
import './bring.js';
import './new-brief.js';
import './new-chat.js';
import { wayLinks, wayWords, welcomeStyles } from './welcome.js';

/** A new film, and the three ways to begin it. What is typed in one stays while another is looked at. */
@customElement('mc-new-film')
export class NewFilmElement extends LitElement {
  static override styles = [sheet, welcomeStyles, css`
    :host { padding: 1.25rem clamp(1rem, 3vw, 2.5rem) 4rem; max-width: 56rem; margin: 0 auto; }
    header { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; align-items: baseline; justify-content: space-between; margin-bottom: 1rem; }
    header h1 { font: 600 1.625rem/1.2 var(--serif); }
    nav { margin-bottom: 1.5rem; }
    .kept { margin-bottom: 1.25rem; }
    @media (max-width: 40rem) { .ways { gap: 0.5rem; } .ways a { padding: 0.5rem 0.75rem; } .ways a:not([aria-current='page']) span { display: none; } }
  `];

  @property() way: Way = 'brief';
  private beginning = new Beginning();
  private isToldKept = this.beginning.isKept;

  constructor() {
    super();
    new Watch(this, () => this.beginning);
    new Keys(this, 'A new film', () => [
      ...ways.map((way, place) => ({ keys: String(place + 1), says: wayWords[way].title, does: () => go({ view: 'new', way }) })),
      { keys: 'g f', says: 'Go to your films', does: () => go({ view: 'films' }) },
    ]);
  }

  protected override updated(): void {
    document.title = 'A new film – Movie Chat';
  }

  protected override render(): TemplateResult {
    return html`
      <header><h1>A new film</h1><a href="/">Your films</a></header>
      <nav aria-label="Ways to begin">${wayLinks(this.way)}</nav>
      ${this.isToldKept ? html`<p class="notice kept small" role="status">What you wrote here before is still there. <button class="link" @click=${this.forget}>Begin with empty pages</button></p>` : nothing}
      <section aria-label=${wayWords[this.way].title}>${this.view()}</section>`;
  }

  private view(): TemplateResult {
    switch (this.way) {
      case 'brief':
        return html`<mc-new-brief .beginning=${this.beginning}></mc-new-brief>`;
      case 'chat':
        return html`<mc-new-chat .beginning=${this.beginning}></mc-new-chat>`;
      case 'documents':
        return html`<mc-bring .beginning=${this.beginning}></mc-bring>`;
    }
  }

  private forget(): void {
    this.isToldKept = false;
    this.beginning.forget();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mc-new-film': NewFilmElement;
  }
}

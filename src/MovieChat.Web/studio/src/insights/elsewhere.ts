import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Film } from '../film/film.js';
import { sheet } from '../parts/sheet.js';
import './links.js';
import './subscriptions.js';

/** Where the film is decided on, and told of, without the studio. */
@customElement('mc-elsewhere')
export class ElsewhereElement extends LitElement {
  static override styles = [sheet, css`
    :host { display: grid; gap: 0.75rem; grid-template-columns: minmax(0, 1fr); }
    summary { cursor: pointer; }
    summary h3 { display: inline; }
    details > :not(summary) { margin-top: 0.75rem; }
  `];

  @property({ attribute: false }) film!: Film;

  protected override render(): TemplateResult {
    return html`
      <details class="card"><summary><h3>Approval links</h3> <span class="soft small">Somebody without a key decides on one draft, once, in your name.</span></summary><mc-links .film=${this.film}></mc-links></details>
      <details class="card"><summary><h3>Who is told</h3> <span class="soft small">Webhooks, Slack, Teams: where the film tells of drafts.</span></summary><mc-subscriptions .film=${this.film}></mc-subscriptions></details>`;
  }
}

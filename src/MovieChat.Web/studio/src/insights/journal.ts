import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Answer } from '../api/answer.js';
import type { JournalItem, PageOfJournalItem } from '../api/schema.js';
import { Watch } from '../api/store.js';
import { costOf, when } from '../film/documents.js';
import type { Film } from '../film/film.js';
import { sentence } from '../parts/say.js';
import { sheet } from '../parts/sheet.js';
import { addressOf } from '../router.js';
import { isDecision, said } from './journal-words.js';

/** Lines on a page. */
const pageSize = 50;

/** The film's journal: who decided what, when, and what came of it. The latest stands first. */
@customElement('mc-journal')
export class JournalElement extends LitElement {
  static override styles = [sheet, css`
    :host { display: grid; gap: 0.75rem; grid-template-columns: minmax(0, 1fr); overflow-wrap: anywhere; }
    ol { border-top: 1px solid var(--line); }
    li { display: grid; grid-template-columns: 3.5rem 10rem minmax(0, 1fr); gap: 0.125rem 1rem; padding: 0.375rem 0; border-bottom: 1px solid var(--line); font-size: 0.9375rem; }
    .sequence { text-align: right; color: var(--soft); font-variant-numeric: tabular-nums; }
    .decision { font-weight: 600; }
    q { font-family: var(--serif); font-style: italic; overflow-wrap: anywhere; }
    label { margin: 0; display: inline-flex; gap: 0.375rem; align-items: center; font-weight: 400; }
    @media (max-width: 40rem) { li { grid-template-columns: 3rem minmax(0, 1fr); } li .what { grid-column: 2; } }
  `];

  @property({ attribute: false }) film!: Film;
  /** The sequence of the last line that is shown; the latest while undefined. */
  @state() private until?: number;
  @state() private isOnlyDecisions = false;
  private readonly page = new Answer<PageOfJournalItem>(this, () => this.film.snapshot && { path: `${this.film.path}/journal?limit=${this.last - this.first + 1}&after=${this.first - 1}`, revision: this.until === undefined ? this.film.snapshot.revision : 0 });
  /** While the next page comes, the one before stands. */
  private shown?: PageOfJournalItem;

  constructor() {
    super();
    new Watch(this, () => this.film);
  }

  private get last(): number {
    return this.until ?? this.film.snapshot?.revision ?? 1;
  }

  private get first(): number {
    return Math.max(1, this.last - pageSize + 1);
  }

  protected override render(): TemplateResult {
    const { value, failure } = this.page;
    this.shown = value ?? this.shown;
    if (failure) return html`<p class="notice bad" role="alert">${sentence(failure)}</p>`;
    if (!this.shown) return html`<p class="soft" role="status">Looking back…</p>`;
    const lines = [...this.shown.items].reverse().filter((item) => !this.isOnlyDecisions || isDecision(item));
    const all = this.film.snapshot!.revision;
    return html`
      <div class="row spread"><label><input type="checkbox" .checked=${this.isOnlyDecisions} @change=${() => { this.isOnlyDecisions = !this.isOnlyDecisions; }}> Only what was decided</label>
        <div class="row"><span class="small soft" role="status">${this.first} to ${this.last} of ${all}</span>
          <button ?disabled=${this.until === undefined} @click=${() => this.turn(this.last + pageSize)}>Later</button><button ?disabled=${this.first === 1} @click=${() => this.turn(this.first - 1)}>Earlier</button></div></div>
      <ol class="plain" aria-label="Journal">${lines.map((item) => this.line(item))}</ol>
      ${lines.length ? nothing : html`<p class="soft">Nothing was decided in these lines.</p>`}`;
  }

  private line(item: JournalItem): TemplateResult {
    const { document } = item;
    const { words, quote } = said(item, (id) => this.film.title(id));
    const cost = item.tokens ? `, for ${costOf({ tokens: item.tokens, pictures: 0 })}` : '';
    return html`<li>
      <span class="sequence">${item.sequence}</span>
      <time class="small soft" datetime=${item.at} title=${item.at}>${when(item.at)}</time>
      <span class="what"><span class="soft">${item.by === 'service' ? 'The service' : item.by === 'companion' ? 'The companion' : item.by}:</span> <span class=${isDecision(item) ? 'decision' : ''}>${words}</span>
        ${document && this.film.item(document) ? html` <a href=${addressOf({ view: 'desk', film: this.film.id, document })}>${this.film.title(document)}</a>` : document ?? nothing}${cost}
        ${quote ? html`<q>${quote}</q>` : nothing}</span>
    </li>`;
  }

  private turn(until: number): void {
    this.until = until >= (this.film.snapshot?.revision ?? 0) ? undefined : until;
  }
}

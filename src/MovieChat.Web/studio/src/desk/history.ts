import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { list } from '../api/client.js';
import type { DocumentView, DraftItem } from '../api/schema.js';
import { Watch } from '../api/store.js';
import { body, bodyStyles } from '../documents/body.js';
import { formOf } from '../documents/forms.js';
import { marked, plain } from '../documents/text.js';
import { askedFor, costOf, startOf, when } from '../film/documents.js';
import type { Film } from '../film/film.js';
import { Keys } from '../parts/keys.js';
import { sayProblem } from '../parts/say.js';
import { sheet } from '../parts/sheet.js';
import './impact.js';

/** Every draft that there was of a document: who wrote it, on what wish, what differs from the one before; and the way back to it. */
@customElement('mc-history')
export class HistoryElement extends LitElement {
  static override styles = [sheet, bodyStyles, css`
    :host { display: grid; grid-template-columns: 15rem minmax(0, 1fr); gap: 1.5rem; }
    li button { width: 100%; display: grid; justify-items: start; justify-content: stretch; text-align: left; gap: 0.125rem; padding: 0.5rem 0.75rem; font-weight: 400; margin-bottom: 0.375rem; }
    .shown { display: grid; gap: 1rem; align-content: start; }
    .compare label { display: inline-flex; gap: 0.375rem; margin: 0; font-weight: 400; }
    @media (max-width: 52rem) { :host { grid-template-columns: 1fr; } }
  `];

  @property({ attribute: false }) film!: Film;
  @property() document = '';
  @property({ attribute: false }) view!: DocumentView;
  @state() private drafts?: DraftItem[];
  @state() private shown?: number;
  @state() private isMarked = true;
  /** Whether the writer is asked if the draft that is shown is to come back. */
  @state() private isBringing = false;

  constructor() {
    super();
    new Watch(this, () => this.film);
    new Keys(this, 'History', () => [
      { keys: '.', says: 'The draft before', does: () => this.step(1) },
      { keys: ',', says: 'The draft after', does: () => this.step(-1) },
      { keys: 'b', says: 'Bring back the draft that is shown', does: () => void this.bring() },
      { keys: 'i', says: 'Mark what differs, or not', does: () => { this.isMarked = !this.isMarked; } },
    ]);
  }

  private get draftShown(): DraftItem | undefined {
    return this.drafts?.find((each) => each.number === this.shown) ?? this.drafts?.[0];
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    const isOther = changes.has('view') && changes.get('view')?.draft?.number !== this.view.draft?.number;
    if (changes.has('document') || isOther) void this.load();
  }

  private async load(): Promise<void> {
    try {
      this.drafts = (await list<DraftItem>(`${this.film.path}/documents/${this.document}/drafts`)).sort((one, other) => other.number - one.number);
      this.shown ??= this.drafts[0]?.number;
    } catch (failure) {
      sayProblem(failure);
    }
  }

  protected override render(): TemplateResult {
    if (!this.drafts) return html`<p class="soft" role="status">Looking back…</p>`;
    if (!this.drafts.length) return html`<p class="soft">There has been no draft yet.</p>`;
    const draft = this.draftShown!;
    return html`
      <nav aria-label="Drafts"><ol class="plain">${this.drafts.map((each) => html`<li><button aria-pressed=${each === draft} @click=${() => this.show(each)}>
        <span class="row"><strong>Draft ${each.number}</strong>${this.view.approved?.draft === each.number ? html`<span class="chip approved">approved</span>` : nothing}</span>
        <span class="small">${who(each)}</span><time class="small soft" datetime=${each.at}>${when(each.at)}</time></button></li>`)}</ol></nav>
      ${this.draft(draft)}`;
  }

  private draft(draft: DraftItem): TemplateResult {
    const from = this.drafts!.find((each) => each.number === startOf(draft));
    const isMarked = this.isMarked && !!from && !!formOf(this.document);
    const isCurrent = draft.number === this.view.draft?.number;
    const asked = askedFor(draft);
    return html`<section class="shown" aria-label="Draft ${draft.number}">
      <div class="row spread"><p class="small soft">${who(draft)}, ${when(draft.at)}${draft.tokens || draft.pictures ? `, for ${costOf({ tokens: draft.tokens ?? 0, pictures: draft.pictures ?? 0 })}` : ''}${draft.latency ? ` in ${draft.latency.toFixed(1)} s` : ''}
        ${asked ? html`<br>Asked for ${asked}` : nothing}
        ${Object.keys(draft.madeFrom).length ? html`<br>Made from ${Object.entries(draft.madeFrom).map(([id, ref]) => `${this.film.title(id)} (draft ${ref.draft})`).join(', ')}` : nothing}</p>
      ${isCurrent || this.isBringing ? nothing : html`<button aria-keyshortcuts="b" @click=${this.bring}>Bring this draft back</button>`}</div>
      ${this.isBringing && !isCurrent ? this.bringing(draft) : nothing}
      ${from && formOf(this.document) ? html`<p class="compare"><label><input type="checkbox" .checked=${this.isMarked} @change=${(event: Event) => { this.isMarked = (event.target as HTMLInputElement).checked; }}> Mark what differs from draft ${from.number}</label></p>` : nothing}
      ${draft.options.map((option, place) => html`<article class="stack">${draft.options.length > 1 ? html`<h3>Option ${option.number}</h3>` : nothing}${body({
        film: this.film, document: this.document, content: option.content, before: isMarked ? (from.options[place] ?? from.options[0])?.content : undefined, show: isMarked ? marked : plain,
      })}</article>`)}
    </section>`;
  }

  /** What it would touch, and cost, if the draft came back. */
  private bringing(draft: DraftItem): TemplateResult {
    const { view } = this;
    return html`<section class="card stack bring" aria-label="Bring draft ${draft.number} back">
      <p>Draft ${draft.number} comes before you again and awaits your approval, which costs nothing. ${view.status === 'drafting' ? 'What is being drafted now is given up.' : `Draft ${view.draft?.number} stays in the history.`}</p>
      ${view.approved?.draft === draft.number
        ? html`<p class="soft small">It is the draft that is part of the film now: nothing turns stale${draft.options.length > 1 ? ', unless you approve another option of it' : ''}.</p>`
        : html`<p class="soft small">Once it is approved, ${view.ifChanged.length === 1 ? 'this turns' : 'these turn'} stale:</p><mc-impact .film=${this.film} .document=${this.document} .touched=${view.ifChanged} .cost=${view.ifChangedCost}></mc-impact>`}
      <div class="row"><button class="primary" @click=${() => this.restore(draft)}>Bring it back</button><button @click=${this.leave}>Never mind</button></div>
    </section>`;
  }

  private show(draft: DraftItem): void {
    [this.shown, this.isBringing] = [draft.number, false];
  }

  private step(by: number): void {
    const next = this.drafts?.[this.drafts.indexOf(this.draftShown!) + by];
    if (next) this.show(next);
  }

  /** At once when nothing hangs on the document. */
  private readonly bring = async (): Promise<void> => {
    const draft = this.draftShown;
    if (!draft || draft.number === this.view.draft?.number) return;
    if (!this.view.ifChanged.length) return this.restore(draft);
    this.isBringing = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.bring .primary')!.focus();
  };

  private readonly leave = async (): Promise<void> => {
    this.isBringing = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-keyshortcuts="b"]')?.focus();
  };

  private restore(draft: DraftItem): void {
    this.dispatchEvent(new CustomEvent('restore', { detail: draft.number }));
  }
}

const who = (draft: DraftItem) => draft.by === 'writer' ? `written by ${draft.author === 'owner' ? 'the owner' : draft.author}` : `drafted by ${draft.model}`;

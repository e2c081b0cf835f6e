import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ImportChangeItem, ImportView, ProblemItem } from '../api/schema.js';
import { countOf } from '../film/documents.js';
import type { Film } from '../film/film.js';
import { sheet } from '../parts/sheet.js';
import { faultsAt, told } from './faults.js';
import { changeBody, changeStyles, changeTitle, kindWords } from './import-changes.js';

/** What a script would change in the film, change by change, and the decision on it. Tells `take` with the documents to take, undefined for all, `decline`, and `close`. */
@customElement('mc-import-difference')
export class ImportDifferenceElement extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [sheet, changeStyles, css`
    header { display: grid; gap: 0.25rem; margin-bottom: 1rem; }
    header h2 { font: 600 1.25rem/1.3 var(--serif); }
    .changes { display: grid; gap: 0.75rem; }
    .change { content-visibility: auto; contain-intrinsic-size: auto 6rem; padding: 0.75rem 1rem; display: grid; gap: 0.5rem; }
    .change.left { background: transparent; border-style: dashed; }
    .change > label { display: grid; grid-template-columns: auto 1fr; gap: 0.625rem; align-items: start; margin: 0; font-size: 1rem; }
    .change > label .row { gap: 0.25rem 0.625rem; }
    .change input { accent-color: var(--accent); width: 1.125rem; height: 1.125rem; margin: 0.1875rem 0 0; }
    .change .name { font-weight: 600; overflow-wrap: anywhere; min-width: 0; }
    .decide { position: sticky; bottom: 0; background: var(--paper); border-top: 1px solid var(--line); padding: 0.75rem 0; margin-top: 1rem; display: grid; gap: 0.5rem; z-index: 1; }
    .fault:empty { display: none; }
    summary { cursor: pointer; padding: 0.25rem 0; }
  `];

  @property({ attribute: false }) film!: Film;
  @property({ attribute: false }) view!: ImportView;
  /** What is wrong with the decision; of a change, by path from its document's id. */
  @property({ attribute: false }) faults: ProblemItem[] = [];
  @property({ type: Boolean }) isBusy = false;
  /** The documents that are not to be taken. */
  @state() private left = new Set<string>();

  protected override willUpdate(changes: PropertyValues<this>): void {
    const before = changes.get('view') as ImportView | undefined;
    if (!changes.has('view')) return;
    // Worked out anew, the same script keeps what the writer chose. What can not be taken is not chosen.
    if (before?.id !== this.view.id) this.left = new Set();
    for (const change of this.view.changes.filter((each) => each.faults?.length)) this.leave(change.document);
  }

  protected override render(): TemplateResult {
    const { view } = this;
    const { added, changed, removed, same } = view.counts;
    const counts = [added ? `${added} new` : '', changed ? `${changed} changed` : '', removed ? `${removed} to go` : '', same ? `${same} the same` : ''].filter(Boolean).join(', ');
    const taken = view.changes.filter((change) => !this.left.has(change.document));
    const others = this.faults.filter((fault) => !view.changes.some((change) => fault.path.startsWith(`${change.document}.`)));
    return html`<section aria-labelledby="heading">
      <header><h2 id="heading" tabindex="-1">${view.title ? `“${view.title}”` : 'The script'} beside the film</h2>
        <p class="soft">${counts ? `Documents: ${counts}.` : ''} Nothing is part of the film before you decide.</p></header>
      <div class="stack">
        ${others.length ? html`<div class="notice bad" role="alert">${others.map((fault) => html`<p>${fault.message}</p>`)}</div>` : nothing}
        ${this.remarks()}
        ${view.isCut ? html`<p class="notice small">The differences are too long to be shown whole. What you take is taken whole.</p>` : nothing}
        ${view.changes.length
          ? html`<ol class="plain changes" aria-label="What it would change">${repeat(view.changes, (change) => change.document, (change) => this.change(change))}</ol>`
          : html`<p class="notice">The film tells it as the script does: there is nothing to decide.</p>`}
      </div>
      <div class="decide">
        <div class="row">${view.changes.length ? html`
          <button class="primary" ?disabled=${this.isBusy || !taken.length} @click=${() => this.tell('take', taken.length === view.changes.length ? undefined : taken.map((change) => change.document))}>${taken.length === view.changes.length ? `Take it: ${countOf(taken.length, 'change')}` : `Take ${taken.length} of ${countOf(view.changes.length, 'change')}`}</button>` : nothing}
          <button ?disabled=${this.isBusy} @click=${() => this.tell('decline')}>${view.changes.length ? 'Decline: the film stays as it is' : 'Put the script aside'}</button>
          <button class="quiet" @click=${() => this.tell('close')}>Decide later</button></div>
        <p class="small soft">What you take becomes your own drafts, approved at once.</p>
      </div>
    </section>`;
  }

  private remarks(): TemplateResult | typeof nothing {
    const { remarks } = this.view;
    return remarks.length ? html`<details class="card"><summary>${countOf(remarks.length, 'remark')}: what is left out, or taken otherwise than it stands</summary>
      <ul>${remarks.map((remark) => html`<li><span class="soft">Line ${remark.line}:</span> ${remark.text}</li>`)}</ul></details>` : nothing;
  }

  private change(change: ImportChangeItem): TemplateResult {
    const isTaken = !this.left.has(change.document);
    const wrong = [...(change.faults ?? []).map((fault) => ({ ...fault, message: `${fault.line || fault.heading ? `${[fault.line ? `Line ${fault.line}` : '', fault.heading ?? ''].filter(Boolean).join(', ')}: ` : ''}${fault.message}` })), ...faultsAt(this.faults, change.document, true)];
    return html`<li class="card change ${isTaken ? '' : 'left'}">
      <label><input type="checkbox" .checked=${isTaken} ?disabled=${!!change.faults?.length} aria-describedby="fault-${change.document}" @change=${(event: Event) => this.choose(change, event.target as HTMLInputElement)}>
        <span class="row"><span class="name">${changeTitle(this.film, change)}</span><span class="chip">${kindWords[change.change]}</span>${isTaken ? nothing : html`<span class="small soft">not taken</span>`}</span></label>
      <div id="fault-${change.document}" class="fault">${wrong.map((fault) => html`<p>${told(fault.message)}</p>`)}</div>
      ${changeBody(change, (id) => this.person(id))}
    </li>`;
  }

  /** A person's name, also when the script brings them. */
  private person(id: string): string {
    return this.view.newSpeakers.find((speaker) => speaker.id === id)?.name ?? this.film.person(id);
  }

  /** What is taken brings what it needs; what is left leaves what needs it. */
  private choose(change: ImportChangeItem, box: HTMLInputElement): void {
    if (box.checked) this.bring(change);
    else this.leave(change.document);
    // It may need what can not be taken.
    box.checked = !this.left.has(change.document);
    this.requestUpdate();
  }

  private bring(change: ImportChangeItem): void {
    const needed = (change.needs ?? []).map((id) => this.view.changes.find((each) => each.document === id)).filter((each) => !!each);
    if ([change, ...needed].some((each) => each.faults?.length)) return;
    this.left.delete(change.document);
    for (const each of needed) this.bring(each);
  }

  private leave(document: string): void {
    if (this.left.has(document)) return;
    this.left.add(document);
    for (const each of this.view.changes) if (each.needs?.includes(document)) this.leave(each.document);
  }

  private tell(what: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mc-import-difference': ImportDifferenceElement;
  }
}

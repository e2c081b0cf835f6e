import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keep, kept } from '../api/kept.js';
import type { ProblemItem } from '../api/schema.js';
import { Watch } from '../api/store.js';
import type { Film } from '../film/film.js';
import { sendByKey } from '../parts/keys.js';
import { sheet } from '../parts/sheet.js';
import type { EditorItemElement } from './editor-item.js';
import { fieldsOf, isPlaced, type Item } from './form-fields.js';
import { formOf, type Field } from './forms.js';

/** In milliseconds: a long text is not kept anew with every letter. */
const pause = 300;

/** For how many frames an item is brought into view: those before it are as high as they turn out to be once they have their fields. */
const settling = 12;

/** Text that is kept in the browser, and the number of the draft that it began from. */
interface Unsaved { from: number; text: Item }

/** A document as a form, in the order in which it is read. What is wrong with it stands beside the text that is meant. What is typed is kept in the browser
 * until it is saved or given up. */
@customElement('mc-editor')
export class EditorElement extends LitElement {
  static override styles = [sheet, css`
    form { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); }
    .list > ol { display: grid; gap: 0.75rem; grid-template-columns: minmax(0, 1fr); }
    .item { display: grid; gap: 0.75rem; grid-template-columns: minmax(0, 1fr); }
    .item .top { display: flex; justify-content: space-between; align-items: center; }
    .item .top button { min-height: 1.75rem; padding: 0 0.5rem; }
    .fields { display: grid; gap: 0.75rem; grid-template-columns: repeat(auto-fit, minmax(min(10rem, 100%), 1fr)); }
    .fields > .wide { grid-column: 1 / -1; }
    form input:not([type='checkbox']), form textarea { font-family: var(--serif); }
    textarea.lines { min-height: 3rem; }
    .boxes label { display: inline-flex; gap: 0.375rem; align-items: center; font-weight: 400; margin: 0 1rem 0.25rem 0; }
    .actions { position: sticky; bottom: 0; background: var(--paper); padding: 0.75rem 0; border-top: 1px solid var(--line); z-index: 1; }
    .jump { position: sticky; top: 0; z-index: 1; display: flex; gap: 0.5rem; align-items: center; background: var(--paper); padding: 0.5rem 0; margin-bottom: 0.5rem; }
    .jump label { margin: 0; white-space: nowrap; }
    .jump select { flex: 0 1 28rem; min-width: 0; text-overflow: ellipsis; }
    .top strong { color: var(--ink); overflow-wrap: anywhere; }
    .item { scroll-margin: 4rem; }
    mc-editor-item { display: grid; gap: 0.75rem; grid-template-columns: minmax(0, 1fr); content-visibility: auto; contain-intrinsic-size: auto 16rem; padding: 0.25rem; margin: -0.25rem; }
    legend { font-size: 0.875rem; font-weight: 600; padding: 0; margin-bottom: 0.375rem; }
  `];

  @property({ attribute: false }) film!: Film;
  @property() document = '';
  /** What to begin with. */
  @property({ attribute: false }) content: Item = {};
  /** What the service says is wrong, by path into the content. */
  @property({ attribute: false }) faults: ProblemItem[] = [];
  /** The number of the draft that the text began from; it is kept with the text. */
  @property({ attribute: false }) from = 0;
  @property({ type: Boolean }) isBusy = false;
  @property() action = 'Save';
  @state() private text: Item = {};
  private timer?: ReturnType<typeof setTimeout>;

  constructor() {
    super();
    new Watch(this, () => this.film);
  }

  /** Under which name the unsaved text is kept. */
  private get name(): string {
    return `${this.film.id}:${this.document}:edit`;
  }

  /** The number of the draft that unsaved text of a document began from; undefined when none is kept. */
  static keptFrom(film: Film, document: string): number | undefined {
    const unsaved = kept(`${film.id}:${document}:edit`);
    return unsaved === null ? undefined : (JSON.parse(unsaved) as Unsaved).from;
  }

  static forget(film: Film, document: string): void {
    keep(`${film.id}:${document}:edit`, null);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('pagehide', this.keepNow);
  }

  override disconnectedCallback(): void {
    removeEventListener('pagehide', this.keepNow);
    this.keepNow();
    super.disconnectedCallback();
  }

  protected override willUpdate(): void {
    if (this.hasUpdated) return;
    const earlier = kept(this.name);
    this.text = earlier ? (JSON.parse(earlier) as Unsaved).text : structuredClone(this.content);
  }

  protected override updated(changes: PropertyValues<this>): void {
    if (changes.has('faults') && this.faults.length) void this.toFault();
  }

  protected override render(): TemplateResult {
    const fields = formOf(this.document);
    if (!fields) return html`<p>Pictures are not edited here.</p>`;
    const elsewhere = this.faults.filter((fault) => !isPlaced(fault, fields, this.text));
    return html`<form @submit=${this.save} @keydown=${sendByKey} @focusout=${this.keepNow} @change=${this.jump} novalidate ?inert=${this.isBusy}>
      ${elsewhere.length ? html`<div class="notice bad" role="alert">${elsewhere.map((fault) => html`<p>${fault.path ? html`<code>${fault.path}</code> ` : nothing}${fault.message}</p>`)}</div>` : nothing}
      ${fieldsOf({ film: this.film, faults: this.faults, typed: this.typed }, fields, this.text, '')}
      <div class="row actions">
        <button class="primary" ?disabled=${this.isBusy}>${this.action}</button>
        <button type="button" @click=${this.giveUp}>Give up</button>
        <span class="soft small">What you type is kept in this browser.</span>
      </div>
    </form>`;
  }

  private get items(): EditorItemElement[] {
    return [...this.renderRoot.querySelectorAll('mc-editor-item')];
  }

  private async toFault(): Promise<void> {
    await Promise.all(this.items.map((item) => item.updateComplete));
    const found = this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"], .fault, .notice.bad');
    found?.focus({ preventScroll: true });
    if (found) await bring(found, 'center');
  }

  private readonly jump = async (event: Event): Promise<void> => {
    const select = event.target as HTMLSelectElement;
    if (!select.matches('[data-jump]') || !select.value) return;
    const item = this.items[Number(select.value)]!;
    select.value = '';
    await item.draw();
    item.querySelector<HTMLElement>('input, select, textarea')?.focus({ preventScroll: true });
    await bring(item.parentElement!, 'start');
  };

  /** What is typed in an item of a long list draws that item; the names of the items follow when the typing rests. */
  private readonly typed = (event?: Event): void => {
    if (!event) this.requestUpdate();
    clearTimeout(this.timer);
    this.timer = setTimeout(this.keepNow, pause);
  };

  private readonly keepNow = (): void => {
    if (this.timer === undefined) return;
    this.stopKeeping();
    keep(this.name, JSON.stringify({ from: this.from, text: this.text } satisfies Unsaved));
    this.requestUpdate();
  };

  private stopKeeping(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private save(event: SubmitEvent): void {
    event.preventDefault();
    this.keepNow();
    this.dispatchEvent(new CustomEvent<Item>('save', { detail: cleaned(formOf(this.document) ?? [], this.text) }));
  }

  private giveUp(): void {
    this.stopKeeping();
    EditorElement.forget(this.film, this.document);
    this.dispatchEvent(new Event('give-up'));
  }
}

async function bring(to: HTMLElement, block: ScrollLogicalPosition): Promise<void> {
  for (let frame = 0; frame < settling; frame++) {
    to.scrollIntoView({ block });
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** What was typed as it is saved: lists of words without the empty lines between which one types. */
function cleaned(fields: Field[], item: Item): Item {
  const clean = structuredClone(item);
  for (const field of fields) {
    const value = clean[field.name];
    if (field.as === 'words' && !field.exactly && Array.isArray(value)) clean[field.name] = (value as string[]).map((each) => each.trim()).filter(Boolean);
    if (field.as === 'group' && value) clean[field.name] = cleaned(field.fields, value as Item);
    if (field.as === 'list' && Array.isArray(value)) clean[field.name] = (value as Item[]).map((each) => cleaned(field.fields, each));
  }

  return clean;
}

declare global {
  interface HTMLElementTagNameMap {
    'mc-editor': EditorElement;
  }
}

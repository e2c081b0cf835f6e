import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keep, kept } from '../api/kept.js';
import type { ProblemItem } from '../api/schema.js';
import { Watch } from '../api/store.js';
import type { Film } from '../film/film.js';
import { sheet } from '../parts/sheet.js';
import { formOf, type Field } from './forms.js';

type Item = Record<string, unknown>;

/** Text that is kept in the browser, and the number of the draft that it began from. */
interface Unsaved { from: number; text: Item }

/** A document as a form, in the order in which it is read. What is wrong with it stands beside the text that is meant. What is typed is kept in the browser
 * until it is saved or given up. */
@customElement('mc-editor')
export class EditorElement extends LitElement {
  static override styles = [sheet, css`
    form { display: grid; gap: 1rem; }
    .list > ol { display: grid; gap: 0.75rem; }
    .item { display: grid; gap: 0.75rem; }
    .item .top { display: flex; justify-content: space-between; align-items: center; }
    .item .top button { min-height: 1.75rem; padding: 0 0.5rem; }
    .fields { display: grid; gap: 0.75rem; grid-template-columns: repeat(auto-fit, minmax(min(10rem, 100%), 1fr)); }
    .fields > .wide { grid-column: 1 / -1; }
    form input:not([type='checkbox']), form textarea { font-family: var(--serif); }
    textarea.lines { min-height: 3rem; }
    .boxes label { display: inline-flex; gap: 0.375rem; align-items: center; font-weight: 400; margin: 0 1rem 0.25rem 0; }
    .actions { position: sticky; bottom: 0; background: var(--paper); padding: 0.75rem 0; border-top: 1px solid var(--line); z-index: 1; }
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
  /** The faults that stand beside the text that they mean. */
  private readonly placed = new Set<ProblemItem>();

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

  protected override willUpdate(): void {
    if (this.hasUpdated) return;
    const earlier = kept(this.name);
    this.text = earlier ? (JSON.parse(earlier) as Unsaved).text : structuredClone(this.content);
  }

  protected override updated(changes: PropertyValues<this>): void {
    if (changes.has('faults') && this.faults.length) this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"], .fault')?.scrollIntoView({ block: 'center' });
  }

  protected override render(): TemplateResult {
    const fields = formOf(this.document);
    if (!fields) return html`<p>Pictures are not edited here.</p>`;
    this.placed.clear();
    const form = this.fields(fields, this.text, '');
    const elsewhere = this.faults.filter((fault) => !this.placed.has(fault));
    return html`<form @submit=${this.save} novalidate ?inert=${this.isBusy}>
      ${elsewhere.length ? html`<div class="notice bad" role="alert">${elsewhere.map((fault) => html`<p>${fault.path ? html`<code>${fault.path}</code> ` : nothing}${fault.message}</p>`)}</div>` : nothing}
      ${form}
      <div class="row actions">
        <button class="primary" ?disabled=${this.isBusy}>${this.action}</button>
        <button type="button" @click=${this.giveUp}>Give up</button>
        <span class="soft small">What you type is kept in this browser.</span>
      </div>
    </form>`;
  }

  private fields(fields: Field[], item: Item, path: string): TemplateResult {
    return html`<div class="fields">${fields.map((field) => html`<div class=${isShort(field) ? '' : 'wide'}>${this.field(field, item, path ? `${path}.${field.name}` : field.name)}</div>`)}</div>`;
  }

  private field(field: Field, item: Item, path: string): TemplateResult {
    const value = item[field.name];
    const id = path.replaceAll(/[^\w]/g, '-');
    const wrong = this.faultsAt(path);
    const said = { invalid: wrong.length ? 'true' : 'false', by: `${id}-said` };
    const set = (to: unknown) => { item[field.name] = to; this.typed(); };
    const label = html`<label for=${id}>${field.label}</label>`;
    const below = html`<div id="${id}-said">${'help' in field && field.help ? html`<p class="soft small">${field.help}</p>` : nothing}${wrong.map((fault) => html`<p class="fault">${fault.message}</p>`)}</div>`;
    switch (field.as) {
      case 'line':
        return html`${label}<input id=${id} .value=${String(value ?? '')} aria-invalid=${said.invalid} aria-describedby=${said.by} @input=${(event: InputEvent) => set(valueOf(event))}>${below}`;
      case 'number':
        return html`${label}<input id=${id} type="number" step=${field.step ?? '1'} .value=${String(value ?? '')} aria-invalid=${said.invalid} aria-describedby=${said.by} @input=${(event: InputEvent) => set(valueOf(event) === '' ? null : Number(valueOf(event)))}>${below}`;
      case 'text':
        return html`${label}<textarea id=${id} .value=${String(value ?? '')} aria-invalid=${said.invalid} aria-describedby=${said.by} @input=${(event: InputEvent) => set(valueOf(event))}></textarea>${below}`;
      case 'choice':
        return html`${label}<select id=${id} aria-invalid=${said.invalid} aria-describedby=${said.by} @change=${(event: Event) => set(typeof field.choices[0] === 'number' ? Number(valueOf(event)) : valueOf(event))}>
          ${field.choices.includes(value as string) ? nothing : html`<option selected>${String(value ?? '')}</option>`}${field.choices.map((choice) => html`<option ?selected=${choice === value}>${choice}</option>`)}</select>${below}`;
      case 'words':
        return field.exactly ? this.lines(field, value, path, set) : html`${label}<textarea id=${id} class="lines" .value=${((value as string[] | undefined) ?? []).join('\n')} aria-invalid=${said.invalid} aria-describedby=${said.by}
          @input=${(event: InputEvent) => set(valueOf(event).split('\n'))}></textarea>${below}`;
      case 'person':
        return html`${label}<select id=${id} aria-invalid=${said.invalid} aria-describedby=${said.by} @change=${(event: Event) => set(valueOf(event) || null)}>
          <option value="">nobody</option>${this.film.people.map((person) => html`<option value=${person.id} ?selected=${person.id === value}>${person.name}</option>`)}
          ${value && !this.film.people.some((person) => person.id === value) ? html`<option selected value=${String(value)}>${value}</option>` : nothing}</select>${below}`;
      case 'people':
        return html`<fieldset class="boxes"><legend>${field.label}</legend>${this.film.people.map((person) => html`<label><input type="checkbox" .checked=${((value as string[] | undefined) ?? []).includes(person.id)}
          @change=${(event: Event) => set(toggled((value as string[] | undefined) ?? [], person.id, (event.target as HTMLInputElement).checked))}>${person.name}</label>`)}</fieldset>${below}`;
      case 'group':
        return html`<fieldset><legend>${field.label}</legend>${this.fields(field.fields, (item[field.name] ??= {}) as Item, path)}</fieldset>${below}`;
      case 'list':
        return this.list(field, item, path);
    }
  }

  /** A fixed number of lines, each with what is wrong with it. */
  private lines(field: Field & { as: 'words' }, value: unknown, path: string, set: (to: unknown) => void): TemplateResult {
    const lines = Array.from({ length: field.exactly! }, (_, place) => ((value as string[] | undefined) ?? [])[place] ?? '');
    return html`<fieldset class="stack"><legend>${field.label}</legend>${lines.map((line, place) => html`<div>
      <textarea class="lines" aria-label="Line ${place + 1}" .value=${line} aria-invalid=${this.faultsAt(`${path}[${place}]`).length ? 'true' : 'false'} @input=${(event: InputEvent) => set(lines.with(place, valueOf(event)))}></textarea>
      ${this.faultsAt(`${path}[${place}]`).map((fault) => html`<p class="fault">${fault.message}</p>`)}</div>`)}
      ${this.faultsAt(path).map((fault) => html`<p class="fault">${fault.message}</p>`)}</fieldset>`;
  }

  private list(field: Field & { as: 'list' }, item: Item, path: string): TemplateResult {
    const list = (item[field.name] ??= []) as Item[];
    const change = (to: Item[]) => { item[field.name] = to; this.typed(); };
    return html`<fieldset class="list"><legend>${field.label}</legend>${this.faultsAt(path).map((fault) => html`<p class="fault">${fault.message}</p>`)}
      <ol class="plain">${list.map((each, place) => html`<li class="card item">
        <div class="top"><span class="small soft">${field.one} ${place + 1}</span><span>
          <button type="button" class="quiet" ?disabled=${place === 0} aria-label="Move ${field.one} ${place + 1} up" @click=${() => change(moved(list, place, -1))}>↑</button>
          <button type="button" class="quiet" ?disabled=${place === list.length - 1} aria-label="Move ${field.one} ${place + 1} down" @click=${() => change(moved(list, place, 1))}>↓</button>
          <button type="button" class="quiet" aria-label="Take ${field.one} ${place + 1} out" @click=${() => change(list.toSpliced(place, 1))}>×</button></span></div>
        ${this.faultsAt(`${path}[${place}]`).map((fault) => html`<p class="fault">${fault.message}</p>`)}
        ${this.fields(field.fields, each, `${path}[${place}]`)}</li>`)}</ol>
      <p><button type="button" @click=${() => change([...list, field.make(list, this.film)])}>One more ${field.one}</button></p></fieldset>`;
  }

  /** Faults come by paths into the request, or into the content. */
  private names(path: string): string[] {
    return [path, path.replace(/^content\.?/, '')];
  }

  private faultsAt(path: string): ProblemItem[] {
    const found = this.faults.filter((fault) => this.names(fault.path).some((name) => name.toLowerCase() === path.toLowerCase()));
    found.forEach((fault) => this.placed.add(fault));
    return found;
  }

  private typed(): void {
    keep(this.name, JSON.stringify({ from: this.from, text: this.text } satisfies Unsaved));
    this.requestUpdate();
  }

  private save(event: SubmitEvent): void {
    event.preventDefault();
    this.dispatchEvent(new CustomEvent<Item>('save', { detail: cleaned(formOf(this.document) ?? [], this.text) }));
  }

  private giveUp(): void {
    EditorElement.forget(this.film, this.document);
    this.dispatchEvent(new Event('give-up'));
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

const valueOf = (event: Event) => (event.target as HTMLInputElement).value;

const isShort = (field: Field) => ['number', 'choice', 'person'].includes(field.as) || (field.as === 'line' && ['name', 'role', 'place', 'time', 'tone', 'audience', 'language'].includes(field.name));

const toggled = (list: string[], value: string, isIn: boolean) => isIn ? [...list, value] : list.filter((each) => each !== value);

function moved<T>(list: T[], place: number, by: number): T[] {
  const copy = [...list];
  copy.splice(place + by, 0, ...copy.splice(place, 1));
  return copy;
}

declare global {
  interface HTMLElementTagNameMap {
    'mc-editor': EditorElement;
  }
}

import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ProblemItem } from '../api/schema.js';
import { headingOf, type Heading } from '../film/content.js';
import { beginningOf } from '../film/documents.js';
import type { Film } from '../film/film.js';
import './editor-item.js';
import type { Field } from './forms.js';

export type Item = Record<string, unknown>;

/** From here on the items of a list draw their fields when they come near the view, and can be gone to. */
const longList = 20;

/** Where fields are drawn, and who is told that something was typed. */
export interface Form {
  film: Film;
  /** What the service says is wrong, by path into the request, or into the content. */
  faults: ProblemItem[];
  typed: () => void;
}

/** The fields of one item of a document. */
export function fieldsOf(form: Form, fields: Field[], item: Item, path: string): TemplateResult {
  return html`<div class="fields">${fields.map((field) => html`<div class=${isShort(field) ? '' : 'wide'}>${fieldOf(form, field, item, path ? `${path}.${field.name}` : field.name)}</div>`)}</div>`;
}

function fieldOf(form: Form, field: Field, item: Item, path: string): TemplateResult {
  const value = item[field.name];
  const id = path.replaceAll(/[^\w]/g, '-');
  const wrong = faultsAt(form.faults, path);
  const said = { invalid: wrong.length ? 'true' : 'false', by: `${id}-said` };
  const set = (to: unknown) => { item[field.name] = to; form.typed(); };
  const label = html`<label for=${id}>${field.label}</label>`;
  const below = html`<div id="${id}-said">${'help' in field && field.help ? html`<p class="soft small">${field.help}</p>` : nothing}${told(wrong)}</div>`;
  const { people } = form.film;
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
      return field.exactly ? lines(form, field, value, path, set) : html`${label}<textarea id=${id} class="lines" .value=${((value as string[] | undefined) ?? []).join('\n')} aria-invalid=${said.invalid} aria-describedby=${said.by}
        @input=${(event: InputEvent) => set(valueOf(event).split('\n'))}></textarea>${below}`;
    case 'person':
      return html`${label}<select id=${id} aria-invalid=${said.invalid} aria-describedby=${said.by} @change=${(event: Event) => set(valueOf(event) || null)}>
        <option value="">nobody</option>${people.map((person) => html`<option value=${person.id} ?selected=${person.id === value}>${person.name}</option>`)}
        ${value && !people.some((person) => person.id === value) ? html`<option selected value=${String(value)}>${value}</option>` : nothing}</select>${below}`;
    case 'people':
      return html`<fieldset class="boxes"><legend>${field.label}</legend>${people.map((person) => html`<label><input type="checkbox" .checked=${((value as string[] | undefined) ?? []).includes(person.id)}
        @change=${(event: Event) => set(toggled((value as string[] | undefined) ?? [], person.id, (event.target as HTMLInputElement).checked))}>${person.name}</label>`)}</fieldset>${below}`;
    case 'group':
      return html`<fieldset><legend>${field.label}</legend>${fieldsOf(form, field.fields, (item[field.name] ??= {}) as Item, path)}</fieldset>${below}`;
    case 'list':
      return list(form, field, item, path);
  }
}

/** A fixed number of lines, each with what is wrong with it. */
function lines({ faults }: Form, field: Field & { as: 'words' }, value: unknown, path: string, set: (to: unknown) => void): TemplateResult {
  const all = Array.from({ length: field.exactly! }, (_, place) => ((value as string[] | undefined) ?? [])[place] ?? '');
  return html`<fieldset class="stack"><legend>${field.label}</legend>${all.map((line, place) => {
    const wrong = faultsAt(faults, `${path}[${place}]`);
    return html`<div><textarea class="lines" aria-label="Line ${place + 1}" .value=${line} aria-invalid=${wrong.length ? 'true' : 'false'} @input=${(event: InputEvent) => set(all.with(place, valueOf(event)))}></textarea>${told(wrong)}</div>`;
  })}${told(faultsAt(faults, path))}</fieldset>`;
}

function list(form: Form, field: Field & { as: 'list' }, item: Item, path: string): TemplateResult {
  const items = (item[field.name] ??= []) as Item[];
  const change = (to: Item[]) => { item[field.name] = to; form.typed(); };
  const isLong = items.length > longList;
  const fields = (each: Item, at: string) => isLong
    ? html`<mc-editor-item .film=${form.film} .people=${form.film.people} .fields=${field.fields} .item=${each} .path=${at} .faults=${form.faults} @typed=${form.typed}></mc-editor-item>`
    : html`${told(faultsAt(form.faults, at))}${fieldsOf(form, field.fields, each, at)}`;
  return html`<fieldset class="list"><legend>${field.label}</legend>${told(faultsAt(form.faults, path))}
    ${isLong ? html`<p class="jump"><label for="jump">Go to</label><select id="jump" data-jump><option value="">${field.one}…</option>${items.map((each, place) => html`<option value=${place}>${place + 1} ${nameIn(each)}</option>`)}</select></p>` : nothing}
    <ol class="plain">${repeat(items, (each) => each, (each, place) => html`<li class="card item">
      <div class="top"><span class="small soft">${field.one} ${place + 1}${isLong ? html` <strong>${nameIn(each)}</strong>` : nothing}</span><span>
        <button type="button" class="quiet" ?disabled=${place === 0} aria-label="Move ${field.one} ${place + 1} up" @click=${() => change(moved(items, place, -1))}>↑</button>
        <button type="button" class="quiet" ?disabled=${place === items.length - 1} aria-label="Move ${field.one} ${place + 1} down" @click=${() => change(moved(items, place, 1))}>↓</button>
        <button type="button" class="quiet" aria-label="Take ${field.one} ${place + 1} out" @click=${() => change(items.toSpliced(place, 1))}>×</button></span></div>
      ${fields(each, `${path}[${place}]`)}</li>`)}</ol>
    <p><button type="button" @click=${() => change([...items, field.make(items, form.film)])}>One more ${field.one}</button></p></fieldset>`;
}

const told = (faults: ProblemItem[]) => faults.map((fault) => html`<p class="fault">${fault.message}</p>`);

/** A fault's path into the content. */
const pathOf = (fault: ProblemItem) => fault.path.replace(/^content\.?/i, '').toLowerCase();

export const faultsAt = (faults: ProblemItem[], path: string) => faults.filter((fault) => pathOf(fault) === path.toLowerCase());

export const hasFaultWithin = (faults: ProblemItem[], path: string) => faults.some((fault) => pathOf(fault).startsWith(path.toLowerCase()) && !/^\w/.test(pathOf(fault).slice(path.length)));

/** Whether there is a place for a fault beside what it means. */
export function isPlaced(fault: ProblemItem, fields: Field[], item: Item): boolean {
  const [, name, place, rest] = /^(\w+)(?:\[(\d+)\])?\.?(.*)$/.exec(pathOf(fault)) ?? [];
  const field = fields.find((each) => each.name.toLowerCase() === name);
  if (!field) return false;
  const within = (inner: Field[], of: unknown) => !rest || isPlaced({ ...fault, path: rest }, inner, (of ?? {}) as Item);
  if (place === undefined) return field.as === 'group' ? within(field.fields, item[field.name]) : !rest;
  if (field.as === 'words') return !rest && Number(place) < (field.exactly ?? 0);
  const found = field.as === 'list' ? (item[field.name] as Item[] | undefined)?.[Number(place)] : undefined;
  return field.as === 'list' && !!found && within(field.fields, found);
}

/** What an item of a list is known by: a scene's heading, a name, the beginning of its text. */
export function nameIn(item: Item): string {
  return beginningOf(item['heading'] ? headingOf(item['heading'] as Heading) : String(item['name'] ?? item['text'] ?? item['action'] ?? ''), 60);
}

/** All words of an item, in the order of its fields. */
export function wordsIn(fields: Field[], item: Item): string {
  return fields.flatMap((field) => {
    const value = item[field.name];
    if (field.as === 'line' || field.as === 'text') return value ? [String(value)] : [];
    if (field.as === 'words') return (value as string[] | undefined) ?? [];
    if (field.as === 'group') return [wordsIn(field.fields, (value ?? {}) as Item)];
    return field.as === 'list' ? ((value as Item[] | undefined) ?? []).map((each) => wordsIn(field.fields, each)) : [];
  }).filter(Boolean).join(' · ');
}

const valueOf = (event: Event) => (event.target as HTMLInputElement).value;

const isShort = (field: Field) => ['number', 'choice', 'person'].includes(field.as) || (field.as === 'line' && ['name', 'role', 'place', 'time', 'tone', 'audience', 'language'].includes(field.name));

const toggled = (chosen: string[], value: string, isIn: boolean) => isIn ? [...chosen, value] : chosen.filter((each) => each !== value);

function moved<T>(items: T[], place: number, by: number): T[] {
  const copy = [...items];
  copy.splice(place + by, 0, ...copy.splice(place, 1));
  return copy;
}

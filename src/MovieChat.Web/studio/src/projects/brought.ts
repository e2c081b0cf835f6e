import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ProblemItem } from '../api/schema.js';
import { Watch } from '../api/store.js';
import type { Beat, Plot } from '../film/content.js';
import { beginningOf, countOf } from '../film/documents.js';
import { sheet } from '../parts/sheet.js';
import { linesIn, notesIn, plotIn, type Beginning, type Brought } from './beginning.js';
import { faultsAt, told } from './faults.js';
import { broughtKinds, broughtWords, scenesOf, wordsOf, type BroughtKind } from './recognise.js';

/** Fewest words that the service takes for a plot, all parts together. */
const leastPlotWords = 500;
/** How much of a script is shown, in characters. */
const mostShown = 4_000;

const partWords = { beginning: 'Beginning', middle: 'Middle', end: 'End' } as const;

/** A text that the writer brings: what it is taken for, and what it is in that form. Both are for the writer to correct. */
@customElement('mc-brought')
export class BroughtElement extends LitElement {
  static override styles = [sheet, css`
    .card { display: grid; gap: 0.875rem; }
    header { display: grid; grid-template: 'name as out' auto / minmax(0, 1fr) auto auto; gap: 0.25rem 1rem; align-items: center; }
    header h2 { grid-area: name; font-size: 1rem; }
    header > button { grid-area: out; }
    .as { grid-area: as; display: flex; flex-wrap: wrap; gap: 0.25rem 0.5rem; align-items: center; }
    @media (max-width: 40rem) { header { grid-template: 'name out' auto 'as as' auto / minmax(0, 1fr) auto; } }
    .as label { margin: 0; font-weight: 400; }
    .as select { width: auto; max-width: 100%; }
    textarea, .beat input { font-family: var(--serif); }
    textarea { max-height: 16rem; }
    textarea.line { min-height: 2.5rem; }
    .lines .fault:empty { display: none; }
    ol { display: grid; gap: 0.5rem; }
    .lines li { display: grid; grid-template-columns: 1.25rem 1fr; gap: 0.25rem; }
    .lines .number { padding-top: 0.5rem; color: var(--soft); font-size: 0.875rem; }
    .lines .fault { grid-column: 2; }
    summary { cursor: pointer; padding: 0.25rem 0; }
    .beat { display: grid; grid-template-columns: minmax(8rem, 1fr) 5.5rem; gap: 0.375rem; padding: 0.5rem 0; }
    .beat textarea { grid-column: 1 / -1; }
    pre { font: 0.875rem/1.3 var(--courier); white-space: pre-wrap; overflow-wrap: anywhere; max-height: 16rem; overflow: auto; margin: 0.5rem 0 0; padding: 0.75rem; background: var(--shade); border-radius: var(--round); }
  `];

  @property({ attribute: false }) beginning!: Beginning;
  @property({ attribute: false }) brought!: Brought;
  /** By path into the document's content; of a script, whatever there is. */
  @property({ attribute: false }) faults: ProblemItem[] = [];

  constructor() {
    super();
    new Watch(this, () => this.beginning);
  }

  protected override render(): TemplateResult {
    const { kind, guess, name } = this.brought;
    return html`<article class="card" aria-labelledby="name">
      <header>
        <h2 id="name">${name}</h2>
        <div class="as"><label for="kind">${kind === guess ? 'It looks like' : 'It is'}</label>
          <select id="kind" @change=${this.turn}>${broughtKinds.map((each) => html`<option value=${each} ?selected=${each === kind}>${broughtWords[each]}</option>`)}</select></div>
        <button type="button" class="quiet" aria-label="Take “${name}” out" @click=${() => this.dispatchEvent(new Event('take-out'))}>×</button>
      </header>
      ${this.body(kind)}
    </article>`;
  }

  private body(kind: BroughtKind): TemplateResult {
    switch (kind) {
      case 'synopsis':
        return this.synopsis();
      case 'plot':
        return this.plot();
      case 'notes':
        return html`<div><label for="notes">Notes, as part of the brief</label><textarea id="notes" aria-invalid=${this.faults.length ? 'true' : 'false'} .value=${notesIn(this.brought)} @input=${(event: Event) => this.change({ notes: valueOf(event) })}></textarea>${this.faultList(this.faults)}</div>`;
      case 'fountain':
      case 'fdx':
        return this.script(kind);
    }
  }

  private synopsis(): TemplateResult {
    const lines = linesIn(this.brought);
    return html`<fieldset><legend class="small soft">Five lines, from the beginning of the story to its end.</legend>
      <ol class="plain lines">${lines.map((line, place) => {
        const wrong = faultsAt(this.faults, `lines[${place}]`);
        return html`<li><span class="number" aria-hidden="true">${place + 1}</span><textarea class="line" rows="1" aria-label="Line ${place + 1}" aria-invalid=${wrong.length ? 'true' : 'false'} aria-describedby="fault-${place}" .value=${line} @input=${(event: Event) => this.change({ lines: lines.with(place, valueOf(event)) })}></textarea>
          <div class="fault" id="fault-${place}">${wrong.map((fault) => html`<p>${told(fault.message)}</p>`)}</div></li>`;
      })}</ol>${this.faultList(this.faults.filter((fault) => !/^lines\[\d\]$/.test(fault.path)))}</fieldset>`;
  }

  private plot(): TemplateResult {
    const plot = plotIn(this.brought);
    const words = wordsOf([plot.beginning, plot.middle, plot.end].join(' '));
    const change = (to: Partial<Plot>) => this.change({ plot: { ...plot, ...to } });
    const whole = this.faults.filter((fault) => !/^(beginning|middle|end|beats)\b/.test(fault.path));
    return html`
      ${Object.entries(partWords).map(([part, label]) => {
        const wrong = faultsAt(this.faults, part);
        return html`<div><label for=${part}>${label} <span class="soft">${countOf(wordsOf(plot[part as 'end'] ?? ''), 'word')}</span></label>
          <textarea id=${part} aria-invalid=${wrong.length || whole.length ? 'true' : 'false'} aria-describedby="${part}-fault" .value=${plot[part as 'end'] ?? ''} @input=${(event: Event) => change({ [part]: valueOf(event) })}></textarea>
          <div id="${part}-fault">${this.faultList(wrong)}</div></div>`;
      })}
      <p class="small soft">${countOf(words, 'word')} in all${words < leastPlotWords ? `; a plot has at least ${leastPlotWords}. A shorter text fits better as notes, or as a synopsis.` : '.'}</p>
      ${this.faultList(whole)}
      ${this.beats(plot.beats ?? [], (beats) => change({ beats }))}`;
  }

  private beats(beats: Beat[], change: (beats: Beat[]) => void): TemplateResult {
    const wrong = this.faults.filter((fault) => fault.path.startsWith('beats'));
    const at = (place: number, to: Partial<Beat>) => change(beats.with(place, { ...beats[place]!, ...to }));
    return html`<details ?open=${wrong.length > 0}><summary class="small">${countOf(beats.length, 'turn')} of the story, taken from where its parts begin, and where in the film they fall, in percent</summary>
      ${this.faultList(wrong.filter((fault) => fault.path === 'beats'))}
      <ol class="plain">${beats.map((beat, place) => html`<li class="beat">
        <input aria-label="Name of turn ${place + 1}" .value=${beat.name ?? ''} @input=${(event: Event) => at(place, { name: valueOf(event) })}>
        <input type="number" min="0" max="100" step="1" aria-label="Where turn ${place + 1} falls, in percent of the film" .value=${String(Math.round((beat.position ?? 0) * 100))} @change=${(event: Event) => at(place, { position: Number(valueOf(event)) / 100 })}>
        <textarea aria-label="What happens at turn ${place + 1}" .value=${beat.text ?? ''} @input=${(event: Event) => at(place, { text: valueOf(event) })}></textarea>
        ${this.faultList(faultsAt(wrong, `beats[${place}]`, true))}</li>`)}</ol></details>`;
  }

  private script(kind: 'fountain' | 'fdx'): TemplateResult {
    const { text } = this.brought;
    const scenes = scenesOf(text, kind);
    return html`<p class="soft">${scenes ? `${countOf(scenes, 'scene')}. ` : ''}Once the film is there you are shown what the script brings to it, and decide.</p>
      ${this.faultList(this.faults)}
      <details><summary class="small">How it begins</summary><pre tabindex="0" lang="">${beginningOf(text, mostShown)}</pre></details>`;
  }

  private faultList(faults: ProblemItem[]): TemplateResult | typeof nothing {
    return faults.length ? html`${faults.map((fault) => html`<p class="fault">${/^line \d/.test(fault.path) && !fault.message.includes(fault.path) ? `In ${fault.path}: ` : ''}${told(fault.message)}</p>`)}` : nothing;
  }

  private turn(event: Event): void {
    this.change({ kind: (event.target as HTMLSelectElement).value as BroughtKind });
  }

  private change(change: Partial<Brought>): void {
    this.beginning.change(this.brought, change);
  }
}

const valueOf = (event: Event) => (event.target as HTMLInputElement).value;

declare global {
  interface HTMLElementTagNameMap {
    'mc-brought': BroughtElement;
  }
}

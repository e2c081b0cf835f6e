import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Watch } from '../api/store.js';
import { headingOf, type Brief, type Scene } from '../film/content.js';
import type { Film } from '../film/film.js';
import type { DialogElement } from '../parts/dialog.js';
import '../parts/dialog.js';
import { sheet } from '../parts/sheet.js';
import { linesOf, speakersOf, type Line } from './reading.js';
import { castVoices, pieces, speaking, voicesOf, type Voice } from './voices.js';

const rates = [0.8, 1, 1.2, 1.5];

/** How long a word takes where nobody speaks, in milliseconds. */
const wordTime = 380;

/** A scene read aloud by the browser's voices: each person in their own, a narrator for the rest. */
@customElement('mc-table-read')
export class TableReadElement extends LitElement {
  static override styles = [sheet, css`
    mc-dialog { --dialog-width: 46rem; }
    .bar { display: flex; flex-wrap: wrap; gap: 0.5rem 0.75rem; align-items: center; position: sticky; top: 3.25rem; background: var(--paper); padding: 0.5rem 0; border-bottom: 1px solid var(--line); z-index: 1; }
    .bar label { margin: 0; display: inline-flex; gap: 0.375rem; align-items: center; max-width: 100%; }
    .bar select { width: auto; min-width: 0; }
    ol { padding: 1rem 0; display: grid; gap: 0.125rem; }
    li button { all: unset; display: block; width: 100%; box-sizing: border-box; cursor: pointer; padding: 0.25rem 0.75rem; border-left: 4px solid transparent; border-radius: 0 var(--round) var(--round) 0; font: 1rem/1.35 var(--courier); overflow-wrap: anywhere; white-space: pre-line; }
    li button:hover { background: var(--shade); }
    li button:focus-visible { outline: 3px solid var(--focus); }
    li { scroll-margin: 8rem; }
    li.now button { border-left-color: var(--accent); background: var(--stale-shade); font-weight: 700; }
    .heading { font-weight: 700; }
    .dialogue button, .parenthetical button { padding-left: clamp(1rem, 12%, 6rem); padding-right: 12%; }
    .cue { display: block; padding-left: 18%; }
    .transition { text-align: right; }
    .parts { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; }
  `];

  @property({ attribute: false }) film!: Film;
  @state() private isOpen = false;
  @state() private scene = '';
  @state() private at = 0;
  @state() private isReading = false;
  @state() private hasNarrator = true;
  @state() private rate = 1;
  /** Undefined until the browser has told. */
  @state() private voices?: SpeechSynthesisVoice[];
  @query('mc-dialog') private dialog!: DialogElement;
  /** Counts the readings: what an earlier one still tells is not heard any more. */
  private reading = 0;
  /** Held, because browsers forget to tell the end of one that nobody holds. */
  protected speech?: SpeechSynthesisUtterance;

  constructor() {
    super();
    new Watch(this, () => (this.isOpen ? this.film : undefined));
  }

  async show(): Promise<void> {
    this.isOpen = true;
    this.scene ||= this.scenes[0]?.id ?? '';
    await this.updateComplete;
    await this.dialog.show();
    this.renderRoot.querySelector<HTMLElement>('.primary')?.focus();
    this.voices ??= await voicesOf();
  }

  override disconnectedCallback(): void {
    this.pause();
    super.disconnectedCallback();
  }

  /** The scenes that are written. */
  private get scenes(): Scene[] {
    return this.film.scenes.filter((scene) => this.film.item(`dialogue:${scene.id}`)?.draft);
  }

  private get lines(): Line[] {
    return this.scene ? linesOf(this.film, this.scene) : [];
  }

  protected override render(): TemplateResult {
    return html`<mc-dialog heading="Table read" @close=${this.closed}>${this.isOpen ? this.body() : nothing}</mc-dialog>`;
  }

  private body(): TemplateResult {
    const [scenes, lines] = [this.scenes, this.lines];
    if (!scenes.length) return html`<p>No scene has dialogue yet. It is written once the scenes and the profiles are approved.</p>`;
    return html`
      ${this.voices && !this.voices.length ? html`<p class="notice" role="status">This browser has no voice to speak with, so the lines are marked at the pace of speech instead: read them aloud together. Another browser, or voices added in the system’s settings, will read them to you.</p>` : nothing}
      <div class="bar">
        <button class="primary" @click=${this.toggle} ?disabled=${!lines.length}>${this.isReading ? 'Pause' : this.at ? 'Go on' : 'Read'}</button>
        <button aria-label="Line back" @click=${() => this.goTo(this.at - 1)}>Back</button><button aria-label="Next line" @click=${() => this.goTo(this.at + 1)}>Next</button>
        <label>Scene <select @change=${(event: Event) => this.choose((event.target as HTMLSelectElement).value)}>${scenes.map((scene) => html`<option value=${scene.id} ?selected=${scene.id === this.scene}>${scene.number} ${headingOf(scene.heading)}</option>`)}</select></label>
        <label>Speed <select @change=${(event: Event) => { this.rate = Number((event.target as HTMLSelectElement).value); }}>${rates.map((rate) => html`<option value=${rate} ?selected=${rate === this.rate}>${rate}×</option>`)}</select></label>
        <label><input type="checkbox" .checked=${this.hasNarrator} @change=${() => { this.hasNarrator = !this.hasNarrator; }}> A narrator reads the action</label>
      </div>
      ${this.parts(lines)}
      <ol class="plain">${lines.map((line, place) => html`<li class="${line.kind} ${place === this.at ? 'now' : ''}"><button aria-current=${place === this.at ? 'true' : 'false'} @click=${() => this.goTo(place)}>${line.cue ? html`<span class="cue">${line.cue}</span>` : nothing}${line.text}</button></li>`)}</ol>`;
  }

  /** Which voice each person has. */
  private parts(lines: Line[]): TemplateResult | typeof nothing {
    if (!this.voices?.length) return nothing;
    const voice = this.cast(lines);
    const told = ({ voice, pitch }: Voice) => `${voice?.name ?? 'the usual voice'}${pitch === 1 ? '' : pitch < 1 ? ', lower' : ', higher'}`;
    return html`<details class="small soft"><summary>Who reads whom</summary><p class="parts">${speakersOf(lines).map((person) => html`<span>${this.film.person(person)}: ${told(voice({ person } as Line))}</span>`)}<span>Narrator: ${told(voice({} as Line))}</span></p></details>`;
  }

  private cast(lines: Line[]): (line: Line) => Voice {
    // The whole cast, so that a person keeps a voice over all scenes.
    const people = [...new Set([...this.film.people.map((person) => person.id), ...speakersOf(lines)])];
    return castVoices(people, speaking(this.voices ?? [], this.film.content<Brief>('brief')?.language));
  }

  protected override updated(changes: PropertyValues): void {
    if (changes.has('at') && this.isOpen) this.renderRoot.querySelector('li.now')?.scrollIntoView({ block: 'nearest', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
  }

  private choose(scene: string): void {
    this.pause();
    [this.scene, this.at] = [scene, 0];
  }

  private readonly toggle = (): void => {
    if (this.isReading) this.pause();
    else void this.read();
  };

  /** From a line on; while it is read, it goes on from there. */
  private goTo(place: number): void {
    this.at = Math.max(0, Math.min(this.lines.length - 1, place));
    if (!this.isReading) return;
    this.pause();
    void this.read();
  }

  /** Pausing ends the line, which begins anew afterwards: not every browser goes on in the middle of one. */
  private pause(): void {
    this.reading++;
    this.isReading = false;
    if ('speechSynthesis' in window) speechSynthesis.cancel();
  }

  private async read(): Promise<void> {
    const reading = ++this.reading;
    this.isReading = true;
    const isOver = () => reading !== this.reading;
    for (;;) {
      const lines = this.lines;
      const line = lines[this.at];
      if (!line) break;
      const isLeftOut = !line.said || (!this.hasNarrator && line.person === undefined);
      if (!isLeftOut) await this.say(line, this.cast(lines)(line), isOver);
      if (isOver()) return;
      if (this.at >= lines.length - 1) break;
      this.at++;
      await this.updateComplete;
    }

    [this.isReading, this.at] = [false, 0];
  }

  private async say(line: Line, { voice, pitch }: Voice, isOver: () => boolean): Promise<void> {
    if (!this.voices?.length) {
      await new Promise((resolve) => setTimeout(resolve, (600 + line.said.split(/\s+/).length * wordTime) / this.rate));
      return;
    }

    for (const piece of pieces(line.said)) {
      if (isOver()) return;
      await new Promise<void>((resolve) => {
        const speech = (this.speech = new SpeechSynthesisUtterance(piece));
        Object.assign(speech, { voice: voice ?? null, lang: voice?.lang ?? '', pitch, rate: this.rate, onend: () => resolve(), onerror: () => resolve() });
        speechSynthesis.speak(speech);
      });
    }
  }

  private readonly closed = (): void => {
    this.pause();
    this.isOpen = false;
  };
}

import { css, html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { clock } from '../film/content.js';
import type { Film } from '../film/film.js';
import type { Shortcut } from '../parts/keys.js';
import { showModal } from '../parts/dialog.js';
import { say } from '../parts/say.js';
import { sheet } from '../parts/sheet.js';
import { altOf, frameOf, type Board, type Panel } from './board.js';
import { lineAt, panelAt, Preloaded, shiftOf } from './playing.js';

/** How many pictures are fetched ahead. */
const ahead = 4;

/** What the buttons show: not every system has letters for it. */
const signs = { sceneBack: 'M2 3h2v10H2z M9 3v10L4 8z M15 3v10l-5-5z', back: 'M3 3h2v10H3z M13 3v10L6 8z', forward: 'M13 3h-2v10h2z M3 3v10l7-5z', sceneForward: 'M14 3h-2v10h2z M7 3v10l5-5z M1 3v10l5-5z' };

const speeds = [0.5, 1, 1.5, 2, 4];

/** What keys do in the player, for the list of all keys. */
export const playerKeys: Shortcut[] = [
  ['Space', 'Play or pause'], ['← →', 'A frame back or forward'], ['↑ ↓', 'A scene back or forward'], ['Home', 'To the beginning'], ['c', 'Captions'], ['m', 'Camera moves'], ['f', 'Full screen'], ['Escape', 'Leave the player'],
].map(([keys, says]) => ({ keys: keys!, says: `In the player: ${says!.charAt(0).toLowerCase()}${says!.slice(1)}` }));

/** Plays the frames, each for its shot's seconds, with what happens and what is heard. It fills the screen where the browser lets it, else the window. */
@customElement('mc-player')
export class PlayerElement extends LitElement {
  static override styles = [sheet, css`
    dialog { border: 0; padding: 0; margin: 0; width: 100vw; height: 100dvh; max-width: none; max-height: none; background: #000; }
    .player { color-scheme: dark; color: #f1ede4; background: #0b0a09; display: grid; grid-template-rows: minmax(0, 1fr) auto auto; width: 100%; height: 100%; outline: none; }
    .screen { position: relative; overflow: hidden; display: grid; place-items: center; background: #000; min-height: 0; container-type: size; cursor: pointer; }
    .gate { position: relative; overflow: hidden; aspect-ratio: var(--ratio, 1.85); width: min(100cqw, calc(100cqh * var(--ratio, 1.85))); background: #191714; }
    .gate img { width: 100%; height: 100%; object-fit: contain; }
    .gate .instead { height: 100%; display: grid; place-content: center; text-align: center; gap: 0.5rem; padding: 1rem; color: #cfc8ba; }
    .caption { min-height: 6.25rem; padding: 0.5rem clamp(1rem, 4vw, 3rem); display: grid; gap: 0.25rem; align-content: start; text-align: center; max-height: 35dvh; overflow: auto; }
    .caption .where { font: 700 0.875rem/1.3 var(--courier); color: #b8b0a2; }
    .caption .action { font: 1rem/1.4 var(--serif); }
    .caption .heard { font: italic 1.125rem/1.4 var(--serif); color: #ffe2b8; }
    .bar { display: flex; flex-wrap: wrap; gap: 0.25rem 0.5rem; align-items: center; justify-content: center; padding: 0.5rem 1rem 0.75rem; }
    .scrub { flex: 1 0 100%; position: relative; display: grid; }
    .scrub input { width: 100%; accent-color: #e0a070; min-height: 1.5rem; padding: 0; margin: 0; cursor: pointer; }
    .scrub svg { position: absolute; inset: 0; width: 100%; height: 100%; pointer-events: none; }
    .scrub rect { fill: #fff; opacity: 0.75; }
    .bar button { background: #242019; border-color: #453e33; color: inherit; min-width: 2.5rem; }
    .bar button.main { background: #e0a070; border-color: #e0a070; color: #1b1209; min-width: 5.5rem; }
    .sign { width: 1rem; height: 1rem; fill: currentColor; }
    .bar :focus-visible, .scrub :focus-visible { outline-color: #efb68a; }
    .bar label { margin: 0; display: inline-flex; gap: 0.375rem; align-items: center; }
    .bar select { width: auto; background: #242019; border-color: #453e33; }
    .time { font-variant-numeric: tabular-nums; min-width: 7.5rem; text-align: center; }
    .end { margin-left: auto; }
    @media (max-width: 40rem) { .caption { min-height: 9rem; } .end { margin-left: 0; } }
  `];

  @property({ attribute: false }) film!: Film;
  @property({ attribute: false }) board!: Board;
  @state() private isOpen = false;
  @state() private isRunning = false;
  @state() private isFull = false;
  @state() private place = 0;
  @state() private line = '';
  @state() private second = 0;
  @state() private hasCaptions = true;
  @state() private hasMoves = !matchMedia('(prefers-reduced-motion: reduce)').matches;
  @state() private speed = 1;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('.player') private player!: HTMLElement;
  @query('input[type=range]') private scrubber?: HTMLInputElement;
  @query('.gate img') private image?: HTMLImageElement;
  private readonly preloaded = new Preloaded();
  private now = 0;
  private last = 0;
  private isLeavingFull = false;

  /** @param from Where to begin, in seconds from the film's beginning. */
  async show(from: number): Promise<void> {
    if (!this.board.seconds) return say('None of the shots takes any time yet: give them seconds in the shot lists.');
    this.isOpen = true;
    await this.updateComplete;
    showModal(this.dialog);
    this.player.focus();
    this.goTo(from);
    this.run(true);
    await this.fill();
  }

  override disconnectedCallback(): void {
    this.isRunning = false;
    super.disconnectedCallback();
  }

  private get panels(): Panel[] {
    return this.board.panels;
  }

  protected override willUpdate(): void {
    // Shots can go while they play.
    if (this.isOpen && this.place >= this.panels.length) this.place = Math.max(0, this.panels.length - 1);
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-label="The film in frames" @close=${this.closed}>${this.isOpen && this.panels.length ? this.body() : nothing}</dialog>`;
  }

  private body(): TemplateResult {
    const panel = this.panels[this.place]!;
    const button = (label: string, sign: string, does: () => void) => html`<button aria-label=${label} title=${label} @click=${does}><svg class="sign" viewBox="0 0 16 16" aria-hidden="true"><path d=${sign} /></svg></button>`;
    return html`<div class="player" tabindex="-1" @keydown=${this.byKey} @fullscreenchange=${this.fullChanged}>
      <div class="screen" @click=${() => this.run(!this.isRunning)}><div class="gate">${this.picture(panel)}</div></div>
      <div class="caption" aria-live=${this.isRunning ? 'off' : 'polite'}>
        <p class="where">${panel.number}  ${panel.scene.heading}</p>
        ${this.hasCaptions ? html`<p class="action">${panel.shot.action ?? ''}</p>${this.line ? html`<p class="heard">${this.line}</p>` : nothing}` : nothing}
      </div>
      <div class="bar">
        <div class="scrub">${this.marks()}<input type="range" min="0" max=${this.board.seconds} step="0.1" aria-label="Time in the film" aria-valuetext="${clock(this.second)} of ${clock(this.board.seconds)}, shot ${panel.number}" @input=${this.scrub}></div>
        <span class="time">${clock(this.second)} / ${clock(this.board.seconds)}</span>
        ${button('Scene back', signs.sceneBack, () => this.stepScene(-1))}${button('Frame back', signs.back, () => this.step(-1))}
        <button class="main" @click=${() => this.run(!this.isRunning)}>${this.isRunning ? 'Pause' : 'Play'}</button>
        ${button('Frame forward', signs.forward, () => this.step(1))}${button('Scene forward', signs.sceneForward, () => this.stepScene(1))}
        <select aria-label="Speed" @change=${(event: Event) => { this.speed = Number((event.target as HTMLSelectElement).value); }}>${speeds.map((speed) => html`<option value=${speed} ?selected=${speed === this.speed}>${speed}×</option>`)}</select>
        <label><input type="checkbox" .checked=${this.hasCaptions} @change=${() => { this.hasCaptions = !this.hasCaptions; }}> Captions</label>
        <label><input type="checkbox" .checked=${this.hasMoves} @change=${this.toggleMoves}> Moves</label>
        ${document.fullscreenEnabled ? html`<button class="end" @click=${this.toggleFull}>${this.isFull ? 'In the window' : 'Full screen'}</button>` : html`<span class="end"></span>`}
        <button @click=${() => this.dialog.close()}>Close</button>
      </div>
    </div>`;
  }

  private picture(panel: Panel): TemplateResult {
    const { picture, words } = frameOf(this.film, panel);
    if (picture) return html`<img src=${this.film.pictureAddress(picture.picture!)} alt=${altOf(panel)} decoding="sync">`;
    return html`<div class="instead"><p>${words || 'no picture'}</p><p class="reading">${panel.camera}</p></div>`;
  }

  /** Where scenes begin, over the scrubber. */
  private marks(): TemplateResult {
    const whole = this.board.seconds;
    return html`<svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">${this.board.scenes.filter((scene) => scene.seconds && scene.start).map((scene) => svg`<rect x=${(scene.start / whole) * 1_000} y="2" width="1.5" height="6" />`)}</svg>`;
  }

  protected override updated(): void {
    if (!this.isOpen) return;
    if (this.scrubber) this.scrubber.value = String(this.now);
    this.shift();
  }

  private run(should: boolean): void {
    if (should === this.isRunning) return;
    this.isRunning = should;
    if (!should) return;
    if (this.now >= this.board.seconds) this.goTo(0);
    this.last = performance.now();
    requestAnimationFrame(this.tick);
  }

  private readonly tick = (at: number): void => {
    if (!this.isRunning) return;
    // A page in the background draws nothing: the film stands there.
    const passed = Math.min(0.25, Math.max(0, at - this.last) / 1_000) * this.speed;
    this.last = at;
    if (this.isReady()) this.goTo(this.now + passed);
    if (this.now >= this.board.seconds) this.run(false);
    else requestAnimationFrame(this.tick);
  };

  /** Whether the picture of now is there. What comes next is asked for on the way. */
  private isReady(): boolean {
    const [isReady] = this.panels.slice(this.place, this.place + 1 + ahead).map((panel) => {
      const { picture, isLoading } = frameOf(this.film, panel);
      return picture ? this.preloaded.has(this.film.pictureAddress(picture.picture!)) : !isLoading;
    });
    return isReady ?? true;
  }

  private goTo(at: number): void {
    this.now = Math.max(0, Math.min(this.board.seconds, at));
    this.place = panelAt(this.panels, this.now);
    this.line = lineAt(this.panels[this.place]!, this.played);
    this.second = Math.floor(this.now + 0.001);
    if (this.scrubber) this.scrubber.value = String(this.now);
    this.shift();
  }

  /** How much of the present shot has played, 0 to 1. */
  private get played(): number {
    const panel = this.panels[this.place]!;
    return panel.seconds ? Math.min(1, (this.now - panel.start) / panel.seconds) : 0;
  }

  private shift(): void {
    if (!this.image) return;
    const [scale, right, down] = this.hasMoves ? shiftOf(this.panels[this.place]?.shot.move, this.played) : shiftOf(undefined, 0);
    this.image.style.transform = `scale(${scale}) translate(${right * 100}%, ${down * 100}%)`;
  }

  /** Back to the beginning of the shot, and from there to the one before. */
  private step(by: number): void {
    const panel = this.panels[this.place]!;
    if (by < 0 && this.now - panel.start > 1) this.goTo(panel.start);
    else this.goTo(this.panels[Math.max(0, Math.min(this.panels.length - 1, this.place + by))]!.start);
  }

  private stepScene(by: number): void {
    const scenes = this.board.scenes.filter((scene) => scene.seconds);
    const scene = this.panels[this.place]!.scene;
    const isInside = by < 0 && this.now - scene.start > 1;
    this.goTo((scenes[scenes.indexOf(scene) + (isInside ? 0 : by)] ?? scene).start);
  }

  private readonly scrub = (event: Event): void => this.goTo(Number((event.target as HTMLInputElement).value));

  private readonly toggleMoves = (): void => {
    this.hasMoves = !this.hasMoves;
  };

  private readonly byKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = event.composedPath()[0] as HTMLElement;
    // A control keeps the keys that work it.
    if (at instanceof HTMLSelectElement || (event.key === ' ' && (at instanceof HTMLButtonElement || (at instanceof HTMLInputElement && at.type === 'checkbox')))) return;
    const does = this.keys[event.key];
    if (!does) return;
    event.preventDefault();
    does();
  };

  private readonly keys: Record<string, () => void> = {
    ' ': () => this.run(!this.isRunning),
    ArrowLeft: () => this.step(-1),
    ArrowRight: () => this.step(1),
    ArrowUp: () => this.stepScene(-1),
    ArrowDown: () => this.stepScene(1),
    Home: () => this.goTo(0),
    End: () => this.goTo(this.panels.at(-1)!.start),
    c: () => { this.hasCaptions = !this.hasCaptions; },
    m: this.toggleMoves,
    f: () => void this.toggleFull(),
  };

  private async fill(): Promise<void> {
    // Not every browser can, and none has to.
    await this.player.requestFullscreen?.().catch(() => undefined);
  }

  private readonly toggleFull = async (): Promise<void> => {
    if (!this.isFull) return this.fill();
    this.isLeavingFull = true;
    await document.exitFullscreen().catch(() => undefined);
  };

  private readonly fullChanged = (): void => {
    this.isFull = (this.renderRoot as ShadowRoot).fullscreenElement === this.player;
    // Who leaves the full screen by Escape leaves the player.
    if (!this.isFull && !this.isLeavingFull) this.dialog.close();
    this.isLeavingFull = false;
  };

  private readonly closed = (): void => {
    this.isRunning = false;
    this.isOpen = false;
    if (this.isFull) void document.exitFullscreen().catch(() => undefined);
    this.isFull = false;
  };
}

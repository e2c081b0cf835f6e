import { flow } from '@lit-labs/virtualizer/layouts/flow.js';
import { virtualize } from '@lit-labs/virtualizer/virtualize.js';
import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { clock } from '../film/content.js';
import type { Film } from '../film/film.js';
import { Watch } from '../api/store.js';
import { sheet } from '../parts/sheet.js';
import { frameOf, type Board, type Panel } from './board.js';
import { deskLink, panelStyles, stage, words } from './panel.js';

const layout = flow({ direction: 'horizontal' });

/** The film as a strip: one frame large, with its words, and all of them in a row below. Of the row only those in view are on the page. */
@customElement('mc-film-strip')
export class FilmStripElement extends LitElement {
  static override styles = [sheet, panelStyles, css`
    :host { display: grid; gap: 1rem; padding: 1rem; max-width: 100rem; margin: 0 auto; }
    .one { display: grid; grid-template-columns: minmax(0, calc((100dvh - 26rem) * var(--ratio, 1.85))) minmax(16rem, 1fr); gap: 1.5rem; align-items: start; }
    .one .about { display: grid; gap: 0.625rem; }
    .one h2 { font: 700 1rem/1.3 var(--courier); }
    .strip { background: #14120f; border-radius: var(--round); padding: 0.875rem 0; position: relative; }
    .strip::before, .strip::after { content: ''; position: absolute; left: 0; right: 0; height: 0.375rem; background: repeating-linear-gradient(90deg, transparent 0 0.5rem, #6b6459 0.5rem 1rem); }
    .strip::before { top: 0.25rem; }
    .strip::after { bottom: 0.25rem; }
    .frames { height: 10rem; overflow-x: auto; overflow-y: hidden; }
    .frames:focus-visible { outline-offset: 4px; }
    .thumb { width: calc(7.75rem * var(--ratio, 1.85)); padding: 0 0.1875rem; cursor: pointer; color: #d8d1c4; display: grid; gap: 0.125rem; }
    .thumb .stage { border-radius: 0.1875rem; }
    .thumb .stage .chip { font-size: 0.6875rem; padding: 0 0.375rem; }
    .thumb p.small { display: flex; justify-content: space-between; font-size: 0.75rem; padding: 0 0.125rem; white-space: nowrap; }
    .thumb.first { border-left: 3px solid #e0a070; }
    .thumb[aria-selected='true'] .stage { box-shadow: 0 0 0 3px #efb68a; }
    .thumb[aria-selected='true'] p { color: #fff; font-weight: 700; }
    @media (max-width: 60rem) { .one { grid-template-columns: 1fr; } }
  `];

  @property({ attribute: false }) film!: Film;
  @property({ attribute: false }) board!: Board;
  /** Whether the camera's moves are drawn over the pictures. */
  @property({ type: Boolean }) arrows = false;
  @state() private chosen = 0;

  constructor() {
    super();
    new Watch(this, () => this.film);
  }

  private get panel(): Panel {
    return this.board.panels[Math.min(this.chosen, this.board.panels.length - 1)]!;
  }

  protected override render(): TemplateResult {
    const panel = this.panel;
    const view = { film: this.film, board: this.board, hasArrows: this.arrows, width: 1280 };
    return html`
      <section class="one" aria-label="Shot ${panel.number}">
        ${stage(view, panel)}
        <div class="about">
          <h2>${panel.number}  ${panel.scene.heading}</h2>
          <p class="small soft">Begins at ${clock(panel.start)}, ${panel.seconds} s · scene ${clock(panel.scene.seconds)} · film ${clock(this.board.seconds)}</p>
          ${words(panel)}
          <p class="row"><button @click=${() => this.step(-1)} ?disabled=${this.chosen === 0}>Back</button><button @click=${() => this.step(1)} ?disabled=${this.chosen >= this.board.panels.length - 1}>Next</button>
            <button @click=${() => this.dispatchEvent(new CustomEvent('play', { detail: panel.start }))}>Play from here</button> ${deskLink(this.film, panel)}</p>
        </div>
      </section>
      <div class="strip"><div class="frames" role="listbox" tabindex="0" aria-label="Frames of the film" aria-orientation="horizontal" aria-activedescendant="at-${this.chosen}" @keydown=${this.byKey}>
        ${virtualize({ items: this.board.panels, layout, scroller: true, keyFunction: (each) => each.frame, renderItem: this.thumb })}
      </div></div>`;
  }

  protected override updated(changes: PropertyValues): void {
    if (changes.has('chosen')) this.showChosen();
  }

  private readonly thumb = (panel: Panel, place: number): TemplateResult => {
    const isFirst = panel === panel.scene.panels[0];
    const frame = frameOf(this.film, panel);
    return html`<div class="thumb ${isFirst ? 'first' : ''}" role="option" id="at-${place}" aria-selected=${place === this.chosen} aria-setsize=${this.board.panels.length} aria-posinset=${place + 1} @click=${() => { this.chosen = place; }}>
      ${stage({ film: this.film, board: this.board, hasArrows: false, width: 320 }, panel, frame)}
      <p class="small"><span>${panel.number}</span><span>${clock(panel.start)}</span></p>
    </div>`;
  };

  private readonly byKey = (event: KeyboardEvent): void => {
    const last = this.board.panels.length - 1;
    const to = { ArrowRight: this.chosen + 1, ArrowLeft: this.chosen - 1, PageDown: this.sceneAfter(1), PageUp: this.sceneAfter(-1), Home: 0, End: last }[event.key];
    if (event.key === 'Enter') this.dispatchEvent(new CustomEvent('play', { detail: this.panel.start }));
    if (to === undefined) return;
    event.preventDefault();
    this.chosen = Math.max(0, Math.min(last, to));
  };

  private sceneAfter(by: number): number {
    const scenes = this.board.scenes.filter((scene) => scene.panels.length);
    const scene = scenes[scenes.indexOf(this.panel.scene) + by];
    return scene ? this.board.panels.indexOf(scene.panels[0]!) : this.chosen;
  }

  private step(by: number): void {
    this.chosen = Math.max(0, Math.min(this.board.panels.length - 1, this.chosen + by));
  }

  /** All frames are of the same width. */
  private showChosen(): void {
    const frames = this.renderRoot.querySelector<HTMLElement>('.frames');
    const width = frames?.querySelector<HTMLElement>('.thumb')?.offsetWidth;
    if (frames && width) frames.scrollLeft = (this.chosen + 0.5) * width - frames.clientWidth / 2;
  }
}

import { flow } from '@lit-labs/virtualizer/layouts/flow.js';
import { virtualize } from '@lit-labs/virtualizer/virtualize.js';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Watch } from '../api/store.js';
import { clock } from '../film/content.js';
import { countOf } from '../film/documents.js';
import type { Film } from '../film/film.js';
import { absence, absentStyles } from '../parts/film-head.js';
import '../parts/film-head.js';
import { Keys } from '../parts/keys.js';
import { Resize } from '../parts/resize.js';
import { sheet } from '../parts/sheet.js';
import { addressOf } from '../router.js';
import { boardOf, type Board, type BoardScene, type Panel } from './board.js';
import './film-strip.js';
import { panelCard, panelStyles } from './panel.js';
import { playerKeys, type PlayerElement } from './player.js';
import './player.js';
import { seek } from './seek.js';
import type { TableReadElement } from './table-read.js';
import './table-read.js';

/** A line of the grid: a scene's heading, or some of its panels side by side. */
type Row = { scene: BoardScene; panels?: Panel[] };

const layout = flow();

/** Up to so many panels are all on the page, where the browser's own search finds them. */
const mostAtOnce = 60;

/** In rem: what a panel is wide at least, and what lies between two. */
const panelWidth = 18, gap = 1.25;

/** The film in pictures, in its order: as a board by scenes, or as a strip. */
@customElement('mc-storyboard')
export class StoryboardElement extends LitElement {
  static override styles = [sheet, panelStyles, absentStyles, css`
    .tools { display: flex; flex-wrap: wrap; gap: 0.5rem 0.75rem; align-items: center; padding: 0.625rem 1rem; position: sticky; top: 0; z-index: 3; background: var(--paper); border-bottom: 1px solid var(--line); }
    .tools select { width: auto; max-width: 16rem; }
    .tools label { margin: 0; display: inline-flex; gap: 0.375rem; align-items: center; }
    .facts { margin-right: auto; }
    .board { padding: 0 1rem 3rem; max-width: 100rem; margin: 0 auto; }
    .band { width: 100%; }
    .band.panels { display: grid; grid-template-columns: repeat(var(--columns, 3), minmax(0, 1fr)); gap: 1.25rem; padding-bottom: 1.5rem; }
    .heading { display: grid; gap: 0.25rem; padding: 1.5rem 0 0.75rem; scroll-margin-top: 4rem; }
    .heading h2 { font: 700 1rem/1.3 var(--courier); }
    .heading .reading { max-width: 60rem; font-size: 0.9375rem; }
    @media (max-width: 40rem), (max-height: 30rem) { .tools { position: static; } }
  `];

  @property({ attribute: false }) film?: Film;
  @state() private isStrip = false;
  @state() private hasArrows = true;
  @state() private columns = 3;
  @query('mc-player') private player?: PlayerElement;
  @query('mc-table-read') private table?: TableReadElement;
  private laid?: { board: Board; columns: number; rows: Row[] };

  constructor() {
    super();
    new Watch(this, () => this.film);
    new Resize(this, () => this.measure());
    new Keys(this, 'Storyboard', () => [
      { keys: 'p', says: 'Play the film', does: () => this.play(0) },
      { keys: 't', says: 'Table read', does: () => void this.table?.show() },
      { keys: 'v', says: 'Board or film strip', does: () => { this.isStrip = !this.isStrip; } },
      { keys: 'm', says: 'Show or hide the camera’s moves', does: () => { this.hasArrows = !this.hasArrows; } },
      ...playerKeys,
    ]);
  }

  protected override render(): TemplateResult {
    const film = this.film;
    const absent = absence(film);
    if (absent || !film) return absent ?? html``;
    const board = boardOf(film);
    this.style.setProperty('--ratio', String(board.ratio));
    return html`
      <mc-film-head .film=${film} here="storyboard"></mc-film-head>
      ${this.tools(film, board)}
      ${board.panels.length ? this.isStrip
        ? html`<mc-film-strip .film=${film} .board=${board} ?arrows=${this.hasArrows} @play=${(event: CustomEvent<number>) => this.play(event.detail)}></mc-film-strip>`
        : this.grid(film, board) : this.blank(film)}
      <mc-player .film=${film} .board=${board}></mc-player>
      <mc-table-read .film=${film}></mc-table-read>`;
  }

  private tools(film: Film, board: Board): TemplateResult {
    const has = board.panels.length > 0;
    return html`<div class="tools" role="toolbar" aria-label="Storyboard">
      <p class="facts small soft">${countOf(board.scenes.length, 'scene')} · ${countOf(board.panels.length, 'shot')} · <strong>${clock(board.seconds)}</strong> · ${board.ratioWords}${this.standing(film, board)}</p>
      ${has && !this.isStrip && board.scenes.length > 1 ? html`<select aria-label="Go to scene" @change=${this.jump}><option value="">Go to scene…</option>${board.scenes.map((scene) => html`<option value=${scene.id}>${scene.number} ${scene.heading}</option>`)}</select>` : nothing}
      ${has ? html`<div class="row" role="group" aria-label="Layout"><button aria-pressed=${!this.isStrip} @click=${() => { this.isStrip = false; }}>Board</button><button aria-pressed=${this.isStrip} @click=${() => { this.isStrip = true; }}>Film strip</button></div>
        <label><input type="checkbox" .checked=${this.hasArrows} @change=${() => { this.hasArrows = !this.hasArrows; }}> Moves</label>` : nothing}
      <button @click=${() => this.table?.show()}>Table read</button>
      ${has ? html`<button class="primary" @click=${() => this.play(0)}><span aria-hidden="true">▶</span> Play</button>` : nothing}
    </div>`;
  }

  /** How many frames are not approved, by how they stand. */
  private standing(film: Film, board: Board): string {
    const parked = new Set(film.snapshot!.parked);
    const counts = new Map<string, number>();
    for (const { frame } of board.panels) {
      const status = parked.has(frame) ? 'parked' : film.item(frame)?.status ?? 'missing';
      counts.set(status, (counts.get(status) ?? 0) + 1);
    }

    const told = [['awaitingApproval', 'await you'], ['drafting', 'being drawn'], ['parked', 'wait for the budget'], ['stale', 'stale'], ['failed', 'failed'], ['skipped', 'skipped'], ['waiting', 'not drawn yet'], ['missing', 'not drawn yet']] as const;
    return told.filter(([status]) => counts.has(status)).map(([status, words]) => ` · ${counts.get(status)} ${words}`).join('');
  }

  private grid(film: Film, board: Board): TemplateResult {
    const rows = this.rows(board);
    const view = { film, board, hasArrows: this.hasArrows, width: this.columns > 1 && devicePixelRatio < 1.5 ? 384 : 640 };
    const row = (each: Row, place: number) => each.panels
      ? html`<div class="band panels" data-row=${place}>${each.panels.map((panel) => panelCard(view, panel, () => this.play(panel.start)))}</div>`
      : this.heading(film, each.scene, place);
    if (board.panels.length <= mostAtOnce) return html`<div class="board rows">${rows.map(row)}</div>`;
    return html`<div class="board"><div class="rows">${virtualize({ items: rows, layout, renderItem: row, keyFunction: (each) => `${each.scene.id} ${each.panels?.[0]?.frame ?? ''}` })}</div></div>`;
  }

  private rows(board: Board): Row[] {
    if (this.laid?.board === board && this.laid.columns === this.columns) return this.laid.rows;
    const rows = this.lay(board);
    this.laid = { board, columns: this.columns, rows };
    return rows;
  }

  private lay(board: Board): Row[] {
    return board.scenes.flatMap((scene): Row[] => {
      const rows: Row[] = [{ scene }];
      for (let at = 0; at < scene.panels.length; at += this.columns) rows.push({ scene, panels: scene.panels.slice(at, at + this.columns) });
      return rows;
    });
  }

  private heading(film: Film, scene: BoardScene, place: number): TemplateResult {
    return html`<div class="band heading" data-row=${place}>
      <div class="row spread"><h2>${scene.number}  ${scene.heading}</h2><span class="small soft">${countOf(scene.panels.length, 'shot')} · ${clock(scene.seconds)} · begins at ${clock(scene.start)}</span></div>
      ${scene.summary ? html`<p class="reading soft">${scene.summary}</p>` : nothing}
      ${scene.panels.length ? scene.shots && !scene.shots.approved ? html`<p class="small"><span class="chip awaitingApproval">draft</span> This shot list is not approved yet: <a href=${this.shotsAddress(film, scene)}>see it on the desk</a>.</p>` : nothing : this.unlisted(film, scene)}
    </div>`;
  }

  private unlisted(film: Film, scene: BoardScene): TemplateResult {
    const { shots } = scene;
    if (!shots) return html`<p class="small soft">It has no shot list.</p>`;
    const words = shots.status === 'skipped' ? 'The film does without its shots.' : shots.status === 'drafting' ? 'Its shots are being listed…' : shots.draft ? 'Its shots are on their way…' : 'Its shots are not listed yet.';
    return html`<p class="small soft">${words} <a href=${this.shotsAddress(film, scene)}>Its shot list on the desk</a></p>`;
  }

  private blank(film: Film): TemplateResult {
    const look = film.item('look');
    const desk = (document: string) => addressOf({ view: 'desk', film: film.id, document });
    if (look?.status === 'skipped') return html`<div class="absent stack"><p>This film does without pictures. Reopen its <a href=${desk('look')}>look</a> to have its shots listed and its frames drawn.</p></div>`;
    return html`<div class="absent stack"><p>There are no shots yet. They are listed, scene by scene, once the <a href=${desk('scenes')}>key scenes</a> and the <a href=${desk('look')}>look</a> are approved.</p></div>`;
  }

  private shotsAddress(film: Film, scene: BoardScene): string {
    return addressOf({ view: 'desk', film: film.id, document: `shots:${scene.id}` });
  }

  private play(from: number): void {
    void this.player?.show(from);
  }

  private readonly jump = (event: Event): void => {
    const select = event.target as HTMLSelectElement;
    const rows = this.rows(boardOf(this.film!));
    void seek(this.renderRoot.querySelector<HTMLElement>('.rows')!, rows.findIndex((row) => row.scene.id === select.value), rows.length);
    select.value = '';
  };

  private measure(): void {
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    const width = Math.min(this.clientWidth, 100 * rem) / rem - 2;
    this.columns = Math.max(1, Math.floor((width + gap) / (panelWidth + gap)));
    this.style.setProperty('--columns', String(this.columns));
  }
}

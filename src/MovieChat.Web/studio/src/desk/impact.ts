import { css, html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { CostItem } from '../api/schema.js';
import { Watch } from '../api/store.js';
import { costOf, kinds, kindTitles, nameOf, type Kind } from '../film/documents.js';
import type { Film } from '../film/film.js';
import { sheet } from '../parts/sheet.js';

/** What feeds what, for the lines of the picture. */
const feeds: Partial<Record<Kind, Kind[]>> = {
  brief: ['ideas'], ideas: ['synopsis'], synopsis: ['cast', 'look', 'plot'], cast: ['profile', 'portrait', 'plot'], look: ['portrait', 'shots', 'frame'], profile: ['plot', 'dialogue'], plot: ['scenes', 'dialogue'], scenes: ['shots', 'dialogue'],
  portrait: ['frame'], shots: ['frame'],
};

/** How far from the beginning a kind stands. */
const column: Record<Kind, number> = { brief: 0, ideas: 1, synopsis: 2, cast: 3, look: 3, profile: 4, portrait: 4, plot: 5, scenes: 6, shots: 7, dialogue: 7, frame: 8 };

const box = { width: 118, height: 44, gapX: 34, gapY: 14 };

/** What a change of one document touches, as a picture of the part of the film's graph that hangs on it. */
@customElement('mc-impact')
export class ImpactElement extends LitElement {
  static override styles = [sheet, css`
    .scroll { overflow-x: auto; }
    svg { font: 12px var(--sans); max-width: none; }
    rect { fill: var(--raised); stroke: var(--line); }
    .here rect { fill: var(--accent); stroke: var(--accent); }
    .here text { fill: var(--on-accent); }
    .touched rect { fill: var(--stale-shade); stroke: var(--stale); }
    text { fill: var(--ink); }
    text.count { fill: var(--soft); font-size: 11px; }
    .here text.count { fill: var(--on-accent); }
    path { fill: none; stroke: var(--edge); }
  `];

  @property({ attribute: false }) film!: Film;
  @property() document = '';
  /** The documents that are touched. */
  @property({ attribute: false }) touched: string[] = [];
  @property() word = 'will turn stale';
  /** What it costs to have all of them drafted anew. */
  @property({ attribute: false }) cost?: CostItem | null;

  constructor() {
    super();
    new Watch(this, () => this.film);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.touched.length) return nothing;
    const here = nameOf(this.document).kind;
    const counts = new Map<Kind, string[]>();
    for (const id of this.touched) counts.set(nameOf(id).kind, [...(counts.get(nameOf(id).kind) ?? []), id]);
    const shown = kinds.filter((kind) => kind === here || counts.has(kind));
    const columns = [...new Set(shown.map((kind) => column[kind]))].sort((one, other) => one - other);
    const rows = new Map<number, number>();
    const places = new Map(shown.map((kind) => {
      const x = columns.indexOf(column[kind]);
      const row = rows.get(x) ?? 0;
      rows.set(x, row + 1);
      return [kind, { x: x * (box.width + box.gapX) + 1, y: row * (box.height + box.gapY) + 1 }];
    }));
    const width = columns.length * (box.width + box.gapX) - box.gapX + 2;
    const height = Math.max(...rows.values()) * (box.height + box.gapY) - box.gapY + 2;
    const words = `${this.film.title(this.document)}: ${this.touched.map((id) => this.film.title(id)).join(', ')} ${this.word}`;
    return html`<div class="scroll" tabindex="0" role="group" aria-label="What it touches"><svg width=${width} height=${height} viewBox="0 0 ${width} ${height}" role="img" aria-label=${words}>
      ${shown.flatMap((from) => (feeds[from] ?? []).filter((to) => places.has(to)).map((to) => line(places.get(from)!, places.get(to)!)))}
      ${shown.map((kind) => this.box(kind, places.get(kind)!, counts.get(kind)))}
    </svg></div>
    ${this.cost ? html`<p class="soft small">To have ${this.touched.length === 1 ? 'it' : 'all of them'} drafted anew costs about ${costOf(this.cost)}. Nothing is, before you say so.</p>` : nothing}`;
  }

  private box(kind: Kind, { x, y }: { x: number; y: number }, ids: string[] | undefined): TemplateResult {
    const isHere = kind === nameOf(this.document).kind;
    const count = isHere ? (ids ? `and ${ids.length} more` : 'this one') : ids!.length === 1 ? this.word : `${ids!.length} ${this.word}`;
    return svg`<g class=${isHere ? 'here' : 'touched'}><title>${(ids ?? [this.document]).map((id) => this.film.title(id)).join(', ')}</title>
      <rect x=${x} y=${y} width=${box.width} height=${box.height} rx="6"></rect>
      <text x=${x + 10} y=${y + 18}>${kindTitles[kind]}</text><text class="count" x=${x + 10} y=${y + 34}>${count}</text></g>`;
  }
}

function line(from: { x: number; y: number }, to: { x: number; y: number }): TemplateResult {
  const [x1, y1, x2, y2] = [from.x + box.width, from.y + box.height / 2, to.x, to.y + box.height / 2];
  return svg`<path d="M${x1} ${y1} C${x1 + 18} ${y1} ${x2 - 18} ${y2} ${x2} ${y2}"></path>`;
}

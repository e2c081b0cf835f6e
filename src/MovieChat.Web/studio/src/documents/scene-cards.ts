import { grid } from '@lit-labs/virtualizer/layouts/grid.js';
import { virtualize, virtualizerRef } from '@lit-labs/virtualizer/virtualize.js';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { Watch } from '../api/store.js';
import { headingOf, type Scene } from '../film/content.js';
import type { Film } from '../film/film.js';
import { sheet } from '../parts/sheet.js';
import { pairs, plain, type Show } from './text.js';

const layout = grid({ itemSize: { width: '300px', height: '260px' }, gap: '12px', padding: '0' });

/** Up to so many cards are all on the page, where the browser's own search finds them. */
const mostAtOnce = 60;

/** Scenes as index cards. Of a long film only those in view are on the page. */
@customElement('mc-scene-cards')
export class SceneCardsElement extends LitElement {
  static override styles = [sheet, css`
    .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr)); gap: 0.75rem; }
    .long { min-height: 20rem; }
    .index { display: grid; gap: 0.375rem; align-content: start; padding: 0.75rem 1rem; border-top: 3px solid var(--accent); }
    .long .index { width: 100%; height: 100%; overflow: auto; }
    .slug { font: 700 0.875rem/1.3 var(--courier); }
    .reading { font-size: 0.9375rem; line-height: 1.5; }
    .wants { display: grid; gap: 0.125rem; }
  `];

  @property({ attribute: false }) film!: Film;
  @property({ attribute: false }) scenes: Scene[] = [];
  @property({ attribute: false }) earlier?: Scene[];
  @property({ attribute: false }) show: Show = plain;
  @query('.long') private long?: HTMLElement;

  constructor() {
    super();
    new Watch(this, () => this.film);
  }

  protected override render(): TemplateResult {
    const cards = pairs(this.scenes, this.earlier, (one, other) => one.id === other.id);
    if (cards.length <= mostAtOnce) return html`<ol class="plain cards">${cards.map((each) => html`<li class="card index">${this.card(each)}</li>`)}</ol>`;
    return html`<div class="long" role="list" aria-label="${cards.length} scenes">${this.long ? virtualize({
      items: cards,
      layout,
      renderItem: (each) => html`<div role="listitem" class="card index">${this.card(each)}</div>`,
    }) : nothing}</div>`;
  }

  protected override updated(): void {
    // The virtualizer looks for what it scrolls in as soon as it is made, and finds nothing while its list is not on the page.
    if (this.long && !(virtualizerRef in this.long)) this.requestUpdate();
  }

  private card({ now, before }: { now?: Scene; before?: Scene }): TemplateResult {
    const old = this.earlier && (before ?? ({ id: '' } as Scene));
    const scene = now ?? ({ id: before!.id } as Scene);
    return html`
      <p class="row spread small"><strong>${scene.number ?? before?.number ?? ''}</strong><span class="chip">${scene.purpose ?? before?.purpose ?? ''}</span></p>
      <h3 class="slug">${this.show(headingOf(scene.heading), old && headingOf(old.heading))}</h3>
      <p class="reading">${this.show(scene.summary, old?.summary)}</p>
      ${scene.turn || old?.turn ? html`<p class="reading small soft">Turn: ${this.show(scene.turn ?? '', old && (old.turn ?? ''))}</p>` : nothing}
      ${scene.wants?.length ? html`<ul class="plain small wants">${scene.wants.map((want) => html`<li><strong>${this.film.person(want.character)}</strong>: ${want.want}${want.obstacle ? html`. <em>But:</em> ${want.obstacle}` : nothing}</li>`)}</ul>` : nothing}
      <p class="small soft">${(scene.characters ?? []).map((id) => this.film.person(id)).join(', ')}</p>
      ${scene.setUps?.length ? html`<p class="small soft">Plants: ${scene.setUps.join(', ')}</p>` : nothing}
      ${scene.payOffs?.length ? html`<p class="small soft">Pays off: ${scene.payOffs.join(', ')}</p>` : nothing}`;
  }
}

import { css, html, nothing, type TemplateResult } from 'lit';
import { clock } from '../film/content.js';
import type { Film } from '../film/film.js';
import { addressOf } from '../router.js';
import { altOf, frameOf, type Board, type Frame, type Panel } from './board.js';
import { moveOverlay, moveStyles } from './moves.js';

/** How a panel is shown. */
export interface PanelView {
  film: Film;
  board: Board;
  hasArrows: boolean;
  /** In pixels, at most: for a small one the thumbnail is loaded. */
  width: number;
}

/** The picture of a panel with the camera's move over it, or what there is to tell in its place. */
export function stage({ film, board, hasArrows, width }: PanelView, panel: Panel, frame: Frame = frameOf(film, panel)): TemplateResult {
  const { picture, status, words } = frame;
  return html`<div class="stage ${picture ? '' : 'empty'}">
    ${picture ? html`<img src=${film.pictureAddress(picture.picture!, width)} alt=${altOf(panel)} loading="lazy" decoding="async">`
      : html`<p class="absent-picture">${frame.isLoading ? '…' : html`<span aria-hidden="true">${status === 'drafting' ? '◐' : '◇'}</span> ${words || 'no picture'}`}</p>`}
    ${hasArrows && picture && !frame.hasMove ? moveOverlay(panel.shot, board.ratio) : nothing}
    ${picture && words ? html`<span class="chip ${status}">${words}</span>` : nothing}
  </div>`;
}

/** What a panel tells in words: what happens, the camera, what is heard. */
export function words(panel: Panel): TemplateResult {
  return html`
    <p class="small camera">${panel.camera}</p>
    <p class="reading action">${panel.shot.action ?? ''}</p>
    ${panel.lines.map((line) => html`<p class="reading small line">${line}</p>`)}
    ${panel.people.length ? html`<p class="small soft">In the picture: ${panel.people.join(', ')}</p>` : nothing}`;
}

/** A link to the document on the desk from which a panel's frame comes, or would come. */
export function deskLink(film: Film, panel: Panel): TemplateResult {
  const document = film.item(panel.frame) ? panel.frame : `shots:${panel.scene.id}`;
  return html`<a href=${addressOf({ view: 'desk', film: film.id, document })}>${document === panel.frame ? 'Frame' : 'Shot list'}<span class="hidden-label"> of ${panel.number} on the desk</span></a>`;
}

/** One panel: its picture, which plays the film from there, and its words.
 * @param play Called to play from it. */
export function panelCard(view: PanelView, panel: Panel, play: () => void): TemplateResult {
  const frame = frameOf(view.film, panel);
  return html`<article class="panel ${frame.status}" aria-label="Shot ${panel.number}">
    <button class="picture" @click=${play} aria-label="Play from shot ${panel.number}. ${altOf(panel)}${frame.words ? `, ${frame.words}` : ''}">${stage(view, panel, frame)}</button>
    <p class="row spread small"><strong class="number">${panel.number}</strong><span class="soft"><span class="hidden-label">begins at </span>${clock(panel.start)} · ${panel.seconds} s</span>${deskLink(view.film, panel)}</p>
    ${words(panel)}
  </article>`;
}

/** The elements that show panels set `--ratio` to the film's. */
export const panelStyles = [moveStyles, css`
  .stage { position: relative; aspect-ratio: var(--ratio, 1.85); background: #14120f; border-radius: var(--round); overflow: hidden; }
  .stage img { width: 100%; height: 100%; object-fit: contain; }
  .stage.empty { display: grid; place-items: center; background: repeating-linear-gradient(135deg, var(--shade) 0 8px, transparent 8px 16px), var(--raised); border: 1px dashed var(--edge); }
  .stage .absent-picture { background: var(--raised); padding: 0.25rem 0.75rem; border-radius: var(--round); font-size: 0.875rem; color: var(--ink); }
  .stage > .chip { position: absolute; left: 0.375rem; bottom: 0.375rem; box-shadow: 0 0 0 1px var(--paper); }
  .panel { display: grid; gap: 0.375rem; align-content: start; min-width: 0; }
  .panel .picture { all: unset; display: block; cursor: pointer; border-radius: var(--round); }
  .panel .picture:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
  .panel .picture:hover .stage { box-shadow: 0 0 0 2px var(--accent); }
  .number { font: 700 0.9375rem var(--courier); }
  .camera { color: var(--soft); }
  .action { font-size: 0.9375rem; line-height: 1.45; }
  .line { border-left: 2px solid var(--accent); padding-left: 0.625rem; font-style: italic; font-size: 0.875rem; line-height: 1.45; }
`];

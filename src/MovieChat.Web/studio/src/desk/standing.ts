import { html, nothing, type TemplateResult } from 'lit';
import type { DocumentView } from '../api/schema.js';
import { costOf, countOf } from '../film/documents.js';
import type { Film } from '../film/film.js';
import { addressOf } from '../router.js';
import './impact.js';

/** A document as it stands, and what can be done about it. */
export interface Standing {
  film: Film;
  view: DocumentView;
  isBusy: boolean;
  redraft: () => void;
  keep: () => void;
}

/** Why a document stands as it does, and what to do about it. */
export function standing({ film, view, isBusy, redraft, keep }: Standing): TemplateResult | typeof nothing {
  const link = (id: string) => html`<a href=${addressOf({ view: 'desk', film: film.id, document: id })}>${film.title(id)}</a>`;
  const listed = (ids: string[]) => ids.map((id, place) => html`${place ? ', ' : ''}${link(id)}`);
  const missing = view.needs.filter((id) => !['approved', 'skipped'].includes(film.item(id)?.status ?? ''));
  switch (view.status) {
    case 'waiting':
      return html`<div class="notice"><p>It is drafted once ${listed(missing)} ${missing.length === 1 ? 'is' : 'are'} approved.${view.cost ? ` That will cost about ${costOf(view.cost)}.` : ''}</p></div>`;
    case 'drafting':
      return film.snapshot?.parked.includes(view.id)
        ? html`<div class="notice bad"><p>The film has spent its budget: raise it above, and the drafting goes on.</p></div>`
        : html`<div class="notice" role="status"><p><span class="pulse">●</span> Being drafted${view.cost ? `, for about ${costOf(view.cost)}` : ''}. You can go on elsewhere: it will wait for you.</p></div>`;
    case 'failed':
      return html`<div class="notice bad" role="status"><p><strong>${view.failure?.message}</strong></p><p>${view.failure?.remedy}</p></div>`;
    case 'skipped':
      return html`<div class="notice"><p>The film does without it.${view.skipped ? ` ${view.skipped}` : ''}</p></div>`;
    case 'stale':
      return html`<div class="notice stale stack"><p>It was made from what is no longer approved: ${listed(view.staleBecause?.map((cause) => cause.document) ?? [])}. It stays as it is until you say otherwise.</p>
        ${view.redo ? html`<p>A new draft costs about ${costOf(view.redo)}${view.redo.then.length ? html`, and later ${countOf(view.redo.then.length, 'document')} may turn stale by it:` : '.'}</p><mc-impact .film=${film} .document=${view.id} .touched=${view.redo.then} word="may turn stale" .cost=${view.ifChangedCost}></mc-impact>` : nothing}
        <div class="row"><button class="primary" ?disabled=${isBusy} @click=${redraft}>Draft it again</button><button ?disabled=${isBusy} @click=${keep}>Keep it, it is fine</button></div></div>`;
    default:
      return nothing;
  }
}

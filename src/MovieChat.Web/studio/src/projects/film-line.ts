import { css, html, nothing, type TemplateResult } from 'lit';
import type { ProjectItem } from '../api/schema.js';
import { projectStatusWords, when } from '../film/documents.js';
import { addressOf } from '../router.js';

/** What a film waits for, in words: "3 await you". */
const awaitingWords = (count: number) => `${count} ${count === 1 ? 'awaits' : 'await'} you`;

/** One film of the list. What the row says stands in its text, so that no colour is needed to read it. */
export function filmLine(film: ProjectItem, does: { rename: () => void; copy: () => void; delete: () => void }): TemplateResult {
  const isAwaiting = film.awaiting > 0;
  return html`
    <a class="title" href=${addressOf({ view: 'desk', film: film.id })} data-film=${film.id}>${film.title}</a>
    <span class="state">
      ${film.status === 'awaitingWriter' && isAwaiting ? nothing : html`<span class="chip ${film.status}">${projectStatusWords[film.status]}</span>`}
      ${isAwaiting ? html`<span class="chip awaitingWriter">${awaitingWords(film.awaiting)}</span>` : nothing}
    </span>
    <time class="small soft" datetime=${film.changedAt} title="Changed ${new Date(film.changedAt).toLocaleString('en-GB')}"><span class="hidden-label">changed </span>${when(film.changedAt)}</time>
    <span class="does">
      <button class="quiet small rename" aria-label="Rename “${film.title}”" @click=${does.rename}>Rename</button>
      <button class="quiet small" aria-label="Copy “${film.title}”" @click=${does.copy}>Copy</button>
      <button class="quiet small danger" aria-label="Delete “${film.title}”" @click=${does.delete}>Delete</button>
    </span>`;
}

export const filmLineStyles = css`
  .film { display: grid; grid-template-columns: minmax(0, 1fr) auto 9rem auto; grid-template-areas: 'title state time does'; gap: 0.25rem 1rem; align-items: center; width: 100%; padding: 0.5rem 0.25rem 0.5rem 0.75rem; border-bottom: 1px solid var(--line); }
  .film:hover, .film:focus-within { background: var(--raised); }
  .film .title { grid-area: title; font: 600 1.0625rem/1.35 var(--serif); color: inherit; text-decoration: none; overflow-wrap: anywhere; padding: 0.25rem 0; }
  .film .title:hover { text-decoration: underline; }
  .film .state { grid-area: state; display: flex; flex-wrap: wrap; gap: 0.375rem; justify-content: end; }
  .film time { grid-area: time; }
  .film .does { grid-area: does; display: flex; }
  @media (max-width: 48rem) {
    .film { grid-template-columns: auto minmax(4rem, 1fr) auto; grid-template-areas: 'title title title' 'state time does'; gap: 0.125rem 0.625rem; padding: 0.5rem 0 0.375rem 0.5rem; }
    .film .does button { padding: 0.25rem 0.5rem; }
    /* There is no room for it: the film's package has it, too. */
    .film .does .rename { display: none; }
    .film .state { justify-content: start; }
  }
`;

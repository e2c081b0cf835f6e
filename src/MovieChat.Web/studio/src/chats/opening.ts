import { css, html, type TemplateResult } from 'lit';
import type { Film } from '../film/film.js';

/** What one can say where nothing was said yet.
 * @param about The document that the chat is about, or that is on the desk.
 * @param put Puts words into the message field. */
export function opening(film: Film, about: string | undefined, put: (words: string) => void): TemplateResult {
  const isFresh = film.item('brief')?.status !== 'approved';
  const title = about && film.item(about) ? film.title(about).replace(/^./, (letter) => letter.toLowerCase()) : '';
  const words = isFresh
    ? ['I’d like to make a film about ', 'I don’t know yet what it should be about. Ask me.', 'A film I wish I had made is ']
    : [title ? `What works in the ${title}, and what doesn’t?` : 'What works in the film so far, and what doesn’t?', 'I’m stuck. Give me three ways forward.', 'Where does the film stand?'];
  return html`<div class="opening">
    <p class="lead">${isFresh ? 'What should the film be?' : 'What would you like to talk about?'}</p>
    <p class="soft">${isFresh ? 'Tell the companion what you have, however little it is. It asks, listens, and proposes a brief; you decide.' : 'The companion has read everything of this film. It proposes, and you decide.'}</p>
    <ul class="plain">${words.map((each) => html`<li><button @click=${() => put(each)}>${each.trim()}${each.endsWith(' ') ? ' …' : ''}</button></li>`)}</ul>
  </div>`;
}

export const openingStyles = css`
  .opening { padding: clamp(1.5rem, 8vh, 5rem) 1.25rem 1.5rem; display: grid; gap: 0.75rem; align-content: start; overflow: auto; min-height: 0; }
  .opening .lead { font: 600 1.375rem/1.25 var(--serif); }
  .opening ul { display: grid; gap: 0.5rem; margin-top: 0.5rem; }
  .opening button { text-align: left; justify-content: start; font-weight: 400; width: 100%; padding-block: 0.5rem; overflow-wrap: anywhere; }
`;

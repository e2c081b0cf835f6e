import { html, nothing, type TemplateResult } from 'lit';
import type { Film } from '../film/film.js';

/** What a chat is about: the whole film, the document on the desk, or any other.
 * @param about The document on the desk.
 * @param chosen The document that is chosen; none for the whole film. */
export function focusField(film: Film, about: string | undefined, chosen: string | undefined): TemplateResult {
  const documents = film.snapshot?.documents ?? [];
  const choice = (id: string, says: string) => html`<option value=${id} ?selected=${id === (chosen ?? '')}>${says}</option>`;
  const others = documents.filter((item) => item.id !== about);
  return html`<label for="focus">What it is about</label>
    <select id="focus" name="focus">
      ${choice('', 'The whole film')}
      ${about && film.item(about) ? choice(about, `${film.title(about)} (on the desk)`) : nothing}
      ${chosen && !film.item(chosen) ? choice(chosen, `${film.title(chosen)} (not in the film any more)`) : nothing}
      ${others.length ? html`<optgroup label="Another document">${others.map((item) => choice(item.id, film.subtitle(item.id) ? `${film.title(item.id)}: ${film.subtitle(item.id)}` : film.title(item.id)))}</optgroup>` : nothing}
    </select>`;
}

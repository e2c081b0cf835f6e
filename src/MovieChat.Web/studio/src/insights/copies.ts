import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { post, remove } from '../api/client.js';
import type { ProjectSnapshot } from '../api/schema.js';
import { Watch } from '../api/store.js';
import type { Film } from '../film/film.js';
import '../parts/film-dialogs.js';
import type { FilmActions, FilmDialogsElement, Named } from '../parts/film-dialogs.js';
import { sheet } from '../parts/sheet.js';
import { go } from '../router.js';

const actions: FilmActions = {
  copy: (film, title, key) => post<ProjectSnapshot>(`/api/projects/${film.id}/fork`, { title }, key),
  delete: (film) => remove(`/api/projects/${film.id}`),
};

/** The film as a whole: a copy of it that goes its own way, or its end. */
@customElement('mc-copies')
export class CopiesElement extends LitElement {
  static override styles = [sheet, css`
    :host { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: 0.75rem; align-items: start; }
    .card { display: grid; gap: 0.75rem; justify-items: start; }
  `];

  @property({ attribute: false }) film!: Film;
  @query('mc-film-dialogs') private dialogs!: FilmDialogsElement;

  constructor() {
    super();
    new Watch(this, () => this.film);
  }

  protected override render(): TemplateResult {
    return html`
      <div class="card"><h3>Copy the film</h3><p class="small soft">The copy has all drafts and decisions up to now and goes its own way from here: to try another ending, another cast, another language.</p>
        <button @click=${() => this.dialogs.copy(this.named)}>Copy it…</button></div>
      <div class="card"><h3>Delete the film</h3><p class="small soft">It ends for everybody who works on it, with its chats, links and subscriptions. Copies of it stay. Take it home first: nothing brings it back.</p>
        <button class="danger" @click=${() => this.dialogs.delete(this.named)}>Delete it…</button></div>
      <mc-film-dialogs .films=${actions} @copied=${(event: CustomEvent<Named>) => go({ view: 'desk', film: event.detail.id })} @deleted=${() => go({ view: 'films' })}></mc-film-dialogs>`;
  }

  private get named(): Named {
    return { id: this.film.id, title: this.film.snapshot!.title };
  }
}

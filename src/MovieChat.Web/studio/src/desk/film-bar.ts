import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { put } from '../api/client.js';
import type { AllowanceItem, ProjectSnapshot } from '../api/schema.js';
import { Watch } from '../api/store.js';
import { costOf, projectStatusWords } from '../film/documents.js';
import type { Film } from '../film/film.js';
import type { DialogElement } from '../parts/dialog.js';
import { pageLinks } from '../parts/film-pages.js';
import { Keys } from '../parts/keys.js';
import { say, sentence } from '../parts/say.js';
import { sheet } from '../parts/sheet.js';

/** The line above the desk: which film it is, how it stands, what is left of its budget, and where else one can go. */
@customElement('mc-film-bar')
export class FilmBarElement extends LitElement {
  static override styles = [sheet, css`
    :host { border-bottom: 1px solid var(--line); }
    .bar { display: flex; align-items: center; gap: 0.25rem 0.75rem; padding: 0.375rem 1rem; min-height: 3.125rem; }
    h1 { font: 600 1.125rem/1.2 var(--serif); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; min-width: 4rem; }
    nav { display: flex; align-items: center; gap: 0.125rem; margin-left: auto; flex: none; }
    meter { width: 4rem; height: 0.5rem; }
    .budget { white-space: nowrap; }
    .meters { display: grid; gap: 0.75rem; }
    .meters meter { width: 100%; }
    form { display: grid; gap: 1rem; }
    .lost { color: var(--danger); }
    @media (max-width: 64rem) {
      .bar { flex-wrap: nowrap; overflow-x: auto; }
      h1 { flex: none; max-width: 55vw; }
      .fold { display: none; }
    }
  `];

  @property({ attribute: false }) film!: Film;
  @property({ attribute: false }) folded = new Set<string>();
  @state() private fault = '';
  @query('mc-dialog') private dialog!: DialogElement;

  constructor() {
    super();
    new Watch(this, () => this.film);
    new Keys(this, 'The desk', () => [{ keys: '$', says: 'Budget of the film', does: () => void this.dialog.show() }]);
  }

  protected override render(): TemplateResult {
    const { snapshot, id: film } = this.film;
    if (!snapshot) return html``;
    const isPaused = snapshot.status === 'paused';
    const fold = (part: string, word: string) => html`
      <button class="quiet small fold" aria-pressed=${!this.folded.has(part)} @click=${() => this.dispatchEvent(new CustomEvent('fold', { detail: part }))}>${word}</button>`;
    return html`<div class="bar">
      ${fold('journey', 'Journey')}
      <h1 title=${snapshot.title}>${snapshot.title}</h1>
      <span class="chip ${snapshot.status}">${projectStatusWords[snapshot.status]}</span>
      ${this.film.connection === 'lost' ? html`<span class="small lost" role="status">Connection lost: trying again. What you type is kept.</span>` : nothing}
      <nav aria-label="This film">
        <button class="quiet small budget" aria-keyshortcuts="$" @click=${() => this.dialog.show()} title="What the film may spend, and has spent">Budget ${this.meter(snapshot.budget.tokens, 'tokens')}</button>
        <button class="quiet small" aria-keyshortcuts="P" @click=${() => this.dispatchEvent(new Event('toggle-pause'))}>${isPaused ? 'Resume' : 'Pause'}</button>
        ${pageLinks(film)}
        ${fold('chats', 'Chats')}
      </nav>
    </div>
    <mc-dialog heading="Budget">${this.budget(snapshot)}</mc-dialog>`;
  }

  private meter(allowance: AllowanceItem, of: string): TemplateResult {
    const share = allowance.limit > 0 ? Math.min(100, Math.round((allowance.spent / allowance.limit) * 100)) : 100;
    return html`<meter min="0" max="100" high="90" value=${share} aria-label="${share} % of the ${of} spent">${share} %</meter>`;
  }

  private budget(snapshot: ProjectSnapshot): TemplateResult {
    const { tokens, pictures, ahead } = snapshot.budget;
    const line = (name: string, allowance: AllowanceItem) => html`
      <div><div class="row spread"><strong>${name}</strong><span class="small">${allowance.spent.toLocaleString('en')} of ${allowance.limit.toLocaleString('en')} spent</span></div>${this.meter(allowance, name.toLowerCase())}</div>`;
    return html`<form @submit=${this.save}>
      <div class="meters">${line('Tokens', tokens)}${line('Pictures', pictures)}</div>
      <p class="soft">What is still to be drafted will cost about ${costOf(ahead)}, as far as it is known now.${snapshot.parked.length ? ` ${snapshot.parked.length} wait for a larger budget.` : ''}</p>
      <div><label for="tokens">The film may spend this many tokens</label><input id="tokens" name="tokens" type="number" min="0" step="1" required .value=${String(tokens.limit)}></div>
      <div><label for="pictures">and this many pictures</label><input id="pictures" name="pictures" type="number" min="0" step="1" required .value=${String(pictures.limit)}></div>
      <p class="fault" role="alert">${this.fault}</p>
      <div class="row"><button class="primary">Change the budget</button></div>
    </form>`;
  }

  private async save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    try {
      await this.film.change(put<ProjectSnapshot>(`${this.film.path}/budget`, { tokens: Number(form.get('tokens')), pictures: Number(form.get('pictures')) }));
      this.fault = '';
      this.dialog.close();
      say('The budget is changed.');
    } catch (failure) {
      this.fault = sentence(failure);
    }
  }
}

import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { keep, kept } from '../api/kept.js';
import { Repeat } from '../api/repeat.js';
import type { FactItem } from '../api/schema.js';
import { Watch } from '../api/store.js';
import type { Film } from '../film/film.js';
import type { DialogElement } from '../parts/dialog.js';
import { sayProblem, sentence } from '../parts/say.js';
import { sheet } from '../parts/sheet.js';
import { Facts } from './facts.js';

/** What the writer stated about the film, and whatever is written from now on keeps to. */
@customElement('mc-facts')
export class FactsElement extends LitElement {
  static override styles = [sheet, css`
    .all { display: grid; gap: 1rem; }
    li { border-top: 1px solid var(--line); padding: 0.625rem 0; display: grid; gap: 0.375rem; }
    li p, li form { overflow-wrap: anywhere; min-width: 0; }
    form { display: grid; gap: 0.75rem; }
    .about { font-size: 0.8125rem; color: var(--soft); }
    textarea { min-height: 2.75rem; }
    button.small { min-height: 1.875rem; padding: 0 0.625rem; }
  `];

  @property({ attribute: false }) film!: Film;
  /** The fact that is being put in other words. */
  @state() private changing?: string;
  @state() private fault = '';
  @query('mc-dialog') private dialog!: DialogElement;
  private readonly repeat = new Repeat();

  constructor() {
    super();
    new Watch(this, () => this.film);
    new Watch(this, () => this.facts);
  }

  private get facts(): Facts {
    return Facts.of(this.film);
  }

  private get keptName(): string {
    return `${this.film.id}:fact`;
  }

  async show(): Promise<void> {
    [this.changing, this.fault] = [undefined, ''];
    void this.facts.refresh().catch(sayProblem);
    await this.dialog.show();
  }

  protected override render(): TemplateResult {
    const items = this.facts.items ?? [];
    return html`<mc-dialog heading="Facts of the film"><div class="all">
      <p class="soft">What you stated about the film. Every draft from now on keeps to it; what was written stays as it is.</p>
      ${items.length ? html`<ul class="plain">${items.map((item) => html`<li>${item.id === this.changing ? this.form(item) : this.line(item)}</li>`)}</ul>` : html`<p class="soft">There are none yet. Say one in a chat (“she never learned to swim”), or here.</p>`}
      ${this.changing ? nothing : this.form()}
    </div></mc-dialog>`;
  }

  private line(item: FactItem): TemplateResult {
    const about = item.about.map((id) => this.film.item(id) ? this.film.title(id) : this.film.person(id)).join(', ');
    return html`<p>${item.text}</p><div class="row spread"><span class="about">${about ? `About ${about}` : 'About the whole film'}</span><span class="row">
      <button class="small" aria-label="Change: ${item.text}" @click=${() => { [this.changing, this.fault] = [item.id, '']; }}>Change</button>
      <button class="small" aria-label="Drop: ${item.text}" @click=${() => void this.facts.drop(item.id).catch(sayProblem)}>Drop</button></span></div>`;
  }

  /** @param item The fact that is put in other words; none for a new one. */
  private form(item?: FactItem): TemplateResult {
    const known = [...this.film.people.map((person) => ({ id: person.id, says: person.name || person.id })), ...(this.film.snapshot?.documents ?? []).map(({ id }) => ({ id, says: this.film.title(id) }))];
    const chosen = item?.about[0] ?? '';
    return html`<form @submit=${(event: SubmitEvent) => this.save(event, item)}>
      <div><label for="text">${item ? 'In other words' : 'State something'}</label>
        <textarea id="text" name="text" rows="2" maxlength="500" required .value=${item?.text ?? kept(this.keptName) ?? ''} @input=${(event: InputEvent) => { if (!item) keep(this.keptName, (event.target as HTMLTextAreaElement).value); }}></textarea></div>
      ${item && item.about.length > 1 ? nothing : html`<div><label for="about">About</label><select id="about" name="about"><option value="">The whole film</option>
        ${chosen && !known.some(({ id }) => id === chosen) ? html`<option value=${chosen} selected>${chosen}</option>` : nothing}
        ${known.map(({ id, says }) => html`<option value=${id} ?selected=${id === chosen}>${says}</option>`)}</select></div>`}
      <p class="fault" role="alert">${this.fault}</p>
      <div class="row"><button class="primary">${item ? 'Save' : 'Keep it'}</button>${item ? html`<button type="button" @click=${() => { this.changing = undefined; }}>Leave it</button>` : nothing}</div>
    </form>`;
  }

  private async save(event: SubmitEvent, item?: FactItem): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const data = new FormData(form);
    const about = data.has('about') ? [String(data.get('about'))].filter(Boolean) : item?.about;
    const fact = { text: String(data.get('text')).trim(), about };
    try {
      if (item) await this.facts.change(item.id, fact);
      else await this.facts.state(fact, this.repeat.keyOf(fact));
      this.repeat.taken();
      [this.changing, this.fault] = [undefined, ''];
      if (item) return;
      keep(this.keptName, null);
      form.reset();
      form.querySelector('textarea')!.value = '';
    } catch (failure) {
      this.fault = sentence(failure);
      this.repeat.failed(failure);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mc-facts': FactsElement;
  }
}

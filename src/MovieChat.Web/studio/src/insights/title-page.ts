import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Watch } from '../api/store.js';
import type { Film } from '../film/film.js';
import { sendByKey } from '../parts/keys.js';
import { say, sentence } from '../parts/say.js';
import { sheet } from '../parts/sheet.js';

/** What stands on the title page of all that is printed. */
@customElement('mc-title-page')
export class TitlePageElement extends LitElement {
  static override styles = [sheet, css`
    form { display: grid; gap: 0.75rem; max-width: 56rem; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); align-items: start; }
    textarea { min-height: 4.5rem; }
    .row { grid-column: 1 / -1; }
  `];

  @property({ attribute: false }) film!: Film;
  @state() private fault = '';
  @state() private isBusy = false;
  /** What is typed and not saved yet: nothing that comes from elsewhere replaces it. */
  private isTyping = false;

  constructor() {
    super();
    new Watch(this, () => this.film);
  }

  protected override shouldUpdate(changes: Map<PropertyKey, unknown>): boolean {
    return !this.isTyping || changes.has('fault') || changes.has('isBusy');
  }

  protected override render(): TemplateResult {
    const { title, titlePage: { authors, source, contact } } = this.film.snapshot!;
    return html`<form @submit=${this.save} @input=${() => { this.isTyping = true; }} @keydown=${sendByKey} novalidate>
      <div><label for="title">Title</label><input id="title" name="title" maxlength="200" autocomplete="off" .value=${title} aria-describedby="fault"></div>
      <div><label for="source">Based on</label><input id="source" name="source" maxlength="300" autocomplete="off" placeholder="based on the novel by …" .value=${source} aria-describedby="fault"></div>
      <div><label for="authors">Written by, one a line</label><textarea id="authors" name="authors" .value=${authors.join('\n')} aria-describedby="fault"></textarea></div>
      <div><label for="contact">Contact</label><textarea id="contact" name="contact" maxlength="500" .value=${contact} aria-describedby="fault"></textarea></div>
      <div class="row"><button class="primary" ?disabled=${this.isBusy}>Save the title page</button><span class="fault" id="fault" role="alert">${this.fault}</span></div>
    </form>`;
  }

  private readonly save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const text = (name: string) => String(form.get(name)).trim();
    [this.isBusy, this.fault] = [true, ''];
    try {
      await this.film.changeTitlePage({ title: text('title'), source: text('source'), contact: text('contact'), authors: text('authors').split('\n').map((name) => name.trim()).filter(Boolean) });
      this.isTyping = false;
      say('The title page is saved.');
    } catch (failure) {
      this.fault = sentence(failure);
    } finally {
      this.isBusy = false;
    }
  };
}

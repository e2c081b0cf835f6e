import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Repeat } from '../api/repeat.js';
import type { ChatItem } from '../api/schema.js';
import type { Film } from '../film/film.js';
import type { DialogElement } from '../parts/dialog.js';
import { sentence } from '../parts/say.js';
import { sheet } from '../parts/sheet.js';
import { ChatList } from './chat-list.js';
import { focusField } from './focus.js';

/** Begins a chat. */
@customElement('mc-start-chat')
export class StartChatElement extends LitElement {
  static override styles = [sheet, css`form { display: grid; gap: 1rem; }`];

  @property({ attribute: false }) film!: Film;
  @property() about?: string;
  @state() private fault = '';
  @state() private isBusy = false;
  @query('mc-dialog') private dialog!: DialogElement;
  @query('form') private form!: HTMLFormElement;
  private readonly repeat = new Repeat();

  async show(): Promise<void> {
    this.fault = '';
    this.repeat.taken();
    this.form.reset();
    await this.dialog.show();
    this.form.querySelector('select')?.focus();
  }

  protected override render(): TemplateResult {
    return html`<mc-dialog heading="A new chat"><form @submit=${this.begin}>
      <p class="soft">The companion knows the film, proposes, and never decides.</p>
      <div>${focusField(this.film, this.about, undefined)}</div>
      <div><label for="title">What it is called</label><input id="title" name="title" maxlength="120" autocomplete="off" aria-describedby="help" placeholder="if you know already">
        <p id="help" class="soft small">Left empty, the companion finds a name after the first answer.</p></div>
      <p class="fault" role="alert">${this.fault}</p>
      <div class="row"><button class="primary" ?disabled=${this.isBusy}>Begin</button><button type="button" @click=${() => this.dialog.close()}>Not now</button></div>
    </form></mc-dialog>`;
  }

  private async begin(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(this.form);
    const of = (name: string) => String(form.get(name) ?? '').trim() || undefined;
    this.isBusy = true;
    try {
      const chat = { title: of('title'), focus: of('focus') };
      const item = await ChatList.of(this.film).begin(chat, this.repeat.keyOf(chat));
      this.dialog.close();
      this.dispatchEvent(new CustomEvent<ChatItem>('begun', { detail: item }));
    } catch (failure) {
      this.fault = sentence(failure);
      this.repeat.failed(failure);
    } finally {
      this.isBusy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mc-start-chat': StartChatElement;
  }
}

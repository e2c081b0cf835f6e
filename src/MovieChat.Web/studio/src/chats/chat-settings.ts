import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Watch } from '../api/store.js';
import type { Film } from '../film/film.js';
import { countOf, when } from '../film/documents.js';
import type { DialogElement } from '../parts/dialog.js';
import { say, sentence } from '../parts/say.js';
import { sheet } from '../parts/sheet.js';
import { ChatList, titleOf, transcriptAddress } from './chat-list.js';
import { focusField } from './focus.js';

/** What can be done with a chat as a whole: name it, change what it is about, take it home, delete it. */
@customElement('mc-chat-settings')
export class ChatSettingsElement extends LitElement {
  static override styles = [sheet, css`
    form, .all { display: grid; gap: 1rem; }
    .end { border-top: 1px solid var(--line); padding-top: 1rem; display: grid; gap: 0.75rem; justify-items: start; }
    p { overflow-wrap: anywhere; }
  `];

  @property({ attribute: false }) film!: Film;
  @property() about?: string;
  /** The chat's id. */
  @property() chat = '';
  @state() private fault = '';
  @state() private isDeleting = false;
  @query('mc-dialog') private dialog!: DialogElement;
  @query('#title') private name!: HTMLInputElement;
  @query('#focus') private focusChoice!: HTMLSelectElement;

  constructor() {
    super();
    new Watch(this, () => this.film && this.list);
  }

  private get list(): ChatList {
    return ChatList.of(this.film);
  }

  async show(): Promise<void> {
    [this.fault, this.isDeleting] = ['', false];
    this.requestUpdate();
    await this.updateComplete;
    const item = this.list.item(this.chat);
    // What was typed and not saved is no more.
    this.name.value = item?.title ?? '';
    this.focusChoice.value = item?.focus ?? '';
    await this.dialog.show();
    this.name.focus();
  }

  protected override render(): TemplateResult {
    const item = this.list.item(this.chat);
    const view = this.list.chat(this.chat).view;
    const from = view?.branchedFrom && this.list.item(view.branchedFrom.chat);
    return html`<mc-dialog heading="This chat"><div class="all">
      <form @submit=${this.save}>
        <div><label for="title">What it is called</label><input id="title" maxlength="120" autocomplete="off" placeholder="The companion finds a name after the first answer"></div>
        <div>${focusField(this.film, this.about, item?.focus ?? undefined)}</div>
        <p class="fault" role="alert">${this.fault}</p>
        <div class="row"><button class="primary">Save</button><a class="button" href=${transcriptAddress(this.film, this.chat)} download>Take it home (Markdown)</a></div>
      </form>
      ${item ? html`<p class="soft small">${countOf(item.messages, 'message')}, begun ${when(item.startedAt)}.${from ? html` It goes on from “${titleOf(from)}”.` : nothing}</p>` : nothing}
      ${view?.summary ? html`<details><summary>What the companion remembers of the older part</summary><p class="reading small">${view.summary}</p></details>` : nothing}
      <div class="end">${this.isDeleting
        ? html`<p>Delete “${titleOf(item)}” with all that was said in it? What it proposed stays with the film.</p><div class="row"><button class="danger" @click=${this.deleteChat}>Delete it</button><button @click=${() => { this.isDeleting = false; }}>Keep it</button></div>`
        : html`<button class="danger" @click=${this.ask}>Delete the chat…</button>`}</div>
    </div></mc-dialog>`;
  }

  private async ask(): Promise<void> {
    this.isDeleting = true;
    await this.updateComplete;
    // Nobody deletes by pressing twice.
    this.renderRoot.querySelector<HTMLElement>('.end button:last-child')?.focus();
  }

  private async save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    try {
      await this.list.change(this.chat, { title: this.name.value.trim() || undefined, focus: this.focusChoice.value });
      this.dialog.close();
    } catch (failure) {
      this.fault = sentence(failure);
    }
  }

  private async deleteChat(): Promise<void> {
    const title = titleOf(this.list.item(this.chat));
    try {
      await this.list.remove(this.chat);
      this.dialog.close();
      say(`“${title}” is deleted.`);
    } catch (failure) {
      this.fault = sentence(failure);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mc-chat-settings': ChatSettingsElement;
  }
}

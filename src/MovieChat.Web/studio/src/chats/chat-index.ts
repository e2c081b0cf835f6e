import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Watch } from '../api/store.js';
import { countOf, when } from '../film/documents.js';
import type { Film } from '../film/film.js';
import type { DialogElement } from '../parts/dialog.js';
import { sheet } from '../parts/sheet.js';
import { ChatList, titleOf, transcriptAddress } from './chat-list.js';

/** All chats of a film, the one that was talked in last first. */
@customElement('mc-chat-index')
export class ChatIndexElement extends LitElement {
  static override styles = [sheet, css`
    .all { display: grid; gap: 0.75rem; }
    li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0.5rem; align-items: center; border-top: 1px solid var(--line); padding: 0.375rem 0; }
    button.chat { display: grid; grid-template-columns: minmax(0, 1fr); text-align: left; width: 100%; min-width: 0; background: transparent; border-color: transparent; padding: 0.25rem 0.5rem; font-weight: 400; gap: 0; }
    button.chat:hover, button.chat[aria-current='true'] { background: var(--shade); }
    .name { font-weight: 600; overflow-wrap: anywhere; }
  `];

  @property({ attribute: false }) film!: Film;
  @property() shown?: string;
  @state() private wanted = '';
  @query('mc-dialog') private dialog!: DialogElement;

  constructor() {
    super();
    new Watch(this, () => this.film && ChatList.of(this.film));
  }

  async show(): Promise<void> {
    this.wanted = '';
    await this.dialog.show();
    this.renderRoot.querySelector('input')?.focus();
  }

  protected override render(): TemplateResult {
    const words = this.wanted.trim().toLocaleLowerCase();
    const all = (ChatList.of(this.film).items ?? []).toSorted((one, other) => other.changedAt.localeCompare(one.changedAt));
    const found = all.filter((item) => `${titleOf(item)} ${item.focus ? this.film.title(item.focus) : ''}`.toLocaleLowerCase().includes(words));
    return html`<mc-dialog heading="All chats"><div class="all">
      <div><label for="wanted">Find one by its name, or what it is about</label><input id="wanted" type="search" .value=${this.wanted} @input=${(event: InputEvent) => { this.wanted = (event.target as HTMLInputElement).value; }}></div>
      <p class="small soft" role="status">${words ? `${found.length} of ${all.length}` : countOf(all.length, 'chat')}</p>
      <ul class="plain">${found.map((item) => html`<li>
        <button class="chat" aria-current=${item.id === this.shown} @click=${() => this.choose(item.id)}><span class="name">${titleOf(item)}</span>
          <span class="small soft">${item.focus ? this.film.title(item.focus) : 'The whole film'} · ${countOf(item.messages, 'message')} · ${when(item.changedAt)}</span></button>
        <a class="button quiet small" href=${transcriptAddress(this.film, item.id)} download aria-label="Take “${titleOf(item)}” home as .md" title="Take it home as Markdown"><span aria-hidden="true">↓</span> .md</a></li>`)}</ul>
      ${found.length ? nothing : html`<p class="soft">There is none like that.</p>`}
    </div></mc-dialog>`;
  }

  private choose(id: string): void {
    this.dialog.close();
    this.dispatchEvent(new CustomEvent<string>('choose', { detail: id }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mc-chat-index': ChatIndexElement;
  }
}

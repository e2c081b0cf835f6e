import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { sendByKey } from '../parts/keys.js';
import { sheet } from '../parts/sheet.js';
import { go } from '../router.js';
import { beginWithChat, titleFor } from './begin.js';
import { BeginForm } from './begin-form.js';
import { field, fieldStyles, otherFaults, picturesField, titleField } from './fields.js';

/** A film begun with a chat, from which a brief is to come. */
@customElement('mc-new-chat')
export class NewChatElement extends BeginForm {
  static override styles = [sheet, fieldStyles];

  protected override render(): TemplateResult {
    const { words } = this.beginning;
    return html`<form @submit=${this.send} @keydown=${sendByKey} novalidate>
      <div class="first">${field(this.beginning, 'chat', { label: 'What do you want to say first?', help: 'As you would tell it to a friend: an image, a person, a question, a feeling. The companion asks and proposes, and puts a brief before you when there is one.', placeholder: 'I’d like to make a film about…', at: 'text', faults: this.faults, as: 'area' })}</div>
      ${titleField(this.beginning, titleFor({ ...words, title: '' }, words.chat), this.faults)}
      ${picturesField(this.beginning, false)}
      ${otherFaults(this.faults, (path) => path === 'title' || path === 'text')}
      <div class="row send"><button class="primary" ?disabled=${this.isBusy}>${this.isBusy ? 'Beginning…' : 'Begin the chat'}</button><span class="soft small">Nothing is drafted before there is a brief that you approved.</span></div>
    </form>`;
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('#chat')?.focus();
  }

  private async send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.isBusy) return;
    if (!this.beginning.words.chat.trim()) await this.refuse([{ path: 'text', message: 'Say something to begin with: a sentence is enough.' }]);
    else await this.begin(async () => go({ view: 'desk', film: await beginWithChat(this.beginning), document: 'brief', part: 'chats' }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mc-new-chat': NewChatElement;
  }
}

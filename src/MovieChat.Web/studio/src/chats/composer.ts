import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { keep, kept } from '../api/kept.js';
import { sheet } from '../parts/sheet.js';

/** Most characters of a message that the service takes. */
const most = 16_000;

/** Where the writer says something. What is typed and not sent is kept, for each chat. */
@customElement('mc-composer')
export class ComposerElement extends LitElement {
  static override styles = [sheet, css`
    :host { border-top: 1px solid var(--line); padding: 0.625rem 0.75rem; background: var(--paper); }
    form { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0.5rem; align-items: end; }
    textarea { min-height: 2.5rem; max-height: min(14rem, 35dvh); resize: none; overflow-wrap: anywhere; display: block; }
    .fault, .hint { grid-column: 1 / -1; margin: 0; }
    .acts { display: grid; gap: 0.375rem; }
  `];

  /** The name under which it is kept. */
  @property() name = '';
  @property() placeholder = 'Say something to the companion';
  /** Whether there is an answer that can be stopped. */
  @property({ type: Boolean }) isAnswering = false;
  @property({ type: Boolean }) isBusy = false;
  /** Why nothing was sent. */
  @property() fault = '';
  @state() private text = '';
  @query('textarea') private field!: HTMLTextAreaElement;

  override focus(): void {
    this.field?.focus();
  }

  /** Adds words to what is in the field. */
  put(words: string): void {
    this.take(this.text.trim() ? `${this.text.trimEnd()}\n${words}` : words);
    void this.updateComplete.then(() => {
      this.focus();
      this.field.setSelectionRange(this.text.length, this.text.length);
    });
  }

  /** These words have been taken: the field is empty, unless others stand in it by now. */
  sent(text: string): void {
    if (this.text.trim() === text) this.take('');
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has('name')) this.text = kept(this.name) ?? '';
  }

  protected override render(): TemplateResult {
    const over = this.text.length - most;
    return html`<form @submit=${this.send}>
      <label class="hidden-label" for="message">Your message</label>
      <textarea id="message" rows="1" .value=${this.text} placeholder=${this.placeholder} aria-describedby="hint fault" aria-invalid=${over > 0 || this.fault ? 'true' : 'false'}
        enterkeyhint="send" @input=${() => this.take(this.field.value)} @keydown=${this.keyed}></textarea>
      <div class="acts">
        ${this.isAnswering ? html`<button type="button" @click=${() => this.dispatchEvent(new Event('stop'))}>Stop<span class="hidden-label"> the answer</span></button>` : nothing}
        ${this.isAnswering && !this.text.trim() ? nothing : html`<button class="primary" ?disabled=${this.isBusy || over > 0}>Send</button>`}
      </div>
      <span id="hint" class="hidden-label">Enter sends it, Shift and Enter begin a new line.</span>
      <p id="fault" class="fault" role="alert">${over > 0 ? `That is ${over.toLocaleString('en')} characters more than a message may have: send it in parts.` : this.fault}</p>
    </form>`;
  }

  private keyed(event: KeyboardEvent): void {
    // Who writes in another script chooses words with Enter.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.send(event);
  }

  private send(event: Event): void {
    event.preventDefault();
    const text = this.text.trim();
    if (!text || text.length > most || this.isBusy) return;
    this.dispatchEvent(new CustomEvent<string>('send', { detail: text }));
  }

  private take(text: string): void {
    this.text = text;
    keep(this.name, text);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mc-composer': ComposerElement;
  }
}

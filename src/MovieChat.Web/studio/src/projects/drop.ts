import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { sheet } from '../parts/sheet.js';

/** Where files are dropped, or chosen. */
@customElement('mc-drop')
export class DropElement extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [sheet, css`
    .zone { display: grid; gap: 0.5rem; justify-items: center; text-align: center; padding: 1.5rem 1rem; border: 2px dashed var(--edge); border-radius: var(--round-more); background: var(--raised); }
    .zone.over { border-style: solid; border-color: var(--accent); background: var(--shade); }
    @media (max-width: 40rem) { .zone { padding: 1rem; } }
  `];

  /** What may be dropped, in words. */
  @property() says = '';
  /** The names' endings that the file dialog offers. */
  @property() accept = '';
  @property({ type: Boolean }) isBusy = false;
  @state() private isOver = false;
  @query('input') private input!: HTMLInputElement;

  override connectedCallback(): void {
    super.connectedCallback();
    // A file that misses the zone must not replace the page.
    addEventListener('dragover', prevent);
    addEventListener('drop', prevent);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('dragover', prevent);
    removeEventListener('drop', prevent);
  }

  protected override render(): TemplateResult {
    return html`<div class="zone ${this.isOver ? 'over' : ''}" @dragover=${this.over} @dragleave=${() => { this.isOver = false; }} @drop=${this.drop}>
      <button type="button" ?disabled=${this.isBusy} aria-describedby="says" @click=${() => this.input.click()}>${this.isBusy ? 'Reading…' : 'Choose files'}</button>
      <p id="says" class="small soft">or drop them here: ${this.says}</p>
      <input type="file" multiple hidden accept=${this.accept} @change=${this.choose}>
    </div>`;
  }

  private over(event: DragEvent): void {
    this.isOver = !!event.dataTransfer?.types.includes('Files');
  }

  private drop(event: DragEvent): void {
    this.isOver = false;
    this.tell(event.dataTransfer?.files);
  }

  private choose(): void {
    this.tell(this.input.files);
    // The same file can be chosen again after it was changed.
    this.input.value = '';
  }

  private tell(files: FileList | null | undefined): void {
    if (files?.length && !this.isBusy) this.dispatchEvent(new CustomEvent<File[]>('files', { detail: [...files] }));
  }
}

/** Text may be dragged about as ever. */
function prevent(event: DragEvent): void {
  if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
}

declare global {
  interface HTMLElementTagNameMap {
    'mc-drop': DropElement;
  }
}

import { css, html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { sheet } from './sheet.js';

const shown = new Set<HTMLDialogElement>();

/** Shows a dialog over the page. */
export const showModal = (dialog: HTMLDialogElement): void => {
  if (!dialog.open) dialog.showModal();
  shown.add(dialog);
};

/** Whether a dialog is before the writer: keys act on nothing behind it. A closed one is known by itself: its event comes later. */
export const isDialogOpen = (): boolean => {
  for (const dialog of shown) if (!dialog.open || !dialog.isConnected) shown.delete(dialog);
  return shown.size > 0;
};

/** A dialog over the page: the browser's own, which keeps the focus in it and gives it back. */
@customElement('mc-dialog')
export class DialogElement extends LitElement {
  static override styles = [sheet, css`
    dialog { border: 1px solid var(--line); border-radius: var(--round-more); background: var(--paper); color: var(--ink); padding: 0; width: min(var(--dialog-width, 40rem), calc(100vw - 2rem)); max-height: calc(100dvh - 2rem); }
    dialog::backdrop { background: rgb(0 0 0 / 0.45); }
    .head { display: flex; justify-content: space-between; align-items: center; gap: 1rem; padding: 1rem 1.25rem 0.5rem; position: sticky; top: 0; background: var(--paper); z-index: 1; }
    .body { padding: 0.5rem 1.25rem 1.25rem; }
  `];

  @property() heading = '';
  @query('dialog') private dialog!: HTMLDialogElement;

  async show(): Promise<void> {
    await this.updateComplete;
    showModal(this.dialog);
  }

  close(): void {
    this.dialog.close();
  }

  private readonly closed = (): void => {
    this.dispatchEvent(new Event('close'));
  };

  protected override render() {
    return html`<dialog aria-labelledby="heading" @close=${this.closed}>
      <div class="head"><h2 id="heading">${this.heading}</h2><button class="quiet" aria-label="Close" @click=${() => this.close()}>×</button></div>
      <div class="body"><slot></slot></div>
    </dialog>`;
  }
}

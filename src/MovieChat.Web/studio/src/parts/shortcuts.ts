import { css, html, LitElement } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { DialogElement } from './dialog.js';
import { Keys, shortcuts, type Shortcut } from './keys.js';
import { sheet } from './sheet.js';

/** The list of what keys do here. */
@customElement('mc-shortcuts')
export class ShortcutsElement extends LitElement {
  static override styles = [sheet, css`
    dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.5rem 1.25rem; }
    kbd { font: 0.875rem var(--courier); border: 1px solid var(--edge); border-radius: 0.25rem; padding: 0 0.375rem; background: var(--raised); }
  `];

  @state() private list: Shortcut[] = [];
  @query('mc-dialog') private dialog!: DialogElement;

  constructor() {
    super();
    new Keys(this, () => [{ keys: '?', says: 'This list', does: () => this.show() }]);
  }

  show(): void {
    this.list = shortcuts();
    void this.dialog.show();
  }

  protected override render() {
    return html`<mc-dialog heading="What keys do here">
      <dl>${this.list.map((each) => html`<dt>${each.keys.split(' ').map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${each.says}</dd>`)}</dl>
      <p class="soft small">Tab goes from one thing to the next everywhere, Enter does it, Escape closes a dialog.</p>
    </mc-dialog>`;
  }
}

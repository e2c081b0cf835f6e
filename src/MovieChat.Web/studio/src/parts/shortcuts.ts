import { css, html, LitElement } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { DialogElement } from './dialog.js';
import { areKeysOn, Keys, shortcuts, turnKeys, type Shortcut } from './keys.js';
import { sheet } from './sheet.js';

/** The list of what keys do here. */
@customElement('mc-shortcuts')
export class ShortcutsElement extends LitElement {
  static override styles = [sheet, css`
    mc-dialog { --dialog-width: 60rem; }
    .all { columns: 20rem; column-gap: 2.5rem; margin-bottom: 1rem; }
    section { break-inside: avoid; margin-bottom: 1.25rem; }
    h3 { font-size: 0.875rem; color: var(--soft); margin-bottom: 0.5rem; }
    dl { display: grid; grid-template-columns: 4.5rem minmax(0, 1fr); gap: 0.375rem 0.75rem; }
    kbd { font: 0.875rem var(--courier); border: 1px solid var(--edge); border-radius: 0.25rem; padding: 0 0.375rem; background: var(--raised); }
    label { display: inline-flex; gap: 0.375rem; align-items: center; margin: 0 0 0.5rem; }
  `];

  @state() private list = new Map<string, Shortcut[]>();
  @query('mc-dialog') private dialog!: DialogElement;

  constructor() {
    super();
    new Keys(this, 'Everywhere', () => [
      { keys: '?', says: 'This list', does: () => this.show() },
      { keys: 'Escape', says: 'Out of a field, or of a dialog' },
      { keys: 'Ctrl Enter', says: 'Send what you write, or save what you edit' },
    ]);
  }

  show(): void {
    this.list = shortcuts();
    void this.dialog.show();
  }

  protected override render() {
    return html`<mc-dialog heading="What keys do here">
      <div class="all">${[...this.list].map(([where, keys]) => keys.length ? html`<section><h3>${where}</h3>
        <dl>${keys.map((each) => html`<dt>${each.keys.split(' ').map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${each.says}</dd>`)}</dl></section>` : '')}</div>
      <label><input type="checkbox" .checked=${areKeysOn()} @change=${(event: Event) => turnKeys((event.target as HTMLInputElement).checked)}> Keys do these things</label>
      <p class="soft small">Turn it off when keys are hit unawares, as by who speaks to the computer. Tab goes from one thing to the next everywhere, Enter does it.</p>
    </mc-dialog>`;
  }
}

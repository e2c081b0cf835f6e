import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Watch } from '../api/store.js';
import { Resize } from '../parts/resize.js';
import { sheet } from '../parts/sheet.js';
import { titleOf, type ChatList } from './chat-list.js';

/** The chats of a film, side by side. Arrows go from one to the next, Enter opens it. */
@customElement('mc-chat-tabs')
export class ChatTabsElement extends LitElement {
  static override styles = [sheet, css`
    :host { min-width: 0; }
    .tabs { display: flex; gap: 0.125rem; overflow-x: auto; scrollbar-width: thin; padding: 0.25rem 0.25rem 0; overscroll-behavior-x: contain; }
    .tabs button {
      flex: none; max-width: 11rem; border-color: transparent; border-bottom: 2px solid transparent; background: transparent; border-radius: var(--round) var(--round) 0 0; padding: 0 0.625rem; font-weight: 400; font-size: 0.875rem;
    }
    .tabs button:hover { background: var(--shade); }
    .tabs button[aria-selected='true'] { border-color: transparent; border-bottom-color: var(--accent); background: transparent; font-weight: 600; }
    .tabs button:focus-visible { outline-offset: -3px; }
    .name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .news { flex: none; width: 0.5rem; height: 0.5rem; border-radius: 50%; background: var(--accent); }
  `];

  @property({ attribute: false }) list!: ChatList;
  @property() shown?: string;

  constructor() {
    super();
    new Watch(this, () => this.list);
    new Resize(this, () => this.toShown());
  }

  protected override updated(changes: PropertyValues<this>): void {
    if (changes.has('shown')) this.toShown();
  }

  private toShown(): void {
    this.tab(this.shown)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  protected override render(): TemplateResult {
    return html`<div class="tabs" role="tablist" aria-label="Chats" @keydown=${this.move}>${repeat(this.list.items ?? [], (item) => item.id, (item) => html`
      <button role="tab" id=${item.id} aria-selected=${item.id === this.shown} tabindex=${item.id === this.shown ? 0 : -1} title=${titleOf(item)} @click=${() => this.choose(item.id)}>
        <span class="name">${titleOf(item)}</span>${item.id !== this.shown && this.list.isNews(item) ? html`<span class="news"></span><span class="hidden-label">, something new</span>` : ''}</button>`)}</div>`;
  }

  private move(event: KeyboardEvent): void {
    const ids = this.list.items?.map((item) => item.id) ?? [];
    const at = ids.indexOf((event.target as HTMLElement).closest('button')?.id ?? '');
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: ids.length - 1 }[event.key];
    if (to === undefined || !ids.length) return;
    event.preventDefault();
    this.tab(ids.at(to % ids.length))?.focus();
  }

  private tab(id: string | undefined): HTMLElement | undefined {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[role=tab]')].find((each) => each.id === id);
  }

  private choose(id: string): void {
    this.dispatchEvent(new CustomEvent<string>('choose', { detail: id }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mc-chat-tabs': ChatTabsElement;
  }
}

import { virtualize } from '@lit-labs/virtualizer/virtualize.js';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Watch } from '../api/store.js';
import type { Film } from '../film/film.js';
import { Resize } from '../parts/resize.js';
import { sheet } from '../parts/sheet.js';
import type { Chat, Row } from './chat.js';
import type { Facts } from './facts.js';
import type { Doings } from './proposals.js';
import { row, rowStyles } from './rows.js';
import { steadyFlow } from './steady-flow.js';

/** So many messages before those that are drawn are loaded ahead. */
const ahead = 30;

/** Nearer to the end than this, in pixels, is at the end. */
const near = 24;

/** What was said in a chat. However long it is, only what can be seen is drawn, and only what was looked at is loaded. It stays at its end while an answer
 * is written, unless the reader went back. */
@customElement('mc-transcript')
export class TranscriptElement extends LitElement {
  static override styles = [sheet, ...rowStyles, css`
    :host { position: relative; min-height: 0; display: grid; grid-template-rows: minmax(0, 1fr); }
    .scroller { overflow: hidden auto; overflow-anchor: none; overscroll-behavior: contain; min-height: 0 !important; height: 100%; }
    .scroller:focus-visible { outline-offset: -3px; }
    .newest { position: absolute; bottom: 0.75rem; left: 50%; translate: -50%; z-index: 1; box-shadow: 0 2px 12px rgb(0 0 0 / 0.2); border-radius: 999px; white-space: nowrap; }
  `];

  @property({ attribute: false }) film!: Film;
  @property({ attribute: false }) chat!: Chat;
  @property({ attribute: false }) facts!: Facts;
  @property({ attribute: false }) doings!: Doings;
  /** Whether the end is held in view. */
  @state() private isAtEnd = true;
  /** Whether something was said below what the reader looks at. */
  @state() private isNews = false;
  @query('.scroller') private scroller!: HTMLElement;
  private lastTop = 0;
  /** Whether the last scroll was back, and away from the end. */
  private isAway = false;
  private holding = 0;
  private touchedAt = 0;

  constructor() {
    super();
    new Watch(this, () => this.film);
    new Watch(this, () => this.chat);
    new Watch(this, () => this.facts);
    // The end is held also when it is shown after it was not, or when the field below grows.
    new Resize(this, () => {
      // What is shown again begins at its top.
      this.lastTop = this.scroller?.scrollTop ?? 0;
      this.hold();
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.chat?.addEventListener('answered', this.answered);
  }

  override disconnectedCallback(): void {
    this.chat.removeEventListener('answered', this.answered);
    super.disconnectedCallback();
  }

  protected override firstUpdated(): void {
    this.chat.addEventListener('answered', this.answered);
  }

  /** Shows the newest message, and what comes after it. */
  toEnd(): void {
    [this.isAtEnd, this.isNews] = [true, false];
  }

  protected override render(): TemplateResult {
    const rows = this.chat.rows;
    return html`
      <div class="scroller" role="log" aria-live="off" aria-label="What was said" tabindex="0"
        @scroll=${this.scrolled} @wheel=${this.wheeled} @keydown=${this.keyed} @touchstart=${this.touched} @touchmove=${this.touched} @pointerdown=${this.dragged} @focusin=${this.focused} @rangeChanged=${this.reached} @unpinned=${this.unpinned}>
        ${virtualize<Row>({ items: rows, renderItem: this.draw, keyFunction: keyOf, scroller: true, layout: steadyFlow(this.isAtEnd && rows.length ? rows.length - 1 : null, this.hold) })}
      </div>
      ${this.isAtEnd ? nothing : html`<button class="newest small" @click=${this.toEnd}>${this.isNews ? 'New answer' : 'To the newest'} <span aria-hidden="true">↓</span></button>`}`;
  }

  private readonly draw = (each: Row | undefined) => each ? row(each, this) : html``;

  private readonly answered = () => {
    if (!this.isAtEnd) this.isNews = true;
  };

  private reached({ first }: Event & { first: number }): void {
    void this.chat.loadTo(Math.max(0, first - ahead)).catch(() => undefined);
  }

  /** Goes to the end where the layout fell short of it: what it knows of its own size is a moment old. */
  private readonly hold = () => {
    this.holding ||= requestAnimationFrame(() => {
      this.holding = 0;
      if (this.isAtEnd && this.left > 1) this.scroller.scrollTop = this.scroller.scrollHeight;
    });
  };

  private get left(): number {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    return scrollHeight - scrollTop - clientHeight;
  }

  private scrolled(): void {
    const top = this.scroller.scrollTop;
    this.isAway = top < this.lastTop - 1 && this.left > near;
    if (!this.isAtEnd && top >= this.lastTop && this.left < near) this.toEnd();
    this.lastTop = top;
  }

  // The layout corrects the position while it grows, and takes that for no one's wish; what the reader wishes is told by what they do.
  private wheeled(event: WheelEvent): void {
    if (event.deltaY < 0) this.released();
  }

  /** A finger that goes down takes the reader back. */
  private touched(event: TouchEvent): void {
    const at = event.touches[0]?.clientY ?? 0;
    if (event.type === 'touchmove' && at > this.touchedAt) this.released();
    this.touchedAt = at;
  }

  private keyed(event: KeyboardEvent): void {
    if (event.composedPath()[0] === this.scroller && (['ArrowUp', 'PageUp', 'Home'].includes(event.key) || (event.key === ' ' && event.shiftKey))) this.released();
    if (event.composedPath()[0] === this.scroller && event.key === 'End') this.toEnd();
  }

  private dragged(event: PointerEvent): void {
    // Where the content ends, the scroll bar begins.
    if (event.target === this.scroller && event.offsetX >= this.scroller.clientWidth) this.released();
  }

  /** The Tab key goes to what stands above. */
  private focused(event: FocusEvent): void {
    const target = event.target as HTMLElement;
    if (target !== this.scroller && target.matches(':focus-visible') && target.closest('.row-of') !== [...this.scroller.querySelectorAll('.row-of')].at(-1)) this.released();
  }

  private released(): void {
    if (this.scroller.scrollTop > 0) this.isAtEnd = false;
  }

  /** The layout let go of the end, because something else than itself scrolled, such as a search in the page. Unless that was away from the end, it is held again. */
  private unpinned(): void {
    if (this.isAway) this.isAtEnd = false;
    this.requestUpdate();
  }
}

/** For a moment after a list became shorter, what was drawn of it is longer. */
const keyOf = (each: Row | undefined, place: number) => each?.key ?? `none-${place}`;

declare global {
  interface HTMLElementTagNameMap {
    'mc-transcript': TranscriptElement;
  }
}

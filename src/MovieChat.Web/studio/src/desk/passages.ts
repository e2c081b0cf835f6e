import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { sheet } from '../parts/sheet.js';
import { occurrences, spanAfter, textsIn, type Span } from './passage.js';

/** Under this name the sheet that all share has it marked. */
const highlight = 'passage';

/** Chooses a passage of a draft by keys: from text to text, from word to word, and more of them. What is chosen is marked where it stands, shown here, and read out. */
@customElement('mc-passages')
export class PassagesElement extends LitElement {
  static override styles = [sheet, css`
    :host { display: grid; gap: 0.75rem; }
    .chosen { border-left: 3px solid var(--accent); padding: 0.25rem 0.75rem; max-height: 6rem; overflow: auto; }
    .chosen p { font-style: italic; }
  `];

  /** Where the draft is shown. */
  @property({ attribute: false }) draft!: () => HTMLElement | null;
  @property({ attribute: false }) content: unknown;
  @state() private text?: Text;
  @state() private span: Span = { from: 0, to: 0 };
  @query('.chosen') private chosen!: HTMLElement;

  override focus(): void {
    this.chosen.focus();
  }

  override disconnectedCallback(): void {
    CSS.highlights?.delete(highlight);
    super.disconnectedCallback();
  }

  protected override willUpdate(): void {
    this.find();
  }

  protected override updated(changes: PropertyValues): void {
    if (!this.text || !(changes.has('text') || changes.has('span'))) return;
    const range = new Range();
    range.setStart(this.text, this.span.from);
    range.setEnd(this.text, this.span.to);
    CSS.highlights?.set(highlight, new Highlight(range));
    if (changes.has('text')) this.text.parentElement?.scrollIntoView({ block: 'center' });
  }

  private get texts(): Text[] {
    const draft = this.draft();
    return draft ? textsIn(draft, this.content) : [];
  }

  private get words(): string {
    return this.text?.data.slice(this.span.from, this.span.to).trim() ?? '';
  }

  protected override render(): TemplateResult {
    const { words, texts } = this;
    if (!this.text) return html`<p>There is no passage in it that could change alone.</p><div class="row"><button @click=${this.leave}>Never mind</button></div>`;
    const isMeant = occurrences(this.content, words) === 1;
    return html`
      <div class="chosen" role="application" tabindex="0" aria-label="Choose a passage" aria-describedby="how" @keydown=${this.keyed}>
        <span class="small soft">Passage ${texts.indexOf(this.text) + 1} of ${texts.length}</span>
        <div role="status"><p class="reading">${words}</p>${isMeant ? nothing : html`<span class="small">These words stand in the draft more than once: take in some more.</span>`}</div>
      </div>
      <p id="how" class="soft small">↑ and ↓ go from passage to passage, ← and → from word to word; with Shift they take in more or less: → a word, ↓ a sentence. Enter asks to change it, Escape leaves.</p>
      <div class="row"><button class="primary" ?disabled=${!isMeant} @click=${this.choose}>Change just this</button><button @click=${this.leave}>Never mind</button></div>`;
  }

  private readonly keyed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    this.find();
    if (!this.text) return;
    if (event.key === 'Enter') this.choose();
    else if (event.key === 'Escape') this.leave();
    else if (!event.shiftKey && event.key === 'ArrowDown') this.step(1);
    else if (!event.shiftKey && event.key === 'ArrowUp') this.step(-1);
    else {
      const span = spanAfter(event.key, event.shiftKey, this.text.data, this.span);
      if (!span) return;
      this.span = span;
    }

    event.preventDefault();
  };

  /** A draft that is drawn anew has other texts: the one that was chosen is known by its words. The first is one that is before the writer. */
  private find(): void {
    if (this.text?.isConnected) return;
    const { texts, text: before } = this;
    const same = texts.find((text) => text.data === before?.data);
    if (same) this.text = same;
    else this.take(texts.find((text) => text.parentElement!.getBoundingClientRect().bottom > innerHeight / 4) ?? texts[0]);
  }

  private step(by: number): void {
    const { texts } = this;
    this.take(texts[texts.indexOf(this.text!) + by] ?? this.text);
  }

  private take(text: Text | undefined): void {
    [this.text, this.span] = [text, { from: 0, to: text?.length ?? 0 }];
  }

  private readonly choose = (): void => {
    if (occurrences(this.content, this.words) === 1) this.dispatchEvent(new CustomEvent<string>('choose', { detail: this.words }));
  };

  private readonly leave = (): void => {
    this.dispatchEvent(new Event('leave'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mc-passages': PassagesElement;
  }
}

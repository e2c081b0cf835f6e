import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ProblemItem } from '../api/schema.js';
import type { Character } from '../film/content.js';
import type { Film } from '../film/film.js';
import { faultsAt, fieldsOf, hasFaultWithin, wordsIn, type Item } from './form-fields.js';
import type { Field } from './forms.js';

/** One item of a long list in the editor. Until it comes near the view, or something in it is wrong, its words stand for its fields: the browser's own search finds
 * them. From then on it has its fields, and what is typed in them draws no other item anew. */
@customElement('mc-editor-item')
export class EditorItemElement extends LitElement {
  @property({ attribute: false }) film!: Film;
  /** Of the film; another list has it drawn again. */
  @property({ attribute: false }) people: Character[] = [];
  @property({ attribute: false }) fields: Field[] = [];
  @property({ attribute: false }) item: Item = {};
  @property() path = '';
  @property({ attribute: false }) faults: ProblemItem[] = [];
  // A browser that does not tell what is near has all at once.
  @state() private isDrawn = !('oncontentvisibilityautostatechange' in HTMLElement.prototype);

  constructor() {
    super();
    this.addEventListener('contentvisibilityautostatechange', (event) => { if (!(event as ContentVisibilityAutoStateChangeEvent).skipped) this.isDrawn = true; });
  }

  /** Its fields are part of the editor's own tree, whose styles they have. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Has its fields on the page. */
  async draw(): Promise<void> {
    this.isDrawn = true;
    await this.updateComplete;
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has('faults') && hasFaultWithin(this.faults, this.path)) this.isDrawn = true;
  }

  protected override render(): TemplateResult {
    if (!this.isDrawn) return html`<p class="soft small">${wordsIn(this.fields, this.item)}</p>`;
    const form = { film: this.film, faults: this.faults, typed: this.typed };
    return html`${faultsAt(this.faults, this.path).map((fault) => html`<p class="fault">${fault.message}</p>`)}${fieldsOf(form, this.fields, this.item, this.path)}`;
  }

  private readonly typed = (): void => {
    this.requestUpdate();
    this.dispatchEvent(new Event('typed'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mc-editor-item': EditorItemElement;
  }
}

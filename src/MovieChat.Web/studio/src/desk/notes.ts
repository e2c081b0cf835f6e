import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DraftItem, NoteItem } from '../api/schema.js';
import { Watch } from '../api/store.js';
import { countOf } from '../film/documents.js';
import type { Film } from '../film/film.js';
import { sheet } from '../parts/sheet.js';

const kindWords: Record<string, string> = { remark: 'Remark', continuity: 'Continuity', knowledge: 'Who knows what', setUp: 'Set-up and pay-off', want: 'What they want', turn: 'Turn', formula: 'Formula', screen: 'On the screen' };

/** What an editor would point out about a draft. Nothing of it is in the way of a decision; what is meant so can be marked. */
@customElement('mc-notes')
export class NotesElement extends LitElement {
  static override styles = [sheet, css`
    summary { cursor: pointer; font-weight: 600; padding: 0.25rem 0; }
    ul { display: grid; gap: 0.75rem; margin-top: 0.5rem; }
    li { border-left: 3px solid var(--stale); padding-left: 0.75rem; display: grid; gap: 0.25rem; justify-items: start; }
    li.meant { border-color: var(--line); color: var(--soft); }
    blockquote { margin: 0; font-family: var(--serif); font-style: italic; overflow-wrap: anywhere; }
    button { min-height: 1.75rem; padding: 0 0.625rem; font-size: 0.8125rem; }
  `];

  @property({ attribute: false }) film!: Film;
  @property({ attribute: false }) draft!: DraftItem;

  constructor() {
    super();
    new Watch(this, () => this.film);
  }

  protected override render(): TemplateResult | typeof nothing {
    const notes = this.draft.notes;
    if (!notes.length) return nothing;
    const open = notes.filter((note) => !note.intentional).length;
    return html`<details class="card" ?open=${open > 0 && open <= 5}><summary>${countOf(open, 'note')} for you${open < notes.length ? `, ${notes.length - open} meant so` : ''}</summary>
      <ul class="plain">${notes.map((note) => this.note(note))}</ul></details>`;
  }

  private note(note: NoteItem): TemplateResult {
    const isMarked = !!note.intentional;
    return html`<li class=${isMarked ? 'meant' : ''}>
      <span class="small soft">${kindWords[note.kind] ?? note.kind}${note.option && this.draft.options.length > 1 ? `, option ${note.option}` : ''}</span><p>${note.text}</p>
      ${note.evidence?.length ? html`<details class="small"><summary>Where it is seen</summary>${note.evidence.map((seen) => html`<blockquote>“${seen.quote}” <span class="soft">${this.film.title(seen.document)}</span></blockquote>`)}</details>` : nothing}
      ${note.id ? html`<button @click=${() => this.mark(note, !isMarked)}>${isMarked ? 'It is not meant so' : 'It is meant so'}</button>` : nothing}
    </li>`;
  }

  private mark(note: NoteItem, intentional: boolean): void {
    this.dispatchEvent(new CustomEvent('intentional', { detail: { noteId: note.id, intentional } }));
  }
}

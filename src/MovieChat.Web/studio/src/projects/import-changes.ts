import { css, html, nothing, type TemplateResult } from 'lit';
import type { ChangeKind, ElementChangeItem, ImportChangeItem, SceneChangeItem } from '../api/schema.js';
import { countOf } from '../film/documents.js';
import type { Film } from '../film/film.js';

export const kindWords: Record<ChangeKind, string> = { added: 'new', changed: 'changed', removed: 'to go' };

/** What a change is of: a scene's dialogue by its heading, as the film may not have it yet. */
export function changeTitle(film: Film, change: ImportChangeItem): string {
  return change.heading ? `Dialogue: ${change.heading}` : film.title(change.document);
}

/** @param person A person's name, by their id. */
export function changeBody(change: ImportChangeItem, person: (id: string) => string): TemplateResult | typeof nothing {
  if (change.people?.length) return html`<ul class="plain told">${change.people.map(({ name, oneLine }) => html`<li><strong>${name}</strong> <span class="soft">${oneLine}</span></li>`)}</ul>`;
  if (change.scenes?.length) return scenes(change.scenes, person);
  if (change.elements?.length) return elements(change.elements);
  return change.change === 'removed' ? html`<p class="small soft">The script leaves its scene out.</p>` : nothing;
}

/** A longer list is folded. */
const manyScenes = 12;

function scenes(changes: SceneChangeItem[], person: (id: string) => string): TemplateResult {
  const list = html`<ol class="plain told">${changes.map((change) => html`<li>${scene(change, person)}</li>`)}</ol>`;
  const count = (kind: ChangeKind) => changes.filter((change) => change.change === kind).length;
  const words = (['added', 'changed', 'removed'] as const).filter(count).map((kind) => `${count(kind)} ${kindWords[kind]}`).join(', ');
  return changes.length > manyScenes ? html`<details><summary>${countOf(changes.length, 'scene')}: ${words}</summary>${list}</details>` : list;
}

/** A scene beside what it was. What stays is not told. */
function scene({ change, number, heading, summary, characters, was, isMoved }: SceneChangeItem, person: (id: string) => string): TemplateResult {
  const names = (ids: string[]) => ids.map(person).join(', ');
  return html`
    <p class="scene"><span class="soft">${was?.number ? html`<del>${was.number}</del> ` : nothing}${number}</span>
      ${change === 'removed' ? html`<del>${heading}</del>` : html`${was?.heading ? html`<del>${was.heading}</del> ` : nothing}${change === 'added' ? html`<ins>${heading}</ins>` : was?.heading ? html`<ins>${heading}</ins>` : heading}`}
      <span class="chip">${kindWords[change]}${isMoved ? ', moved' : ''}</span></p>
    ${summary ? html`<p class="small">${was?.summary ? html`<del>${was.summary}</del> ` : nothing}${was ? html`<ins>${summary}</ins>` : summary}</p>` : nothing}
    ${characters ? html`<p class="small soft">${was?.characters ? html`<del>${names(was.characters) || 'nobody'}</del> ` : nothing}${names(characters) || 'nobody'}</p>` : nothing}`;
}

/** A dialogue with what of it stays only counted. */
function elements(changes: ElementChangeItem[]): TemplateResult {
  return html`<details open><summary class="small">What changes in it</summary><div class="elements" lang="">${changes.map((change) => change.op === 'same'
    ? html`<p class="same">${countOf(change.count ?? 0, 'element')} as ${change.count === 1 ? 'it is' : 'they are'}</p>`
    : html`<p class="el ${change.type ?? 'action'}">${change.words?.map((word) => word.op === 'added' ? html`<ins>${word.text}</ins>` : word.op === 'removed' ? html`<del>${word.text}</del>` : word.text)}</p>`)}</div></details>`;
}

export const changeStyles = css`
  .told { display: grid; gap: 0.625rem; }
  .told p { overflow-wrap: anywhere; }
  .scene { font-family: var(--courier); }
  .scene .chip { font-family: var(--sans); }
  .elements { font: 0.9375rem/1.25 var(--courier); white-space: pre-wrap; overflow-wrap: anywhere; padding-left: 0.75rem; border-left: 2px solid var(--line); max-width: 42rem; }
  .elements p { margin: 0.5rem 0; }
  .elements .same { font-family: var(--sans); font-size: 0.8125rem; color: var(--soft); }
  .elements .character { padding-left: 30%; }
  .elements .parenthetical { padding-left: 20%; }
  .elements .dialogue { padding: 0 15% 0 12%; }
  .elements .transition { text-align: right; }
`;

import { css, html, nothing, type TemplateResult } from 'lit';
import { headingOf, type Dialogue, type Element } from '../film/content.js';
import type { Film } from '../film/film.js';
import { pairs, type Show } from './text.js';

/** A scene as a screenplay page, in the measures of the printed one: action 60 characters wide, dialogue 35, parentheticals 25. */
export function screenplay(film: Film, now: Dialogue, before: Dialogue | undefined, show: Show): TemplateResult {
  const scene = film.scene(now.scene ?? '');
  return html`<div class="page" lang="">
    ${scene ? html`<h3 class="slug">${scene.number ? html`<span aria-hidden="true">${scene.number}</span> ` : nothing}${headingOf(scene.heading)}</h3>` : nothing}
    ${aligned(now.elements ?? [], before?.elements).map(({ now: one, before: old }) => html`<p class="el ${(one ?? old)?.type ?? 'action'}">${show(textOf(one), before && textOf(old))}</p>`)}
  </div>`;
}

function textOf(element: Element | undefined): string {
  const text = element?.text ?? '';
  if (element?.type === 'parenthetical') return `(${text.replace(/^\(|\)$/g, '')})`;
  return element?.type === 'character' || element?.type === 'transition' ? text.toUpperCase() : text;
}

/** The elements beside those of before, found by their text, so that one more at the top does not shift all. */
function aligned(now: Element[], before: Element[] | undefined): { now?: Element; before?: Element }[] {
  if (!before) return now.map((each) => ({ now: each }));
  const key = (element: Element) => `${element.type} ${element.text}`;
  const [mine, theirs] = [now.map(key), before.map(key)];
  const table = Array.from({ length: now.length + 1 }, () => new Uint16Array(before.length + 1));
  for (let i = now.length - 1; i >= 0; i--) {
    for (let j = before.length - 1; j >= 0; j--) table[i]![j] = mine[i] === theirs[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
  }

  const found: { now?: Element; before?: Element }[] = [];
  let [i, j] = [0, 0];
  while (i < now.length || j < before.length) {
    if (i < now.length && j < before.length && mine[i] === theirs[j]) {
      found.push({ now: now[i++], before: before[j++] });
      continue;
    }

    // What changed between two that are the same is shown side by side, as far as it is of the same kind.
    const [startI, startJ] = [i, j];
    while (i < now.length && (j >= before.length || table[i + 1]![j]! === table[i]![j]!)) i++;
    while (j < before.length && (i >= now.length || table[i]![j + 1]! === table[i]![j]!)) j++;
    found.push(...pairs(now.slice(startI, i), before.slice(startJ, j)).flatMap((pair) => pair.now && pair.before && pair.now.type !== pair.before.type ? [{ before: pair.before }, { now: pair.now }] : [pair]));
  }

  return found;
}

export const screenplayStyles = css`
  .page { font: 1rem/1.2 var(--courier); background: var(--raised); border: 1px solid var(--line); border-radius: var(--round); padding: 2.5rem max(1rem, calc(50% - 32ch)); overflow-wrap: anywhere; container-type: inline-size; }
  .page p, .page h3 { margin: 0 0 1.2em; max-width: 60ch; }
  .page .slug { font: 700 1rem/1.2 var(--courier); }
  .page .el { white-space: pre-wrap; }
  .page .character { margin: 0 0 0 20ch; }
  .page .parenthetical { margin: 0 0 0 15ch; max-width: 25ch; }
  .page .dialogue { margin: 0 0 1.2em 10ch; max-width: 35ch; }
  .page .character + .dialogue, .page .parenthetical + .dialogue, .page .character + .parenthetical { margin-top: 0; }
  .page .dialogue:has(+ .parenthetical) { margin-bottom: 0; }
  .page .transition { text-align: right; }
  @container (max-width: 34rem) {
    .page .character { margin-left: 30%; }
    .page .parenthetical { margin-left: 20%; }
    .page .dialogue { margin-left: 12%; margin-right: 8%; }
  }
`;

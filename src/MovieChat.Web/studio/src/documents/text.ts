import { diffWordsWithSpace } from 'diff';
import { html, type TemplateResult } from 'lit';

/** How the texts of a document are shown: as they are, or with what differs from an earlier version marked. */
export type Show = (text: string | undefined, before?: string) => TemplateResult;

export const plain: Show = (text) => html`${text ?? ''}`;

/** A longer text is not compared word by word, which would take too long. */
const mostCompared = 60_000;

/** With less than this share of the shorter text in common, two texts are two texts. */
const leastKept = 0.4;

export const marked: Show = (text = '', before = '') => {
  if (text === before) return plain(text);
  if (text.length + before.length > mostCompared) return html`<del>${before}</del> <ins>${text}</ins>`;
  const parts = diffWordsWithSpace(before, text);
  const kept = parts.reduce((sum, part) => sum + (part.added || part.removed ? 0 : part.value.trim().length), 0);

  // Of what was written anew, single words that happen to be the same tell nothing.
  if (kept < leastKept * Math.min(text.length, before.length)) return html`${before ? html`<del>${before}</del> ` : ''}<ins>${text}</ins>`;
  return html`${parts.map((part) => part.added ? html`<ins>${part.value}</ins>` : part.removed ? html`<del>${part.value}</del>` : part.value)}`;
};

/** The texts of a list side by side with those of before. */
export function pairs<T>(now: readonly T[] | undefined, before: readonly T[] | undefined, isSame?: (one: T, other: T) => boolean): { now?: T; before?: T }[] {
  const list = now ?? [];
  if (!before) return list.map((each) => ({ now: each }));
  if (!isSame) return Array.from({ length: Math.max(list.length, before.length) }, (_, place) => ({ now: list[place], before: before[place] }));
  const gone = before.filter((old) => !list.some((each) => isSame(each, old)));
  return [...list.map((each) => ({ now: each, before: before.find((old) => isSame(each, old)) })), ...gone.map((old) => ({ before: old }))];
}

/** What is selected within an element's shadow tree; null when nothing is. */
export function selectionIn(root: ShadowRoot): { text: string; range: Range } | null {
  // Chromium tells it of the tree, others of the page.
  const selection = 'getSelection' in root ? (root as ShadowRoot & { getSelection(): Selection | null }).getSelection() : getSelection();
  if (!selection?.rangeCount) return null;
  const [text, range] = [selection.toString().trim(), selection.getRangeAt(0)];
  return text && root.contains(range.startContainer) ? { text, range } : null;
}

/** How often a passage stands in the texts of a document: it must stand there once, to be meant. */
export function occurrences(content: unknown, passage: string): number {
  if (typeof content === 'string') return content.split(passage).length - 1;
  if (content === null || typeof content !== 'object') return 0;
  return Object.values(content).reduce((sum: number, value) => sum + occurrences(value, passage), 0);
}

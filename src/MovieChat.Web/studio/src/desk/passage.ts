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

/** The texts of a draft that can be asked to change alone, in reading order, also those within elements of their own: each stands in the draft once, and is no chip's
 * word of a fixed list. */
export function textsIn(root: Node, content: unknown): Text[] {
  const found: Text[] = [];
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (node instanceof Text && !node.parentElement?.matches('.chip') && /\p{L}/u.test(node.data) && occurrences(content, node.data.trim()) === 1) found.push(node);
    if (node instanceof HTMLElement && node.shadowRoot) found.push(...textsIn(node.shadowRoot, content));
  }

  return found;
}

/** Some characters of a text, from the first to before the last. */
export interface Span { from: number; to: number }

/** What is taken of a text after a key; undefined when the key does nothing within a text. */
export function spanAfter(key: string, isExtending: boolean, text: string, { from, to }: Span): Span | undefined {
  const words = spansOf(text, 'word');
  const [first, last] = [words[0]!, words.at(-1)!];
  const isWhole = from === 0 && to === text.length;
  if (isExtending) {
    const sentences = spansOf(text, 'sentence');
    const least = words.find((word) => word.to > from)?.to ?? to;
    switch (key) {
      case 'ArrowRight': return { from, to: words.find((word) => word.to > to)?.to ?? text.length };
      case 'ArrowLeft': return { from, to: Math.max(least, words.findLast((word) => word.to < to)?.to ?? 0) };
      case 'ArrowDown': return { from, to: sentences.find((sentence) => sentence.to > to)?.to ?? text.length };
      case 'ArrowUp': return { from, to: Math.max(least, sentences.findLast((sentence) => sentence.to < to)?.to ?? 0) };
      case 'Home': return { from: 0, to };
      case 'End': return { from, to: text.length };
      default: return undefined;
    }
  }

  switch (key) {
    case 'ArrowRight': return isWhole ? first : words.find((word) => word.from >= to) ?? last;
    case 'ArrowLeft': return isWhole ? last : words.findLast((word) => word.to <= from) ?? first;
    case 'Home': return first;
    case 'End': return last;
    default: return undefined;
  }
}

/** The words or the sentences of a text, without what stands between them. */
function spansOf(text: string, granularity: 'word' | 'sentence'): Span[] {
  return [...new Intl.Segmenter(undefined, { granularity }).segment(text)]
    .filter(({ isWordLike }) => granularity === 'sentence' || isWordLike)
    .map(({ segment, index }) => ({ from: index, to: index + segment.trimEnd().length }));
}

import { css, html, nothing, type TemplateResult } from 'lit';

/** A piece of what the companion wrote. Of Markdown only what a letter needs is read: everything else stays as it was typed. */
export type Block =
  | { as: 'paragraph' | 'heading' | 'quote' | 'code'; text: string }
  | { as: 'list'; items: ListItem[] }
  | { as: 'rule' };

/** @property mark What stands before it: a bullet, or the number that was given. */
interface ListItem { mark: string; depth: number; text: string }

const item = /^(\s{0,12})(?:[-*•+]|(\d{1,3})[.)])\s+(.*)$/;

/** Lines that are longer than this are no rules. */
const longestRule = 40;

export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let code: string[] | undefined;
  let isOpen = false;
  for (const line of text.split('\n')) {
    if (/^\s{0,3}```/.test(line)) {
      if (code) blocks.push({ as: 'code', text: code.join('\n') });
      code = code ? undefined : [];
      isOpen = false;
    } else if (code) {
      code.push(line);
    } else if (!line.trim()) {
      isOpen = false;
    } else {
      read(line, blocks, isOpen);
      isOpen = true;
    }
  }

  // What is still being written has no end yet.
  if (code?.length) blocks.push({ as: 'code', text: code.join('\n') });
  return blocks;
}

/** @param isOpen Whether the line before belongs to the last block. */
function read(line: string, blocks: Block[], isOpen: boolean): void {
  const last = blocks.at(-1);
  const heading = /^#{1,6}\s+(.*)$/.exec(line);
  const found = item.exec(line);
  const quote = /^\s{0,3}>\s?(.*)$/.exec(line);
  if (line.length <= longestRule && /^\s*([-*_])(\s*\1){2,}\s*$/.test(line)) {
    blocks.push({ as: 'rule' });
  } else if (heading) {
    blocks.push({ as: 'heading', text: heading[1]! });
  } else if (found) {
    const [, space, number, text] = found;
    const next: ListItem = { mark: number ? `${number}.` : '•', depth: Math.min(3, Math.floor(space!.length / 2)), text: text! };
    // Lists go on over empty lines: models put them between long items.
    if (last?.as === 'list') last.items.push(next);
    else blocks.push({ as: 'list', items: [next] });
  } else if (quote) {
    if (isOpen && last?.as === 'quote') last.text += `\n${quote[1]}`;
    else blocks.push({ as: 'quote', text: quote[1]! });
  } else if (last?.as === 'list' && (isOpen || /^\s{2,}/.test(line))) {
    last.items.at(-1)!.text += `\n${line.trim()}`;
  } else if (isOpen && last?.as === 'paragraph') {
    last.text += `\n${line}`;
  } else {
    blocks.push({ as: 'paragraph', text: line });
  }
}

/** Bounded, so that no text takes long to read. */
const span = /\*\*(?=\S)([^\n]{1,500}?)(?<=\S)\*\*|(?<![\w*])\*(?=[^\s*])([^*\n]{1,500}?)(?<=\S)\*(?!\w)|(?<!\w)_(?=[^\s_])([^_\n]{1,500}?)(?<=\S)_(?!\w)|`([^`\n]{1,300})`/g;

type Piece = string | TemplateResult;

function inline(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of text.matchAll(span)) {
    pieces.push(text.slice(from, found.index));
    const [all, strong, star, line, code] = found;
    if (strong !== undefined) pieces.push(html`<strong>${inline(strong)}</strong>`);
    else if (code !== undefined) pieces.push(html`<code>${code}</code>`);
    else pieces.push(html`<em>${star ?? line}</em>`);
    from = found.index + all.length;
  }

  pieces.push(text.slice(from));
  return pieces;
}

/** What the companion wrote, as elements. All of its text is text: nothing in it becomes an element, a link or an address. */
export const prose = (text: string): TemplateResult[] => blocksOf(text).map(block);

function block(of: Block): TemplateResult {
  switch (of.as) {
    case 'rule': return html`<hr>`;
    case 'heading': return html`<p class="head">${inline(of.text)}</p>`;
    case 'quote': return html`<blockquote>${inline(of.text)}</blockquote>`;
    case 'code': return html`<pre>${of.text}</pre>`;
    case 'paragraph': return html`<p>${inline(of.text)}</p>`;
    case 'list': return html`<div class="list" role="list">${of.items.map(({ mark, depth, text }) => html`
      <div class="item ${depth ? `deep-${depth}` : ''}" role="listitem"><span class="mark">${mark}</span><span>${inline(text)}</span></div>`)}</div>`;
    default: return html`${nothing}`;
  }
}

/** The same to be read out: without its marks. */
export const plain = (text: string): string => text.replaceAll(/\*\*|`|^[#>\s]+/gm, '').trim();

export const proseStyles = css`
  .prose { display: grid; gap: 0.625rem; overflow-wrap: anywhere; white-space: pre-line; min-width: 0; }
  .prose > * { min-width: 0; }
  .prose .head { font-weight: 600; }
  .prose blockquote { margin: 0; border-left: 3px solid var(--line); padding-left: 0.75rem; font-style: italic; }
  .prose pre { margin: 0; font: 0.875rem/1.4 var(--courier); white-space: pre-wrap; background: var(--shade); border-radius: var(--round); padding: 0.5rem 0.75rem; overflow-wrap: anywhere; }
  .prose code { font: 0.9375em var(--courier); background: var(--shade); border-radius: 0.25rem; padding: 0 0.25rem; }
  .prose hr { border: 0; border-top: 1px solid var(--line); width: 100%; margin: 0.25rem 0; }
  .prose .list { display: grid; gap: 0.25rem; }
  .prose .item { display: grid; grid-template-columns: minmax(1.25rem, max-content) minmax(0, 1fr); gap: 0 0.25rem; }
  .prose .mark { color: var(--soft); }
  .prose .deep-1 { margin-left: 1.25rem; }
  .prose .deep-2 { margin-left: 2.5rem; }
  .prose .deep-3 { margin-left: 3.75rem; }
`;

import type { Beat, Plot } from '../film/content.js';

/** How many lines a synopsis has. */
const lineCount = 5;

/** Where the middle and the end of a film usually begin, as fractions of its length. */
const turns = [0.25, 0.75] as const;

const parts = ['beginning', 'middle', 'end'] as const;
type Part = (typeof parts)[number];

/** A text as the five lines of a synopsis: its own when it has five, else its sentences, shared out in their order. */
export function linesOf(text: string): string[] {
  let lines = text.split('\n').map((line) => line.replace(/^\s*(?:(?:line\s*)?\d+\s*[.):]|[-*•–])\s+/i, '').trim()).filter(Boolean);
  if (lines.length === lineCount + 1 && /^\W*(synopsis|logline)\b/i.test(lines[0]!) && lines[0]!.length < 60) lines = lines.slice(1);
  if (lines.length === lineCount) return lines;
  return shared(sentencesOf(lines.join(' ')), Array.from({ length: lineCount }, (_, place) => (place + 1) / lineCount)).map((group) => group.join(' '));
}

/** A text as a plot: by its headings when it has such as ACT TWO, else by its length. Its turns are where its parts begin. */
export function plotOf(text: string): Plot {
  const plot = byHeadings(text) ?? byLength(text);
  return { ...plot, beats: beatsOf(plot) };
}

function byHeadings(text: string): Record<Part, string> | undefined {
  const found: Record<Part, string[]> = { beginning: [], middle: [], end: [] };
  const seen = new Set<Part>();
  let part: Part = 'beginning';
  for (const line of text.split('\n')) {
    const next = headingOf(line);
    if (next) {
      part = next;
      seen.add(next);
    } else {
      found[part].push(line);
    }
  }

  return seen.size > 1 ? { beginning: told(found.beginning), middle: told(found.middle), end: told(found.end) } : undefined;
}

const told = (lines: string[]) => lines.join('\n').replaceAll(/\n{3,}/g, '\n\n').trim();

const headings: [RegExp, Part][] = [
  [/^(act (one|1|i)\b|the beginning|beginning|set-?up|opening)/i, 'beginning'],
  [/^(act (two|2|ii)\b|act (2|two|ii) ?[ab]\b|the middle|middle|confrontation)/i, 'middle'],
  [/^(act (three|3|iii)\b|the end\b|end(ing)?\b|resolution)/i, 'end'],
];

/** The part that a heading begins; undefined for a line that is none. */
function headingOf(line: string): Part | undefined {
  const words = line.replaceAll(/[#*_:.]/g, ' ').replaceAll(/\s+/g, ' ').trim();
  // A heading stands alone: a sentence that begins so goes on.
  if (!words || words.length > 48 || /[a-z]\.\s*$/.test(line)) return undefined;
  return headings.find(([mark]) => mark.test(words))?.[1];
}

function byLength(text: string): Record<Part, string> {
  const paragraphs = text.split(/\n\s*\n/).map((each) => each.trim()).filter(Boolean);
  const [pieces, join] = paragraphs.length >= parts.length ? [paragraphs, '\n\n'] : [sentencesOf(paragraphs.join(' ')), ' '];
  const [beginning, middle, end] = shared(pieces, [...turns, 1]).map((group) => group.join(join));
  return { beginning: beginning ?? '', middle: middle ?? '', end: end ?? '' };
}

function beatsOf(plot: Record<Part, string>): Beat[] {
  const beat = (name: string, position: number, text: string): Beat[] => text ? [{ name, position, text: sentencesOf(text)[0] ?? text }] : [];
  return [...beat('Opening', 0, plot.beginning), ...beat('Into the middle', turns[0], plot.middle), ...beat('Into the end', turns[1], plot.end)];
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' });

const sentencesOf = (text: string) => Array.from(segmenter.segment(text), (each) => each.segment.trim()).filter(Boolean);

/** Pieces in groups that end at fractions of the whole length. While there are enough, no group is empty. */
function shared(pieces: string[], ends: readonly number[]): string[][] {
  const groups: string[][] = ends.map(() => []);
  const whole = pieces.reduce((sum, piece) => sum + piece.length, 0);
  let [group, length] = [0, 0];
  pieces.forEach((piece, place) => {
    const left = pieces.length - place;
    const groupsAfter = ends.length - 1 - group;
    const isFull = groups[group]!.length > 0 && (length + piece.length / 2 > ends[group]! * whole || left <= groupsAfter);
    if (isFull && groupsAfter > 0) group++;
    groups[group]!.push(piece);
    length += piece.length;
  });
  return groups;
}

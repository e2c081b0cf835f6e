import type { DocumentStatus, DraftItem, ProjectStatus, Verb } from '../api/schema.js';

export const kinds = ['brief', 'ideas', 'synopsis', 'cast', 'look', 'profile', 'portrait', 'plot', 'scenes', 'shots', 'frame', 'dialogue'] as const;
export type Kind = (typeof kinds)[number];

/** What a document's id says: `frame:s2.3` is a frame of the third shot of the scene s2. */
export interface DocumentName {
  kind: Kind;
  /** The person's or the scene's id. */
  of?: string;
  shot?: number;
}

export function nameOf(id: string): DocumentName {
  const [kind, rest] = id.split(':', 2) as [Kind, string | undefined];
  if (kind !== 'frame' || !rest) return { kind, of: rest };
  const dot = rest.lastIndexOf('.');
  return { kind, of: rest.slice(0, dot), shot: Number(rest.slice(dot + 1)) };
}

/** What a group of documents is called. */
export const kindTitles: Record<Kind, string> = {
  brief: 'Brief',
  ideas: 'Ideas',
  synopsis: 'Synopsis',
  cast: 'Cast',
  look: 'Look',
  profile: 'Profiles',
  portrait: 'Portraits',
  plot: 'Plot',
  scenes: 'Key scenes',
  shots: 'Shot lists',
  frame: 'Storyboard frames',
  dialogue: 'Dialogue',
};

/** Documents of which there can be several. */
export const isMany = (kind: Kind) => ['profile', 'portrait', 'shots', 'frame', 'dialogue'].includes(kind);

export const statusWords: Record<DocumentStatus, string> = {
  waiting: 'waits for others',
  drafting: 'being drafted',
  awaitingApproval: 'awaits you',
  approved: 'approved',
  stale: 'stale',
  failed: 'failed',
  skipped: 'skipped',
};

export const projectStatusWords: Record<ProjectStatus, string> = {
  working: 'at work',
  awaitingWriter: 'awaits you',
  complete: 'complete',
  paused: 'paused',
};

const tokenFormat = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

/** A cost in words: 12K tokens, 3 pictures. */
export function costOf(cost: { tokens: number; pictures: number } | undefined | null): string {
  if (!cost) return '';
  const parts = [cost.tokens > 0 ? `${tokenFormat.format(cost.tokens)} tokens` : '', cost.pictures > 0 ? `${cost.pictures} ${cost.pictures === 1 ? 'picture' : 'pictures'}` : ''].filter(Boolean);
  return parts.join(', ') || 'nothing';
}

export const countOf = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** The beginning of a text that is longer than `most` characters. */
export const beginningOf = (text: string, most: number) => text.length > most ? `${text.slice(0, most)}…` : text;

const whenFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** A time as one says it: 5 minutes ago, yesterday, 3 Feb 2027. */
export function when(at: string, now = Date.now()): string {
  const minutes = (now - Date.parse(at)) / 60_000;
  if (minutes < 1) return 'just now';
  if (minutes < 60) return relative.format(-Math.floor(minutes), 'minute');
  if (minutes < 24 * 60) return relative.format(-Math.floor(minutes / 60), 'hour');
  if (minutes < 7 * 24 * 60) return relative.format(-Math.floor(minutes / 60 / 24), 'day');
  return whenFormat.format(new Date(at));
}

/** The number of the draft that a draft began with: the one that was asked to change, or the one before. */
export const startOf = (draft: DraftItem): number => draft.asked?.draft ?? draft.number - 1;

const askedWords: Partial<Record<Verb, string>> = { revise: 'changes', options: 'more options', redraft: 'a new draft' };

/** What a draft was asked for: changes “More rain.” on “the pier”. Empty for a first draft. */
export function askedFor({ asked }: DraftItem): string {
  if (!asked || asked.verb === 'write') return '';
  return [askedWords[asked.verb] ?? asked.verb, asked.notes ? `“${asked.notes}”` : '', asked.passage ? `on “${asked.passage}”` : '', asked.part ? `in ${asked.part}` : ''].filter(Boolean).join(' ');
}

import type { DocumentStatus } from '../api/schema.js';

/** What authorship.json holds, as far as it is shown; it is an export, and so stands in no description of the service. */
export interface Ledger {
  statement: string[];
  method: string[];
  totals: { words: Total; scenes: Total; spoken: Total };
  documents: LedgerDocument[];
  pictures: LedgerPicture[];
  skipped: { id: string; name: string; reason: string; decision?: Decision }[];
}

export interface Share { by: 'writer' | 'model'; name: string; words: number; percent: number }
export interface Total { words: number; shares: Share[] }
export interface Decision { verb: string; by: string; at: string; draft?: number; option?: number; reason?: string }

export interface LedgerDocument {
  id: string;
  name: string;
  status: DocumentStatus;
  origin: 'writer' | 'model' | 'modelEditedByWriter' | 'writerRevisedByModel';
  draft: number;
  option: number;
  words: number;
  shares: Share[];
  /** Missing for what awaits the writer. */
  approval?: Decision;
  drafts: { number: number; by: string; author: string; at: string }[];
  decisions: Decision[];
}

export interface LedgerPicture { id: string; name: string; status: DocumentStatus; by: 'writer' | 'model'; author: string; at: string; draft: number; approval?: Decision; decisions: Decision[] }

export const originWords: Record<LedgerDocument['origin'], string> = {
  writer: 'written by the writer',
  model: 'written by a model',
  modelEditedByWriter: 'a model’s draft, edited by the writer',
  writerRevisedByModel: 'the writer’s text, revised by a model',
};

export const verbWords: Record<string, string> = { bring: 'brought', import: 'taken from a script', approve: 'approved', restore: 'restored', keep: 'kept as it is', reopen: 'reopened', skip: 'skipped' };

/** The writer's part of it, 0 to 100. */
export const writersPercent = (shares: Share[]) => Math.round(shares.filter((share) => share.by === 'writer').reduce((sum, share) => sum + share.percent, 0) * 10) / 10;

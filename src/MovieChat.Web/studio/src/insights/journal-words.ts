import type { JournalItem } from '../api/schema.js';
import { countOf } from '../film/documents.js';

/** What only a person does. */
const decisions = new Set(['projectStarted', 'projectForked', 'documentsBrought', 'scriptImported', 'draftApproved', 'draftRequested', 'draftRestored', 'staleKept', 'documentReopened', 'documentSkipped', 'noteMarked', 'tipsRequested', 'factKept', 'factDropped', 'titlePageChanged', 'projectPaused', 'projectResumed', 'budgetChanged']);

/** Whether a line of the journal tells of something that the writer did, and not of what came of it. */
export const isDecision = (item: JournalItem) => decisions.has(item.type) || (item.type === 'draftOrdered' && item.verb != null && item.verb !== 'write') || (item.type === 'draftReceived' && item.writtenBy === 'writer');

const asked: Record<string, string> = { revise: 'asked for changes of', options: 'asked for more options of', redraft: 'asked for a new draft of', stuck: 'asked for ways forward with', write: 'led to a draft of' };

/** A line of the journal in words, up to its document's title, and what the writer said with it. */
export function said(item: JournalItem, title: (document: string) => string): { words: string; quote?: string } {
  const draft = item.draft ? `draft ${item.draft} of` : '';
  const quote = item.notes ?? item.reason ?? item.text ?? undefined;
  const of = item.passage ? ` (on “${item.passage}”)` : item.part ? ` (in ${item.part})` : '';
  const told = (words: string) => ({ words, quote });
  switch (item.type) {
    case 'projectStarted': return told(`began the film “${item.title}”`);
    case 'projectForked': return told(`copied it from another film, as “${item.title}”`);
    case 'documentsBrought': return told(`brought ${(item.documents ?? []).map(title).join(', ')}`);
    case 'scriptImported': return told(`took over a script, which changed ${countOf(item.documents?.length ?? 0, 'document')}`);
    case 'draftOrdered': return told(`${asked[item.verb ?? 'write'] ?? item.verb}${of}`);
    case 'draftRequested': return told(`${asked[item.verb ?? 'write'] ?? item.verb}${of}`);
    case 'draftReceived': return told(item.writtenBy === 'writer' ? `wrote ${draft}` : `${item.model ?? 'a model'} wrote ${draft}${(item.options?.length ?? 0) > 1 ? ` (${item.options!.length} options)` : ''}`);
    case 'draftFailed': return { words: `could not write ${draft}`, quote: item.failure?.message };
    case 'draftApproved': return told(`approved ${draft}${item.option && item.option > 1 ? ` option ${item.option},` : ''}`);
    case 'draftRestored': return told(`restored, as ${draft}`);
    case 'staleKept': return told('kept as it is');
    case 'documentReopened': return told('reopened');
    case 'documentSkipped': return told('skipped');
    case 'documentTurnedStale': return told(`made stale, through ${(item.because ?? []).map((cause) => title(cause.document)).join(', ')}:`);
    case 'noteMarked': return told(item.intentional === false ? 'took a mark off a note on' : 'marked a note as meant so, on');
    case 'tipsRequested': return told('asked for ways forward with');
    case 'tipsReceived': return told('gave ways forward for');
    case 'tipsFailed': return { words: 'could not give ways forward for', quote: item.failure?.message };
    case 'usageCharged': return told('charged what a late answer cost');
    case 'chatCharged': return told('charged a turn of a chat');
    case 'factKept': return told('stated');
    case 'factDropped': return told('took a statement back');
    case 'titlePageChanged': return told(`changed the title page: “${item.title}”${item.titlePage?.authors.length ? ` by ${item.titlePage.authors.join(', ')}` : ''}`);
    case 'projectPaused': return told('paused the film');
    case 'projectResumed': return told('resumed the film');
    case 'budgetChanged': return told(`changed the budget to ${item.budget?.tokens.toLocaleString('en')} tokens and ${item.budget?.pictures.toLocaleString('en')} pictures`);
    case 'filmCompleted': return told('made the film complete');
    case 'writerReminded': return told(`reminded the writer of ${countOf(item.awaiting?.length ?? 0, 'document')}`);
    case 'projectParked': return told('ended the reminders');
    default: return told(item.type);
  }
}

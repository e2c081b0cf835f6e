import { ProblemError } from '../api/client.js';
import type { ProblemItem } from '../api/schema.js';
import { sentence } from '../parts/say.js';

/** Everything that the service says is wrong, each with its path into what was sent; what has no path concerns the whole. */
export function faultsOf(failure: unknown): ProblemItem[] {
  if (!(failure instanceof ProblemError)) return [{ path: '', message: sentence(failure) }];
  const { errors, path, detail } = failure.problem;
  return errors?.length ? errors : [{ path: path ?? '', message: detail }];
}

/** What is wrong, as a sentence: where it stands in for the path, the service's words begin with the verb. */
export const told = (message: string) => /^(is|has|holds|must|may|does)\b/.test(message) ? `This ${message}` : /^are\b/.test(message) ? `These ${message}` : message;

/** Those at a path, and, when it has no field for each of its items, below it. */
export function faultsAt(faults: readonly ProblemItem[], path: string, andBelow = false): ProblemItem[] {
  return faults.filter((fault) => fault.path === path || (andBelow && (fault.path.startsWith(`${path}.`) || fault.path.startsWith(`${path}[`))));
}

/** Those of one document, by path into its content. */
export function faultsOfDocument(faults: readonly ProblemItem[], document: string): ProblemItem[] {
  const place = `start.${document}`;
  return faultsAt(faults, place, true).map((fault) => ({ ...fault, path: fault.path.slice(place.length).replace(/^\./, '') }));
}

/** What a text that the writer brings can become part of the film as. */
export const broughtKinds = ['synopsis', 'plot', 'fountain', 'fdx', 'notes'] as const;
export type BroughtKind = (typeof broughtKinds)[number];

export const broughtWords: Record<BroughtKind, string> = {
  synopsis: 'a synopsis, in five lines',
  plot: 'a plot',
  fountain: 'a script in Fountain',
  fdx: 'a script from Final Draft',
  notes: 'notes for the brief',
};

export const isScript = (kind: BroughtKind): kind is 'fountain' | 'fdx' => kind === 'fountain' || kind === 'fdx';

/** A scene heading: INT. KITCHEN - NIGHT, or one that a full stop forces. */
const heading = /^(?:\.(?=[^.\s])|(?:INT|EXT|EST|INT\.?\/EXT|I\/E)[. ]).*$/gim;

/** A synopsis tells a film in five lines; what is much longer is none. */
const mostSynopsisWords = 260;

/** What a text most likely is. The writer may know better. */
export function recognise(text: string, name = ''): BroughtKind {
  const start = text.trimStart();
  if (/^(<\?xml|<FinalDraft)/i.test(start)) return 'fdx';
  if (/\.(fountain|spmd)$/i.test(name) || scenesOf(text, 'fountain') > 0) return 'fountain';
  const lines = text.split('\n').filter((line) => line.trim());
  if (lines.length === 5 || wordsOf(text) <= mostSynopsisWords) return 'synopsis';
  return 'plot';
}

export function scenesOf(text: string, kind: 'fountain' | 'fdx'): number {
  return text.match(kind === 'fdx' ? /<Paragraph\b[^>]*\bType\s*=\s*["']Scene Heading["']/g : heading)?.length ?? 0;
}

export const wordsOf = (text: string) => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)?.length ?? 0;

/** The title that a script's title page has; empty without one. */
export function titleOf(text: string, kind: BroughtKind): string {
  if (kind !== 'fountain') return '';
  const found = /^\uFEFF?(?:[^\n]*\n){0,8}?Title:[ \t]*([^\r\n]*)(?:\r?\n[ \t]+([^\r\n]+))?/i.exec(text);
  return (found?.[1]?.trim() || found?.[2]?.trim() || '').replaceAll(/[*_]/g, '').slice(0, 200);
}

/** Files that are no text, by their first bytes, and what to do instead. */
const unreadable: [RegExp, string][] = [
  [/^%PDF/, 'is a PDF, which can not be read here. Export it as Fountain or as Final Draft (.fdx), or paste its text.'],
  [/^PK\x03\x04/, 'is packed (Word, Pages, OpenDocument or a zip), which can not be read here. Paste its text, or save it as plain text.'],
  [/^\{\\rtf/, 'is rich text, which can not be read here. Paste its text, or save it as plain text.'],
  [/^\xD0\xCF\x11\xE0/, 'is an older Word document, which can not be read here. Paste its text, or save it as plain text.'],
];

/** What a file says. Older programs save neither UTF-8 nor say what else. */
export interface ReadFile {
  name: string;
  text: string;
  /** The file itself where its text would not say the same: XML tells its encoding itself. */
  bytes?: Blob;
}

/** @throws Error With what to do, when it is no text. */
export async function readFile(file: File): Promise<ReadFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const first = String.fromCharCode(...bytes.subarray(0, 8));
  const wrong = unreadable.find(([mark]) => mark.test(first));
  if (wrong) throw new Error(`“${file.name}” ${wrong[1]}`);
  if (!bytes.length) throw new Error(`“${file.name}” is empty.`);
  const encoding = first.startsWith('\xFF\xFE') ? 'utf-16le' : first.startsWith('\xFE\xFF') ? 'utf-16be' : 'utf-8';
  try {
    return { name: file.name, text: new TextDecoder(encoding, { fatal: true }).decode(bytes), bytes: encoding === 'utf-8' ? undefined : file };
  } catch {
    const text = new TextDecoder('windows-1252').decode(bytes);
    if (text.includes('\0')) throw new Error(`“${file.name}” is no text, and can not be read.`);
    return { name: file.name, text, bytes: file };
  }
}

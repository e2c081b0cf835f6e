import { keep, kept } from '../api/kept.js';
import { Store } from '../api/store.js';
import type { Plot } from '../film/content.js';
import type { Way } from '../router.js';
import { recognise, type BroughtKind, type ReadFile } from './recognise.js';
import { linesOf, plotOf } from './split.js';

/** What the writer typed for a film that is not there yet. */
export interface Words {
  title: string;
  /** What it is about. */
  about: string;
  genres: string;
  tone: string;
  likes: string;
  audience: string;
  minutes: string;
  language: string;
  avoid: string;
  /** `words` for a film of words alone. */
  pictures: 'pictures' | 'words';
  /** Of the picture; empty while the film may choose. */
  aspect: string;
  /** What the writer says first in a chat. */
  chat: string;
  /** What was pasted and is not taken yet. */
  pasted: string;
  /** The film's id, once it is there and a script of it was refused. */
  begun: string;
}

/** A text that the writer has already. */
export interface Brought {
  id: string;
  name: string;
  text: string;
  kind: BroughtKind;
  /** What it was taken for before the writer said otherwise. */
  guess: BroughtKind;
  /** What it is in the form of a synopsis, of a plot, of notes: made when it is first looked at so, and the writer's from then on. */
  lines?: string[];
  plot?: Plot;
  notes?: string;
}

const blank: Words = { title: '', about: '', genres: '', tone: '', likes: '', audience: '', minutes: '', language: '', avoid: '', pictures: 'pictures', aspect: '', chat: '', pasted: '', begun: '' };

const briefed = ['about', 'genres', 'tone', 'likes', 'audience', 'minutes', 'language', 'avoid', 'aspect'] as const;

/** What each way to begin sends. */
const sent: Record<Way, readonly (keyof Words)[]> = {
  brief: ['title', 'pictures', ...briefed],
  chat: ['title', 'pictures', 'chat'],
  documents: ['title', 'pictures', 'pasted', 'begun', ...briefed],
};

const wordsName = 'new-film:words';
const broughtName = 'new-film:brought';

/** A browser keeps a few million characters, and not for this alone. */
const mostKept = 1_500_000;

/** A film that is about to begin. What is typed is kept in the browser until the film is there. */
export class Beginning extends Store {
  words: Words = { ...blank };
  brought: Brought[] = [];
  /** Whether something was there from before. */
  readonly isKept: boolean;
  /** Files whose text is not what they hold; they are not kept. */
  private readonly bytes = new Map<string, Blob>();

  constructor() {
    super();
    const words = read<Partial<Words>>(wordsName);
    if (words) this.words = { ...blank, ...words };
    this.brought = read<Brought[]>(broughtName) ?? [];
    this.isKept = !!words || this.brought.length > 0;
  }

  /** Whether anything of a brief is said. */
  get isBriefed(): boolean {
    return briefed.some((name) => name !== 'aspect' && this.words[name].trim());
  }

  /** Whether all that is brought can be kept: files may be too long for that. */
  get isKeepable(): boolean {
    return this.bytes.size === 0 && this.brought.reduce((sum, each) => sum + each.text.length, 0) <= mostKept;
  }

  say<K extends keyof Words>(name: K, text: Words[K]): void {
    this.words[name] = text;
    keep(wordsName, JSON.stringify(this.words));
    this.changed();
  }

  bring({ name, text, bytes }: ReadFile): Brought {
    const guess = recognise(text, name);
    const brought = { id: crypto.randomUUID(), name, text: text.replaceAll(/\r\n?/g, '\n'), kind: guess, guess };
    if (bytes && guess === 'fdx') this.bytes.set(brought.id, bytes);
    this.brought = [...this.brought, brought];
    this.keepBrought();
    return brought;
  }

  takeOut(brought: Brought): void {
    this.bytes.delete(brought.id);
    this.brought = this.brought.filter((each) => each !== brought);
    this.keepBrought();
  }

  change(brought: Brought, change: Partial<Brought>): void {
    Object.assign(brought, change);
    this.keepBrought();
  }

  /** What is sent of a script. */
  bodyOf(brought: Brought): Blob | string {
    return this.bytes.get(brought.id) ?? brought.text;
  }

  /** Forgets what a way to begin has sent, or all. What was typed for another way stays. */
  forget(way?: Way): void {
    const names = way ? sent[way] : (Object.keys(blank) as (keyof Words)[]);
    this.words = { ...this.words, ...Object.fromEntries(names.map((name) => [name, blank[name]])) };
    keep(wordsName, JSON.stringify(this.words) === JSON.stringify(blank) ? null : JSON.stringify(this.words));
    if (way === 'documents' || !way) {
      this.brought = [];
      this.bytes.clear();
      keep(broughtName, null);
    }

    this.changed();
  }

  private keepBrought(): void {
    keep(broughtName, this.brought.length ? JSON.stringify(this.isKeepable ? this.brought : this.brought.filter((each) => each.text.length < 100_000 && !this.bytes.has(each.id))) : null);
    this.changed();
  }
}

export const linesIn = (brought: Brought): string[] => (brought.lines ??= linesOf(brought.text));
export const plotIn = (brought: Brought): Plot => (brought.plot ??= plotOf(brought.text));
export const notesIn = (brought: Brought): string => (brought.notes ??= brought.text.trim());

function read<T>(name: string): T | undefined {
  try {
    return JSON.parse(kept(name) ?? 'null') as T ?? undefined;
  } catch {
    return undefined;
  }
}

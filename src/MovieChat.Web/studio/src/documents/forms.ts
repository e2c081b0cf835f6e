import { aspectRatios, elementTypes, purposes, settings, shotWords } from '../film/content.js';
import { nameOf, type Kind } from '../film/documents.js';
import type { Film } from '../film/film.js';

/** How one property of a document is written. */
export type Field =
  | { name: string; label: string; as: 'line' | 'text' | 'number'; help?: string; step?: string }
  /** Several short texts, one a line. */
  | { name: string; label: string; as: 'words'; help?: string; exactly?: number }
  | { name: string; label: string; as: 'choice'; choices: readonly (string | number)[]; help?: string }
  /** Ids of people, as boxes to tick. */
  | { name: string; label: string; as: 'people' }
  /** One id of a person. */
  | { name: string; label: string; as: 'person' }
  | { name: string; label: string; as: 'group'; fields: Field[] }
  | { name: string; label: string; as: 'list'; one: string; fields: Field[]; make: (list: Record<string, unknown>[], film: Film) => Record<string, unknown> };

const line = (name: string, label: string, help?: string): Field => ({ name, label, as: 'line', help });
const text = (name: string, label: string, help?: string): Field => ({ name, label, as: 'text', help });

/** An id that no item of a list has: s1, s2, … */
function free(list: Record<string, unknown>[], prefix: string): string {
  const taken = new Set(list.map((item) => item['id']));
  for (let number = list.length + 1; ; number++) if (!taken.has(`${prefix}${number}`)) return `${prefix}${number}`;
}

const forms: Partial<Record<Kind, Field[]>> = {
  brief: [
    { name: 'genres', label: 'Genres', as: 'words', help: 'One a line.' },
    line('tone', 'Tone'),
    { name: 'likes', label: 'Films you like', as: 'words', help: 'One a line.' },
    text('message', 'What it is about'),
    line('audience', 'Audience'),
    { name: 'lengthMinutes', label: 'Minutes', as: 'number' },
    line('language', 'Language'),
    { name: 'avoid', label: 'Not in it', as: 'words', help: 'One a line.' },
    text('notes', 'Notes'),
  ],
  ideas: [line('title', 'Title'), text('logline', 'Logline', 'Who must do what against which odds, and what is at stake, in one sentence.'), text('why', 'Why it fits')],
  synopsis: [{ name: 'lines', label: 'Five lines', as: 'words', exactly: 5, help: 'From the beginning of the story to its end.' }],
  cast: [{
    name: 'characters', label: 'People', as: 'list', one: 'person', make: (list) => ({ id: free(list, 'person-'), name: '', role: '', age: 30, oneLine: '', appearance: '' }),
    fields: [line('name', 'Name'), line('role', 'Role', 'protagonist, antagonist, ally, mentor, love interest, or another word'), { name: 'age', label: 'Age', as: 'number' }, text('oneLine', 'In one line'), text('appearance', 'What one sees')],
  }],
  look: [
    text('summary', 'In short'), { name: 'palette', label: 'Palette', as: 'words', help: 'Three to six colours, one a line.' }, text('light', 'Light'), text('lenses', 'Lenses and distance'), text('texture', 'Texture'),
    { name: 'references', label: 'To look at', as: 'words', help: 'One a line.' }, { name: 'aspectRatio', label: 'Shape of the picture', as: 'choice', choices: aspectRatios },
  ],
  profile: [
    text('who', 'Who they are'), text('wants', 'What they want'), text('need', 'What they need'), text('struggles', 'What they struggle with'), text('wound', 'What still hurts'), text('lie', 'The lie they live by'), text('change', 'How they change'), text('voice', 'How they speak'),
    { name: 'relations', label: 'Relations', as: 'list', one: 'relation', make: (_, film) => ({ character: film.people[0]?.id ?? '', text: '' }), fields: [{ name: 'character', label: 'To', as: 'person' }, line('text', 'What they are to each other')] },
  ],
  plot: [
    text('beginning', 'Beginning'), text('middle', 'Middle'), text('end', 'End'),
    { name: 'beats', label: 'Beats', as: 'list', one: 'beat', make: () => ({ name: '', position: 1, text: '' }), fields: [line('name', 'Name'), { name: 'position', label: 'Where it falls, 0 to 1', as: 'number', step: '0.01' }, text('text', 'What happens')] },
  ],
  scenes: [{
    name: 'scenes', label: 'Scenes', as: 'list', one: 'scene',
    make: (list) => ({ id: free(list, 's'), number: list.length + 1, heading: { setting: 'INT', place: '', time: 'DAY' }, purpose: 'other', characters: [], summary: '', position: 1, wants: [], turn: '', learns: [], setUps: [], payOffs: [] }),
    fields: [
      { name: 'number', label: 'Number', as: 'number' },
      { name: 'heading', label: 'Heading', as: 'group', fields: [{ name: 'setting', label: 'Inside or outside', as: 'choice', choices: settings }, line('place', 'Place'), line('time', 'Time of day')] },
      { name: 'purpose', label: 'Purpose', as: 'choice', choices: purposes }, { name: 'position', label: 'Where it falls, 0 to 1', as: 'number', step: '0.01' }, { name: 'characters', label: 'Who is in it', as: 'people' }, text('summary', 'What happens'), line('turn', 'What is different at its end'),
      { name: 'wants', label: 'Wants', as: 'list', one: 'want', make: (_, film) => ({ character: film.people[0]?.id ?? '', want: '', obstacle: '' }), fields: [{ name: 'character', label: 'Who', as: 'person' }, line('want', 'Wants'), line('obstacle', 'But')] },
      { name: 'learns', label: 'Discoveries', as: 'list', one: 'discovery', make: () => ({ what: '', characters: [] }), fields: [line('what', 'What is found out'), { name: 'characters', label: 'Who knows it from now on', as: 'people' }] },
      { name: 'setUps', label: 'Plants', as: 'words', help: 'One a line.' }, { name: 'payOffs', label: 'Pays off', as: 'words', help: 'One a line, in the words in which it was planted.' },
    ],
  }],
  shots: [{
    name: 'shots', label: 'Shots', as: 'list', one: 'shot', make: (list) => ({ n: Math.max(0, ...list.map((shot) => Number(shot['n']) || 0)) + 1, size: 'medium', angle: 'eye level', move: 'static', lens: 50, action: '', characters: [], seconds: 3 }),
    fields: [
      { name: 'n', label: 'Number', as: 'number' }, { name: 'size', label: 'Size', as: 'choice', choices: shotWords.sizes }, { name: 'angle', label: 'Angle', as: 'choice', choices: shotWords.angles }, { name: 'move', label: 'Move', as: 'choice', choices: shotWords.moves },
      { name: 'lens', label: 'Lens in mm', as: 'choice', choices: shotWords.lenses }, { name: 'seconds', label: 'Seconds', as: 'number', step: '0.1' }, text('action', 'What happens'), line('line', 'Line or sound'), { name: 'characters', label: 'People in the picture', as: 'people' },
    ],
  }],
  dialogue: [{
    name: 'elements', label: 'Elements', as: 'list', one: 'element', make: () => ({ type: 'action', text: '' }),
    fields: [{ name: 'type', label: 'Kind', as: 'choice', choices: elementTypes }, text('text', 'Text'), { name: 'character', label: 'Who', as: 'person' }],
  }],
};

/** How a document is written; undefined for pictures. */
export const formOf = (document: string): Field[] | undefined => forms[nameOf(document).kind];

/** What a document begins with that nobody has drafted. */
export function blankOf(document: string): Record<string, unknown> {
  const { kind, of } = nameOf(document);
  const content: Record<string, unknown> = {};
  for (const field of formOf(document) ?? []) content[field.name] = ['words', 'list', 'people'].includes(field.as) ? [] : field.as === 'number' ? 0 : field.as === 'choice' ? (field as { choices: readonly unknown[] }).choices[0] : '';
  if (kind === 'brief') Object.assign(content, { lengthMinutes: 110, language: 'English' });
  if (kind === 'synopsis') content['lines'] = ['', '', '', '', ''];
  if (kind === 'profile') content['character'] = of;
  if (kind === 'shots' || kind === 'dialogue') content['scene'] = of;
  return content;
}

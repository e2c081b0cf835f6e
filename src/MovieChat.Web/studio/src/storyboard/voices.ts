import type { Line } from './reading.js';

/** How a person of the film sounds. */
export interface Voice { voice?: SpeechSynthesisVoice; pitch: number }

/** How long the browser may take to tell its voices. */
const patience = 2_000;

/** The browser's voices; none where it can not speak. */
export async function voicesOf(): Promise<SpeechSynthesisVoice[]> {
  if (!('speechSynthesis' in window)) return [];
  const found = speechSynthesis.getVoices();
  if (found.length) return found;
  await new Promise<void>((resolve) => {
    speechSynthesis.addEventListener('voiceschanged', () => resolve(), { once: true });
    setTimeout(resolve, patience);
  });
  return speechSynthesis.getVoices();
}

const names = new Intl.DisplayNames('en', { type: 'language' });

/** The voices that speak a language, by its English name such as `German`; all when none does or none is named. */
export function speaking(voices: SpeechSynthesisVoice[], language: string | undefined): SpeechSynthesisVoice[] {
  const wanted = (language ?? '').toLowerCase();
  const fitting = voices.filter((voice) => {
    try {
      return wanted.startsWith(names.of(voice.lang.split(/[-_]/)[0]!)?.toLowerCase() ?? '?');
    } catch {
      return false;
    }
  });
  return fitting.length ? fitting : voices;
}

/** Pitches that can be told apart, for when there are more people than voices. */
const pitches = [1, 0.75, 1.25, 0.6, 1.4, 0.88, 1.12];

/** Casts the voices: the narrator's first, then one for each person, each different by voice or pitch. */
export function castVoices(people: string[], voices: SpeechSynthesisVoice[]): (line: Line) => Voice {
  const [narrator, ...others] = voices;
  const pool = others.length ? others : voices;
  const cast = new Map(people.map((person, place): [string, Voice] => [person, { voice: pool[place % (pool.length || 1)], pitch: pitches[(others.length ? Math.floor(place / pool.length) : place + 1) % pitches.length]! }]));
  return (line) => (line.person !== undefined ? cast.get(line.person) : undefined) ?? { voice: narrator, pitch: 1 };
}

/** Longer than this a browser's voice stops in the middle. */
const mostSpoken = 200;

/** A text in pieces that a voice gets through, parted between sentences where that goes. */
export function pieces(text: string): string[] {
  const found: string[] = [];
  for (const sentence of text.match(/[^.!?…]+[.!?…]*\s*|[.!?…]+/g) ?? []) {
    if (found.length && found.at(-1)!.length + sentence.length <= mostSpoken) found[found.length - 1] += sentence;
    else found.push(...(sentence.match(new RegExp(`[\\s\\S]{1,${mostSpoken}}(?:\\s|$)|[\\s\\S]{1,${mostSpoken}}`, 'g')) ?? []));
  }

  return found.filter((piece) => piece.trim());
}

import type { Dialogue, Shot } from '../film/content.js';
import type { Film } from '../film/film.js';

interface Speech { person?: string; text: string }

/** What it costs when the speaker is not in the picture, beside a distance as a fraction of the scene's time. */
const unseen = 0.3;

/** Deals a scene's speeches out to its shots as the printed storyboard does: in their order, each as near as can be to where it falls in the scene's time,
 * and rather where its speaker is in the picture. */
export function deal(film: Film, dialogue: Dialogue, shots: Shot[]): string[][] {
  const speeches = speechesOf(film, dialogue);
  const lines: string[][] = shots.map(() => []);
  if (!shots.length) return lines;
  const speechTimes = middles(speeches.map((speech) => speech.text.length));
  const shotTimes = middles(shots.map((shot) => soundSeconds(shot)));
  const least = new Float64Array(shots.length);
  const chosen = speeches.map((speech, at) => {
    const row: number[] = [];
    for (const [place, shot] of shots.entries()) {
      const isSeen = !!speech.person && shot.characters?.includes(speech.person);
      const here = least[place]! + Math.abs(speechTimes[at]! - shotTimes[place]!) + (isSeen ? 0 : unseen);
      const isBetter = place === 0 || here < least[place - 1]!;
      least[place] = isBetter ? here : least[place - 1]!;
      row.push(isBetter ? place : row[place - 1]!);
    }

    return row;
  });

  for (let at = speeches.length - 1, last = shots.length - 1; at >= 0; at--) {
    last = chosen[at]![last]!;
    lines[last]!.unshift(speeches[at]!.text);
  }

  return lines;
}

/** A shot's seconds as they can be added up, whatever an older draft holds. */
export const soundSeconds = ({ seconds }: Shot) => (typeof seconds === 'number' && seconds > 0 && seconds <= 86_400 ? seconds : 0);

function speechesOf(film: Film, dialogue: Dialogue): Speech[] {
  const found: Speech[] = [];
  let cue: { name: string; person?: string } = { name: '' };
  for (const { type, text = '', character } of dialogue.elements ?? []) {
    if (type === 'character') cue = { name: text.trim().toUpperCase(), person: character ?? personOf(film, text) };
    if (type !== 'dialogue' || !text.trim()) continue;
    const name = cue.name || (character ? film.person(character).toUpperCase() : '');
    found.push({ person: character ?? cue.person, text: `${name ? `${name}: ` : ''}${text.trim().replace(/\s+/g, ' ')}` });
  }

  return found;
}

/** By the name before an extension such as (V.O.). */
function personOf(film: Film, cue: string): string | undefined {
  const name = cue.split('(')[0]!.trim().toLowerCase();
  return film.people.find((person) => person.name?.trim().toLowerCase() === name)?.id;
}

/** Where the middle of each falls in the whole, from 0 to 1. */
function middles(lengths: number[]): number[] {
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  if (whole <= 0) return lengths.map((_, at) => (at + 0.5) / lengths.length);
  let before = 0;
  return lengths.map((length) => {
    const middle = (before + length / 2) / whole;
    before += length;
    return middle;
  });
}

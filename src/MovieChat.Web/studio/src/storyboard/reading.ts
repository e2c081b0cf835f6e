import { headingOf, type Dialogue } from '../film/content.js';
import type { Film } from '../film/film.js';

/** One line of a table read. */
export interface Line {
  kind: 'heading' | 'action' | 'parenthetical' | 'dialogue' | 'transition';
  /** As it stands on the page. */
  text: string;
  /** As it is said. */
  said: string;
  /** Who speaks: an id, or the name of somebody who is not in the cast; undefined for the narrator. */
  person?: string;
  /** The speaker's name, at the first line of a speech. */
  cue?: string;
}

const settings: Record<string, string> = { INT: 'Interior', EXT: 'Exterior', EST: 'Establishing', 'INT/EXT': 'Interior and exterior', 'I/E': 'Interior and exterior' };

/** The lines of a scene in the order in which they are read. */
export function linesOf(film: Film, scene: string): Line[] {
  const dialogue = film.content<Dialogue>(`dialogue:${scene}`);
  if (!dialogue) return [];
  const heading = film.scene(scene)?.heading;
  const lines: Line[] = heading ? [{ kind: 'heading', text: headingOf(heading), said: [settings[(heading.setting ?? '').replace(/\.$/, '').toUpperCase()] ?? heading.setting, heading.place, heading.time].filter(Boolean).join('. ') }] : [];
  let speaker: { person?: string; cue?: string } = {};
  for (const { type, text: given = '', character } of dialogue.elements ?? []) {
    const text = given.trim();
    if (!text) continue;
    if (type === 'character') {
      speaker = { person: character ?? text.split('(')[0]!.trim(), cue: text.toUpperCase() };
    } else if (type === 'dialogue' || type === 'parenthetical') {
      const person = character ?? speaker.person;
      lines.push({ kind: type, text: type === 'dialogue' ? text : `(${text.replace(/^\(|\)$/g, '')})`, said: type === 'dialogue' ? text : '', person, cue: speaker.cue });
      speaker = { person };
    } else {
      speaker = {};
      lines.push({ kind: type === 'transition' ? 'transition' : 'action', text: type === 'transition' ? text.toUpperCase() : text, said: text });
    }
  }

  return lines;
}

/** Who speaks in it, in the order of their first lines. */
export const speakersOf = (lines: Line[]) => [...new Set(lines.flatMap((line) => (line.kind === 'dialogue' && line.person ? [line.person] : [])))];

import type { FilmInsights } from '../api/schema.js';
import { clock } from '../film/content.js';
import { countOf } from '../film/documents.js';
import type { Film } from '../film/film.js';

export interface Table { caption: string; columns: string[]; rows: (string | number | null | undefined)[][] }

/** One of the service's charts, and how it is told in words and in numbers. */
export interface Chart {
  /** By which the service draws it. */
  name: string;
  title: string;
  /** What one sees in it. */
  says: (insights: FilmInsights, film: Film) => string;
  /** How it is to be read, where that is not plain. */
  hint?: (insights: FilmInsights) => string;
  /** What it shows, for who does not see it. */
  alt: (insights: FilmInsights, film: Film) => string;
  tables: (insights: FilmInsights, film: Film) => Table[];
}

export const minutes = (count: number) => `${count.toLocaleString('en', { maximumFractionDigits: 1 })} min`;

const percent = (fraction: number) => `${Math.round(fraction * 100)} %`;

const names = (film: Film, ids: string[]) => ids.map((id) => film.person(id)).join(', ');

const words: Record<string, string> = { interior: 'inside', exterior: 'outside', both: 'inside and outside', unknown: 'unknown' };

export const charts: Chart[] = [
  {
    name: 'tension',
    title: 'Tension',
    says: ({ tension }) => {
      const top = tension.points.reduce((one, other) => (other.tension > one.tension ? other : one), tension.points[0] ?? { name: '', position: 0, tension: 0 });
      if (!tension.points.length) return 'How tense the film is from beat to beat shows once there is a plot, or scenes.';
      const missing = tension.usual.filter((turn) => !turn.beat).length;
      return `How tense the film is from beat to beat. It is highest at “${top.name}”, ${percent(top.position)} into the film.${missing ? ` Of the ${tension.usual.length} turns that films usually have, no beat stands near ${missing}.` : ' A beat stands near every turn that films usually have.'}`;
    },
    hint: ({ tension }) => tension.rule,
    alt: ({ tension }) => `Line of the estimated tension: ${tension.points.map((point) => `${point.name} at ${percent(point.position)}: ${point.tension.toFixed(2)}`).join('; ') || 'nothing yet'}.`,
    tables: ({ tension }) => [
      { caption: 'The beats', columns: ['Beat', 'At (% of the film)', 'Tension, 0 to 1'], rows: tension.points.map((point) => [point.name, Math.round(point.position * 100), point.tension]) },
      { caption: 'Where films usually turn', columns: ['Turn', 'Usually at (%)', 'The film’s beat', 'Later than usual by (% of the film)'], rows: tension.usual.map((turn) => [turn.name, Math.round(turn.position * 100), turn.beat, turn.off == null ? null : Math.round(turn.off * 100)]) },
    ],
  },
  {
    name: 'presence',
    title: 'Who is in which scene',
    says: ({ people, absence, meetings }, film) => {
      const most = [...people].sort((one, other) => other.scenes - one.scenes)[0];
      if (!most) return 'Who is in which scene shows once there is a cast and a list of scenes.';
      const pair = meetings[0];
      return [
        `${most.name} is in the most scenes: ${most.scenes}.`,
        pair ? `${film.person(pair.one)} and ${film.person(pair.other)} meet most often, in ${countOf(pair.scenes, 'scene')}.` : '',
        absence ? `${film.person(absence.character)} is away longest from scene ${absence.from} to ${absence.to}.` : '',
      ].filter(Boolean).join(' ');
    },
    hint: () => 'Dark: speaks in the scene. Pale: is there and is silent.',
    alt: ({ people }) => `Grid of people by scenes. ${people.map((person) => `${person.name}: ${countOf(person.scenes, 'scene')}${person.first == null ? '' : `, first ${person.first}, last ${person.last}`}`).join('; ')}.`,
    tables: ({ people, scenes, meetings, absence }, film) => [
      { caption: 'People', columns: ['Who', 'Role', 'Scenes', 'First in', 'Last in'], rows: people.map((person) => [person.name, person.role, person.scenes, person.first, person.last]) },
      { caption: 'Scenes', columns: ['Scene', 'Heading', 'There', 'Speaking'], rows: scenes.map((scene) => [scene.number, scene.heading, names(film, scene.present), names(film, scene.speaking)]) },
      { caption: 'Who meets whom', columns: ['Who', 'Whom', 'Scenes', 'First in'], rows: meetings.map((pair) => [film.person(pair.one), film.person(pair.other), pair.scenes, pair.first]) },
      ...(absence ? [{ caption: 'The protagonist’s longest absence', columns: ['Who', 'From scene', 'To scene', 'Scenes', 'Pages'], rows: [[film.person(absence.character), absence.from, absence.to, absence.scenes, absence.pages]] }] : []),
    ],
  },
  {
    name: 'lines',
    title: 'Who says how much',
    says: ({ people }) => {
      const [most] = [...people].sort((one, other) => other.words - one.words);
      if (!most?.words) return 'Who says how much shows once a scene is written.';
      const silent = people.filter((person) => !person.words);
      return `${most.name} says the most: ${percent(most.share)} of all words that are spoken.${silent.length ? ` Nothing yet: ${silent.map((person) => person.name).join(', ')}.` : ''}`;
    },
    alt: ({ people }) => `Bars of spoken words. ${people.filter((person) => person.words).map((person) => `${person.name}: ${countOf(person.words, 'word')}, ${percent(person.share)}`).join('; ') || 'Nothing yet'}.`,
    tables: ({ people }) => [{
      caption: 'Dialogue', columns: ['Who', 'Speeches', 'Lines', 'Words', 'Share (%)', 'Longest speech (words)', 'In scene'],
      rows: people.map((person) => [person.name, person.speeches, person.lines, person.words, Math.round(person.share * 1_000) / 10, person.longestSpeech, person.longestIn]),
    }],
  },
  {
    name: 'light',
    title: 'Where and when',
    says: ({ light }) => {
      const most = [...light].sort((one, other) => other.scenes - one.scenes)[0];
      if (!most) return 'Where and when the film plays shows once there is a list of scenes.';
      const nights = light.filter((each) => each.light === 'night').reduce((sum, each) => sum + each.scenes, 0);
      return `Most scenes play ${words[most.setting] ?? most.setting}, by ${most.light}: ${most.scenes}. ${nights ? `${countOf(nights, 'scene')} by night must be lit, or shot at night.` : 'None plays by night.'}`;
    },
    alt: ({ light }) => `Circles by place and time of day. ${light.map((each) => `${words[each.setting] ?? each.setting}, ${each.light}: ${countOf(each.scenes, 'scene')}`).join('; ') || 'Nothing yet'}.`,
    tables: ({ light, purposes }) => [
      { caption: 'Places and times', columns: ['Where', 'When', 'Scenes', 'Pages'], rows: light.map((each) => [words[each.setting] ?? each.setting, each.light, each.scenes, each.pages]) },
      { caption: 'What scenes are for', columns: ['Purpose', 'Scenes'], rows: purposes.map((each) => [each.purpose, each.scenes]) },
    ],
  },
  {
    name: 'minutes',
    title: 'Minutes of each scene',
    says: ({ length, scenes }) => {
      const timed = scenes.filter((scene) => scene.minutes != null);
      const longest = [...timed].sort((one, other) => other.minutes! - one.minutes!)[0];
      if (!longest) return 'How long each scene is shows once it is written, or has shots.';
      return `Scene ${longest.number} is the longest, about ${minutes(longest.minutes!)}.${length.wanted ? ` The pages that are written make ${minutes(length.pages)} of the ${length.wanted} that the brief asks for; these are the key scenes, and a film may have more between them.` : ''}`;
    },
    hint: () => 'A printed page is about a minute. Orange: what the scene’s shots take on the storyboard.',
    alt: ({ scenes }) => `Bars of minutes by scene. ${scenes.filter((scene) => scene.minutes != null).map((scene) => `${scene.number}: ${minutes(scene.minutes!)}`).join('; ') || 'Nothing yet'}.`,
    tables: ({ scenes, acts }) => [
      { caption: 'Scenes', columns: ['Scene', 'Heading', 'Act', 'Purpose', 'Pages', 'Shots take'], rows: scenes.map((scene) => [scene.number, scene.heading, scene.act, scene.purpose, scene.pages, scene.shotSeconds == null ? null : clock(scene.shotSeconds)]) },
      { caption: 'Acts', columns: ['Act', 'From (%)', 'To (%)', 'Scenes', 'Pages'], rows: acts.map((act) => [act.act, Math.round(act.from * 100), Math.round(act.to * 100), act.scenes, act.pages]) },
    ],
  },
];

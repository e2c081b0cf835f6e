import type { DocumentItem } from '../api/schema.js';
import { headingOf, type Dialogue, type Look, type Picture, type Scene, type Shot, type ShotList } from '../film/content.js';
import { statusWords } from '../film/documents.js';
import type { Film } from '../film/film.js';
import { deal, soundSeconds } from './speeches.js';

/** One shot as a board shows it. */
export interface Panel {
  /** The id of its frame's document, which may not be there yet. */
  frame: string;
  /** As it stands on a panel: 3.2. */
  number: string;
  scene: BoardScene;
  shot: Shot;
  /** Size, angle, move and lens. */
  camera: string;
  /** What is heard: several speeches are a line each. */
  lines: string[];
  people: string[];
  /** When it begins, in seconds from the film's beginning. */
  start: number;
  seconds: number;
}

export interface BoardScene {
  id: string;
  number: string;
  heading: string;
  summary: string;
  /** Its shot list; undefined while the film has none. */
  shots?: DocumentItem;
  panels: Panel[];
  start: number;
  seconds: number;
}

export interface Board {
  /** Of the film's picture, as width over height, and as one says it. */
  ratio: number;
  ratioWords: string;
  scenes: BoardScene[];
  panels: Panel[];
  seconds: number;
}

const ratios: Record<string, number> = { '2.39': 2.39, '16:9': 16 / 9, '4:3': 4 / 3 };

/** The film's storyboard as far as it is known: what is approved, and drafts where nothing is. The order, the times and the lines are those of the printed one. */
export function boardOf(film: Film): Board {
  const sources = sourcesOf(film);
  const known = boards.get(film);
  if (known?.sources.length === sources.length && sources.every((source, place) => source === known.sources[place])) return known.board;
  const board = make(film);
  boards.set(film, { sources, board });
  return board;
}

/** The same board stands as long as nothing of what it is made of changes: whoever shows it then has nothing to lay out anew. */
const boards = new WeakMap<Film, { sources: unknown[]; board: Board }>();

const sourcesOf = (film: Film): unknown[] => [film.people, film.scenes, film.item('look') && film.content('look'), ...film.scenes.flatMap(({ id }) => {
  const item = film.item(`shots:${id}`);
  return [item?.status, item?.approved?.draft, item && film.content(item.id), film.item(`dialogue:${id}`) && film.content(`dialogue:${id}`)];
})];

function make(film: Film): Board {
  const shape = (film.item('look') && film.content<Look>('look')?.aspectRatio) || '1.85';
  const board: Board = { ratio: ratios[shape] ?? 1.85, ratioWords: shape.includes(':') ? shape : `${shape in ratios ? shape : '1.85'}:1`, scenes: [], panels: [], seconds: 0 };
  for (const scene of film.scenes) {
    const found = sceneOf(film, scene, board.seconds);
    board.scenes.push(found);
    board.panels.push(...found.panels);
    board.seconds += found.seconds;
  }

  return board;
}

function sceneOf(film: Film, scene: Scene, start: number): BoardScene {
  const item = film.item(`shots:${scene.id}`);
  const list = item && item.status !== 'skipped' ? film.content<ShotList>(item.id) : undefined;
  const found: BoardScene = { id: scene.id, number: String(scene.number ?? scene.id), heading: headingOf(scene.heading), summary: scene.summary ?? '', shots: item, panels: [], start, seconds: 0 };
  const shots = list?.shots ?? [];
  const lines = linesOf(film, scene.id, list);
  for (const [place, shot] of shots.entries()) {
    const seconds = soundSeconds(shot);
    found.panels.push({
      frame: `frame:${scene.id}.${shot.n}`,
      number: `${found.number}.${shot.n}`,
      scene: found,
      shot,
      camera: [shot.size, shot.angle, shot.move, shot.lens && `${shot.lens} mm`].filter(Boolean).join(' · '),
      lines: lines[place] ?? [],
      people: [...new Set(shot.characters)].map((id) => film.person(id)),
      start: start + found.seconds,
      seconds,
    });
    found.seconds += seconds;
  }

  return found;
}

/** Dealing a scene's speeches out takes a while, and a film is drawn anew whenever something in it changes. */
const dealt = new WeakMap<Shot[], { dialogue?: Dialogue; lines: string[][] }>();

/** The shots' own lines; where none of them has one, the scene's speeches are dealt out to them. */
function linesOf(film: Film, scene: string, list: ShotList | undefined): string[][] {
  const shots = list?.shots;
  if (!shots) return [];
  if (shots.some((shot) => shot.line?.trim())) return shots.map((shot) => (shot.line ?? '').split('\n').filter((line) => line.trim()));
  const dialogue = film.item(`dialogue:${scene}`) && film.content<Dialogue>(`dialogue:${scene}`);
  const known = dealt.get(shots);
  if (known && known.dialogue === dialogue) return known.lines;
  const lines = dialogue ? deal(film, dialogue, shots) : shots.map(() => []);
  dealt.set(shots, { dialogue, lines });
  return lines;
}

/** How a panel's frame stands. */
export interface Frame {
  picture?: Picture;
  /** As a chip's class names it. */
  status: DocumentItem['status'] | 'missing';
  /** What is to be told of it; empty for one that is approved. */
  words: string;
  isLoading: boolean;
  /** Whether the picture shows the camera's move by itself. */
  hasMove?: boolean;
}

/** The offline sketch artist, who draws the move into the picture. */
const sketchArtist = 'understudy';

export function frameOf(film: Film, panel: Panel): Frame {
  const item = film.item(panel.frame);
  if (!item) return { status: 'missing', words: panel.scene.shots?.approved ? 'no frame' : 'shots await approval', isLoading: false };
  const picture = item.status !== 'skipped' && item.draft ? film.content<Picture>(item.id) : undefined;
  const words = item.status === 'drafting' ? (film.snapshot?.parked.includes(item.id) ? 'waits for the budget' : 'being drawn') : item.status === 'approved' ? '' : statusWords[item.status];
  return { picture: picture?.picture ? picture : undefined, status: item.status, words, isLoading: !!item.draft && item.status !== 'skipped' && !film.view(item.id), hasMove: film.view(item.id)?.draft?.model === sketchArtist };
}

/** What a picture shows, for who does not see it. */
export const altOf = (panel: Panel) => `Frame ${panel.number}: ${panel.shot.size ?? 'shot'}${panel.people.length ? ` of ${panel.people.join(' and ')}` : ''}`;

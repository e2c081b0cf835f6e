/** What drafts hold, by kind of document. Every property may be missing: drafts of older versions, and of writers, come as they are. */
export interface Brief { genres?: string[]; tone?: string; likes?: string[]; message?: string; audience?: string; lengthMinutes?: number; language?: string; avoid?: string[]; notes?: string }
export interface Idea { title?: string; logline?: string; why?: string }
export interface Synopsis { lines?: string[] }
export interface Character { id: string; name?: string; role?: string; age?: number; oneLine?: string; appearance?: string }
export interface Cast { characters?: Character[] }
export interface Look { palette?: string[]; light?: string; lenses?: string; texture?: string; references?: string[]; summary?: string; aspectRatio?: string }
export interface Relation { character: string; text?: string }
export interface Profile { character?: string; who?: string; wants?: string; struggles?: string; change?: string; voice?: string; wound?: string; lie?: string; need?: string; relations?: Relation[] }
export interface Beat { name?: string; position?: number; text?: string }
export interface Plot { beginning?: string; middle?: string; end?: string; beats?: Beat[] }
export interface Heading { setting?: string; place?: string; time?: string }
export interface SceneWant { character: string; want?: string; obstacle?: string }
export interface SceneDiscovery { what?: string; characters?: string[] }
export interface Scene {
  id: string; number?: number; heading?: Heading; purpose?: string; characters?: string[]; summary?: string; position?: number;
  wants?: SceneWant[]; turn?: string; learns?: SceneDiscovery[]; setUps?: string[]; payOffs?: string[];
}
export interface SceneList { scenes?: Scene[] }
export interface Shot { n: number; size?: string; angle?: string; move?: string; lens?: number; action?: string; characters?: string[]; seconds?: number; line?: string | null }
export interface ShotList { scene?: string; shots?: Shot[] }
export interface Element { type?: string; text?: string; character?: string | null }
export interface Dialogue { scene?: string; elements?: Element[] }
export interface PictureReference { character?: string | null; draft?: number; picture?: string }
export interface Picture { picture?: string; mediaType?: string; width?: number; height?: number; prompt?: string; references?: PictureReference[] }

/** The words of shots that the service knows; see the description of shot lists. */
export const shotWords = {
  sizes: ['extreme close-up', 'close-up', 'medium close-up', 'medium', 'medium long', 'long', 'extreme long', 'establishing', 'over the shoulder', 'two shot', 'insert', 'POV'],
  angles: ['eye level', 'high', 'low', "bird's-eye", "worm's-eye", 'Dutch'],
  moves: ['static', 'pan', 'whip pan', 'tilt', 'pedestal', 'dolly in', 'dolly out', 'truck', 'arc', 'steadicam', 'handheld', 'crane', 'zoom', 'rack focus', 'dolly zoom'],
  lenses: [22, 35, 50, 85, 120],
} as const;

export const purposes = ['opening', 'twist', 'reveal', 'chase', 'conclusion', 'other'] as const;
export const settings = ['INT', 'EXT', 'EST', 'INT/EXT', 'I/E'] as const;
export const aspectRatios = ['1.85', '2.39', '16:9', '4:3'] as const;
export const elementTypes = ['action', 'character', 'parenthetical', 'dialogue', 'transition'] as const;

/** A scene's heading as a screenplay writes it: INT. KITCHEN - NIGHT. */
export function headingOf(heading: Heading | undefined): string {
  if (!heading) return '';
  const time = heading.time?.trim() ? ` - ${heading.time.trim().toUpperCase()}` : '';
  return `${(heading.setting ?? '').trim().replace(/\.$/, '').toUpperCase()}. ${(heading.place ?? '').trim().toUpperCase()}${time}`;
}

/** A running time as the storyboard prints it: 3:07, 1:02:05. */
export function clock(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, String(whole % 60).padStart(2, '0')];
  return hours ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

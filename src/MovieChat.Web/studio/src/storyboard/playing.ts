import type { Panel } from './board.js';

/** What a camera does in one shot: scale, shift to the right and shift down, in fractions of the picture. */
export type Shift = [scale: number, right: number, down: number];

const ease = (p: number) => p * p * (3 - 2 * p);
const between = (from: number, to: number) => (p: number) => from + (to - from) * ease(p);
const [push, pull, slide, rise] = [between(1, 1.14), between(1.14, 1), between(0.05, -0.05), between(-0.05, 0.05)];

/** As the animatic plays them; p runs from 0 to 1. */
const shifts: Record<string, (p: number) => Shift> = {
  'dolly in': (p) => [push(p), 0, 0],
  'dolly out': (p) => [pull(p), 0, 0],
  zoom: (p) => [push(p), 0, 0],
  'dolly zoom': (p) => [between(1, 1.22)(p), 0, 0],
  pan: (p) => [1.12, slide(p), 0],
  'whip pan': (p) => [1.12, slide(Math.min(1, Math.max(0, p * 5 - 3))), 0],
  truck: (p) => [1.12, slide(p), 0],
  arc: (p) => [1.1 + 0.05 * ease(p), slide(p) * 0.8, 0],
  tilt: (p) => [1.12, 0, rise(p)],
  pedestal: (p) => [1.12, 0, rise(p)],
  crane: (p) => [between(1.16, 1.1)(p), 0, rise(p)],
  steadicam: (p) => [1.04 + 0.06 * ease(p), Math.sin(p * 4) * 0.006, 0],
  handheld: (p) => [1.05, Math.sin(p * 17) * 0.005, Math.sin(p * 23 + 1) * 0.005],
};

export const shiftOf = (move: string | undefined, p: number): Shift => shifts[move ?? '']?.(p) ?? [1, 0, 0];

/** Which of a shot's speeches is heard: as long as it is, so long it takes.
 * @param p How much of the shot has played, 0 to 1. */
export function lineAt({ lines }: Panel, p: number): string {
  const whole = lines.reduce((sum, line) => sum + line.length, 0);
  let end = 0;
  return lines.find((line) => p < (end += line.length) / whole) ?? lines.at(-1) ?? '';
}

/** The place of the panel that is shown at a time. Those that take no time never are. */
export const panelAt = (panels: Panel[], at: number) => Math.max(0, panels.findLastIndex((panel) => panel.seconds > 0 && panel.start <= at + 1e-6));

/** Pictures that are fetched before they are shown. */
export class Preloaded {
  private readonly pictures = new Map<string, { image: HTMLImageElement; isThere: boolean }>();

  /** Whether it can be shown at once; one that can not be had is not waited for. Asking for it has it fetched. */
  has(address: string): boolean {
    const found = this.pictures.get(address);
    if (found) return found.isThere;
    const fetched = { image: new Image(), isThere: false };
    fetched.image.src = address;
    const done = () => { fetched.isThere = true; };
    fetched.image.decode().then(done, done);
    this.pictures.set(address, fetched);
    if (this.pictures.size > most) this.pictures.delete(this.pictures.keys().next().value!);
    return false;
  }
}

/** Older ones are in the browser's own store. */
const most = 40;

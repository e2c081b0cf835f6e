import { css, html, nothing, svg, type TemplateResult } from 'lit';
import type { Shot } from '../film/content.js';

/** Where the paths of a move are: the picture is as wide as its ratio says and 100 high. */
interface Sheet { width: number; middle: number }

/** A move of the camera as storyboard artists draw it over the frame: its paths. Those under `arrows` get a head at their end. */
interface Drawing { arrows?: string[]; lines?: string[]; dashed?: string[] }

const corners = ({ width }: Sheet, from: number, to: number) => [[0, 0, 1, 1], [width, 0, -1, 1], [width, 100, -1, -1], [0, 100, 1, -1]]
  .map(([x, y, right, down]) => `M${x! + right! * from * (width / 100)} ${y! + down! * from} L${x! + right! * to * (width / 100)} ${y! + down! * to}`);

const frame = ({ width }: Sheet, share: number, shiftX = 0, shiftY = 0) => {
  const [w, h] = [width * share, 100 * share];
  const [x, y] = [(width - w) / 2 + shiftX, (100 - h) / 2 + shiftY];
  return `M${x} ${y} h${w} v${h} h${-w} Z`;
};

const drawings: Record<string, (sheet: Sheet, isBack: boolean) => Drawing> = {
  // The camera turns on its stand: a bent arrow. Who goes along (truck, pedestal) gets a straight one.
  pan: ({ width }) => ({ arrows: [`M${width * 0.2} 84 Q${width / 2} 72 ${width * 0.8} 84`] }),
  'whip pan': ({ width }) => ({ arrows: [`M${width * 0.14} 84 Q${width / 2} 70 ${width * 0.86} 84`], lines: [`M${width * 0.1} 76 h${width * 0.22}`, `M${width * 0.06} 91 h${width * 0.3}`] }),
  tilt: ({ width }) => ({ arrows: [`M${width - 16} 82 Q${width - 26} 50 ${width - 16} 18`] }),
  pedestal: ({ width }) => ({ arrows: [`M${width - 16} 84 V16`], lines: [`M${width - 25} 90 h18`] }),
  truck: ({ width }) => ({ arrows: [`M${width * 0.16} 86 H${width * 0.84}`], lines: [`M${width * 0.12} 79 v14`] }),
  'dolly in': (sheet) => ({ arrows: corners(sheet, 5, 23), lines: [frame(sheet, 0.46)] }),
  'dolly out': (sheet) => ({ arrows: corners(sheet, 26, 8), lines: [frame(sheet, 0.46)] }),
  zoom: (sheet, isBack) => ({ arrows: isBack ? corners(sheet, 26, 8) : corners(sheet, 5, 23), dashed: [frame(sheet, 0.46)] }),
  'dolly zoom': (sheet) => ({ arrows: [...corners(sheet, 5, 17), ...corners(sheet, 36, 26)], dashed: [frame(sheet, 0.5)] }),
  arc: ({ middle, width }) => ({ arrows: [`M${middle - width * 0.3} 66 C${middle - width * 0.36} 96 ${middle + width * 0.36} 96 ${middle + width * 0.3} 66`] }),
  steadicam: ({ width }) => ({ arrows: [`M${width * 0.14} 84 C${width * 0.26} 66 ${width * 0.36} 66 ${width * 0.47} 82 S${width * 0.7} 98 ${width * 0.86} 76`] }),
  handheld: (sheet) => ({ dashed: [frame(sheet, 0.9, -2, 1.5)], lines: [`M${sheet.width * 0.38} 88 l6 -6 6 9 6 -10 6 9 6 -8 6 6`] }),
  crane: ({ width }) => ({ arrows: [`M${width * 0.78} 88 C${width * 0.97} 80 ${width * 0.97} 34 ${width * 0.8} 16`], lines: [`M${width * 0.7} 92 h16`] }),
  'rack focus': ({ middle, width }) => ({ arrows: [`M${middle - width * 0.13} 56 L${middle + width * 0.13} 44`], dashed: [circle(middle - width * 0.23, 60, 15)], lines: [circle(middle + width * 0.23, 40, 15)] }),
};

function circle(x: number, y: number, r: number): string {
  return `M${x - r} ${y} a${r} ${r} 0 1 0 ${2 * r} 0 a${r} ${r} 0 1 0 ${-2 * r} 0`;
}

/** How a move that goes the other way is called in the action; it is drawn mirrored, or from the inside out. */
const otherWays: Record<string, string> = { pan: 'left', 'whip pan': 'left', truck: 'left', arc: 'left', steadicam: 'left', tilt: 'down', pedestal: 'down', crane: 'down', zoom: 'out' };

/** Which way a move goes where the action says so: "pans left", "tilt down". Otherwise as the animatic moves: right, up, in. */
function isAgainst({ action = '', move = '' }: Shot): boolean {
  const way = otherWays[move];
  return !!way && new RegExp(`\\b(?:pan|tilt|truck|track|crane|boom|pedestal|arc|zoom|camera)(?:s|ns|n?ing|n?ed)?\\b(?:\\W+\\w+){0,2}?\\W+${way}\\b`, 'i').test(action);
}

/** The overlay of a shot's move; nothing for a camera that stands. What it means is told in the panel's words.
 * @param ratio Of the picture, as width over height. */
export function moveOverlay(shot: Shot, ratio: number): TemplateResult | typeof nothing {
  const draw = drawings[shot.move ?? ''];
  if (!draw) return nothing;
  const width = Math.round(100 * ratio);
  const against = isAgainst(shot);
  const { arrows = [], lines = [], dashed = [] } = draw({ width, middle: width / 2 }, against);
  const turn = !against ? undefined : otherWays[shot.move!] === 'left' ? `matrix(-1 0 0 1 ${width} 0)` : otherWays[shot.move!] === 'down' ? 'matrix(1 0 0 -1 0 100)' : undefined;
  // Every line twice: pale on dark, so that it is seen on any picture.
  const strokes = (kind: string) => svg`<g class=${kind}>${lines.map((d) => svg`<path d=${d} />`)}${dashed.map((d) => svg`<path d=${d} stroke-dasharray="4 3" />`)}${arrows.map((d) => svg`<path d=${d} />${head(d)}`)}</g>`;
  return html`<svg class="move" viewBox="0 0 ${width} 100" preserveAspectRatio="none" aria-hidden="true"><g transform=${turn ?? nothing}>${strokes('edge')}${strokes('ink')}</g></svg>`;
}

export const moveStyles = css`
  .move { position: absolute; inset: 0; width: 100%; height: 100%; pointer-events: none; fill: none; stroke-linecap: round; stroke-linejoin: round; }
  .move .edge { stroke: rgb(0 0 0 / 0.65); stroke-width: 4; }
  .move .ink { stroke: #fff3d6; stroke-width: 2; }
`;

/** An arrowhead at the end of a path, in the direction in which the path arrives there. */
function head(path: string): TemplateResult {
  const [x, y, angle] = endOf(path);
  return svg`<path d="M-7 -5 L0 0 L-7 5" transform="translate(${x} ${y}) rotate(${angle})" />` as TemplateResult;
}

/** The last point of a path and its direction there in degrees. Of relative commands there is none in the arrows. */
function endOf(path: string): [number, number, number] {
  const points: [number, number][] = [];
  for (const [, command, rest] of path.matchAll(/([MLHVQCS])([^MLHVQCS]*)/g)) {
    const numbers = rest!.trim().split(/[\s,]+/).map(Number);
    const [lastX, lastY] = points.at(-1) ?? [0, 0];
    if (command === 'H') points.push([numbers[0]!, lastY]);
    else if (command === 'V') points.push([lastX, numbers[0]!]);
    else for (let at = 0; at < numbers.length; at += 2) points.push([numbers[at]!, numbers[at + 1]!]);
  }

  const [[fromX, fromY], [x, y]] = [points.at(-2)!, points.at(-1)!];
  return [x, y, Math.round((Math.atan2(y - fromY, x - fromX) * 180) / Math.PI)];
}

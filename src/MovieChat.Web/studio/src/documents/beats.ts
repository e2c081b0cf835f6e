import { css, nothing, svg, html, type TemplateResult } from 'lit';
import type { Beat } from '../film/content.js';

/** Where turns usually fall, as fractions of the length: a quarter, the middle, three quarters. */
const usual = [0.25, 0.5, 0.75];

const width = 720;
const edge = 24;

/** The beats of a plot on a line of the film's length, beside where the three great turns usually fall. */
export function beatChart(beats: Beat[]): TemplateResult {
  const x = (position: number) => edge + Math.min(1, Math.max(0, position)) * (width - 2 * edge);
  const rows = rowsOf(beats.map((beat) => ({ at: x(beat.position ?? 0), length: 7 * (beat.name?.length ?? 0) + 12 })));
  const height = 52 + 18 * (Math.max(0, ...rows) + 1);
  const line = height - 26;
  return html`<svg class="beat-chart" viewBox="0 0 ${width} ${height}" role="img" aria-label="Beats: ${beats.map((beat) => `${beat.name} at ${Math.round((beat.position ?? 0) * 100)} %`).join(', ')}">
    ${usual.map((position) => svg`<line class="usual" x1=${x(position)} x2=${x(position)} y1="8" y2=${line + 6}></line><text class="usual" x=${x(position)} y=${height - 6} text-anchor="middle">${position * 100} %</text>`)}
    <line class="film" x1=${edge} x2=${width - edge} y1=${line} y2=${line}></line>
    ${beats.map((beat, place) => {
      const at = x(beat.position ?? 0);
      const y = line - 14 - 18 * rows[place]!;
      const anchor = at < width / 3 ? 'start' : at > (2 * width) / 3 ? 'end' : 'middle';
      return svg`<line class="stem" x1=${at} x2=${at} y1=${y + 3} y2=${line}></line><circle cx=${at} cy=${line} r="4.5"></circle><text x=${at} y=${y} text-anchor=${anchor}>${beat.name ?? nothing}</text>`;
    })}
  </svg>`;
}

/** Which row each name stands in, so that none covers another. */
function rowsOf(names: { at: number; length: number }[]): number[] {
  const ends: [number, number][][] = [];
  return names.map(({ at, length }) => {
    const begin = at < width / 3 ? at : at > (2 * width) / 3 ? at - length : at - length / 2;
    let row = 0;
    while (ends[row]?.some(([from, to]) => begin < to && begin + length > from)) row++;
    (ends[row] ??= []).push([begin, begin + length]);
    return row;
  });
}

export const beatStyles = css`
  .beat-chart { width: 100%; height: auto; min-width: 30rem; font: 12px var(--sans); fill: var(--ink); }
  .beat-chart .film { stroke: var(--edge); stroke-width: 2; }
  .beat-chart .stem { stroke: var(--line); }
  .beat-chart line.usual { stroke: var(--line); stroke-dasharray: 3 4; }
  .beat-chart text.usual { fill: var(--soft); font-size: 11px; }
  .beat-chart circle { fill: var(--accent); }
  .chart { overflow-x: auto; }
`;

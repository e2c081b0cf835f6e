import { css, html, nothing, type TemplateResult } from 'lit';
import type { DocumentView } from '../api/schema.js';

/** What was given to a writer who was stuck.
 * @param takeWay Asks for a change in that direction; undefined while nothing can be asked for. */
export function waysForward(view: DocumentView, takeWay?: (way: string) => void): TemplateResult | typeof nothing {
  if (view.tipsPending) return html`<div class="notice" role="status"><span class="pulse">●</span> Looking for ways forward…</div>`;
  if (view.tipsFailure) return html`<div class="notice bad"><p>${view.tipsFailure.message}</p><p>${view.tipsFailure.remedy}</p></div>`;
  if (!view.tips) return nothing;
  return html`<details class="card" open><summary><strong>Ways forward</strong></summary><div class="stack">
    <ul class="reading small">${view.tips.tips.map((tip) => html`<li>${tip}</li>`)}</ul>
    <div class="ways">${view.tips.ways.map((way) => html`<div class="card stack"><h3>${way.title}</h3><p class="reading small">${way.text}</p>
      ${takeWay ? html`<button @click=${() => takeWay(`${way.title}: ${way.text}`)}>Go this way</button>` : nothing}</div>`)}</div></div></details>`;
}

export const waysStyles = css`
  .ways { display: grid; gap: 0.75rem; grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr)); }
`;

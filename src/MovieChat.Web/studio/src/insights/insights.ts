import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Answer } from '../api/answer.js';
import type { FilmInsights } from '../api/schema.js';
import { Watch } from '../api/store.js';
import type { Film } from '../film/film.js';
import { absence, absentStyles } from '../parts/film-head.js';
import '../parts/film-head.js';
import { Keys } from '../parts/keys.js';
import { sentence } from '../parts/say.js';
import { Resize } from '../parts/resize.js';
import { sheet } from '../parts/sheet.js';
import { charts, minutes, type Chart, type Table } from './charts.js';

/** In pixels: what a chart may be wide, and in which steps it is asked for, so that a window that is resized does not have each width drawn. */
const leastWidth = 360, mostWidth = 1_100, step = 40;

/** The film in figures: each as a chart, with what one sees in it and the numbers. */
@customElement('mc-insights')
export class InsightsElement extends LitElement {
  static override styles = [sheet, absentStyles, css`
    .page { max-width: 78rem; margin: 0 auto; padding: 1.25rem 1rem 4rem; display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.75rem; overflow-wrap: anywhere; }
    .choice { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; }
    .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr)); gap: 0.75rem; }
    .figures div { display: grid; gap: 0.125rem; }
    .figures dt { font-size: 0.8125rem; color: var(--soft); }
    .figures dd { font: 600 1.375rem/1.2 var(--serif); }
    section { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.75rem; }
    section h2 { font: 600 1.25rem/1.3 var(--serif); }
    section > p { max-width: 46rem; }
    .paper { background: #fff; border: 1px solid var(--line); border-radius: var(--round-more); overflow: hidden; padding: 0.25rem; }
    .paper img { width: 100%; height: auto; }
    summary { cursor: pointer; padding: 0.25rem 0; }
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; font-size: 0.875rem; margin: 0.5rem 0 1rem; }
    caption { text-align: left; font-weight: 600; padding-bottom: 0.25rem; }
    th, td { text-align: left; padding: 0.25rem 1rem 0.25rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
    th { font-weight: 600; color: var(--soft); }
    tbody th { color: inherit; font-weight: 500; }
    td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
  `];

  @property({ attribute: false }) film?: Film;
  @state() private withDrafts = false;
  @state() private width = 800;
  private readonly insights = new Answer<FilmInsights>(this, () => this.film?.snapshot && { path: `${this.film.path}/insights${this.query}`, revision: this.film.snapshot.revision });

  constructor() {
    super();
    new Watch(this, () => this.film);
    new Resize(this, () => this.measure());
    new Keys(this, 'Insights', () => [{ keys: 'd', says: 'With drafts, or only what is approved', does: () => { this.withDrafts = !this.withDrafts; } }]);
  }

  private get query(): string {
    return this.withDrafts ? '?draft=true' : '';
  }

  protected override render(): TemplateResult {
    const film = this.film;
    const absent = absence(film);
    if (absent || !film) return absent ?? html``;
    const { value, failure } = this.insights;
    return html`
      <mc-film-head .film=${film} here="insights"></mc-film-head>
      <div class="page">
        <div class="choice" role="group" aria-label="What is counted">
          <button aria-pressed=${!this.withDrafts} @click=${() => { this.withDrafts = false; }}>Only what is approved</button>
          <button aria-pressed=${this.withDrafts} @click=${() => { this.withDrafts = true; }}>With drafts that await me</button>
          <p class="soft small">A diagnostic, never a law. Good films break every average.</p>
        </div>
        ${failure ? html`<p class="notice bad" role="alert">${sentence(failure)}</p>` : nothing}
        ${value ? this.found(film, value) : failure ? nothing : html`<p class="soft" role="status">Counting…</p>`}
      </div>`;
  }

  private found(film: Film, insights: FilmInsights): TemplateResult {
    if (!insights.scenes.length && !insights.people.length && !insights.tension.points.length) {
      return html`<p class="notice">There is nothing to count yet. The first figures come with the plot and the key scenes${this.withDrafts ? '' : ': what is drafted and not approved yet is shown with drafts'}.</p>`;
    }

    const { length } = insights;
    const figure = (name: string, value: string) => html`<div class="card"><dt>${name}</dt><dd>${value}</dd></div>`;
    return html`
      <dl class="figures">
        ${figure('Scenes on the list', String(length.scenes))}
        ${figure('Scenes written', `${length.written} of ${length.scenes}`)}
        ${figure('On the page', `${length.pages.toFixed(1)} pages`)}
        ${length.shotMinutes == null ? nothing : figure('On the storyboard', minutes(length.shotMinutes))}
        ${length.wanted == null ? nothing : figure('The brief asks for', minutes(length.wanted))}
      </dl>
      ${charts.map((chart) => this.chart(film, chart, insights))}`;
  }

  private chart(film: Film, chart: Chart, insights: FilmInsights): TemplateResult {
    const address = `${film.path}/insights/${chart.name}.svg?width=${this.width}${this.withDrafts ? '&draft=true' : ''}&revision=${this.insights.answered!.revision}`;
    const tables = chart.tables(insights, film);
    return html`<section aria-labelledby=${chart.name}>
      <h2 id=${chart.name}>${chart.title}</h2>
      <p>${chart.says(insights, film)}</p>
      ${chart.hint ? html`<p class="soft small">${chart.hint(insights)}</p>` : nothing}
      <div class="paper"><img src=${address} alt=${chart.alt(insights, film)}></div>
      <details><summary>The figures</summary>${tables.map((each) => table(each))}</details>
    </section>`;
  }

  private measure(): void {
    // Larger text is a larger chart: what is drawn for fewer pixels and shown on more.
    const zoom = parseFloat(getComputedStyle(document.documentElement).fontSize) / 15;
    const room = Math.min(this.clientWidth - 34, mostWidth) / zoom;
    this.width = Math.max(leastWidth, Math.floor(room / step) * step);
  }
}

function table({ caption, columns, rows }: Table): TemplateResult {
  if (!rows.length) return html`<p class="soft small">${caption}: nothing yet.</p>`;
  const kind = (column: number) => (rows.every((row) => row[column] == null || typeof row[column] === 'number') ? 'number' : '');
  const cell = (value: string | number | null | undefined) => value == null ? '–' : typeof value === 'number' ? value.toLocaleString('en', { maximumFractionDigits: 2 }) : value;
  return html`<div class="wide" tabindex="0" role="region" aria-label=${caption}><table>
    <caption>${caption}</caption>
    <thead><tr>${columns.map((column, place) => html`<th scope="col" class=${kind(place)}>${column}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr>${row.map((value, place) => place ? html`<td class=${kind(place)}>${cell(value)}</td>` : html`<th scope="row">${cell(value)}</th>`)}</tr>`)}</tbody>
  </table></div>`;
}

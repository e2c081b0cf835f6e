import { css, html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Answer } from '../api/answer.js';
import { Watch } from '../api/store.js';
import { when } from '../film/documents.js';
import type { Film } from '../film/film.js';
import { sentence } from '../parts/say.js';
import { sheet } from '../parts/sheet.js';
import { addressOf } from '../router.js';
import { originWords, verbWords, writersPercent, type Decision, type Ledger, type LedgerDocument, type LedgerPicture, type Share } from './ledger.js';

/** So many pictures are listed before the writer asks for all. */
const firstPictures = 12;

/** Who wrote what of the film: the writer, or which model; and who approved it when. */
@customElement('mc-authorship')
export class AuthorshipElement extends LitElement {
  static override styles = [sheet, css`
    :host { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); }
    .statement { display: grid; gap: 0.5rem; max-width: 50rem; }
    .totals { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr)); gap: 0.75rem; }
    .totals .card { display: grid; gap: 0.375rem; }
    svg.bar { display: block; width: 100%; height: 0.75rem; border-radius: 0.25rem; border: 1px solid var(--edge); }
    .writer { fill: var(--accent); }
    .model { fill: var(--shade); }
    .key { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; }
    .key span { display: inline-flex; align-items: center; gap: 0.375rem; }
    .key i { width: 1rem; height: 0.75rem; border: 1px solid var(--edge); border-radius: 0.125rem; background: var(--shade); }
    .key i.w { background: var(--accent); }
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; min-width: 44rem; }
    caption { text-align: left; font-weight: 600; padding-bottom: 0.5rem; }
    th, td { text-align: left; padding: 0.5rem 1rem 0.5rem 0; border-bottom: 1px solid var(--line); vertical-align: top; font-size: 0.875rem; }
    thead th { color: var(--soft); }
    td.share { width: 16rem; }
    td.number { text-align: right; font-variant-numeric: tabular-nums; }
    summary { cursor: pointer; padding: 0.25rem 0; }
    summary h3 { display: inline; }
  `];

  @property({ attribute: false }) film!: Film;
  @property({ type: Boolean }) drafts = false;
  @state() private hasAllPictures = false;
  private readonly ledger = new Answer<Ledger>(this, () => this.film.snapshot && { path: `${this.film.path}/exports/authorship.json${this.drafts ? '?draft=true' : ''}`, revision: this.film.snapshot.revision });

  constructor() {
    super();
    new Watch(this, () => this.film);
  }

  protected override render(): TemplateResult {
    const { value, failure } = this.ledger;
    if (!value) return failure ? html`<p class="notice bad" role="alert">${sentence(failure)}</p>` : html`<p class="soft" role="status">Tracing the words…</p>`;
    const { totals } = value;
    return html`
      <div class="statement">${value.statement.map((words) => html`<p>${words}</p>`)}</div>
      <p class="key small"><span><i class="w"></i> the writer’s words</span><span><i></i> a model’s words</span></p>
      <div class="totals">${([['All words', totals.words], ['Written scenes', totals.scenes], ['Spoken', totals.spoken]] as const).filter(([, total]) => total.words).map(([name, total]) => html`
        <div class="card"><div class="row spread"><strong>${name}</strong><span class="small soft">${total.words.toLocaleString('en')} words</span></div>${shares(total.shares)}</div>`)}</div>
      ${value.documents.length ? this.documents(value.documents) : nothing}
      ${value.pictures.length ? this.pictures(value.pictures) : nothing}
      ${value.skipped.length ? html`<details><summary><h3>What the film does without (${value.skipped.length})</h3></summary><ul>${value.skipped.map((each) => html`<li>${each.name}: ${each.reason}${each.decision ? html` <span class="soft small">(${decided(each.decision)})</span>` : nothing}</li>`)}</ul></details>` : nothing}
      <details><summary><h3>How this is found out</h3></summary><div class="statement small">${value.method.map((words) => html`<p>${words}</p>`)}</div></details>`;
  }

  private documents(documents: LedgerDocument[]): TemplateResult {
    return html`<details open><summary><h3>By document (${documents.length})</h3></summary><div class="wide" tabindex="0" role="region" aria-label="Shares by document"><table>
      <thead><tr><th scope="col">Document</th><th scope="col">Words</th><th scope="col">Whose</th><th scope="col">How it came about</th><th scope="col">Approved</th></tr></thead>
      <tbody>${documents.map((each) => html`<tr>
        <th scope="row">${this.link(each.id, each.name)}</th><td class="number">${each.words.toLocaleString('en')}</td><td class="share">${shares(each.shares)}</td>
        <td>${originWords[each.origin]}${each.drafts.length > 1 ? html`<details class="small"><summary>${each.drafts.length} drafts</summary>${each.drafts.map((draft) => html`<div>${draft.number}: ${draft.author}, ${when(draft.at)}</div>`)}</details>` : nothing}</td>
        <td>${approval(each.approval, each.decisions)}</td></tr>`)}</tbody>
    </table></div></details>`;
  }

  private pictures(pictures: LedgerPicture[]): TemplateResult {
    const shown = this.hasAllPictures ? pictures : pictures.slice(0, firstPictures);
    return html`<details><summary><h3>Pictures (${pictures.length})</h3></summary><div class="wide" tabindex="0" role="region" aria-label="Pictures"><table>
      <thead><tr><th scope="col">Picture</th><th scope="col">Whose</th><th scope="col">When</th><th scope="col">Approved</th></tr></thead>
      <tbody>${shown.map((each) => html`<tr><th scope="row">${this.link(each.id, each.name)}</th><td>${each.by === 'writer' ? 'the writer’s own' : `rendered by ${each.author}`}</td><td>${time(each.at)}</td><td>${approval(each.approval, each.decisions)}</td></tr>`)}</tbody>
    </table></div>${shown.length < pictures.length ? html`<p><button @click=${() => { this.hasAllPictures = true; }}>All ${pictures.length}</button></p>` : nothing}</details>`;
  }

  private link(document: string, name: string): TemplateResult {
    return html`<a href=${addressOf({ view: 'desk', film: this.film.id, document })}>${name}</a>`;
  }
}

/** A bar of whose words it is, with the numbers beside it. */
function shares(list: Share[]): TemplateResult {
  const writer = writersPercent(list);
  const models = list.filter((share) => share.by === 'model');
  return html`<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">${svg`<rect class="model" width="100" height="1" /><rect class="writer" width=${writer} height="1" />`}</svg>
    <span class="small">${[`writer ${writer} %`, ...models.map((share) => `${share.name} ${share.percent} %`)].join(', ')}</span>`;
}

const time = (at: string) => html`<time datetime=${at} title=${at}>${when(at)}</time>`;

const decided = ({ verb, by, at }: Decision) => html`${verbWords[verb] ?? verb} by ${by}, ${time(at)}`;

function approval(decision: Decision | undefined, all: Decision[]): TemplateResult {
  if (!decision) return html`<span class="chip awaitingApproval">awaits the writer</span>`;
  const earlier = all.filter((each) => each.at !== decision.at || each.verb !== decision.verb);
  return html`${decided(decision)}${earlier.length ? html`<details class="small"><summary>${earlier.length} more</summary>${earlier.map((each) => html`<div>${decided(each)}</div>`)}</details>` : nothing}`;
}

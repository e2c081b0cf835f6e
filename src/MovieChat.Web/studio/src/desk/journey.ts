import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { DocumentItem, DocumentStatus } from '../api/schema.js';
import { Watch } from '../api/store.js';
import { headingOf } from '../film/content.js';
import { isMany, kinds, kindTitles, nameOf, statusWords, type Kind } from '../film/documents.js';
import type { Film } from '../film/film.js';
import { sheet } from '../parts/sheet.js';
import { addressOf } from '../router.js';

const marks: Record<DocumentStatus, string> = { waiting: '○', drafting: '◐', awaitingApproval: '●', approved: '✓', stale: '↻', failed: '!', skipped: '–' };

/** Every document of the film in the order in which it comes to be, with where it stands, and why. */
@customElement('mc-journey')
export class JourneyElement extends LitElement {
  static override styles = [sheet, css`
    nav { padding: 0.75rem 0.5rem 2rem; }
    li { margin: 0.0625rem 0; }
    a.line, button.line {
      display: grid; grid-template-columns: 1.25rem 1fr auto; gap: 0.25rem 0.375rem; align-items: baseline; width: 100%; text-align: left; text-decoration: none; color: inherit; font-weight: 400;
      padding: 0.3125rem 0.5rem; border: 0; border-radius: var(--round); background: transparent; min-height: 0; justify-content: stretch;
    }
    .line:hover { background: var(--shade); }
    .line[aria-current='page'] { background: var(--shade); box-shadow: inset 3px 0 var(--accent); font-weight: 600; }
    .line .name { overflow-wrap: anywhere; }
    .line .more { grid-column: 2 / -1; font-size: 0.8125rem; color: var(--soft); font-weight: 400; }
    .line.waiting, .line.skipped { color: var(--soft); }
    .mark { text-align: center; font-weight: 700; }
    .mark.awaitingApproval { color: var(--accent); }
    .mark.approved { color: var(--good); }
    .mark.stale, .mark.drafting { color: var(--stale); }
    .mark.failed { color: var(--danger); }
    ul ul { margin-left: 0.875rem; border-left: 1px solid var(--line); padding-left: 0.25rem; }
    .counts { font-size: 0.8125rem; color: var(--soft); }
    .counts .you { color: var(--accent); font-weight: 600; }
  `];

  @property({ attribute: false }) film!: Film;
  @property() shown?: string;
  /** The groups that the writer opened or closed; others are open when there is something to do in them. */
  @state() private opened = new Map<Kind, boolean>();

  constructor() {
    super();
    new Watch(this, () => this.film);
  }

  protected override render(): TemplateResult {
    const groups = Map.groupBy(this.film.snapshot?.documents ?? [], (item) => nameOf(item.id).kind);
    return html`<nav aria-label="Documents of the film"><ul class="plain">${kinds.filter((kind) => groups.has(kind)).map((kind) => html`
      <li>${isMany(kind) ? this.group(kind, groups.get(kind)!) : groups.get(kind)!.map((item) => this.line(item, kindTitles[kind]))}</li>`)}</ul></nav>`;
  }

  private group(kind: Kind, items: DocumentItem[]): TemplateResult {
    const holdsShown = items.some((item) => item.id === this.shown);
    const isOpen = this.opened.get(kind) ?? (holdsShown || (items.length <= 12 && items.some((item) => item.status !== 'waiting')));
    const awaiting = items.filter((item) => ['awaitingApproval', 'stale', 'failed'].includes(item.status)).length;
    const done = items.filter((item) => ['approved', 'skipped'].includes(item.status)).length;
    return html`
      <button class="line" aria-expanded=${isOpen} @click=${() => { this.opened = new Map(this.opened).set(kind, !isOpen); }}>
        <span class="mark" aria-hidden="true">${isOpen ? '▾' : '▸'}</span><span class="name">${kindTitles[kind]}</span>
        <span class="counts">${awaiting ? html`<span class="you">${awaiting} for you</span> · ` : nothing}${done}/${items.length}</span>
      </button>
      ${isOpen ? html`<ul class="plain">${repeat(items, (item) => item.id, (item) => html`<li>${this.line(item, this.nameIn(kind, item.id))}</li>`)}</ul>` : nothing}`;
  }

  /** What a document is called below the title of its group. */
  private nameIn(kind: Kind, id: string): string {
    const { of, shot } = nameOf(id);
    if (kind === 'profile' || kind === 'portrait') return this.film.person(of!);
    const scene = this.film.scene(of!);
    const number = scene?.number ?? of;
    return kind === 'frame' ? `${number}.${shot}` : `${number}  ${headingOf(scene?.heading)}`;
  }

  private line(item: DocumentItem, name: string): TemplateResult {
    return html`<a class="line ${item.status}" href=${addressOf({ view: 'desk', film: this.film.id, document: item.id })} aria-current=${item.id === this.shown ? 'page' : 'false'} >
      <span class="mark ${item.status} ${item.status === 'drafting' ? 'pulse' : ''}" aria-hidden="true">${marks[item.status]}</span><span class="name">${name}<span class="hidden-label">, ${statusWords[item.status]}</span></span>
      ${this.film.snapshot?.parked.includes(item.id) ? html`<span class="counts">budget</span>` : item.draft && item.draft > 1 ? html`<span class="counts">draft ${item.draft}</span>` : nothing}
      ${this.reason(item) ? html`<span class="more">${this.reason(item)}</span>` : nothing}
    </a>`;
  }

  /** Why a document stands as it does, where its status alone does not tell. */
  private reason(item: DocumentItem): string {
    return item.staleBecause?.length ? `because of ${item.staleBecause.map((cause) => this.film.title(cause.document)).join(', ')}`
      : item.failure ? item.failure.message
        : '';
  }
}

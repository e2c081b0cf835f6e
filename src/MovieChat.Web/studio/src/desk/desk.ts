import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { post } from '../api/client.js';
import type { ProjectSnapshot } from '../api/schema.js';
import { Watch } from '../api/store.js';
import '../chats/chats.js';
import type { Film } from '../film/film.js';
import './document.js';
import './film-bar.js';
import './journey.js';
import { absence, absentStyles } from '../parts/film-head.js';
import { pageKeys } from '../parts/film-pages.js';
import { Keys } from '../parts/keys.js';
import { sayProblem } from '../parts/say.js';
import { sheet } from '../parts/sheet.js';
import { go } from '../router.js';

const parts = ['journey', 'document', 'chats'] as const;
type Part = (typeof parts)[number];

const partWords: Record<Part, string> = { journey: 'Journey', document: 'Document', chats: 'Chats' };

/** The desk of one film: its journey, one document, its chats. On a small screen one of the three at a time; on a large one the outer two fold. */
@customElement('mc-desk')
export class DeskElement extends LitElement {
  static override styles = [sheet, absentStyles, css`
    :host { height: 100%; display: grid; grid-template: auto 1fr auto / minmax(0, 1fr); }
    .parts { display: grid; grid-template-columns: 17rem minmax(0, 1fr) 24rem; min-height: 0; height: calc(100dvh - 6.25rem); }
    .parts.no-journey { grid-template-columns: minmax(0, 1fr) 24rem; }
    .parts.no-chats { grid-template-columns: 17rem minmax(0, 1fr); }
    .parts.no-journey.no-chats { grid-template-columns: minmax(0, 1fr); }
    .part { overflow: auto; min-height: 0; min-width: 0; }
    .part.journey { border-right: 1px solid var(--line); }
    .part.chats { border-left: 1px solid var(--line); overflow: hidden; }
    .center { display: grid; place-items: center; padding: 4rem 1rem; gap: 1rem; }
    nav.small-screen { display: none; }
    @media (max-width: 64rem) {
      .parts, .parts.no-journey, .parts.no-chats, .parts.no-journey.no-chats { grid-template-columns: minmax(0, 1fr); height: calc(100dvh - 9.3125rem); }
      .part { border: 0 !important; }
      .part:not(.chosen) { display: none; }
      nav.small-screen { display: grid; grid-template-columns: repeat(3, 1fr); border-top: 1px solid var(--line); background: var(--paper); }
      nav.small-screen button { border: 0; border-radius: 0; min-height: 3rem; background: transparent; }
      nav.small-screen button[aria-pressed='true'] { box-shadow: inset 0 3px var(--accent); }
    }
  `];

  @property({ attribute: false }) film?: Film;
  /** The document that is shown; the one that awaits the writer while none is chosen. */
  @property() document?: string;
  /** Which of its parts is before the writer on a small screen. */
  @property() first: Part = 'document';
  @state() private chosen: Part = 'document';
  @state() private folded = new Set<Part>();

  constructor() {
    super();
    new Watch(this, () => this.film);
    new Keys(this, 'The desk', () => [
      { keys: 'j', says: 'Next document of the journey', does: () => this.step(1) },
      { keys: 'k', says: 'Document before', does: () => this.step(-1) },
      { keys: 'n', says: 'Next document that awaits you', does: () => this.toAwaiting() },
      { keys: '[', says: 'Fold or unfold the journey', does: () => this.fold('journey') },
      { keys: ']', says: 'Fold or unfold the chats', does: () => this.fold('chats') },
      { keys: 'c', says: 'Write to the companion', does: () => this.toChat() },
      { keys: 'P', says: 'Pause the film, or go on with it', does: () => void this.togglePause() },
      ...this.film ? pageKeys(this.film.id) : [],
    ]);
  }

  /** What is shown: what was chosen, or what awaits, or the first document. */
  private get shown(): string | undefined {
    const snapshot = this.film?.snapshot;
    if (!snapshot) return undefined;
    if (this.document && this.film!.item(this.document)) return this.document;
    return snapshot.awaiting[0] ?? snapshot.documents.find((item) => item.status === 'drafting')?.id ?? snapshot.documents[0]?.id;
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    // What is read must not jump to another document by itself when it is decided.
    const film = this.film;
    if (film?.snapshot && !this.document && this.shown) go({ view: 'desk', film: film.id, document: this.shown, part: this.first === 'chats' ? this.first : undefined }, true);
    if ((changes.has('document') && this.document) || changes.has('first')) this.chosen = this.first;
    if (film?.snapshot) document.title = `${film.snapshot.title} – Movie Chat`;
  }

  protected override render(): TemplateResult {
    const film = this.film;
    const absent = absence(film);
    if (absent || !film) return absent ?? html``;
    const part = (name: Part, content: TemplateResult) => this.folded.has(name) ? nothing : html`
      <section class="part ${name} ${name === this.chosen ? 'chosen' : ''}" aria-label=${partWords[name]} @wanted=${() => this.choose(name)}>${content}</section>`;
    return html`
      <mc-film-bar .film=${film} .folded=${this.folded} @fold=${(event: CustomEvent<Part>) => this.fold(event.detail)} @toggle-pause=${this.togglePause}></mc-film-bar>
      <div class="parts ${this.folded.has('journey') ? 'no-journey' : ''} ${this.folded.has('chats') ? 'no-chats' : ''}">
        ${part('journey', html`<mc-journey .film=${film} .shown=${this.shown} @click=${this.fromJourney}></mc-journey>`)}
        ${part('document', this.shown ? html`${keyed(`${film.id} ${this.shown}`, html`<mc-document .film=${film} .document=${this.shown}></mc-document>`)}` : html`<p class="center soft">There is nothing yet.</p>`)}
        ${part('chats', html`<mc-chats .film=${film} .about=${this.shown} @show=${() => this.choose('document')}></mc-chats>`)}
      </div>
      <nav class="small-screen" aria-label="Parts of the desk">${parts.map((name) => html`
        <button aria-pressed=${name === this.chosen} @click=${() => this.choose(name)}>${partWords[name]}</button>`)}</nav>`;
  }

  /** The document that is shown already is chosen in the journey, too: on a small screen it stands elsewhere. */
  private readonly fromJourney = (event: Event): void => {
    if (event.composedPath().some((node) => node instanceof HTMLAnchorElement)) this.choose('document');
  };

  private choose(part: Part): void {
    this.chosen = part;
    this.folded = new Set([...this.folded].filter((each) => each !== part));
  }

  private fold(part: Part): void {
    const folded = new Set(this.folded);
    if (!folded.delete(part)) folded.add(part);
    this.folded = folded;
  }

  private step(by: number): void {
    const ids = this.film?.snapshot?.documents.map((item) => item.id) ?? [];
    const next = ids[ids.indexOf(this.shown ?? '') + by];
    if (this.film && next) go({ view: 'desk', film: this.film.id, document: next });
  }

  private toAwaiting(): void {
    const awaiting = this.film?.snapshot?.awaiting ?? [];
    const next = awaiting[(awaiting.indexOf(this.shown ?? '') + 1) % (awaiting.length || 1)];
    if (this.film && next) go({ view: 'desk', film: this.film.id, document: next });
  }

  private async toChat(): Promise<void> {
    this.choose('chats');
    await this.updateComplete;
    this.renderRoot.querySelector('mc-chats')?.focus();
  }

  private async togglePause(): Promise<void> {
    const film = this.film;
    if (!film?.snapshot) return;
    await film.change(post<ProjectSnapshot>(`${film.path}/${film.snapshot.status === 'paused' ? 'resume' : 'pause'}`)).catch(sayProblem);
  }
}

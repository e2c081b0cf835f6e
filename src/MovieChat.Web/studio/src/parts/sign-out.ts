import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { kept, unsent } from '../api/kept.js';
import { beginningOf, kindTitles, nameOf } from '../film/documents.js';
import type { Film } from '../film/film.js';
import { addressOf } from '../router.js';
import type { DialogElement } from './dialog.js';
import './dialog.js';
import { sheet } from './sheet.js';

/** So much of a text tells which one it is. */
const mostShown = 80;

/** Something that the writer wrote and did not send, and where it stands. */
interface Unsent { label: string; address: string; words?: string }

/** Says what is lost by signing out, before it is. */
@customElement('mc-sign-out')
export class SignOutElement extends LitElement {
  static override styles = [sheet, css`
    ul { max-height: 40dvh; overflow: auto; display: grid; gap: 0.5rem; }
    li { overflow-wrap: anywhere; }
  `];

  /** The film that is open, which knows how its documents are called. */
  @property({ attribute: false }) film?: Film;
  @state() private list: Unsent[] = [];
  @query('mc-dialog') private dialog!: DialogElement;

  async show(): Promise<void> {
    this.list = unsent().map((name) => this.unsent(name));
    await this.updateComplete;
    await this.dialog.show();
    this.renderRoot.querySelector<HTMLElement>('#stay')!.focus();
  }

  protected override render(): TemplateResult {
    return html`<mc-dialog heading="Sign out?"><div class="stack">
      <p>What you wrote and have not sent is kept in this browser alone. Signing out takes it away, so that the next person here does not see it:</p>
      <ul class="plain" @click=${this.close}>${this.list.map(({ label, address, words }) => html`<li><a href=${address}>${label}</a>${words ? html` <span class="soft">“${words}”</span>` : nothing}</li>`)}</ul>
      <div class="row"><button class="danger" @click=${this.leave}>Sign out</button><button id="stay" @click=${this.close}>Stay</button></div>
    </div></mc-dialog>`;
  }

  private readonly close = (): void => this.dialog.close();

  private readonly leave = (): void => {
    this.close();
    this.dispatchEvent(new Event('leave'));
  };

  /** @param name As it is kept: of a new film, or of a film and what in it. */
  private unsent(name: string): Unsent {
    const [film = '', ...rest] = name.split(':');
    const what = rest.at(-1);
    if (film === 'new-film') return { label: 'A film that is not begun', address: addressOf({ view: 'new', way: 'brief' }) };
    if (what === 'import') return { label: 'A script', address: addressOf({ view: 'import', film }), words: shownOf(name) };
    if (what === 'fact') return { label: 'A fact of the film', address: addressOf({ view: 'desk', film }), words: shownOf(name) };
    if (rest[0] === 'chat') return { label: 'A message to the companion', address: addressOf({ view: 'desk', film, part: 'chats' }), words: what === 'sent' ? undefined : shownOf(name) };
    const document = rest.slice(0, -1).join(':');
    const title = film === this.film?.id ? this.film.title(document) : kindTitles[nameOf(document).kind] ?? document;
    const address = addressOf({ view: 'desk', film, document });
    return what === 'edit' ? { label: `Your text of ${title}`, address } : { label: `Your notes on ${title}`, address, words: shownOf(name) };
  }
}

const shownOf = (name: string) => beginningOf(kept(name) ?? '', mostShown);

declare global {
  interface HTMLElementTagNameMap {
    'mc-sign-out': SignOutElement;
  }
}

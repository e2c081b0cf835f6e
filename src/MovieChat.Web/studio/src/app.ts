import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { signedOut } from './api/client.js';
import { forgetAll, keepFor, tidy, unsent } from './api/kept.js';
import type { SessionItem } from './api/schema.js';
import { begin, end, resume } from './api/session.js';
import { Film } from './film/film.js';
import './parts/dialog.js';
import { Keys } from './parts/keys.js';
import './parts/say.js';
import { sentence, sayProblem } from './parts/say.js';
import { sheet } from './parts/sheet.js';
import type { ShortcutsElement } from './parts/shortcuts.js';
import './parts/shortcuts.js';
import { nextTheme, themeWord, useTheme } from './parts/theme.js';
import './desk/desk.js';
import './projects/films.js';
import { follow, place, type Place } from './router.js';

/** The studio: who writes, and what the address says to show. */
@customElement('mc-app')
export class AppElement extends LitElement {
  static override styles = [sheet, css`
    :host { min-height: 100dvh; display: grid; grid-template: auto 1fr / minmax(0, 1fr); }
    .bar { display: flex; align-items: center; gap: 0.25rem; padding: 0.25rem 1rem; border-bottom: 1px solid var(--line); min-height: 3rem; }
    .bar .brand { font-family: var(--serif); font-weight: 600; font-size: 1.0625rem; color: var(--ink); text-decoration: none; margin-right: auto; white-space: nowrap; }
    @media (max-width: 40rem) { .bar { padding: 0 0.5rem 0 1rem; } .bar .keys { display: none; } }
    .skip { position: absolute; left: -100vw; }
    .skip:focus { left: 1rem; top: 0.5rem; z-index: 10; background: var(--raised); padding: 0.25rem 0.75rem; }
    main { min-height: 0; min-width: 0; }
    .door { max-width: 28rem; margin: 12vh auto 0; padding: 0 1.25rem; }
    .center { display: grid; place-items: center; padding: 4rem 1rem; }
  `];

  /** Undefined while nobody knows, null for a stranger. */
  @state() private session?: SessionItem | null;
  @state() private place: Place = place();
  @state() private fault = '';
  @query('mc-shortcuts') private shortcuts!: ShortcutsElement;
  private film?: Film;
  /** Other tabs of this browser, which have the same session. */
  private readonly tabs = new BroadcastChannel('movie-chat');

  constructor() {
    super();
    new Keys(this, 'Everywhere', () => [
      { keys: 'T', says: 'Light, dark, or as the system has it', does: () => this.changeTheme() },
      ...this.session ? [{ keys: 'Q', says: 'Sign out', does: () => void this.askToLeave() }] : [],
    ]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    useTheme();
    tidy();
    follow(() => { this.place = place(); });
    signedOut.addEventListener('signed-out', () => this.take(null));
    // The session ended in another tab: nothing that stands in this one may be seen, or kept.
    this.tabs.addEventListener('message', () => {
      keepFor(undefined);
      this.take(null);
    });
    void resume().then((session) => this.take(session));
  }

  private take(session: SessionItem | null): void {
    // What is kept is kept for somebody, and nobody's title stands over the door.
    if (session) keepFor(session.writer);
    else document.title = 'Movie Chat';
    this.session = session;
  }

  protected override willUpdate(): void {
    const id = this.session && 'film' in this.place ? this.place.film : undefined;
    if (id === this.film?.id) return;
    this.film?.close();
    this.film = id ? new Film(id) : undefined;
  }

  protected override updated(): void {
    if (this.place.view === 'films') document.title = 'Movie Chat';
  }

  protected override render() {
    return html`
      <header class="bar">
        <button class="skip" @click=${this.skip}>To the content</button>
        <a class="brand" href="/">Movie Chat</a>
        <button class="quiet small" @click=${this.changeTheme} aria-label="Theme: ${themeWord()}" aria-keyshortcuts="T" title="Light, dark, or as the system has it">${themeWord()}</button>
        <button class="quiet small keys" @click=${() => this.shortcuts.show()} aria-keyshortcuts="?">Keys <kbd aria-hidden="true">?</kbd></button>
        ${this.session ? html`<button class="quiet small" aria-keyshortcuts="Q" @click=${this.askToLeave}>Sign out</button>` : nothing}
      </header>
      <main id="main" tabindex="-1">${this.view()}</main>
      <mc-said></mc-said>
      <mc-shortcuts></mc-shortcuts>
      ${this.session ? html`<mc-sign-out .film=${this.film} @leave=${this.leave}></mc-sign-out>` : nothing}`;
  }

  private view(): TemplateResult {
    if (this.session === undefined) return html`<p class="center soft" role="status">One moment…</p>`;
    if (this.session === null) return this.door();
    const place = this.place;
    if (place.view === 'films') return html`<mc-films></mc-films>`;
    if (place.view === 'desk') return html`<mc-desk .film=${this.film} .document=${place.document} .first=${place.part ?? 'document'}></mc-desk>`;
    return this.later(place);
  }

  /** What is not needed to write is loaded when it is looked at. */
  private later(place: Exclude<Place, { view: 'films' | 'desk' }>): TemplateResult {
    switch (place.view) {
      case 'new':
        void import('./projects/new-film.js');
        return html`<mc-new-film .way=${place.way}></mc-new-film>`;
      case 'import':
        void import('./projects/import-page.js');
        return html`<mc-import-page .film=${this.film} .open=${place.import}></mc-import-page>`;
      case 'storyboard':
        void import('./storyboard/storyboard.js');
        return html`<mc-storyboard .film=${this.film}></mc-storyboard>`;
      case 'insights':
        void import('./insights/insights.js');
        return html`<mc-insights .film=${this.film}></mc-insights>`;
      case 'package':
        void import('./insights/package.js');
        return html`<mc-package .film=${this.film}></mc-package>`;
    }
  }

  private door(): TemplateResult {
    return html`<form class="door stack" @submit=${this.enter}>
      <h1>Movie Chat</h1>
      <p>Open the link that the service prints when it starts, or give your key.</p>
      <div>
        <label for="key">Key</label>
        <input id="key" name="key" type="password" autocomplete="current-password" required aria-invalid=${this.fault ? 'true' : 'false'} aria-describedby="fault">
        <p id="fault" class="fault" role="alert">${this.fault}</p>
      </div>
      <button class="primary">Come in</button>
    </form>`;
  }

  private async enter(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    try {
      this.take(await begin(String(new FormData(event.target as HTMLFormElement).get('key')).trim()));
      this.fault = '';
    } catch (failure) {
      this.fault = sentence(failure);
    }
  }

  /** At once when nothing would be lost by it. */
  private async askToLeave(): Promise<void> {
    if (!unsent().length) return this.leave();
    await import('./parts/sign-out.js');
    await this.renderRoot.querySelector('mc-sign-out')!.show();
  }

  private async leave(): Promise<void> {
    try {
      await end();
      forgetAll();
      this.tabs.postMessage('signed-out');
      this.take(null);
    } catch (failure) {
      // As long as the cookie lives, so does the session.
      sayProblem(failure);
    }
  }

  private changeTheme(): void {
    nextTheme();
    this.requestUpdate();
  }

  private skip(): void {
    this.renderRoot.querySelector<HTMLElement>('#main')?.focus();
  }
}

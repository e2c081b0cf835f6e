import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { newKey } from '../api/client.js';
import { keep, kept } from '../api/kept.js';
import type { ChatItem, JournalItem, MessageItem, ProposalItem } from '../api/schema.js';
import { Watch } from '../api/store.js';
import type { Film } from '../film/film.js';
import { Keys } from '../parts/keys.js';
import { say, sayProblem, sentence } from '../parts/say.js';
import { sheet } from '../parts/sheet.js';
import './chat-index.js';
import type { ChatIndexElement } from './chat-index.js';
import { ChatList, titleOf } from './chat-list.js';
import './chat-settings.js';
import type { ChatSettingsElement } from './chat-settings.js';
import type { Chat } from './chat.js';
import './composer.js';
import type { ComposerElement } from './composer.js';
import './facts-dialog.js';
import type { FactsElement } from './facts-dialog.js';
import { Facts } from './facts.js';
import './start-chat.js';
import type { StartChatElement } from './start-chat.js';
import { opening, openingStyles } from './opening.js';
import { plain } from './prose.js';
import type { Doings } from './proposals.js';
import './tabs.js';
import './transcript.js';
import type { TranscriptElement } from './transcript.js';

/** So often, in milliseconds, it is asked whether somebody said something elsewhere. */
const between = 5_000;

/** The chats of a film: several, side by side, one of them open. */
@customElement('mc-chats')
export class ChatsElement extends LitElement {
  static override styles = [sheet, openingStyles, css`
    :host { height: 100%; min-height: 0; display: grid; grid-template-rows: auto auto minmax(0, 1fr) auto; grid-template-columns: minmax(0, 1fr); }
    .top { grid-row: 1; display: flex; align-items: stretch; border-bottom: 1px solid var(--line); min-height: 2.625rem; }
    .top mc-chat-tabs { flex: 1; }
    .top button { align-self: center; min-height: 2rem; padding: 0 0.5rem; }
    .head { grid-row: 2; display: flex; align-items: center; gap: 0.25rem 0.5rem; padding: 0.25rem 0.5rem 0.25rem 1rem; min-height: 2.5rem; border-bottom: 1px solid var(--line); }
    .head .name { flex: 1; min-width: 0; font-size: 0.875rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .head h2 { display: inline; font-size: inherit; }
    .head button { flex: none; min-height: 2rem; padding: 0 0.5rem; }
    mc-composer { grid-row: 4; }
    .panel { grid-row: 3; display: grid; min-height: 0; min-width: 0; grid-template-rows: minmax(0, 1fr); }
    .panel > * { min-height: 0; }
    .wait { padding: 2rem 1.25rem; }
    .wait .row { margin-top: 0.75rem; }
  `];

  @property({ attribute: false }) film!: Film;
  /** The document on the desk. */
  @property() about?: string;
  @state() private chosen?: string;
  @state() private isBusy = false;
  @state() private fault = '';
  /** What is read out: finished answers, never words of one. */
  @state() private told = '';
  @query('mc-composer') private composer?: ComposerElement;
  @query('mc-transcript') private transcript?: TranscriptElement;
  @query('mc-start-chat') private starting?: StartChatElement;
  @query('mc-chat-settings') private settings?: ChatSettingsElement;
  @query('mc-chat-index') private index!: ChatIndexElement;
  @query('mc-facts') private facts!: FactsElement;
  private open?: Chat;
  /** The same, while the page is looked at. */
  private awake?: Chat;
  private followed?: Film;
  private timer?: ReturnType<typeof setInterval>;
  private isFocusWanted = false;
  private firstKey = newKey();

  constructor() {
    super();
    new Watch(this, () => this.film);
    new Watch(this, () => this.film && this.list);
    new Watch(this, () => this.open);
    new Keys(this, 'Chats', () => [
      { keys: 'm', says: 'Next chat', does: () => this.next() },
      { keys: 'M', says: 'New chat', does: () => void this.starting?.show() },
      { keys: 'l', says: 'All chats', does: () => void this.index.show() },
      { keys: 'C', says: 'Name, subject, transcript and end of the chat', does: () => void this.settings?.show() },
      { keys: 'f', says: 'Facts of the film', does: () => void this.facts.show() },
    ]);
  }

  /** Puts the cursor into the message field, as soon as there is one. */
  override focus(): void {
    this.isFocusWanted = true;
    this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(this.look, between);
    document.addEventListener('visibilitychange', this.seen);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    clearInterval(this.timer);
    document.removeEventListener('visibilitychange', this.seen);
    this.followed?.removeEventListener('entry', this.happened);
    this.followed = undefined;
    this.turnTo(undefined);
    super.disconnectedCallback();
  }

  private get list(): ChatList {
    return ChatList.of(this.film);
  }

  /** The chat that is open: the one that was chosen, else the one that was talked in last. */
  private get shown(): ChatItem | undefined {
    return this.list.item(this.chosen) ?? this.list.item(kept(this.keptChoice) ?? undefined) ?? this.list.latest;
  }

  private get keptChoice(): string {
    return `${this.film.id}:chat`;
  }

  protected override willUpdate(): void {
    if (this.isConnected && this.film !== this.followed) {
      this.followed?.removeEventListener('entry', this.happened);
      this.followed = this.film;
      this.film.addEventListener('entry', this.happened);
      [this.chosen, this.fault] = [undefined, ''];
      void this.list.refresh();
    }

    const shown = this.shown?.id;
    if (this.isConnected) this.turnTo(shown ? this.list.chat(shown) : undefined);
    if (shown) this.list.look(shown);
  }

  protected override updated(): void {
    if (!this.isFocusWanted || !this.composer) return;
    this.isFocusWanted = false;
    void this.composer.updateComplete.then(() => this.composer?.focus());
  }

  protected override render(): TemplateResult {
    const { items } = this.list;
    const item = this.shown;
    return html`
      ${items?.length ? html`<div class="top">
        <mc-chat-tabs .list=${this.list} .shown=${item?.id} @choose=${(event: CustomEvent<string>) => this.choose(event.detail)}></mc-chat-tabs>
        <button class="quiet" aria-label="New chat" title="New chat" aria-keyshortcuts="M" @click=${() => this.starting?.show()}>+</button>
        <button class="quiet" aria-label="All ${items.length} chats" title="All chats" aria-keyshortcuts="l" @click=${() => this.index.show()}>☰</button>
      </div>` : nothing}
      <div class="head">
        <div class="name"><h2 class=${item ? 'hidden-label' : ''}>${item ? titleOf(item) : 'Companion'}</h2>${item ? html`<span class="soft">About ${item.focus ? this.film.title(item.focus) : 'the whole film'}</span>` : nothing}</div>
        <button class="quiet small" aria-keyshortcuts="f" @click=${() => this.facts.show()}>Facts${Facts.of(this.film).items?.length ? html` <span class="soft">${Facts.of(this.film).items!.length}</span>` : nothing}</button>
        ${item ? html`<button class="quiet small" aria-keyshortcuts="C" @click=${() => this.settings?.show()} title="Name it, change what it is about, take it home, delete it">Chat…</button>` : nothing}
      </div>
      <div class="panel" role=${item ? 'tabpanel' : 'group'} aria-label=${item ? titleOf(item) : 'A first chat'}>${this.panel(item)}</div>
      ${items ? html`<mc-composer .name=${`${this.film.id}:chat:${item?.id ?? 'new'}`} .isAnswering=${!!this.open?.answering} .isBusy=${this.isBusy} .fault=${this.fault}
        @send=${this.send} @stop=${this.stop}></mc-composer>` : nothing}
      <p class="hidden-label" role="status" aria-live="polite">${this.told}</p>
      <mc-start-chat .film=${this.film} .about=${this.about} @begun=${(event: CustomEvent<ChatItem>) => this.begun(event.detail)}></mc-start-chat>
      ${item ? html`<mc-chat-settings .film=${this.film} .about=${this.about} .chat=${item.id}></mc-chat-settings>` : nothing}
      <mc-chat-index .film=${this.film} .shown=${item?.id} @choose=${(event: CustomEvent<string>) => this.choose(event.detail)}></mc-chat-index>
      <mc-facts .film=${this.film}></mc-facts>`;
  }

  private panel(item: ChatItem | undefined): TemplateResult {
    const { items, problem } = this.list;
    const trouble = this.open?.problem ?? problem;
    if (!items || (item && !this.open?.pages.isLoaded)) {
      return trouble
        ? html`<div class="wait"><p>${trouble.problem.detail}</p><div class="row"><button @click=${this.look}>Try again</button></div></div>`
        : html`<p class="wait soft" role="status">Opening the chats…</p>`;
    }

    if (!item || this.open!.isEmpty) return opening(this.film, item?.focus ?? this.about, this.doings.put);
    return html`${keyed(item.id, html`<mc-transcript .film=${this.film} .chat=${this.open!} .facts=${Facts.of(this.film)} .doings=${this.doings}></mc-transcript>`)}`;
  }

  private readonly doings: Doings = {
    branch: (message: MessageItem) => void this.branch(message),
    say: (text) => this.open?.say(text),
    put: (text) => this.composer?.put(text),
    begin: (proposal, key) => void this.begin(proposal, key),
    drop: (fact) => void Facts.of(this.film).drop(fact).then(() => say('The fact is dropped. What was written keeps as it is.'), sayProblem),
    show: (document) => this.dispatchEvent(new CustomEvent<string>('show', { detail: document })),
  };

  /** Follows the chat that is looked at, and no other. */
  private turnTo(chat: Chat | undefined): void {
    this.open = chat;
    const awake = document.hidden ? undefined : chat;
    if (awake === this.awake) return;
    this.awake?.removeEventListener('answered', this.answered);
    this.awake?.removeEventListener('refused', this.refused);
    this.awake?.rest();
    this.awake = awake;
    awake?.addEventListener('answered', this.answered);
    awake?.addEventListener('refused', this.refused);
    awake?.wake();
  }

  private choose(id: string): void {
    [this.chosen, this.fault, this.told] = [id, '', ''];
    keep(this.keptChoice, id, true);
  }

  private begun(item: ChatItem): void {
    this.choose(item.id);
    this.focus();
  }

  private next(): void {
    const ids = this.list.items?.map((item) => item.id) ?? [];
    const to = ids[(ids.indexOf(this.shown?.id ?? '') + 1) % (ids.length || 1)];
    if (to) this.choose(to);
  }

  private async send({ detail: text }: CustomEvent<string>): Promise<void> {
    this.fault = '';
    if (!this.shown && !(await this.beginFirst())) return;
    this.turnTo(this.list.chat(this.shown!.id));
    this.open!.say(text);
    // What was typed meanwhile stays.
    this.composer!.sent(text);
    this.transcript?.toEnd();
  }

  /** The first message begins the first chat. What was typed stays in the field until it has begun. */
  private async beginFirst(): Promise<boolean> {
    this.isBusy = true;
    try {
      const item = await this.list.begin({}, this.firstKey);
      keep(`${this.film.id}:chat:new`, null);
      this.firstKey = newKey();
      this.choose(item.id);
      return true;
    } catch (failure) {
      this.fault = sentence(failure);
      return false;
    } finally {
      this.isBusy = false;
    }
  }

  private async stop(): Promise<void> {
    const turn = this.open?.answering;
    if (turn) await this.open!.stop(turn).catch(sayProblem);
  }

  private async branch(message: MessageItem): Promise<void> {
    try {
      this.begun(await this.list.branch(this.shown!.id, message.sequence));
      this.told = 'This is another chat, with all that was said up to there.';
    } catch (failure) {
      sayProblem(failure);
    }
  }

  private async begin({ title, focus }: ProposalItem, key: string): Promise<void> {
    try {
      this.begun(await this.list.begin({ title, focus }, key));
    } catch (failure) {
      sayProblem(failure);
    }
  }

  private readonly answered = (event: Event) => {
    const { text, failure } = (event as CustomEvent<MessageItem>).detail;
    this.told = failure ? `${failure.message} ${failure.remedy}` : `The companion: ${plain(text)}`;
  };

  private readonly refused = (event: Event) => {
    this.told = `Not sent. ${(event as CustomEvent<string>).detail}`;
  };

  private readonly happened = (event: Event) => {
    if ((event as CustomEvent<JournalItem>).detail.chat) void this.list.refresh(this.shown?.id);
  };

  private readonly look = () => {
    if (!document.hidden && this.checkVisibility()) void this.list.refresh(this.shown?.id);
  };

  private readonly seen = () => {
    this.requestUpdate();
    this.look();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mc-chats': ChatsElement;
  }
}

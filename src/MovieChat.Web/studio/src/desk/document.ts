import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { ProblemError } from '../api/client.js';
import { keep, kept } from '../api/kept.js';
import { Repeat } from '../api/repeat.js';
import type { DecisionRequest, DocumentView, DraftItem, OptionItem, ProblemItem } from '../api/schema.js';
import { Watch } from '../api/store.js';
import { body, bodyStyles } from '../documents/body.js';
import '../documents/editor.js';
import { EditorElement } from '../documents/editor.js';
import { blankOf, formOf } from '../documents/forms.js';
import { marked, plain } from '../documents/text.js';
import { costOf, nameOf, startOf, statusWords, when } from '../film/documents.js';
import type { Film } from '../film/film.js';
import { Keys } from '../parts/keys.js';
import { say, sayProblem, sentence } from '../parts/say.js';
import { sheet } from '../parts/sheet.js';
import './history.js';
import './impact.js';
import './notes.js';
import { occurrences, selectionIn } from './passage.js';
import { standing } from './standing.js';
import { waysForward, waysStyles } from './ways.js';

/** What the writer is about to say. */
type Asking = 'revise' | 'options' | 'stuck' | 'skip' | 'redraft' | 'reopen';

type Tab = 'draft' | 'history';

/** What is asked with words of the writer's has a label for them. */
const askings: Record<Asking, { title: string; label?: string; action: string; missing?: string }> = {
  revise: { title: 'Ask for changes', label: 'What should change?', action: 'Ask for it', missing: 'Say what should change.' },
  stuck: { title: 'I’m stuck', label: 'What hurts? (if you know)', action: 'Ask for ways forward' },
  options: { title: 'More options', label: 'In which direction? (if you know)', action: 'Ask for more' },
  redraft: { title: 'Draft it again', label: 'Anything to bear in mind? (if you like)', action: 'Draft it again' },
  reopen: { title: 'Open it again', action: 'Reopen it' },
  skip: { title: 'Do without it', label: 'Why? It is kept with the film.', action: 'Skip it' },
};

/** Documents that a film can do without. */
const isOptional = (id: string) => ['look', 'portrait', 'shots', 'frame'].includes(nameOf(id).kind);

/** One document: what is before the writer, what it was, and every decision on it. Another document is another element. */
@customElement('mc-document')
export class DocumentElement extends LitElement {
  static override styles = [sheet, bodyStyles, waysStyles, css`
    :host { padding: 1.25rem clamp(1rem, 3vw, 2.5rem) 0; max-width: 76rem; margin: 0 auto; }
    header { display: grid; gap: 0.375rem; margin-bottom: 1rem; }
    header h2 { font: 600 1.625rem/1.2 var(--serif); }
    .body { display: grid; gap: 1.25rem; align-content: start; padding-bottom: 1.5rem; }
    .options { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(19rem, 100%), 1fr)); align-items: start; }
    .options.wide { grid-template-columns: 1fr; }
    .option { display: grid; gap: 0.75rem; align-content: start; border: 1px solid var(--line); border-radius: var(--round-more); background: var(--raised); padding: 1rem 1.25rem; }
    .option.chosen { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
    .option > .head { display: flex; justify-content: space-between; align-items: center; gap: 0.5rem; }
    .decide { position: sticky; bottom: 0; background: var(--paper); border-top: 1px solid var(--line); margin: auto -0.25rem 0; padding: 0.75rem 0.25rem; display: grid; gap: 0.75rem; z-index: 2; }
    .ask { display: grid; gap: 0.75rem; max-height: 60vh; overflow: auto; }
    .ask > *, .decide > *, .body > *, .stack > * { min-width: 0; }
    .passage { border-left: 3px solid var(--accent); padding-left: 0.75rem; font-style: italic; max-height: 6rem; overflow: auto; }
    .float { position: fixed; z-index: 5; box-shadow: 0 4px 16px rgb(0 0 0 / 0.2); }
    .meta { display: flex; flex-wrap: wrap; gap: 0.25rem 0.75rem; align-items: center; }
    .tabs button { min-height: 1.875rem; padding: 0 0.75rem; }
    .compare { display: flex; gap: 0.5rem; align-items: center; flex-wrap: wrap; }
    .compare select { width: auto; min-height: 1.875rem; padding: 0 0.5rem; }
    .compare label { margin: 0; }
    .conflict { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 1rem; }
  `];

  @property({ attribute: false }) film!: Film;
  @property() document = '';
  @state() private tab: Tab = 'draft';
  @state() private chosen?: number;
  @state() private asking?: Asking;
  /** The words that alone are to change, and in which option. */
  @state() private passage?: { text: string; option: number };
  @state() private isEditing = false;
  /** The number of the draft that the writer's own text began from. */
  private editedFrom?: number;
  /** What stands in the fields for words. Other tabs have their own: what is kept in the browser is what was typed last in any. */
  @state() private words: Partial<Record<Asking, string>> = {};
  @state() private faults: ProblemItem[] = [];
  @state() private isBusy = false;
  @state() private fault = '';
  @state() private compared: 'nothing' | 'approved' | 'earlier' | 'first' = 'nothing';
  @state() private earlier?: DraftItem;
  @state() private selecting?: { text: string; option: number; x: number; y: number };
  /** The newer draft that was decided on elsewhere while the writer wrote. */
  @state() private conflict?: { words: string; problem: string; verb: string };
  @query('textarea.notes') private notes?: HTMLTextAreaElement;
  private readonly repeat = new Repeat();

  constructor() {
    super();
    new Watch(this, () => this.film);
    new Keys(this, 'The document', () => [
      { keys: 'a', says: 'Approve what is shown', does: () => void this.approve() },
      { keys: 'r', says: 'Ask for changes', does: () => this.ask('revise') },
      { keys: 'e', says: 'Edit in place', does: () => this.edit() },
      { keys: 'o', says: 'Ask for more options', does: () => this.ask('options') },
      { keys: 's', says: 'I’m stuck', does: () => this.ask('stuck') },
      { keys: 'h', says: 'History of the document', does: () => { if (!this.isEditing) this.tab = this.tab === 'draft' ? 'history' : 'draft'; } },
      ...Array.from({ length: 5 }, (_, place) => ({ keys: String(place + 1), says: `Choose option ${place + 1}`, does: () => { if (this.view?.draft?.options[place]) this.chosen = place + 1; } })),
    ]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    globalThis.document.addEventListener('selectionchange', this.select);
  }

  override disconnectedCallback(): void {
    globalThis.document.removeEventListener('selectionchange', this.select);
    super.disconnectedCallback();
  }

  private get view(): DocumentView | undefined {
    return this.film.view(this.document, true);
  }

  private get option(): OptionItem | undefined {
    const draft = this.view?.draft;
    return draft?.options.find((each) => each.number === (this.chosen ?? (this.view?.approved?.draft === draft.number ? this.view.approved.option : 1))) ?? draft?.options[0];
  }

  private keptName(asking: Asking): string {
    return `${this.film.id}:${this.document}:${asking}`;
  }

  /** What was typed and not sent is before the writer again. */
  protected override willUpdate(): void {
    const view = this.view;
    if (this.earlier && view && this.numberOf(this.compared, view) !== this.earlier.number) [this.compared, this.earlier] = ['nothing', undefined];
    if (this.hasUpdated) return;
    this.editedFrom = EditorElement.keptFrom(this.film, this.document);
    this.isEditing = this.editedFrom !== undefined;
    for (const asking of Object.keys(askings) as Asking[]) {
      const words = kept(this.keptName(asking));
      if (words) [this.asking, this.words[asking]] = [asking, words];
    }
  }

  protected override render(): TemplateResult {
    const view = this.view;
    const fault = this.film.fault(this.document);
    const absent = fault ? html`<div class="notice bad stack" role="alert"><p>${sentence(fault)}</p><p><button @click=${() => this.film.load(this.document)}>Try again</button></p></div>` : nothing;
    if (!view) return fault ? html`${absent}` : html`<p class="soft" role="status">Opening…</p>`;
    return html`
      <header>
        <div class="row"><h2>${this.film.title(this.document)}</h2><span class="chip ${view.status}">${statusWords[view.status]}</span></div>
        ${this.film.subtitle(this.document) ? html`<p class="soft">${this.film.subtitle(this.document)}</p>` : nothing}
        ${this.meta(view)}
      </header>
      <div class="body">
        ${absent}
        ${standing({ film: this.film, view, isBusy: this.isBusy, redraft: () => this.ask('redraft'), keep: () => this.send({ verb: 'keep', draft: view.draft?.number ?? null }) })}
        ${this.conflict ? this.conflicting(view) : nothing}
        ${waysForward(view, this.takeWay)}
        ${this.tab === 'history'
          ? html`<mc-history .film=${this.film} .document=${this.document} .view=${view} @restore=${(event: CustomEvent<number>) => this.send({ verb: 'restore', draft: event.detail })}></mc-history>`
          : this.isEditing ? this.editing(view) : this.draft(view)}
      </div>
      ${this.isEditing || this.tab === 'history' ? nothing : this.decisions(view)}
      ${this.selecting ? html`<button class="primary float" id="ask-passage" @mousedown=${(event: Event) => event.preventDefault()} @click=${this.askForPassage}>Change just this</button>` : nothing}`;
  }

  protected override updated(): void {
    const button = this.renderRoot.querySelector<HTMLElement>('#ask-passage');
    if (button && this.selecting) Object.assign(button.style, { left: `${Math.min(this.selecting.x, innerWidth - 180)}px`, top: `${Math.min(this.selecting.y + 8, innerHeight - 60)}px` });
  }

  private meta(view: DocumentView): TemplateResult {
    const draft = view.draft;
    return html`<div class="meta soft small">
      ${draft ? html`<span>Draft ${draft.number}</span><span>${draft.by === 'writer' ? `written by ${draft.author === 'owner' ? 'you' : draft.author}` : `drafted by ${draft.model}`}</span><time datetime=${draft.at} title=${draft.at}>${when(draft.at)}</time>
        ${draft.asked && draft.asked.verb !== 'write' ? html`<span>asked: ${draft.asked.verb}${draft.asked.notes ? html` “${draft.asked.notes}”` : nothing}</span>` : nothing}` : nothing}
      ${view.hints?.length ? html`<span>${view.hints.map((id) => this.film.title(id)).join(', ')} changed since; look whether it still fits</span>` : nothing}
      <span class="row tabs" role="group" aria-label="What is shown">
        <button aria-pressed=${this.tab === 'draft'} @click=${() => { this.tab = 'draft'; }}>Draft</button><button aria-pressed=${this.tab === 'history'} @click=${() => { this.tab = 'history'; }}>History</button>
      </span>
    </div>`;
  }

  private draft(view: DocumentView): TemplateResult {
    const draft = view.draft;
    if (!draft) return html`${view.status === 'waiting' || view.status === 'drafting' ? nothing : html`<p class="soft">There is no draft.</p>`}`;
    const isMany = draft.options.length > 1;
    const before = this.earlierContent(view);
    const isWide = !['ideas', 'synopsis', 'look', 'portrait', 'frame'].includes(nameOf(view.id).kind);
    return html`
      ${this.comparing(view)}
      <div class="options ${isMany && !isWide ? '' : 'wide'}" role=${isMany ? 'radiogroup' : nothing} aria-label=${isMany ? 'Options' : nothing}>${draft.options.map((option) => {
        const isChosen = option === this.option;
        const isBase = this.compared === 'first' && option.number === draft.options[0]!.number;
        const shown = body({ film: this.film, document: view.id, content: option.content, before: isBase ? undefined : before, show: before && !isBase ? marked : plain });
        return isMany ? html`<article class="option ${isChosen ? 'chosen' : ''}" data-option=${option.number}>
          <div class="head"><button role="radio" aria-checked=${isChosen} class=${isChosen ? 'primary' : ''} @click=${() => { this.chosen = option.number; }}>Option ${option.number}</button>
          ${view.approved?.draft === draft.number && view.approved.option === option.number ? html`<span class="chip approved">approved</span>` : nothing}</div>${shown}</article>`
          : html`<article data-option=${option.number} class="stack">${shown}</article>`;
      })}</div>
      <mc-notes .film=${this.film} .draft=${draft} @intentional=${(event: CustomEvent<{ noteId: string; intentional: boolean }>) => this.send({ verb: 'intentional', draft: draft.number, ...event.detail })}></mc-notes>`;
  }

  /** What the draft is compared with. */
  private earlierContent(view: DocumentView): unknown {
    switch (this.compared) {
      case 'first':
        return view.draft?.options[0]?.content;
      case 'approved':
      case 'earlier':
        return (this.earlier?.options.find((option) => this.compared === 'earlier' || option.number === view.approved?.option) ?? this.earlier?.options[0])?.content;
      default:
        return undefined;
    }
  }

  private comparing(view: DocumentView): TemplateResult | typeof nothing {
    const draft = view.draft!;
    if (!formOf(view.id)) return nothing;
    const choices: [typeof this.compared, string][] = [['nothing', 'no differences']];
    if (draft.options.length > 1) choices.push(['first', 'differences from option 1']);
    if (view.approved && view.approved.draft !== draft.number) choices.push(['approved', `differences from what is approved (draft ${view.approved.draft})`]);
    if (draft.number > 1) choices.push(['earlier', `differences from draft ${startOf(draft)}`]);
    if (choices.length < 2) return nothing;
    return html`<div class="compare small"><label for="compare">Show</label><select id="compare" @change=${(event: Event) => this.compare(view, (event.target as HTMLSelectElement).value as typeof this.compared)}>
      ${choices.map(([value, words]) => html`<option value=${value} ?selected=${value === this.compared}>${words}</option>`)}</select></div>`;
  }

  /** Which earlier draft one compares with; undefined when it is none. */
  private numberOf(compared: typeof this.compared, { approved, draft }: DocumentView): number | undefined {
    if (compared === 'approved') return approved?.draft === draft?.number ? undefined : approved?.draft;
    return compared === 'earlier' && draft ? startOf(draft) : undefined;
  }

  private async compare(view: DocumentView, to: typeof this.compared): Promise<void> {
    const number = this.numberOf(to, view);
    try {
      this.earlier = number === undefined ? undefined : await this.film.draft(view.id, number);
      this.compared = to;
    } catch (failure) {
      sayProblem(failure);
    }
  }

  private editing(view: DocumentView): TemplateResult {
    const content = (this.option?.content as Record<string, unknown> | undefined) ?? blankOf(view.id);
    return html`${view.ifChanged.length ? html`<div class="stack"><p class="soft">When it is saved, it is approved, and these turn stale:</p><mc-impact .film=${this.film} .document=${view.id} .touched=${view.ifChanged}></mc-impact></div>` : nothing}
      <mc-editor .film=${this.film} document=${view.id} .content=${content} .from=${this.editedFrom ?? 0} .faults=${this.faults} ?isBusy=${this.isBusy} action="Save and approve"
        @save=${(event: CustomEvent<Record<string, unknown>>) => this.save(event.detail)} @give-up=${() => { [this.isEditing, this.editedFrom, this.faults, this.conflict] = [false, undefined, [], undefined]; }}></mc-editor>`;
  }

  private decisions(view: DocumentView): TemplateResult | typeof nothing {
    const { status } = view;
    const isPicture = !formOf(view.id);
    const [hasDraft, isDecided, awaits] = [!!view.draft, status === 'approved', status === 'awaitingApproval'];
    const many = (view.draft?.options.length ?? 0) > 1;
    const isElse = isDecided && many && this.option && view.approved?.option !== this.option.number;
    if (status === 'waiting' && (hasDraft || view.id !== 'brief')) {
      return html`<div class="decide">${this.asking ? this.askingFor(this.asking, view) : html`<div class="row">${isPicture ? nothing : html`<button @click=${this.edit}>Write it yourself</button>`}${isOptional(view.id) ? html`<button @click=${() => this.ask('skip')}>Skip</button>` : nothing}</div>`}${this.refusal()}</div>`;
    }

    return html`<div class="decide">
      ${this.asking ? this.askingFor(this.asking, view) : html`
        ${awaits && view.ifApproved ? html`<p class="soft small">${view.ifApproved.drafts.length ? `When you approve it, this is drafted next, for about ${costOf(view.ifApproved)}: ${this.listWords(view.ifApproved.drafts)}.` : 'Approving it has nothing else drafted yet.'}</p>` : nothing}
        ${isElse && view.ifChanged.length ? html`<p class="soft small">With another option, these turn stale:</p><mc-impact .film=${this.film} .document=${view.id} .touched=${view.ifChanged}></mc-impact>` : nothing}
        <div class="row">
          ${(awaits && hasDraft) || isElse || (status === 'stale' && hasDraft && many) ? html`<button class="primary" ?disabled=${this.isBusy} @click=${this.approve}>${many ? `Approve option ${this.option?.number}` : 'Approve'}</button>` : nothing}
          ${status === 'failed' ? html`<button class="primary" ?disabled=${this.isBusy} @click=${() => this.ask('redraft')}>Try again</button>` : nothing}
          ${hasDraft && status !== 'drafting' ? html`<button @click=${() => this.ask('revise')}>Ask for changes</button>` : nothing}
          ${!isPicture && status !== 'drafting' ? html`<button @click=${this.edit}>${hasDraft ? 'Edit' : 'Write it yourself'}</button>` : nothing}
          ${hasDraft && status !== 'drafting' && view.id !== 'brief' ? html`<button @click=${() => this.ask('options')}>More options</button>` : nothing}
          ${view.id !== 'brief' ? html`<button @click=${() => this.ask('stuck')}>I’m stuck</button>` : nothing}
          ${isDecided || status === 'skipped' ? html`<button ?disabled=${this.isBusy} @click=${() => view.ifChanged.length ? this.ask('reopen') : this.send({ verb: 'reopen', draft: view.draft?.number ?? null })}>Reopen</button>` : nothing}
          ${isOptional(view.id) && status !== 'skipped' && !isDecided ? html`<button @click=${() => this.ask('skip')}>Skip</button>` : nothing}
        </div>`}
      ${this.refusal()}
    </div>`;
  }

  private refusal(): TemplateResult | typeof nothing {
    return this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing;
  }

  private askingFor(asking: Asking, view: DocumentView): TemplateResult {
    const words = askings[asking];
    return html`<form class="ask" @submit=${this.submitAsking}>
      <h3>${words.title}</h3>
      ${this.passage ? html`<p class="passage reading">${this.passage.text}</p>` : nothing}
      ${asking === 'revise' && !this.passage ? this.partChoice(view) : nothing}
      ${words.label ? html`<div><label for="notes">${words.label}</label><textarea id="notes" class="notes" name="notes" ?required=${!!words.missing} .value=${this.words[asking] ?? ''} @input=${(event: InputEvent) => this.type(asking, (event.target as HTMLTextAreaElement).value)} @keydown=${this.sendByKey}></textarea></div>` : nothing}
      ${asking === 'options' ? html`<div><label for="count">How many</label><select id="count" name="count">${[1, 2, 3, 4, 5].map((count) => html`<option ?selected=${count === 2}>${count}</option>`)}</select></div>` : nothing}
      ${['revise', 'redraft', 'skip', 'reopen'].includes(asking) && view.ifChanged.length && view.status === 'approved' ? html`<p class="soft small">${asking === 'reopen' ? 'As soon as it is open again' : 'Once the new draft is approved'}, these turn stale:</p><mc-impact .film=${this.film} .document=${view.id} .touched=${view.ifChanged}></mc-impact>` : nothing}
      <div class="row"><button class="primary" ?disabled=${this.isBusy}>${words.action}</button><button type="button" @click=${() => this.stopAsking(asking)}>Never mind</button></div>
    </form>`;
  }

  /** One part of the document that alone may change. */
  private partChoice(view: DocumentView): TemplateResult | typeof nothing {
    const content = this.option?.content as Record<string, unknown> | undefined;
    const parts = content ? partsOf(content) : [];
    if (!formOf(view.id) || parts.length < 2) return nothing;
    return html`<div><label for="part">Which part? (select words in the text to change just them)</label><select id="part" name="part"><option value="">the whole of it</option>${parts.map(([value, label]) => html`<option value=${value}>${label}</option>`)}</select></div>`;
  }

  private conflicting(view: DocumentView): TemplateResult {
    const { words, problem, verb } = this.conflict!;
    return html`<section class="notice bad stack" role="alert" aria-label="Decided elsewhere">
      <p><strong>${problem}</strong> What you wrote is still here.</p>
      <div class="conflict">
        ${words ? html`<div><h3>Your words</h3><p class="reading">${words}</p></div>` : nothing}
        <div><h3>Now: draft ${view.draft?.number ?? '–'}, ${statusWords[view.status]}</h3>${view.draft?.options[0] && verb === 'edit' ? body({ film: this.film, document: view.id, content: view.draft.options[0].content }) : html`<p>It is shown below.</p>`}</div>
      </div>
      <div class="row"><button @click=${this.seenConflict}>I have seen it</button></div>
    </section>`;
  }

  /** What the writer saves from here on is meant for the draft that they have seen now. */
  private readonly seenConflict = (): void => {
    this.conflict = undefined;
    if (this.isEditing) this.editedFrom = this.view?.draft?.number ?? 0;
  };

  /** What is typed stands in this tab, and is kept in the browser for when the page is opened again. */
  private type(asking: Asking, words: string): void {
    this.words = { ...this.words, [asking]: words };
    keep(this.keptName(asking), words);
  }

  private readonly takeWay = (way: string): void => {
    // What the writer has typed already stays in front of it.
    this.type('revise', [this.words.revise?.trim(), way].filter(Boolean).join('\n'));
    void this.ask('revise');
  };

  private listWords(ids: string[]): string {
    if (ids.length > 4) return `${ids.length} documents`;
    return ids.map((id) => this.film.title(id)).join(', ');
  }

  private readonly ask = async (asking: Asking): Promise<void> => {
    if (asking === 'revise' && !this.view?.draft) return;
    [this.asking, this.isEditing, this.tab, this.fault] = [asking, false, 'draft', ''];
    if (asking !== 'revise') this.passage = undefined;
    await this.updateComplete;
    this.notes?.focus();
    this.notes?.scrollIntoView({ block: 'nearest' });
  };

  private stopAsking(asking: Asking): void {
    this.type(asking, '');
    [this.asking, this.passage, this.fault] = [undefined, undefined, ''];
  }

  private readonly edit = (): void => {
    if (!formOf(this.document) || this.view?.status === 'drafting') return;
    this.editedFrom ??= EditorElement.keptFrom(this.film, this.document) ?? this.view?.draft?.number ?? 0;
    [this.isEditing, this.asking, this.tab, this.faults] = [true, undefined, 'draft', []];
  };

  private readonly approve = async (): Promise<void> => {
    const view = this.view;
    // Neither an earlier draft nor text that is being edited is what would be approved.
    if (this.tab !== 'draft' || this.isEditing) return;
    if (!view?.draft || !this.option || !['awaitingApproval', 'stale', 'approved'].includes(view.status)) return;
    if (await this.send({ verb: 'approve', draft: view.draft.number, option: this.option.number, ifStatus: view.status })) say(`${this.film.title(view.id)}: approved.`);
  };

  private readonly sendByKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) (event.target as HTMLTextAreaElement).form?.requestSubmit();
  };

  private readonly submitAsking = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const asking = this.asking!;
    const form = new FormData(event.target as HTMLFormElement);
    const notes = String(form.get('notes') ?? '').trim();
    const { missing } = askings[asking];
    if (!notes && missing) {
      this.fault = missing;
      return;
    }

    const draft = this.view?.draft?.number ?? null;
    const decision: DecisionRequest = { verb: asking, draft, notes: notes || null };
    if (asking === 'revise') Object.assign(decision, { option: this.passage?.option ?? this.option?.number, passage: this.passage?.text ?? null, part: String(form.get('part') ?? '') || null });
    if (asking === 'options') decision.count = Number(form.get('count'));
    // Words that were typed while it was on its way are not sent, and stay.
    if (await this.send(decision, notes) && (this.words[asking] ?? '').trim() === notes) this.stopAsking(asking);
  };

  private async save(content: Record<string, unknown>): Promise<void> {
    this.faults = [];
    if (!(await this.send({ verb: 'edit', draft: this.editedFrom ?? 0, content: content as DecisionRequest['content'] }))) return;
    EditorElement.forget(this.film, this.document);
    [this.isEditing, this.editedFrom] = [false, undefined];
    say(`${this.film.title(this.document)}: saved and approved.`);
  }

  /** Hands over a decision. The same one sent again after a lost connection counts once.
   * @returns Whether it was taken. */
  private async send(decision: DecisionRequest, words = ''): Promise<boolean> {
    if (this.isBusy) return false;
    [this.isBusy, this.fault] = [true, ''];
    try {
      await this.film.decide(this.document, decision, this.repeat.keyOf(this.document, decision));
      this.repeat.taken();
      if (decision.verb !== 'intentional') [this.compared, this.conflict, this.chosen] = ['nothing', undefined, undefined];
      if (decision.verb === 'restore') this.tab = 'draft';
      return true;
    } catch (failure) {
      this.refused(failure, decision, words);
      return false;
    } finally {
      this.isBusy = false;
    }
  }

  private refused(failure: unknown, decision: DecisionRequest, words: string): void {
    this.repeat.failed(failure);
    if (failure instanceof ProblemError && failure.problem.errors?.length) this.faults = failure.problem.errors;
    if (failure instanceof ProblemError && failure.problem.status === 409) {
      this.conflict = { words, problem: failure.problem.detail, verb: decision.verb };
      return;
    }

    this.fault = sentence(failure);
    // Beside these there is no place for it on the page.
    if (this.isEditing || this.tab === 'history') sayProblem(failure);
  }

  private readonly select = (): void => {
    const view = this.view;
    if (this.isEditing || this.tab !== 'draft' || !view?.draft || !formOf(this.document) || ['drafting', 'waiting'].includes(view.status)) {
      this.selecting = undefined;
      return;
    }

    const found = selectionIn(this.renderRoot as ShadowRoot);
    const node = found?.range.startContainer;
    const article = (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>('[data-option]');
    if (!found || !article || found.text.length < 2) {
      this.selecting = undefined;
      return;
    }

    const place = found.range.getBoundingClientRect();
    this.selecting = { text: found.text, option: Number(article.dataset['option']), x: place.left, y: place.bottom };
  };

  private readonly askForPassage = (): void => {
    const { text, option } = this.selecting!;
    const content = this.view?.draft?.options.find((each) => each.number === option)?.content;
    const count = occurrences(content, text);
    if (count !== 1) {
      say(count ? 'These words stand in the draft more than once: select some more around them.' : 'Select words of one paragraph, so that it is clear which may change.', true);
      return;
    }

    [this.passage, this.selecting] = [{ text, option }, undefined];
    void this.ask('revise');
  };
}

/** The parts of a document that can be changed alone: its items by id or name, else its properties. */
function partsOf(content: Record<string, unknown>): [string, string][] {
  const list = Object.values(content).find((value): value is Record<string, unknown>[] => Array.isArray(value) && typeof value[0] === 'object');
  if (list && Object.keys(content).length <= 2) {
    return list.flatMap((item, place): [string, string][] => {
      const id = item['id'] ?? item['name'] ?? item['n'];
      return id === undefined ? [] : [[String(id), String(item['name'] ?? item['number'] ?? item['n'] ?? place + 1)]];
    });
  }

  return Object.entries(content).filter(([, value]) => typeof value === 'string' || Array.isArray(value)).map(([name]) => [name, name]);
}

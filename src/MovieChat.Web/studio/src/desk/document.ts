import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { ProblemError } from '../api/client.js';
import { keep, kept } from '../api/kept.js';
import { Repeat } from '../api/repeat.js';
import type { CostItem, DecisionRequest, DocumentView, DraftItem, OptionItem, ProblemItem } from '../api/schema.js';
import { Watch } from '../api/store.js';
import { body, bodyStyles } from '../documents/body.js';
import '../documents/editor.js';
import { EditorElement } from '../documents/editor.js';
import { blankOf, formOf } from '../documents/forms.js';
import { marked, plain } from '../documents/text.js';
import type { Idea } from '../film/content.js';
import { askedFor, costOf, countOf, nameOf, startOf, statusWords, when } from '../film/documents.js';
import type { Film } from '../film/film.js';
import { Keys, sendByKey, type Shortcut } from '../parts/keys.js';
import { say, sayProblem, sentence } from '../parts/say.js';
import { sheet } from '../parts/sheet.js';
import './history.js';
import './impact.js';
import './notes.js';
import { occurrences, selectionIn } from './passage.js';
import './passages.js';
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

/** Of what changes a document that is part of the film: when what is made from it turns stale. */
const changes: Partial<Record<Asking, string>> = { revise: 'Once the new draft is approved', options: 'Once you approve another option', redraft: 'Once the new draft is approved', reopen: 'Once you approve another draft of it' };

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
    .ask { display: grid; gap: 0.75rem; max-height: 60vh; overflow: auto; padding: 0.25rem; margin: -0.25rem; }
    .ask > *, .decide > *, .body > *, .stack > * { min-width: 0; }
    .passage { border-left: 3px solid var(--accent); padding-left: 0.75rem; font-style: italic; max-height: 6rem; overflow: auto; }
    .float { position: fixed; z-index: 5; box-shadow: 0 4px 16px rgb(0 0 0 / 0.2); }
    .meta { display: flex; flex-wrap: wrap; gap: 0.25rem 0.75rem; align-items: center; }
    .tabs button { min-height: 1.875rem; padding: 0 0.75rem; }
    .compare { display: flex; gap: 0.5rem; align-items: center; flex-wrap: wrap; }
    .compare select { width: auto; min-height: 1.875rem; padding: 0 0.5rem; }
    .compare label { margin: 0; }
    /* What is decided on can be read beside it, also in large letters. */
    @media (max-height: 30rem) { .decide { position: static; } .ask { max-height: none; } }
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
  /** Whether the writer chooses a passage by keys. */
  @state() private isChoosing = false;
  /** How many more options are asked for. */
  @state() private count = 2;
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
  /** On a small screen the picture of what is touched is unfolded by the writer: the draft has little room beside it. */
  private readonly isRoomy = innerWidth > 640 && innerHeight > 640;

  constructor() {
    super();
    new Watch(this, () => this.film);
    new Keys(this, 'The document', () => this.keys());
  }

  private keys(): Shortcut[] {
    const step = (by: number) => {
      const options = this.view?.draft?.options ?? [];
      this.choose(options[options.indexOf(this.option!) + by]);
    };
    const ofDraft: Shortcut[] = [
      { keys: '.', says: 'Next option', does: () => step(1) },
      { keys: ',', says: 'Option before', does: () => step(-1) },
      ...Array.from({ length: 5 }, (_, place) => ({ keys: String(place + 1), says: `Choose option ${place + 1}`, does: () => this.choose(this.view?.draft?.options[place]) })),
      { keys: 'i', says: 'Differences from another draft', does: () => void this.compareNext() },
      { keys: 'a', says: 'Approve what is shown', does: () => void this.approve(), decides: true },
      { keys: 'p', says: 'Choose a passage to change alone', does: () => void this.choosePassage() },
    ];
    return [
      ...this.tab === 'draft' ? ofDraft : [],
      { keys: 'r', says: askings.revise.title, does: () => void this.ask('revise') },
      { keys: 'e', says: 'Edit in place', does: () => this.edit() },
      { keys: 'o', says: askings.options.title, does: () => void this.ask('options') },
      { keys: 's', says: askings.stuck.title, does: () => void this.ask('stuck') },
      { keys: 'd', says: 'Draft it again, when it failed or is stale', does: () => void this.ask('redraft') },
      { keys: 'y', says: 'Keep it as it is, when it is stale', does: () => this.keepStale(), decides: true },
      { keys: 'u', says: askings.reopen.title, does: () => this.reopen(), decides: true },
      { keys: 'x', says: askings.skip.title, does: () => void this.ask('skip') },
      { keys: 'h', says: 'History of the document', does: () => this.show(this.tab === 'draft' ? 'history' : 'draft') },
    ];
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
        ${standing({ film: this.film, view, isBusy: this.isBusy, redraft: () => this.ask('redraft'), keep: () => this.keepStale() })}
        ${this.conflict ? this.conflicting(view) : nothing}
        ${this.naming(view)}
        ${waysForward(view, this.can('revise') ? this.takeWay : undefined)}
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

  /** The film can be called as the idea is that was chosen. */
  private naming(view: DocumentView): TemplateResult | typeof nothing {
    const [is, title] = [this.film.snapshot?.title, view.id === 'ideas' && view.approved ? this.film.content<Idea>('ideas')?.title?.trim() : undefined];
    return !title || title === is ? nothing : html`<p class="notice">The film is called “${is}”. <button class="link" @click=${() => this.film.changeTitlePage({ title }).catch(sayProblem)}>Call it “${title}”</button></p>`;
  }

  private meta(view: DocumentView): TemplateResult {
    const draft = view.draft;
    const asked = draft && askedFor(draft);
    return html`<div class="meta soft small">
      ${draft ? html`<span>Draft ${draft.number}</span><span>${draft.by === 'writer' ? `written by ${draft.author === 'owner' ? 'you' : draft.author}` : `drafted by ${draft.model}`}</span><time datetime=${draft.at} title=${draft.at}>${when(draft.at)}</time>
        ${asked ? html`<span>asked for ${asked}</span>` : nothing}` : nothing}
      ${view.hints?.length ? html`<span>${view.hints.map((id) => this.film.title(id)).join(', ')} changed since; look whether it still fits</span>` : nothing}
      <span class="row tabs" role="group" aria-label="What is shown">
        <button aria-pressed=${this.tab === 'draft'} @click=${() => this.show('draft')}>Draft</button><button aria-pressed=${this.tab === 'history'} aria-keyshortcuts="h" @click=${() => this.show('history')}>History</button>
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
          <div class="head"><button role="radio" aria-checked=${isChosen} class=${isChosen ? 'primary' : ''} @click=${() => this.choose(option)}>Option ${option.number}</button>
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
    const choices = this.comparisons(view);
    if (choices.length < 2) return nothing;
    return html`<div class="compare small"><label for="compare">Show</label><select id="compare" aria-keyshortcuts="i" @change=${(event: Event) => this.compare(view, (event.target as HTMLSelectElement).value as typeof this.compared)}>
      ${choices.map(([value, words]) => html`<option value=${value} ?selected=${value === this.compared}>${words}</option>`)}</select></div>`;
  }

  /** What the draft can be compared with. */
  private comparisons(view: DocumentView): [typeof this.compared, string][] {
    const { draft } = view;
    if (!draft || !formOf(view.id)) return [];
    const choices: [typeof this.compared, string][] = [['nothing', 'no differences']];
    if (draft.options.length > 1) choices.push(['first', 'differences from option 1']);
    if (view.approved && view.approved.draft !== draft.number) choices.push(['approved', `differences from what is approved (draft ${view.approved.draft})`]);
    if (draft.number > 1) choices.push(['earlier', `differences from draft ${startOf(draft)}`]);
    return choices;
  }

  /** Which earlier draft one compares with; undefined when it is none. */
  private numberOf(compared: typeof this.compared, { approved, draft }: DocumentView): number | undefined {
    if (compared === 'approved') return approved?.draft === draft?.number ? undefined : approved?.draft;
    return compared === 'earlier' && draft ? startOf(draft) : undefined;
  }

  private async compareNext(): Promise<void> {
    const choices = this.view && !this.isEditing ? this.comparisons(this.view) : [];
    if (choices.length > 1) await this.compare(this.view!, choices[(choices.findIndex(([value]) => value === this.compared) + 1) % choices.length]![0]);
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
    return html`${view.ifChanged.length ? html`<div class="stack"><p class="soft">When it is saved, it is approved, and these turn stale:</p>${this.impact(view)}</div>` : nothing}
      <mc-editor .film=${this.film} document=${view.id} .content=${content} .from=${this.editedFrom ?? 0} .faults=${this.faults} ?isBusy=${this.isBusy} action="Save and approve"
        @save=${(event: CustomEvent<Record<string, unknown>>) => this.save(event.detail)} @give-up=${() => { [this.isEditing, this.editedFrom, this.faults, this.conflict] = [false, undefined, [], undefined]; }}></mc-editor>`;
  }

  private decisions(view: DocumentView): TemplateResult | typeof nothing {
    const { status } = view;
    const [hasDraft, awaits] = [!!view.draft, status === 'awaitingApproval'];
    const button = (asking: Asking, words: string, key: string) => this.can(asking) ? html`<button aria-keyshortcuts=${key} @click=${() => this.ask(asking)}>${words}</button>` : nothing;
    if (this.isChoosing) return html`<div class="decide"><mc-passages .draft=${this.article} .content=${this.option?.content} @choose=${(event: CustomEvent<string>) => this.takePassage(event.detail, this.option!.number)} @leave=${this.leavePassages}></mc-passages></div>`;
    return html`<div class="decide">
      ${this.asking ? this.askingFor(this.asking, view) : html`
        ${awaits && view.ifApproved ? html`<p class="soft small">${view.ifApproved.drafts.length ? `When you approve it, this is drafted next, for about ${costOf(view.ifApproved)}: ${this.listWords(view.ifApproved.drafts)}.` : 'Approving it has nothing else drafted yet.'}</p>` : nothing}
        ${this.touching(view)}
        <div class="row">
          ${this.canApprove(view) ? html`<button class="primary" aria-keyshortcuts="a" ?disabled=${this.isBusy} @click=${this.approve}>${(view.draft?.options.length ?? 0) > 1 ? `Approve option ${this.option?.number}` : 'Approve'}</button>` : nothing}
          ${status === 'failed' ? html`<button class="primary" aria-keyshortcuts="d" ?disabled=${this.isBusy} @click=${() => this.ask('redraft')}>Try again</button>` : nothing}
          ${button('revise', 'Ask for changes', 'r')}
          ${this.canEdit ? html`<button aria-keyshortcuts="e" @click=${this.edit}>${hasDraft && status !== 'waiting' ? 'Edit' : 'Write it yourself'}</button>` : nothing}
          ${button('options', 'More options', 'o')}
          ${button('stuck', 'I’m stuck', 's')}
          ${this.can('reopen') ? html`<button aria-keyshortcuts="u" ?disabled=${this.isBusy} @click=${this.reopen}>Reopen</button>` : nothing}
          ${button('skip', 'Skip', 'x')}
        </div>`}
      ${this.refusal()}
    </div>`;
  }

  /** What turns stale when what is before the writer is approved in place of what is part of the film now. */
  private touching(view: DocumentView): TemplateResult | typeof nothing {
    const { approved, draft, ifChanged } = view;
    if (!ifChanged.length || !approved || !this.canApprove(view) || (approved.draft === draft?.number && approved.option === this.option?.number)) return nothing;
    return html`<details class="small" ?open=${this.isRoomy}><summary>Approving ${this.isElse(view) ? 'another option' : 'it'} turns ${countOf(ifChanged.length, 'document')} stale</summary>${this.impact(view)}</details>`;
  }

  /** Whether another option than the approved one is before the writer. */
  private isElse({ status, draft, approved }: DocumentView): boolean {
    return status === 'approved' && (draft?.options.length ?? 0) > 1 && !!this.option && approved?.option !== this.option.number;
  }

  private canApprove(view: DocumentView): boolean {
    return !!view.draft && (view.status === 'awaitingApproval' || this.isElse(view) || (view.status === 'stale' && view.draft.options.length > 1));
  }

  private get canEdit(): boolean {
    return !!formOf(this.document) && !!this.view && this.view.status !== 'drafting';
  }

  /** Whether the document stands so that this can be asked for. */
  private can(asking: Asking): boolean {
    const { view } = this;
    if (!view) return false;
    const { status } = view;
    switch (asking) {
      case 'revise':
      case 'options':
        return !!view.ifAsked && !!view.draft && !['waiting', 'drafting', 'skipped'].includes(status);
      case 'stuck':
        return !!view.ifAsked && !['waiting', 'skipped'].includes(status);
      case 'redraft':
        return ['failed', 'stale'].includes(status);
      case 'reopen':
        return ['approved', 'skipped'].includes(status);
      case 'skip':
        return isOptional(view.id) && !['approved', 'skipped'].includes(status);
    }
  }

  private impact(view: DocumentView): TemplateResult {
    return html`<mc-impact .film=${this.film} .document=${view.id} .touched=${view.ifChanged} .cost=${view.ifChangedCost}></mc-impact>`;
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
      ${words.label ? html`<div><label for="notes">${words.label}</label><textarea id="notes" class="notes" name="notes" ?required=${!!words.missing} .value=${this.words[asking] ?? ''} @input=${(event: InputEvent) => this.type(asking, (event.target as HTMLTextAreaElement).value)} @keydown=${sendByKey}></textarea></div>` : nothing}
      ${asking === 'options' ? html`<div><label for="count">How many</label><select id="count" name="count" @change=${(event: Event) => { this.count = Number((event.target as HTMLSelectElement).value); }}>${view.ifAsked?.options.map((_, place) => html`<option ?selected=${place + 1 === this.count}>${place + 1}</option>`)}</select></div>` : nothing}
      ${this.costOfAsking(asking, view)}
      ${changes[asking] && view.ifChanged.length && ['approved', 'skipped'].includes(view.status) ? html`<p class="soft small">${changes[asking]}, these turn stale:</p>${this.impact(view)}` : nothing}
      <div class="row"><button class="primary" ?disabled=${this.isBusy}>${words.action}</button><button type="button" @click=${() => this.stopAsking(asking)}>Never mind</button></div>
    </form>`;
  }

  /** What it costs, before it is asked for. */
  private costOfAsking(asking: Asking, { ifAsked }: DocumentView): TemplateResult | typeof nothing {
    const costs: Partial<Record<Asking, CostItem>> = { revise: ifAsked?.revise, stuck: ifAsked?.stuck, redraft: ifAsked?.redraft, options: ifAsked?.options[this.count - 1] };
    const cost = costs[asking];
    if (!cost) return nothing;
    const { tokens, pictures } = this.film.snapshot!.budget;
    const isOver = cost.tokens > tokens.limit - tokens.spent || cost.pictures > pictures.limit - pictures.spent;
    return html`<p class="soft small" role="status">It costs about ${costOf(cost)}${isOver ? ', more than is left of the budget: it waits until you raise that' : ''}.</p>`;
  }

  /** One part of the document that alone may change. */
  private partChoice(view: DocumentView): TemplateResult | typeof nothing {
    const content = this.option?.content as Record<string, unknown> | undefined;
    const parts = content ? partsOf(content) : [];
    if (!formOf(view.id)) return nothing;
    const passage = html`<p class="small"><button type="button" class="link" aria-keyshortcuts="p" @click=${this.choosePassage}>Choose a passage to change just that</button></p>`;
    if (parts.length < 2) return passage;
    return html`<div><label for="part">Which part? (select words in the text to change just them)</label><select id="part" name="part"><option value="">the whole of it</option>${parts.map(([value, label]) => html`<option value=${value}>${label}</option>`)}</select></div>${passage}`;
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
    if (!this.can(asking)) return;
    [this.asking, this.isEditing, this.isChoosing, this.tab, this.fault] = [asking, false, false, 'draft', ''];
    if (asking !== 'revise') this.passage = undefined;
    await this.updateComplete;
    const first = this.notes ?? this.renderRoot.querySelector<HTMLElement>('.ask .primary');
    first?.focus();
    first?.scrollIntoView({ block: 'nearest' });
  };

  private readonly reopen = (): void => {
    const { view } = this;
    if (!view || !this.can('reopen')) return;
    if (view.ifChanged.length) void this.ask('reopen');
    else void this.send({ verb: 'reopen', draft: view.draft?.number ?? null });
  };

  private keepStale(): void {
    if (this.view?.status === 'stale') void this.send({ verb: 'keep', draft: this.view.draft?.number ?? null });
  }

  private choose(option: OptionItem | undefined): void {
    if (option) this.chosen = option.number;
  }

  private show(tab: Tab): void {
    if (!this.isEditing) [this.tab, this.isChoosing] = [tab, false];
  }

  private stopAsking(asking: Asking): void {
    this.type(asking, '');
    [this.asking, this.passage, this.fault] = [undefined, undefined, ''];
  }

  private readonly edit = (): void => {
    if (!this.canEdit) return;
    this.editedFrom ??= EditorElement.keptFrom(this.film, this.document) ?? this.view?.draft?.number ?? 0;
    [this.isEditing, this.asking, this.isChoosing, this.tab, this.faults] = [true, undefined, false, 'draft', []];
  };

  private readonly approve = async (): Promise<void> => {
    const view = this.view;
    // Neither an earlier draft nor text that is being edited is what would be approved.
    if (this.tab !== 'draft' || this.isEditing) return;
    if (!view?.draft || !this.option || !['awaitingApproval', 'stale', 'approved'].includes(view.status)) return;
    if (await this.send({ verb: 'approve', draft: view.draft.number, option: this.option.number, ifStatus: view.status })) say(`${this.film.title(view.id)}: approved.`);
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

  private readonly askForPassage = (): void => this.takePassage(this.selecting!.text, this.selecting!.option);

  /** Where the option that is before the writer is shown. */
  private readonly article = () => this.renderRoot.querySelector<HTMLElement>(`[data-option="${this.option?.number}"]`);

  /** By keys: what is selected with a mouse is asked for where it is. */
  private readonly choosePassage = async (): Promise<void> => {
    if (!formOf(this.document) || !this.can('revise') || this.isEditing) return;
    // Where differences are marked, texts are in pieces.
    [this.isChoosing, this.asking, this.compared, this.tab] = [true, undefined, 'nothing', 'draft'];
    await this.updateComplete;
    const passages = this.renderRoot.querySelector('mc-passages')!;
    await passages.updateComplete;
    passages.focus();
  };

  private readonly leavePassages = async (): Promise<void> => {
    this.isChoosing = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.decide [aria-keyshortcuts="r"]')?.focus();
  };

  private takePassage(text: string, option: number): void {
    const content = this.view?.draft?.options.find((each) => each.number === option)?.content;
    const count = occurrences(content, text);
    if (count !== 1) {
      say(count ? 'These words stand in the draft more than once: select some more around them.' : 'Select words of one paragraph, so that it is clear which may change.', true);
      return;
    }

    [this.passage, this.selecting] = [{ text, option }, undefined];
    void this.ask('revise');
  }
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

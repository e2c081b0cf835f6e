import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ProblemItem } from '../api/schema.js';
import { countOf } from '../film/documents.js';
import { sendByKey } from '../parts/keys.js';
import { sheet } from '../parts/sheet.js';
import { addressOf, go } from '../router.js';
import { beginWithDocuments, suggestionOf, titleFor } from './begin.js';
import { BeginForm } from './begin-form.js';
import type { Brought } from './beginning.js';
import './brought.js';
import type { BroughtElement } from './brought.js';
import './drop.js';
import { faultsAt, faultsOf, faultsOfDocument } from './faults.js';
import { briefFields, field, fieldStyles, otherFaults, picturesField, titleField } from './fields.js';
import { broughtWords, isScript, readFile, recognise, scenesOf, wordsOf } from './recognise.js';

/** A film begun with what the writer has already. */
@customElement('mc-bring')
export class BringElement extends BeginForm {
  static override styles = [sheet, fieldStyles, css`
    .list { display: grid; gap: 1rem; }
    .paste { display: grid; gap: 0.5rem; }
  `];

  /** What is wrong with scripts that were sent, by the text's id. */
  @state() private refused = new Map<string, ProblemItem[]>();
  @state() private unread: string[] = [];
  @state() private told = '';
  @state() private isReading = false;

  protected override render(): TemplateResult {
    const { beginning } = this;
    const { brought, words } = beginning;
    return html`<form @submit=${this.send} @keydown=${sendByKey} novalidate>
      ${words.begun ? html`<div class="notice" role="status"><p>The film is there, with all but what is listed here. <a href=${addressOf({ view: 'desk', film: words.begun })} @click=${() => beginning.forget('documents')}>Go on without it</a></p></div>` : nothing}
      <div class="stack">
        <mc-drop says="a synopsis or a plot as plain text, a script in Fountain or from Final Draft (.fdx); several at once" accept=".txt,.text,.md,.fountain,.spmd,.fdx,.xml,text/plain,application/xml" ?isBusy=${this.isReading} @files=${(event: CustomEvent<File[]>) => this.read(event.detail)}></mc-drop>
        ${this.unread.length ? html`<div class="notice bad" role="alert">${this.unread.map((each) => html`<p>${each}</p>`)}</div>` : nothing}
        ${this.pasting()}
        <p class="hidden-label" role="status">${this.told}</p>
      </div>
      ${brought.length ? html`<section class="list" aria-label="What you bring">${repeat(brought, (each) => each.id, (each) => html`
        <mc-brought data-id=${each.id} .beginning=${beginning} .brought=${each} .faults=${this.faultsOf(each)} @take-out=${() => this.takeOut(each)}></mc-brought>`)}
        ${beginning.isKeepable ? nothing : html`<p class="small soft">Some of it is too long, or too old a file, to be kept in this browser: after a reload, choose it again.</p>`}</section>` : nothing}
      ${words.begun ? nothing : html`
        ${titleField(beginning, titleFor({ ...words, title: '' }, suggestionOf(beginning)), this.faults)}
        <details class="more" ?open=${beginning.isBriefed || this.faults.some((fault) => /^brief(\.(?!notes)|$)/.test(fault.path))}><summary>A brief beside it, if you like</summary>
          <div class="stack">${field(beginning, 'about', { label: 'What is your film about?', at: 'brief.message', faults: this.faults, as: 'area' })}${briefFields(beginning, this.faults)}</div></details>
        ${picturesField(beginning, beginning.isBriefed)}`}
      ${otherFaults(this.faults, (path) => this.isShown(path))}
      <div class="row send"><button class="primary" ?disabled=${this.isBusy || this.isReading}>${this.isBusy ? 'Sending…' : words.begun ? 'Send it again' : 'Begin the film'}</button>
        <span class="soft small">${brought.some((each) => isScript(each.kind)) ? 'A script is shown to you beside the film first; nothing is taken from it before you say so.' : 'What you bring counts as approved by you. What is missing is drafted after it.'}</span></div>
    </form>`;
  }

  private pasting(): TemplateResult {
    const text = this.beginning.words.pasted;
    const kind = text.trim() ? recognise(text) : undefined;
    return html`<div class="paste">
      ${field(this.beginning, 'pasted', { label: 'Or paste a text', at: 'pasted', faults: this.faults, as: 'area' })}
      ${kind ? html`<p class="row"><button type="button" @click=${this.takePasted}>Take it as ${broughtWords[kind]}</button>
        <span class="small soft">${isScript(kind) ? countOf(scenesOf(text, kind), 'scene') : countOf(wordsOf(text), 'word')}; you can correct it below.</span></p>` : nothing}
    </div>`;
  }

  /** Whether there is a place for what is wrong at a path. */
  private isShown(path: string): boolean {
    const { brought, words } = this.beginning;
    return path === 'pasted' || brought.some((each) => path.startsWith(`start.${each.kind}`) || (each.kind === 'notes' && path === 'brief.notes'))
      || (!words.begun && (path === 'title' || /^brief\.(?!notes)/.test(path)));
  }

  private faultsOf(brought: Brought): ProblemItem[] {
    if (isScript(brought.kind)) return this.refused.get(brought.id) ?? [];
    if (this.beginning.words.begun) return [{ path: '', message: 'The film is there already, so this can not begin it: take it out, and write it at the desk.' }];
    if (brought.kind === 'notes') return faultsAt(this.faults, 'brief.notes');
    const [first, ...others] = this.beginning.brought.filter((each) => each.kind === brought.kind);
    return first === brought ? faultsOfDocument(this.faults, brought.kind)
      : [{ path: '', message: `${others.length + 1} texts are taken for ${broughtWords[brought.kind]}, and a film has one: take one out, or say what it is.` }];
  }

  /** Whether a text can not be sent as it stands, whatever the service would say. */
  private isOutOfPlace(brought: Brought): boolean {
    return !isScript(brought.kind) && (!!this.beginning.words.begun || (brought.kind !== 'notes' && this.beginning.brought.find((each) => each.kind === brought.kind) !== brought));
  }

  private async read(files: File[]): Promise<void> {
    [this.isReading, this.unread] = [true, []];
    const taken: Brought[] = [];
    const unread: string[] = [];
    for (const file of files) {
      try {
        taken.push(this.beginning.bring(await readFile(file)));
      } catch (failure) {
        unread.push((failure as Error).message);
      }
    }

    [this.isReading, this.unread] = [false, unread];
    if (taken.length) this.faults = this.faults.filter((fault) => fault.path !== 'pasted');
    this.tell(taken);
  }

  private takePasted(): void {
    const text = this.beginning.words.pasted;
    if (!text.trim()) return;
    const count = this.beginning.brought.filter((each) => each.name.startsWith('Pasted')).length;
    const taken = this.beginning.bring({ name: count ? `Pasted text ${count + 1}` : 'Pasted text', text });
    this.beginning.say('pasted', '');
    this.faults = this.faults.filter((fault) => fault.path !== 'pasted');
    this.tell([taken]);
  }

  private tell(taken: Brought[]): void {
    this.told = taken.map((each) => `“${each.name}” is taken for ${broughtWords[each.kind]}.`).join(' ');
  }

  private async takeOut(brought: Brought): Promise<void> {
    this.beginning.takeOut(brought);
    this.told = `“${brought.name}” is taken out.`;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#pasted')?.focus();
  }

  private async send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.isBusy || this.isReading) return;
    this.faults = [];
    // What stands in the field is meant, too.
    this.takePasted();
    const { beginning } = this;
    if (!beginning.brought.length && !beginning.words.begun) {
      await this.refuse([{ path: 'pasted', message: 'Bring something first: choose a file, or paste a text.' }]);
      return;
    }

    if (beginning.brought.some((each) => this.isOutOfPlace(each))) {
      await this.toFault();
      return;
    }

    this.refused = new Map();
    await this.begin(async () => {
      const begun = await beginWithDocuments(beginning);
      if (!begun.refused.length) {
        go(begun.import ? { view: 'import', film: begun.film, import: begun.import } : { view: 'desk', film: begun.film });
        return;
      }

      this.refused = new Map(begun.refused.map(({ brought, failure }) => [brought.id, faultsOf(failure)]));
      await this.toFault();
    });
  }

  protected override async toFault(): Promise<void> {
    await this.updateComplete;
    for (const element of this.renderRoot.querySelectorAll<HTMLElement>('mc-brought, [aria-invalid="true"]')) {
      if (element.localName !== 'mc-brought') return element.focus();
      const text = element as BroughtElement;
      await text.updateComplete;
      if (!text.faults.length) continue;
      const wrong = text.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]') ?? text.renderRoot.querySelector<HTMLElement>('select');
      wrong?.focus();
      return;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mc-bring': BringElement;
  }
}

import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get, list, post, ProblemError, remove } from '../api/client.js';
import { keep, kept } from '../api/kept.js';
import { Repeat } from '../api/repeat.js';
import type { ImportDecision, ImportItem, ImportView, ProblemItem, ProjectSnapshot } from '../api/schema.js';
import { countOf, when } from '../film/documents.js';
import type { Film } from '../film/film.js';
import { say, sayProblem } from '../parts/say.js';
import { sheet } from '../parts/sheet.js';
import { sendScript } from './begin.js';
import './drop.js';
import { faultsOf } from './faults.js';
import './import-difference.js';
import { readFile, recognise } from './recognise.js';

/** What became of a script that the writer decided on. */
export interface ImportDecided {
  import: string;
  isTaken: boolean;
  /** How many other scripts are kept with the film. */
  others: number;
}

/** Scripts of the writer's own for a film: sent, shown beside the film as it is approved, taken or declined. Tells `decided` with {@link ImportDecided}. */
@customElement('mc-import')
export class ImportElement extends LitElement {
  static override styles = [sheet, css`
    :host { display: grid; gap: 1.5rem; align-content: start; }
    h2 { font-size: 1.0625rem; margin-bottom: 0.5rem; }
    .sent { border-top: 1px solid var(--line); }
    .sent li { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; align-items: center; padding: 0.375rem 0; border-bottom: 1px solid var(--line); }
    .sent .name { flex: 1 1 14rem; min-width: 0; overflow-wrap: anywhere; }
    textarea { font-family: var(--courier); }
    summary { cursor: pointer; padding: 0.25rem 0; }
  `];

  @property({ attribute: false }) film!: Film;
  /** The id of the import whose difference is shown. */
  @property() open?: string;
  @state() private sent?: ImportItem[];
  @state() private shown?: ImportView;
  @state() private unread: { name: string; faults: ProblemItem[] }[] = [];
  @state() private faults: ProblemItem[] = [];
  @state() private isBusy = false;
  @state() private pasted = '';
  /** Of the decision that is sent: sent again, it counts once. */
  private readonly repeat = new Repeat();

  private get path(): string {
    return `${this.film.path}/imports`;
  }

  private get keptName(): string {
    return `${this.film.id}:import`;
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has('film')) {
      [this.sent, this.shown, this.unread, this.pasted] = [undefined, undefined, [], kept(this.keptName) ?? ''];
      void this.load();
    }

    if ((changes.has('film') || changes.has('open')) && this.open && this.open !== this.shown?.id) void this.show(this.open);
  }

  protected override render(): TemplateResult {
    return html`
      ${this.shown ? html`<mc-import-difference .film=${this.film} .view=${this.shown} .faults=${this.faults} ?isBusy=${this.isBusy}
        @take=${(event: CustomEvent<string[] | undefined>) => this.take(event.detail)} @decline=${() => this.decline(this.shown!)} @close=${() => this.close()}></mc-import-difference>` : nothing}
      <section aria-label="Send a script" class="stack">
        <mc-drop says="a script in Fountain or from Final Draft (.fdx). You are shown what it would change, and decide." accept=".fountain,.spmd,.txt,.fdx,.xml,text/plain,application/xml" ?isBusy=${this.isBusy} @files=${(event: CustomEvent<File[]>) => this.sendFiles(event.detail)}></mc-drop>
        ${this.unread.length ? html`<div class="notice bad" role="alert">${this.unread.map(({ name, faults }) => faults.map((fault) => html`<p><strong>${name}</strong>${/^line \d/.test(fault.path) && !fault.message.includes(fault.path) ? `, ${fault.path}` : ''}: ${fault.message}</p>`))}</div>` : nothing}
        <details ?open=${!!this.pasted}><summary>Or paste it</summary>
          <div class="stack"><div><label for="pasted">The script, in Fountain</label><textarea id="pasted" .value=${this.pasted} @input=${this.paste}></textarea></div>
          <p><button ?disabled=${this.isBusy || !this.pasted.trim()} @click=${this.sendPasted}>Show what it would change</button></p></div></details>
      </section>
      ${this.list()}`;
  }

  private list(): TemplateResult | typeof nothing {
    const others = this.sent?.filter((item) => item.id !== this.shown?.id) ?? [];
    return others.length ? html`<section><h2>Scripts that you sent</h2><ul class="plain sent">${others.map((item) => html`<li>
      <span class="name">${item.title || 'A script without a title'} <span class="small soft">${item.format === 'fdx' ? 'Final Draft' : 'Fountain'}, ${Math.ceil(item.bytes / 1024)} KB, <time datetime=${item.at}>${when(item.at)}</time></span></span>
      <button class="small" @click=${() => this.show(item.id)}>Show beside the film</button>
      <button class="small quiet danger" aria-label="Delete the script ${item.title ?? ''}, sent ${when(item.at)}" @click=${() => this.decline(item)}>Delete</button></li>`)}</ul></section>` : nothing;
  }

  private async load(): Promise<void> {
    try {
      this.sent = await list<ImportItem>(this.path);
    } catch (failure) {
      sayProblem(failure);
    }
  }

  private async show(id: string): Promise<void> {
    try {
      this.present(await get<ImportView>(`${this.path}/${id}`));
    } catch (failure) {
      sayProblem(failure);
    }
  }

  private present(view: ImportView): void {
    [this.shown, this.faults] = [view, []];
    void this.updateComplete.then(() => this.renderRoot.querySelector('mc-import-difference')?.focus());
  }

  /** @param isShown False when the difference to another script is looked at. */
  private close(isShown = true): void {
    if (isShown) this.shown = undefined;
    // What had the focus is gone.
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('mc-drop')?.focus());
  }

  private async sendFiles(files: File[]): Promise<void> {
    await this.send(files.map((file) => ({ name: file.name, read: () => readFile(file) })));
  }

  private async sendPasted(): Promise<void> {
    const text = this.pasted;
    if (await this.send([{ name: 'What you pasted', read: async () => ({ name: '', text, bytes: undefined }) }])) {
      this.pasted = '';
      keep(this.keptName, null);
    }
  }

  /** @returns Whether all were taken as scripts. */
  private async send(scripts: { name: string; read: () => Promise<{ name: string; text: string; bytes?: Blob }> }[]): Promise<boolean> {
    [this.isBusy, this.unread] = [true, []];
    const unread: typeof this.unread = [];
    let first: ImportView | undefined;
    for (const { name, read } of scripts) {
      try {
        const { text, bytes } = await read();
        const isFdx = recognise(text, name) === 'fdx';
        const view = await sendScript(this.film.path, isFdx && bytes ? bytes : text, isFdx ? 'fdx' : 'fountain');
        first ??= view;
      } catch (failure) {
        unread.push({ name, faults: faultsOf(failure) });
      }
    }

    [this.isBusy, this.unread] = [false, unread];
    if (first) this.present(first);
    void this.load();
    return unread.length === 0;
  }

  private async take(only: string[] | undefined): Promise<void> {
    const view = this.shown!;
    const decision: ImportDecision = { verb: 'approve', revision: view.revision, only: only ?? null };
    [this.isBusy, this.faults] = [true, []];
    try {
      await this.film.change(post<ProjectSnapshot>(`${this.path}/${view.id}/decisions`, decision, this.repeat.keyOf(view.id, decision)));
      this.repeat.taken();
      say(`${countOf(only?.length ?? view.changes.length, 'change')} of the script ${(only?.length ?? view.changes.length) === 1 ? 'is' : 'are'} part of the film.`);
      this.tell(view.id, true);
      this.close();
    } catch (failure) {
      this.repeat.failed(failure);
      this.faults = faultsOf(failure);
      // The film is no more what the difference was told of.
      if (failure instanceof ProblemError && failure.kind === 'stale-decision') this.shown = await get<ImportView>(`${this.path}/${view.id}`).catch(() => view);
    } finally {
      this.isBusy = false;
    }
  }

  /** What is declined is not kept: the writer has the file. */
  private async decline(script: { id: string; title?: string | null }): Promise<void> {
    this.isBusy = true;
    try {
      await remove(`${this.path}/${script.id}`);
      this.sent = this.sent?.filter((item) => item.id !== script.id);
      say(`${script.title ? `“${script.title}”` : 'The script'} is put aside. The film stays as it is.`);
      if (this.shown?.id === script.id) this.tell(script.id, false);
      this.close(this.shown?.id === script.id);
    } catch (failure) {
      sayProblem(failure);
    } finally {
      this.isBusy = false;
    }
  }

  private tell(id: string, isTaken: boolean): void {
    const others = this.sent?.filter((item) => item.id !== id).length ?? 0;
    this.dispatchEvent(new CustomEvent<ImportDecided>('decided', { detail: { import: id, isTaken, others } }));
  }

  private paste(event: Event): void {
    this.pasted = (event.target as HTMLTextAreaElement).value;
    keep(this.keptName, this.pasted);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mc-import': ImportElement;
  }
}

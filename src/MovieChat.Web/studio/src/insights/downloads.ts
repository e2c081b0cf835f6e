import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Film } from '../film/film.js';
import { sheet } from '../parts/sheet.js';

interface Download { name: string; title: string; says: string; options?: 'numbers' | 'synopses' | 'panels' }

const groups: { title: string; files: Download[] }[] = [
  {
    title: 'The screenplay',
    files: [
      { name: 'screenplay.pdf', title: 'Screenplay, PDF', says: 'As it is printed, on US Letter: to read, to send, to hand out.', options: 'numbers' },
      { name: 'fdx', title: 'Final Draft', says: 'To go on in Final Draft and in what reads its files: scheduling, budgeting, breakdowns.' },
      { name: 'fountain', title: 'Fountain', says: 'Plain text that every screenwriting program reads, and that is still readable in fifty years.', options: 'synopses' },
    ],
  },
  {
    title: 'The storyboard',
    files: [
      { name: 'storyboard.pdf', title: 'Storyboard, PDF', says: 'The frames with what happens, the camera, the line and the seconds.', options: 'panels' },
      { name: 'shots.csv', title: 'Shot list', says: 'A row for each shot, for a spreadsheet: what the first assistant director schedules from.' },
      { name: 'animatic.html', title: 'Animatic', says: 'One page that plays the frames in time. It opens anywhere, and asks no network.' },
    ],
  },
  {
    title: 'The film as a whole',
    files: [
      { name: 'bible.pdf', title: 'Story bible, PDF', says: 'All that is known of the film, for those who join: people, places, look, plot, scenes.' },
      { name: 'authorship.pdf', title: 'Authorship, PDF', says: 'Who wrote what, you or which model, with every decision: for registers, guilds and lawyers.' },
      { name: 'authorship.json', title: 'Authorship, data', says: 'The same, for programs.' },
      { name: 'bundle.zip', title: 'Everything', says: 'All of it and the pictures in one archive: what a production starts from, and a backup.' },
      { name: 'project.json', title: 'Documents, data', says: 'Every approved document, with who wrote it and what it was made from, for programs.' },
    ],
  },
];

/** The files that the film can be taken home as, each one click away. */
@customElement('mc-downloads')
export class DownloadsElement extends LitElement {
  static override styles = [sheet, css`
    :host { display: grid; gap: 1.5rem; grid-template-columns: minmax(0, 1fr); overflow-wrap: anywhere; }
    h3 { margin-bottom: 0.5rem; }
    ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr)); gap: 0.75rem; }
    li { display: grid; gap: 0.5rem; grid-template-rows: auto 1fr auto; }
    .option label { margin: 0; display: inline-flex; gap: 0.375rem; align-items: center; font-weight: 400; }
    .option select { width: auto; }
    .button { justify-self: start; }
  `];

  @property({ attribute: false }) film!: Film;
  /** Whether what awaits the writer is taken, too. */
  @property({ type: Boolean }) drafts = false;
  @state() private hasNumbers = false;
  @state() private hasSynopses = false;
  @state() private panels = 3;

  protected override render(): TemplateResult {
    return html`${groups.map((group) => html`<div><h3>${group.title}</h3><ul class="plain">${group.files.map((file) => html`
      <li class="card"><strong>${file.title}</strong><p class="small soft">${file.says}</p>
        <div class="row spread"><a class="button" href=${this.address(file)} download><span aria-hidden="true">↓</span> <span class="hidden-label">Download</span> ${file.name}</a>${this.option(file)}</div></li>`)}</ul></div>`)}`;
  }

  private address(file: Download): string {
    const query = new URLSearchParams();
    if (this.drafts) query.set('draft', 'true');
    if (file.options === 'numbers' && this.hasNumbers) query.set('numbers', 'true');
    if (file.options === 'synopses' && this.hasSynopses) query.set('synopses', 'true');
    if (file.options === 'panels') query.set('panels', String(this.panels));
    return `${this.film.path}/exports/${file.name}${query.size ? `?${query}` : ''}`;
  }

  private option(file: Download): TemplateResult | typeof nothing {
    switch (file.options) {
      case 'numbers':
        return html`<span class="option small"><label><input type="checkbox" .checked=${this.hasNumbers} @change=${() => { this.hasNumbers = !this.hasNumbers; }}> scene numbers</label></span>`;
      case 'synopses':
        return html`<span class="option small"><label><input type="checkbox" .checked=${this.hasSynopses} @change=${() => { this.hasSynopses = !this.hasSynopses; }}> scene synopses</label></span>`;
      case 'panels':
        return html`<span class="option small"><label><select aria-label="Panels on a page" @change=${(event: Event) => { this.panels = Number((event.target as HTMLSelectElement).value); }}>${[3, 6].map((count) => html`<option ?selected=${count === this.panels}>${count}</option>`)}</select> panels a page</label></span>`;
      default:
        return nothing;
    }
  }
}

import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { list, post, remove } from '../api/client.js';
import type { LinkItem } from '../api/schema.js';
import { Watch } from '../api/store.js';
import { statusWords, when } from '../film/documents.js';
import type { Film } from '../film/film.js';
import { say, sayProblem, sentence } from '../parts/say.js';
import { sheet } from '../parts/sheet.js';

const lives = [[24, 'a day'], [168, 'a week'], [336, 'two weeks'], [2_160, 'ninety days']] as const;

/** The links by which others decide on a draft; and a new one. */
@customElement('mc-links')
export class LinksElement extends LitElement {
  static override styles = [sheet, css`
    :host { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); overflow-wrap: anywhere; }
    form { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr)); gap: 0.75rem; align-items: end; }
    li { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; align-items: center; justify-content: space-between; padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
    .made { display: grid; gap: 0.5rem; }
    code { font: 0.875rem var(--courier); overflow-wrap: anywhere; }
  `];

  @property({ attribute: false }) film!: Film;
  @state() private links?: LinkItem[];
  @state() private made?: LinkItem;
  @state() private fault = '';

  constructor() {
    super();
    new Watch(this, () => this.film);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render(): TemplateResult {
    const awaiting = this.film.snapshot?.awaiting ?? [];
    return html`
      ${awaiting.length ? html`<form @submit=${this.make}>
        <div><label for="document">For</label><select id="document" name="document">${awaiting.map((id) => html`<option value=${id}>${this.film.title(id)}</option>`)}</select></div>
        <div><label for="name">Whom it is for</label><input id="name" name="name" maxlength="100" placeholder="the producer"></div>
        <div><label for="hours">It lasts</label><select id="hours" name="hours">${lives.map(([hours, words]) => html`<option value=${hours} ?selected=${hours === 336}>${words}</option>`)}</select></div>
        <button class="primary">Make a link</button></form>` : html`<p class="soft">A link is made for a draft that awaits you. Nothing does at present.</p>`}
      <p class="fault" role="alert">${this.fault}</p>
      ${this.made ? this.new(this.made) : nothing}
      ${this.links?.length ? html`<ul class="plain" aria-label="Links">${this.links.map((link) => this.line(link))}</ul>` : html`<p class="soft small">${this.links ? 'There is no link yet.' : 'Looking…'}</p>`}`;
  }

  private new({ url, document }: LinkItem): TemplateResult {
    return html`<div class="notice made" role="status"><p>The link for ${this.film.title(document)} is made.</p>
      ${url ? html`<code>${url}</code><p><button @click=${() => this.copy(url)}>Copy the link</button></p>` : html`<p>The service does not know the address at which others reach it, so there is nothing to send yet: whoever runs it sets <code>MovieChat__PublicUrl</code>.</p>`}</div>`;
  }

  private line(link: LinkItem): TemplateResult {
    const isOver = Date.parse(link.expiresAt) < Date.now();
    const stand = link.revokedAt ? `revoked ${when(link.revokedAt)}` : link.used ? 'used' : isOver ? 'expired' : `until ${new Date(link.expiresAt).toLocaleDateString('en-GB', { dateStyle: 'medium' })}`;
    return html`<li><span><strong>${this.film.title(link.document)}</strong>, draft ${link.draft} (${statusWords[link.status]})${link.name ? ` for ${link.name}` : ''}${link.forReading ? ', for reading' : ''} <span class="soft small">made ${when(link.createdAt)}, ${stand}</span></span>
      <span class="row">${link.url && !link.revokedAt && !link.used && !isOver ? html`<button @click=${() => this.copy(link.url!)}>Copy</button>` : nothing}
      ${link.revokedAt || link.used || isOver ? nothing : html`<button class="danger" @click=${() => this.revoke(link)}>Revoke<span class="hidden-label"> the link for ${this.film.title(link.document)}</span></button>`}</span></li>`;
  }

  private async load(): Promise<void> {
    try {
      this.links = (await list<LinkItem>(`${this.film.path}/links`)).sort((one, other) => other.createdAt.localeCompare(one.createdAt));
    } catch (failure) {
      this.fault = sentence(failure);
    }
  }

  private readonly make = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    this.fault = '';
    try {
      this.made = await post<LinkItem>(`${this.film.path}/documents/${String(form.get('document'))}/links`, { name: String(form.get('name')).trim() || null, hours: Number(form.get('hours')) });
      await this.load();
    } catch (failure) {
      this.fault = sentence(failure);
    }
  };

  private async copy(url: string): Promise<void> {
    await navigator.clipboard.writeText(url).then(() => say('The link is copied.'), () => say('The browser did not let it be copied: select the link and copy it.', true));
  }

  private async revoke(link: LinkItem): Promise<void> {
    try {
      await remove(`${this.film.path}/links/${link.id}`);
      say('The link opens nothing any more.');
      await this.load();
    } catch (failure) {
      sayProblem(failure);
    }
  }
}

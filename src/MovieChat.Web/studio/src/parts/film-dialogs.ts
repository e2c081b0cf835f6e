import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { newKey } from '../api/client.js';
import type { DialogElement } from './dialog.js';
import './dialog.js';
import { say, sentence } from './say.js';
import { sheet } from './sheet.js';

const mostTitle = 200;

/** A film as far as one must know it to rename, copy or delete it. */
export interface Named {
  id: string;
  title: string;
}

/** How films are renamed, copied and deleted where the dialogs are asked for. */
export interface FilmActions {
  /** Missing where the film's title page is at hand. */
  rename?(film: Named, title: string): Promise<void>;
  /** @param key Sent again with it, it is the same copy. */
  copy(film: Named, title: string, key: string): Promise<Named>;
  delete(film: Named): Promise<void>;
}

/** Renames, copies and deletes films, after asking. */
@customElement('mc-film-dialogs')
export class FilmDialogsElement extends LitElement {
  static override styles = [sheet, css`
    :host { display: contents; }
    form { display: grid; gap: 1rem; }
    .named { font-family: var(--serif); overflow-wrap: anywhere; }
  `];

  @property({ attribute: false }) films!: FilmActions;
  @state() private film?: Named;
  @state() private fault = '';
  @state() private isBusy = false;
  @query('#rename') private renaming!: DialogElement;
  @query('#copy') private copying!: DialogElement;
  @query('#delete') private deleting!: DialogElement;
  /** Of the copy that is asked for: sent again, it is the same copy. */
  private key = '';

  rename(film: Named): Promise<void> {
    return this.askTitle(film, this.renaming, film.title);
  }

  copy(film: Named): Promise<void> {
    return this.askTitle(film, this.copying, `${film.title.slice(0, mostTitle - 7)}, a copy`);
  }

  async delete(film: Named): Promise<void> {
    this.ask(film);
    await this.deleting.show();
    this.renderRoot.querySelector<HTMLElement>('#keep')!.focus();
  }

  private async askTitle(film: Named, dialog: DialogElement, title: string): Promise<void> {
    this.ask(film);
    await dialog.show();
    const field = dialog.querySelector<HTMLInputElement>('[name=title]')!;
    field.value = title;
    field.focus();
    field.select();
  }

  private ask(film: Named): void {
    [this.film, this.fault, this.isBusy, this.key] = [film, '', false, newKey()];
  }

  protected override render(): TemplateResult {
    const named = html`<strong class="named">${this.film?.title ?? ''}</strong>`;
    const fault = (id: string) => html`<p class="fault" id=${id} role="alert">${this.fault}</p>`;
    const title = (id: string, label: string) => html`
      <div><label for=${id}>${label}</label><input id=${id} name="title" maxlength=${mostTitle} autocomplete="off" aria-invalid=${this.fault ? 'true' : 'false'} aria-describedby="${id}-fault">${fault(`${id}-fault`)}</div>`;
    return html`
      <mc-dialog id="rename" heading="Rename the film">
        <form @submit=${this.sendRename} novalidate>
          <p>Its title stands in your list and on every title page. What was printed or told before keeps the earlier one.</p>
          ${title('title', 'New title')}
          <div class="row"><button class="primary" ?disabled=${this.isBusy}>Rename it</button><button type="button" @click=${() => this.renaming.close()}>Cancel</button></div>
        </form>
      </mc-dialog>
      <mc-dialog id="copy" heading="Copy the film">
        <form @submit=${this.sendCopy} novalidate>
          <p>The copy of ${named} begins with all its drafts and decisions, and goes its own way from here.</p>
          ${title('copy-title', 'Title of the copy')}
          <div class="row"><button class="primary" ?disabled=${this.isBusy}>Copy it</button><button type="button" @click=${() => this.copying.close()}>Cancel</button></div>
        </form>
      </mc-dialog>
      <mc-dialog id="delete" heading="Delete the film?">
        <form @submit=${this.sendDelete}>
          <p>${named} is deleted with all its drafts, pictures and chats. Nobody can bring it back.</p>
          ${fault('delete-fault')}
          <div class="row"><button class="danger" ?disabled=${this.isBusy}>Delete it for good</button><button id="keep" type="button" @click=${() => this.deleting.close()}>Keep it</button></div>
        </form>
      </mc-dialog>`;
  }

  private async sendRename(event: SubmitEvent): Promise<void> {
    const title = titleIn(event);
    await this.send(this.renaming, async (film) => {
      await this.films.rename!(film, title);
      say(`“${film.title}” is called “${title}” now.`);
      return () => undefined;
    });
  }

  private async sendCopy(event: SubmitEvent): Promise<void> {
    const title = titleIn(event);
    await this.send(this.copying, async (film) => {
      const copy = await this.films.copy(film, title, this.key);
      say(`“${film.title}” is copied as “${copy.title}”.`);
      return () => this.tell('copied', copy);
    });
  }

  private async sendDelete(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    await this.send(this.deleting, async (film) => {
      this.tell('deleting', film);
      await this.films.delete(film);
      say(`“${film.title}” is deleted.`);
      return () => this.tell('deleted', film);
    });
  }

  /** @param does Answers with what follows once the dialog is closed and has given the focus back. */
  private async send(dialog: DialogElement, does: (film: Named) => Promise<() => void>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      const then = await does(this.film!);
      dialog.close();
      then();
    } catch (failure) {
      this.fault = sentence(failure);
    } finally {
      this.isBusy = false;
    }
  }

  private tell(what: string, film: Named): void {
    this.dispatchEvent(new CustomEvent<Named>(what, { detail: film }));
  }
}

function titleIn(event: SubmitEvent): string {
  event.preventDefault();
  return String(new FormData(event.target as HTMLFormElement).get('title')).trim();
}

declare global {
  interface HTMLElementTagNameMap {
    'mc-film-dialogs': FilmDialogsElement;
  }
}

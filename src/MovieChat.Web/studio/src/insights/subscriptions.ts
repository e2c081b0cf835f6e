import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { list, patch, post, remove } from '../api/client.js';
import type { ReplayItem, SubscriptionItem, UndeliveredItem } from '../api/schema.js';
import { countOf, when } from '../film/documents.js';
import type { Film } from '../film/film.js';
import { say, sayProblem, sentence } from '../parts/say.js';
import { sheet } from '../parts/sheet.js';

const events: [string, string][] = [
  ['draft.ready', 'a draft awaits you'], ['draft.stale', 'a document turned stale'], ['draft.failed', 'a draft failed'], ['tips.ready', 'ways forward are there'],
  ['writer.reminded', 'you are reminded'], ['film.complete', 'the film is complete'], ['chat.answered', 'the companion answered'],
];

const eventWords = new Map(events);

const inWords = (event: string) => eventWords.get(event) ?? event;

/** Where the film tells of what happens in it, how the deliveries go, and what could not be delivered. */
@customElement('mc-subscriptions')
export class SubscriptionsElement extends LitElement {
  static override styles = [sheet, css`
    :host { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); overflow-wrap: anywhere; }
    form { display: grid; gap: 0.75rem; justify-items: start; }
    form > div { width: 100%; }
    .events { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; }
    .events label { display: inline-flex; gap: 0.375rem; align-items: center; min-height: 1.75rem; font-weight: 400; margin: 0; }
    .each { display: grid; gap: 0.375rem; padding: 0.75rem 0; border-bottom: 1px solid var(--line); }
    code { font: 0.875rem var(--courier); overflow-wrap: anywhere; }
  `];

  @property({ attribute: false }) film!: Film;
  @state() private subscriptions?: SubscriptionItem[];
  @state() private undelivered = new Map<string, UndeliveredItem[]>();
  @state() private made?: SubscriptionItem;
  @state() private fault = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private get path(): string {
    return `${this.film.path}/subscriptions`;
  }

  protected override render(): TemplateResult {
    return html`
      ${this.subscriptions?.length ? html`<ul class="plain" aria-label="Who is told">${this.subscriptions.map((each) => this.line(each))}</ul>` : html`<p class="soft small">${this.subscriptions ? 'Nobody is told yet.' : 'Looking…'}</p>`}
      ${this.made?.secret ? html`<div class="notice" role="status"><p>The webhook is made. Its deliveries are signed with this secret, which is shown this once:</p><p><code>${this.made.secret}</code></p></div>` : nothing}
      <form @submit=${this.add}>
        <div><label for="url">Add a webhook: the address that is told</label><input id="url" name="url" type="url" required placeholder="https://example.com/hooks/film" aria-invalid=${this.fault ? 'true' : 'false'} aria-describedby="fault"></div>
        <fieldset><legend class="label">When</legend><div class="events">${events.map(([name, words]) => html`<label><input type="checkbox" name="event" value=${name} checked> ${words}</label>`)}</div></fieldset>
        <p id="fault" class="fault" role="alert">${this.fault}</p>
        <button>Add it</button>
      </form>`;
  }

  private line(each: SubscriptionItem): TemplateResult {
    const given = this.undelivered.get(each.id) ?? [];
    const where = each.url ?? each.target ?? '';
    return html`<li class="each">
      <div class="row spread"><span><strong>${each.kind}</strong> <code>${where}</code></span><span class="row">
        <button @click=${() => this.enable(each)}>${each.enabled ? 'Pause' : 'Go on'}</button><button class="danger" @click=${() => this.drop(each)}>Remove<span class="hidden-label"> ${where}</span></button></span></div>
      <p class="small soft">Told when ${each.events.map(inWords).join(', ')}. ${each.deliveredAt ? `Last delivered ${when(each.deliveredAt)}.` : 'Nothing was delivered yet.'}</p>
      ${each.enabled ? nothing : html`<p class="notice stale small">Nothing is delivered. ${each.disabledBecause ?? ''}</p>`}
      ${each.trouble ? html`<p class="small fault">${countOf(each.attempts, 'attempt')} failed: ${each.trouble}${each.nextAttempt ? ' It is tried again.' : ''}</p>` : nothing}
      ${given.length ? html`<details><summary>${given.length} could not be delivered</summary>
        <ul>${given.map((item) => html`<li>${when(item.at)}, ${inWords(item.type)}: ${item.reason} <button class="link" @click=${() => this.replay(each, item)}>Deliver it again</button></li>`)}</ul>
        <p><button @click=${() => this.replay(each)}>Deliver all again</button></p></details>` : nothing}
    </li>`;
  }

  private async load(): Promise<void> {
    try {
      const found = await list<SubscriptionItem>(this.path);
      const given = await Promise.all(found.map(async (each): Promise<[string, UndeliveredItem[]]> => [each.id, await list<UndeliveredItem>(`${this.path}/${each.id}/undelivered`)]));
      [this.subscriptions, this.undelivered] = [found, new Map(given)];
    } catch (failure) {
      this.fault = sentence(failure);
    }
  }

  private readonly add = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const data = new FormData(form);
    this.fault = '';
    try {
      this.made = await post<SubscriptionItem>(this.path, { kind: 'webhook', url: String(data.get('url')).trim(), events: data.getAll('event') });
      form.reset();
      await this.load();
    } catch (failure) {
      this.fault = sentence(failure);
    }
  };

  private async enable(each: SubscriptionItem): Promise<void> {
    await patch(`${this.path}/${each.id}`, { enabled: !each.enabled }).then(() => this.load(), sayProblem);
  }

  private async drop(each: SubscriptionItem): Promise<void> {
    if (this.made?.id === each.id) this.made = undefined;
    await remove(`${this.path}/${each.id}`).then(() => this.load(), sayProblem);
  }

  /** @param item One of them; all when it is left out. */
  private async replay(each: SubscriptionItem, item?: UndeliveredItem): Promise<void> {
    try {
      const { delivered, trouble } = await post<ReplayItem>(`${this.path}/${each.id}/undelivered/${item ? `${item.sequence}/` : ''}replay`);
      say(trouble ? `${delivered ? `${delivered} delivered. ` : ''}It failed again: ${trouble}` : `${countOf(delivered, 'event')} delivered.`, !!trouble);
      await this.load();
    } catch (failure) {
      sayProblem(failure);
    }
  }
}

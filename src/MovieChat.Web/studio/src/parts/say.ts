import { css, html, LitElement } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ProblemError } from '../api/client.js';
import { sheet } from './sheet.js';

const told = new EventTarget();

/** Tells the writer something in passing. */
export function say(text: string, isBad = false): void {
  told.dispatchEvent(new CustomEvent('say', { detail: { text, isBad } }));
}

/** What went wrong, in the service's own words. */
export function sentence(failure: unknown): string {
  if (failure instanceof ProblemError) return failure.problem.detail;
  return failure instanceof Error ? failure.message : String(failure);
}

export const sayProblem = (failure: unknown) => say(sentence(failure), true);

interface Said { id: number; text: string; isBad: boolean }

/** Where {@link say} is shown, and read out. */
@customElement('mc-said')
export class SaidElement extends LitElement {
  static override styles = [sheet, css`
    /* Where nobody types: below the journey, and on a small screen over the head of the page. */
    :host { position: fixed; inset: auto auto 1rem 1rem; z-index: 100; display: grid; gap: 0.5rem; max-width: min(26rem, calc(100vw - 2rem)); }
    @media (max-width: 64rem) { :host { inset: 0.5rem 1rem auto auto; } }
    .notice { box-shadow: 0 4px 20px rgb(0 0 0 / 0.18); background: var(--raised); display: flex; gap: 0.75rem; align-items: start; }
    /* What lies below can still be used. */
    .notice:not(.bad) { pointer-events: none; }
    .notice button { pointer-events: auto; }
    p { flex: 1; overflow-wrap: anywhere; }
    button { min-height: 1.5rem; padding: 0 0.5rem; }
  `];

  @state() private said: Said[] = [];
  private count = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    told.addEventListener('say', this.take);
  }

  override disconnectedCallback(): void {
    told.removeEventListener('say', this.take);
    super.disconnectedCallback();
  }

  protected override render() {
    return html`<div role="status" aria-live="polite" class="stack">${this.said.map((each) => html`
      <div class="notice ${each.isBad ? 'bad' : ''}"><p>${each.text}</p><button class="quiet" aria-label="Close this message" @click=${() => this.drop(each.id)}>×</button></div>`)}</div>`;
  }

  private readonly take = (event: Event) => {
    const said = { id: ++this.count, ...(event as CustomEvent<{ text: string; isBad: boolean }>).detail };
    // What went wrong stays until it is read; of what went well the last is enough.
    this.said = [...this.said.filter((each) => each.isBad).slice(-3), said];
    if (!said.isBad) setTimeout(() => this.drop(said.id), 6_000);
  };

  private drop(id: number): void {
    this.said = this.said.filter((each) => each.id !== id);
  }
}

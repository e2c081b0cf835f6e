import { css, html, nothing, type TemplateResult } from 'lit';
import type { MessageItem, ProposalItem, WayItem } from '../api/schema.js';
import { statusWords } from '../film/documents.js';
import type { Film } from '../film/film.js';
import { addressOf } from '../router.js';
import type { Facts } from './facts.js';

/** What a writer can do with a message. */
export interface Doings {
  branch(message: MessageItem): void;
  /** Sends it. */
  say(text: string): void;
  /** Puts it into the message field. */
  put(text: string): void;
  begin(proposal: ProposalItem, key: string): void;
  drop(fact: string): void;
  show(document: string): void;
}

interface Around { film: Film; facts: Facts; doings: Doings }

/** What the companion put before the writer. Nothing of it is decided.
 * @param turn Names the proposals, so that a chat that is offered begins once. */
export function proposals(list: ProposalItem[], turn: string, around: Around): TemplateResult | typeof nothing {
  if (!list.length) return nothing;
  return html`<ul class="plain proposals">${list.map((each, place) => html`<li class="proposal ${each.kind}">${proposal(each, `offer-${turn}-${place}`, around)}</li>`)}</ul>`;
}

function proposal(of: ProposalItem, key: string, around: Around): TemplateResult {
  switch (of.kind) {
    case 'draft': return draft(of, around);
    case 'ways': return ways(of, around);
    case 'chat': return html`<p class="small soft">A talk of its own${of.focus ? html`, about ${around.film.title(of.focus)}` : nothing}</p>
      <p class="what">${of.title}</p><button @click=${() => around.doings.begin(of, key)}>Begin this chat</button>`;
    case 'fact': return fact(of, around);
    default: return html`<p>${of.text ?? of.title ?? of.kind}</p>`;
  }
}

function draft({ document, draft }: ProposalItem, { film, doings }: Around): TemplateResult {
  const item = film.item(document!);
  const title = film.title(document!);
  if (!item) return html`<p class="small soft">Draft ${draft} of ${title}: the film has it no more.</p>`;
  const stands = item.draft !== draft ? `Draft ${draft}; it is at draft ${item.draft ?? '–'} by now` : `Draft ${draft}, ${statusWords[item.status]}`;
  return html`<p class="small soft">${stands}</p>
    <a class="button" href=${addressOf({ view: 'desk', film: film.id, document: document! })} @click=${() => doings.show(document!)}>Look at ${title}</a>`;
}

function ways({ document, ways }: ProposalItem, { film, doings }: Around): TemplateResult {
  return html`<p class="small soft">Three ways forward${document ? html` for ${film.title(document)}` : nothing}</p>
    <ol class="plain ways">${(ways ?? []).map((way) => html`<li><p class="what">${way.title}</p><p>${way.text}</p><button class="small" aria-label="Go this way: ${way.title}" @click=${() => doings.put(wordsOf(way))}>Go this way</button></li>`)}</ol>`;
}

/** What a writer says who goes a way. */
const wordsOf = ({ title, text }: WayItem) => `Let’s go this way: ${title}${/[.!?…]$/.test(title) ? '' : '.'} ${text}`;

function fact({ fact: id, text }: ProposalItem, { facts, doings }: Around): TemplateResult {
  const isKept = !facts.items || !!facts.item(id!);
  return html`<p class="small soft">${isKept ? 'Kept as a fact of the film' : 'Not kept any more'}</p><p class="what ${isKept ? '' : 'soft'}">${facts.item(id!)?.text ?? text}</p>
    ${isKept ? html`<button class="small" aria-label="Drop it: ${text}" @click=${() => doings.drop(id!)}>Drop it</button>` : nothing}`;
}

export const proposalStyles = css`
  .proposals { display: grid; gap: 0.5rem; margin-top: 0.625rem; }
  .proposal { border: 1px solid var(--line); border-left: 3px solid var(--accent); border-radius: var(--round); background: var(--raised); padding: 0.625rem 0.75rem; display: grid; gap: 0.375rem; justify-items: start; overflow-wrap: anywhere; min-width: 0; }
  .proposal .what { font-weight: 600; }
  .proposal .button, .proposal button { max-width: 100%; white-space: normal; text-align: left; }
  .proposal button.small { min-height: 1.875rem; padding: 0 0.625rem; }
  .ways { display: grid; gap: 0.75rem; width: 100%; }
  .ways li { display: grid; gap: 0.25rem; justify-items: start; border-top: 1px solid var(--line); padding-top: 0.5rem; }
`;

import { css, html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { MessageItem } from '../api/schema.js';
import { when } from '../film/documents.js';
import type { Film } from '../film/film.js';
import { sayProblem } from '../parts/say.js';
import type { Chat, Row } from './chat.js';
import type { Facts } from './facts.js';
import type { Doing, LiveTurn } from './live-turn.js';
import type { Outgoing } from './outbox.js';
import { proposals, proposalStyles, type Doings } from './proposals.js';
import { prose, proseStyles } from './prose.js';

export interface Setting { film: Film; facts: Facts; chat: Chat; doings: Doings }

/** A line of a transcript. */
export function row(of: Row, setting: Setting): TemplateResult {
  switch (of.kind) {
    case 'gap': return html`<div class="row-of gap" aria-hidden="true"></div>`;
    case 'message': return of.message.by === 'writer' ? writers(of.message, setting) : companions(of.message, setting);
    case 'live': return live(of.turn, setting);
    case 'queued': return queued(of.turn, setting);
    case 'outgoing': return outgoing(of.message, setting);
  }
}

const line = (who: string, at: string) => html`<p class="line"><span class="who">${who}</span> <time datetime=${at}>${when(at)}</time></p>`;

const branch = (message: MessageItem, { doings }: Setting, says: string) => html`
  <button class="quiet act" title=${says} aria-label="Branch: ${says}" @click=${() => doings.branch(message)}>Branch</button>`;

function writers(message: MessageItem, setting: Setting): TemplateResult {
  return html`<div class="row-of" role="article" aria-label="You, ${when(message.at)}">
    <div class="mine"><p class="words" dir="auto">${message.text}</p></div>
    <div class="below end">${line('You', message.at)}${branch(message, setting, 'ask this again in another chat')}</div></div>`;
}

function companions(message: MessageItem, setting: Setting): TemplateResult {
  const { messages } = setting.chat.pages;
  const isLast = messages.at(-1) === message;
  const asked = message.end !== 'answered' && isLast ? setting.chat.pages.asked(message.turn) : undefined;
  return html`<div class="row-of" role="article" aria-label="Companion, ${when(message.at)}">
    ${message.text ? html`<div class="prose" dir="auto">${guard([message], () => prose(message.text))}</div>` : nothing}
    ${ending(message)}
    ${proposals(message.proposals ?? [], message.turn, setting)}
    ${asked ? html`<p><button class="small" @click=${() => setting.doings.say(asked.text)}>Send again</button></p>` : nothing}
    <div class="below">${line('Companion', message.at)}${branch(message, setting, 'go on from here in another chat')}</div></div>`;
}

function ending({ end, failure, text }: MessageItem): TemplateResult | typeof nothing {
  switch (end) {
    case 'failed': return html`<div class="notice bad"><p>${failure?.message ?? 'There was no answer.'}</p>${failure?.remedy ? html`<p>${failure.remedy}</p>` : nothing}</div>`;
    case 'stopped': return html`<p class="small soft">${text ? 'You stopped it here.' : 'You stopped it before an answer.'}</p>`;
    case 'interrupted': return html`<p class="small soft">It was interrupted here: the service stopped. What had come is kept.</p>`;
    default: return nothing;
  }
}

function live(turn: LiveTurn, setting: Setting): TemplateResult {
  return html`<div class="row-of" role="article" aria-label="Companion, writing" aria-busy="true">
    ${turn.text ? html`<div class="prose" dir="auto">${guard([turn.text], () => prose(turn.text))}</div>` : nothing}
    ${proposals(turn.proposals, turn.id, setting)}
    <p class="small soft pulse">${setting.chat.isOffline ? 'The connection is lost: it goes on as soon as it is back.' : turn.doing ? doingWords(turn.doing, setting.film) : turn.text ? 'writing…' : 'thinking…'}</p></div>`;
}

function queued(turn: string, { chat }: Setting): TemplateResult {
  const text = chat.pages.asked(turn)?.text ?? '';
  const short = text.length > 40 ? `${text.slice(0, 40).trimEnd()}…` : text;
  return html`<div class="row-of"><p class="small soft">“${short}” waits for its answer. <button class="link" aria-label="Take it back: ${short}" @click=${() => void chat.stop(turn).catch(sayProblem)}>Take it back</button></p></div>`;
}

const tools: Record<string, (what: string) => string> = {
  read_film: () => 'looks at the film',
  read_document: (what) => `reads ${what || 'the film'}`,
  read_journal: () => 'looks at what happened',
  read_knowledge: (what) => `looks at what ${what || 'somebody'} knows`,
  propose_draft: (what) => `writes a draft of ${what || 'a document'}`,
  propose_passage: (what) => `changes a passage of ${what || 'a document'}`,
  propose_brief: () => 'writes a brief',
  propose_ways: () => 'looks for ways forward',
  propose_chat: () => 'suggests another chat',
  keep_fact: () => 'keeps what you said',
};

function doingWords({ tool, about }: Doing, film: Film): string {
  const what = !about ? '' : film.item(about) ? film.title(about) : film.person(about);
  return `${tools[tool]?.(what) ?? 'is at work'}…`;
}

function outgoing(message: Outgoing, { chat, doings }: Setting): TemplateResult {
  const state = message.refusal === undefined
    ? html`<p class="small soft">${chat.isOffline ? 'Not sent yet: the service can not be reached. It is sent as soon as it can.' : 'on its way…'}</p>`
    : html`<div class="notice bad"><p>${message.refusal}</p><div class="row"><button class="small" @click=${() => chat.again(message)}>Send again</button>
      <button class="small" @click=${() => { chat.drop(message); doings.put(message.text); }}>Back into the field</button></div></div>`;
  return html`<div class="row-of"><div class="mine unsent"><p class="words" dir="auto">${message.text}</p></div><div class="below end">${state}</div></div>`;
}

export const rowStyles = [proseStyles, proposalStyles, css`
  .row-of { width: 100%; overflow-wrap: anywhere; padding: 0.5rem 1rem; display: grid; gap: 0.25rem; min-width: 0; }
  .gap { height: 112px; }
  .mine { justify-self: end; max-width: 92%; background: var(--shade); border-radius: var(--round-more) var(--round-more) 0.125rem var(--round-more); padding: 0.5rem 0.75rem; min-width: 0; }
  .mine.unsent { opacity: 0.75; }
  .words { white-space: pre-wrap; overflow-wrap: anywhere; }
  .prose { font-family: var(--serif); font-size: 1rem; line-height: 1.55; }
  .below { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.5rem; min-width: 0; }
  .below.end { justify-content: flex-end; }
  .line { font-size: 0.8125rem; color: var(--soft); }
  .line .who { font-weight: 600; }
  .act { font-size: 0.8125rem; font-weight: 400; color: var(--soft); min-height: 1.5rem; padding: 0 0.375rem; }
  .row-of > .notice, .below > .notice { display: grid; gap: 0.375rem; overflow-wrap: anywhere; }
  .row-of button.small { min-height: 1.875rem; padding: 0 0.625rem; }
`];

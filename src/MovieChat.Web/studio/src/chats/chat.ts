import type { EventSourceMessage } from 'eventsource-parser/stream';
import { get, newKey, patch, post, ProblemError } from '../api/client.js';
import type { ChatChange, ChatView, MessageItem } from '../api/schema.js';
import { Store } from '../api/store.js';
import { events, open, pause } from '../api/stream.js';
import { sentence } from '../parts/say.js';
import { LiveTurn } from './live-turn.js';
import { Outbox, type Outgoing } from './outbox.js';
import { Pages } from './pages.js';

/** A line of a transcript. */
export type Row =
  | { kind: 'gap'; key: string }
  | { kind: 'message'; key: string; message: MessageItem }
  | { kind: 'live'; key: string; turn: LiveTurn }
  | { kind: 'queued'; key: string; turn: string }
  | { kind: 'outgoing'; key: string; message: Outgoing };

/** A stream of events that somebody reads already. */
interface Source { turn: string; stream: AsyncGenerator<EventSourceMessage>; leave: AbortController }

/** One chat: what was said, what is being said, and what is on its way. While nobody looks at it, it follows no answer: the service goes on with
 * that by itself, and browsers have few connections. */
export class Chat extends Store {
  view?: ChatView;
  /** Why it can not be shown. */
  problem?: ProblemError;
  /** Whether something is to be sent, or followed, and the service can not be reached. */
  isOffline = false;

  readonly pages: Pages;
  private readonly outbox: Outbox;
  private turns: string[] = [];
  private live?: LiveTurn;
  private found?: Row[];
  private isAwake = false;
  private isSending = false;
  private following?: AbortController;
  private loading?: Promise<void>;
  private frame = 0;

  /** @param path Its address.
   * @param kept The name under which the browser keeps what is on its way. */
  constructor(readonly id: string, readonly path: string, kept: string) {
    super();
    this.pages = new Pages(`${path}/messages`);
    this.outbox = new Outbox(kept);
  }

  /** The turn that is being answered. */
  get answering(): string | undefined {
    return this.turns[0];
  }

  get isEmpty(): boolean {
    return this.pages.isLoaded && this.rows.length === 0;
  }

  /** What there is to see, oldest first. The same list as long as nothing changes. */
  get rows(): Row[] {
    return (this.found ??= this.list());
  }

  /** Somebody looks at the chat. */
  wake(): void {
    this.isAwake = true;
    void this.refresh();
    void this.send();
  }

  /** Nobody looks at it any more. What is on its way goes on. */
  rest(): void {
    this.isAwake = false;
    this.following?.abort();
  }

  /** Asks how the chat stands, and for what was said since. */
  async refresh(): Promise<void> {
    await (this.loading ??= this.load().finally(() => { this.loading = undefined; }));
    void this.follow();
  }

  /** Loads back until fewer than so many messages are missing. */
  async loadTo(missing: number): Promise<void> {
    await this.pages.loadTo(missing, () => this.changed());
  }

  /** Hands over what the writer says. It is kept until the service has it. */
  say(text: string): void {
    this.put({ key: newKey(), text });
  }

  /** Sends what was refused once more: it is the same message. */
  again({ key, text }: Outgoing): void {
    this.put({ key, text });
  }

  /** Gives up a message that was refused. */
  drop(message: Outgoing): void {
    this.outbox.take(message.key);
    this.changed();
  }

  /** Forgets what was on its way. */
  forget(): void {
    this.outbox.clear();
  }

  /** Cuts an answer short, or takes a message back that waits for one. */
  async stop(turn: string): Promise<void> {
    this.take(await post<ChatView>(`${this.path}/turns/${turn}/stop`));
    await this.refresh();
  }

  async change(change: ChatChange): Promise<ChatView> {
    const view = await patch<ChatView>(this.path, change);
    this.take(view);
    return view;
  }

  protected override changed(): void {
    this.found = undefined;
    super.changed();
  }

  /** Words come faster than anybody reads: they are drawn once a frame. */
  private changedSoon(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.changed();
    });
  }

  private list(): Row[] {
    const { messages, missing } = this.pages;
    const answering = this.turns[0];
    return [
      ...Array.from({ length: missing }, (_, place): Row => ({ kind: 'gap', key: `gap-${missing - place}` })),
      ...messages.map((message): Row => ({ kind: 'message', key: `${message.turn}-${message.by}`, message })),
      ...(answering ? [{ kind: 'live', key: `${answering}-companion`, turn: this.liveOf(answering) } satisfies Row] : []),
      ...this.turns.slice(1).map((turn): Row => ({ kind: 'queued', key: `${turn}-companion`, turn })),
      ...this.outbox.list.map((message): Row => ({ kind: 'outgoing', key: message.key, message })),
    ];
  }

  private liveOf(turn: string): LiveTurn {
    return this.live?.id === turn ? this.live : (this.live = new LiveTurn(turn));
  }

  private async load(): Promise<void> {
    try {
      const view = await get<ChatView>(this.path);
      if (this.pages.isLoaded) await this.pages.loadNewer();
      else await this.pages.loadNewest(view.messages);
      this.problem = undefined;
      this.take(view);
    } catch (failure) {
      if (!(failure instanceof ProblemError)) throw failure;
      this.problem = failure;
      this.changed();
    }
  }

  private take(view: ChatView): void {
    this.view = view;
    // A view may be older than what was told of a turn meanwhile.
    this.turns = [...new Set([...view.turns, ...this.turns])].filter((turn) => !this.pages.isEnded(turn));
    this.changed();
  }

  private put(message: Outgoing): void {
    this.outbox.put(message);
    this.changed();
    void this.send();
  }

  /** Sends what is on its way, one message after the other, so that they arrive in their order. */
  private async send(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    for (let next; (next = this.outbox.next);) await this.post(next);
    this.isSending = false;
  }

  /** Sends a message until the service has taken or refused it. */
  private async post(message: Outgoing): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      const leave = new AbortController();
      try {
        const stream = events(await open(`${this.path}/messages`, { post: { text: message.text }, key: message.key, signal: leave.signal }));
        const first = await stream.next();
        if (first.done) throw new TypeError('The connection was lost before the message was confirmed.');
        this.isOffline = false;
        const asked = new LiveTurn('').take(first.value)!;
        this.arrived(message, asked);
        void this.follow({ turn: asked.turn, stream, leave });
        return;
      } catch (failure) {
        if (failure instanceof ProblemError && !isPassing(failure)) {
          this.isOffline = false;
          this.outbox.put({ ...message, refusal: sentence(failure) });
          this.changed();
          this.dispatchEvent(new CustomEvent<string>('refused', { detail: sentence(failure) }));
          return;
        }
      }

      this.lost();
      await pause(attempt);
    }
  }

  private arrived(message: Outgoing, asked: MessageItem): void {
    this.outbox.take(message.key);
    this.pages.add([asked]);
    if (!this.pages.isEnded(asked.turn) && !this.turns.includes(asked.turn)) this.turns.push(asked.turn);
    this.changed();
  }

  /** Follows one answer after the other.
   * @param source The stream that the newest message was answered with. */
  private async follow(source?: Source): Promise<void> {
    // A message that waits for its turn needs no connection until then.
    if (source && (this.following || !this.isAwake || source.turn !== this.turns[0])) {
      source.leave.abort();
      source = undefined;
    }

    if (this.following || !this.isAwake) return;

    const leave = new AbortController();
    this.following = leave;
    for (let turn; !leave.signal.aborted && (turn = this.turns[0]); source = undefined) await this.followTurn(turn, leave.signal, source);
    this.following = undefined;
    // It may have been looked at again just now.
    if (leave.signal.aborted && this.isAwake && this.turns.length) await this.follow();
  }

  /** Follows a turn to its end, over lost connections and restarts of the service. */
  private async followTurn(turn: string, signal: AbortSignal, source?: Source): Promise<void> {
    const live = this.liveOf(turn);
    for (let attempt = 0; !signal.aborted; attempt++) {
      try {
        const stream = source?.stream ?? events(await open(`${this.path}/turns/${turn}`, { lastEventId: live.last, signal }));
        if (source) signal.addEventListener('abort', () => source?.leave.abort(), { once: true });
        this.isOffline = false;
        for await (const event of stream) {
          attempt = 0;
          const message = live.take(event);
          if (message) this.pages.add([message]);
          if (message?.end) {
            this.over(turn, message);
            return;
          }

          this.changedSoon();
        }
      } catch (failure) {
        if (failure instanceof ProblemError && !isPassing(failure)) {
          this.over(turn);
          return;
        }
      }

      source = undefined;
      if (signal.aborted) return;
      this.lost();
      await pause(attempt);
    }
  }

  private over(turn: string, answer?: MessageItem): void {
    this.turns = this.turns.filter((each) => each !== turn);
    this.changed();
    if (answer) this.dispatchEvent(new CustomEvent<MessageItem>('answered', { detail: answer }));
  }

  private lost(): void {
    if (this.isOffline) return;
    this.isOffline = true;
    this.changed();
  }
}

/** Whether it is worth trying again by itself. */
const isPassing = ({ problem, kind }: ProblemError) => [502, 503, 504].includes(problem.status) || kind === 'too-many-streams' || kind === 'too-many-requests';

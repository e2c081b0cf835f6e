import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { get } from './client.js';

/** What is asked for: a path, and what tells that its answer may be another one by now. */
export interface Question { path: string; revision?: number }

/** A film that is at work changes many times a second. */
const patience = 1_500;

/** What a path answers, asked again when the question changes. Until then the last answer stands, as long as it is of the same path. */
export class Answer<T> implements ReactiveController {
  value?: T;
  failure?: unknown;
  /** What the value answers. */
  answered?: Question;
  private asked?: Question;
  private leave?: AbortController;
  private timer = 0;

  constructor(private readonly host: ReactiveControllerHost, private readonly question: () => Question | undefined) {
    host.addController(this);
  }

  hostUpdate(): void {
    const next = this.question();
    if (!next || (next.path === this.asked?.path && next.revision === this.asked.revision)) return;
    const isSame = next.path === this.asked?.path;
    this.asked = next;
    clearTimeout(this.timer);
    if (!isSame) this.value = undefined;
    if (isSame) this.timer = setTimeout(() => void this.ask(next), patience) as unknown as number;
    else void this.ask(next);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
    this.leave?.abort();
    this.asked = undefined;
  }

  private async ask(question: Question): Promise<void> {
    this.leave?.abort();
    const leave = (this.leave = new AbortController());
    try {
      const value = await get<T>(question.path, leave.signal);
      if (leave.signal.aborted) return;
      [this.value, this.failure, this.answered] = [value, undefined, question];
    } catch (failure) {
      if (leave.signal.aborted) return;
      this.failure = failure;
    }

    this.host.requestUpdate();
  }
}

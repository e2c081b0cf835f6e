import type { EventSourceMessage } from 'eventsource-parser/stream';
import type { MessageItem, ProposalItem, TurnItem, WordsItem } from '../api/schema.js';

/** What the companion does in the midst of its answer: the tool that it uses, and the document or character that it uses it on. */
export interface Doing { tool: string; about?: string | null }

/** An answer while it is written. */
export class LiveTurn {
  text = '';
  doing?: Doing;
  proposals: ProposalItem[] = [];
  /** The id of the last event that is in {@link text}: with it the answer is gone on with after a break. */
  last?: string;

  constructor(readonly id: string) {}

  /** Takes what is told of the turn.
   * @returns The message that it tells of: what was asked, or the whole answer. */
  take({ event, id, data }: EventSourceMessage): MessageItem | undefined {
    switch (event) {
      case 'turn':
        return (JSON.parse(data) as TurnItem).asked;
      case 'text':
        this.write((JSON.parse(data) as WordsItem).text, id);
        return undefined;
      case 'doing':
        this.doing = JSON.parse(data) as Doing;
        return undefined;
      case 'proposal':
        this.propose(data);
        return undefined;
      case 'restart':
        [this.text, this.doing, this.proposals, this.last] = ['', undefined, [], id];
        return undefined;
      case 'end':
        return JSON.parse(data) as MessageItem;
      default:
        return undefined;
    }
  }

  /** The id says where the words end, in characters: words that come again stand where they stood. */
  private write(words: string, id: string | undefined): void {
    const end = Number(id?.split('.')[1]);
    this.text = (Number.isFinite(end) ? this.text.slice(0, Math.max(0, end - words.length)) : this.text) + words;
    this.doing = undefined;
    this.last = id ?? this.last;
  }

  /** After a break, what was proposed at the same place is told again. */
  private propose(data: string): void {
    const proposal = JSON.parse(data) as ProposalItem;
    if (!this.proposals.some((each) => JSON.stringify(each) === JSON.stringify(proposal))) this.proposals = [...this.proposals, proposal];
  }
}

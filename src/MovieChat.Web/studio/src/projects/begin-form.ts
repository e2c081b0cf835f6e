import { LitElement } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ProblemItem } from '../api/schema.js';
import { Watch } from '../api/store.js';
import type { Beginning } from './beginning.js';
import { faultsOf } from './faults.js';

/** What the ways to begin a film have in common: words that are kept, and what the service says is wrong with them. */
export abstract class BeginForm extends LitElement {
  @property({ attribute: false }) beginning!: Beginning;
  @state() protected faults: ProblemItem[] = [];
  @state() protected isBusy = false;

  constructor() {
    super();
    new Watch(this, () => this.beginning);
  }

  /** Begins, unless it is under way. What it is refused for stands beside what is meant. */
  protected async begin(does: () => Promise<void>): Promise<void> {
    if (this.isBusy) return;
    [this.isBusy, this.faults] = [true, []];
    try {
      await does();
    } catch (failure) {
      await this.refuse(faultsOf(failure));
    } finally {
      this.isBusy = false;
    }
  }

  protected async refuse(faults: ProblemItem[]): Promise<void> {
    this.faults = faults;
    await this.toFault();
  }

  /** Brings the first text that something is wrong with into sight, and the focus to it. */
  protected async toFault(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }
}

import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { sendByKey } from '../parts/keys.js';
import { sheet } from '../parts/sheet.js';
import { go } from '../router.js';
import { beginWithBrief, titleFor } from './begin.js';
import { BeginForm } from './begin-form.js';
import { briefFields, field, fieldStyles, otherFaults, picturesField, titleField } from './fields.js';

/** A film begun with a brief in three lines. */
@customElement('mc-new-brief')
export class NewBriefElement extends BeginForm {
  static override styles = [sheet, fieldStyles];

  protected override render(): TemplateResult {
    const { words } = this.beginning;
    // That the whole brief is empty is said where one begins to write it.
    const faults = this.faults.map((fault) => fault.path === 'brief' ? { path: 'brief.message', message: `The brief ${fault.message}` } : fault);
    const isMore = faults.some((fault) => /^brief\.(?!message)/.test(fault.path)) || ['genres', 'tone', 'likes', 'avoid', 'audience', 'language', 'minutes'].some((name) => words[name as 'tone']);
    return html`<form @submit=${this.send} @keydown=${sendByKey} novalidate>
      <div class="first">${field(this.beginning, 'about', { label: 'What is your film about?', help: 'Three lines are enough: who wants what, what stands in the way, and what should stay with us when the light goes on.', at: 'brief.message', faults, as: 'area' })}</div>
      ${titleField(this.beginning, titleFor({ ...words, title: '' }, words.about), faults)}
      <details class="more" ?open=${isMore}><summary>More that you know already</summary>${briefFields(this.beginning, faults)}</details>
      ${picturesField(this.beginning, true)}
      ${otherFaults(faults, (path) => path === 'title' || /^brief\.(message|genres|tone|likes|avoid|audience|language|lengthMinutes)/.test(path))}
      <div class="row send"><button class="primary" ?disabled=${this.isBusy}>${this.isBusy ? 'Beginning…' : 'Begin the film'}</button><span class="soft small">The first ideas are drafted at once, and wait for you.</span></div>
    </form>`;
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('#about')?.focus();
  }

  private async send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    await this.begin(async () => go({ view: 'desk', film: await beginWithBrief(this.beginning) }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mc-new-brief': NewBriefElement;
  }
}

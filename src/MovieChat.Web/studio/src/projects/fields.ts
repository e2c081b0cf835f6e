import { css, html, nothing, type TemplateResult } from 'lit';
import type { ProblemItem } from '../api/schema.js';
import { aspectRatios } from '../film/content.js';
import type { Beginning, Words } from './beginning.js';
import { faultsAt, told } from './faults.js';

interface FieldOptions {
  label: string;
  help?: string;
  placeholder?: string;
  /** Where the service finds fault with it. */
  at: string;
  faults: readonly ProblemItem[];
  as?: 'line' | 'area' | 'number';
}

type TextName = Exclude<keyof Words, 'pictures'>;

/** One text of a film that is about to begin, with what is wrong with it. */
export function field(beginning: Beginning, name: TextName, { label, help, placeholder, at, faults, as = 'line' }: FieldOptions): TemplateResult {
  const wrong = faultsAt(faults, at, true);
  const by = [help ? `${name}-help` : '', wrong.length ? `${name}-fault` : ''].filter(Boolean).join(' ') || nothing;
  const type = (event: Event) => beginning.say(name, (event.target as HTMLInputElement).value);
  return html`<div class="field">
    <label for=${name}>${label}</label>
    ${as === 'area'
      ? html`<textarea id=${name} name=${name} placeholder=${placeholder ?? nothing} .value=${beginning.words[name]} aria-invalid=${wrong.length ? 'true' : 'false'} aria-describedby=${by} @input=${type}></textarea>`
      : html`<input id=${name} name=${name} type=${as === 'number' ? 'number' : 'text'} min=${as === 'number' ? 1 : nothing} max=${as === 'number' ? 600 : nothing} placeholder=${placeholder ?? nothing} autocomplete="off"
          .value=${beginning.words[name]} aria-invalid=${wrong.length ? 'true' : 'false'} aria-describedby=${by} @input=${type}>`}
    ${help ? html`<p id="${name}-help" class="soft small">${help}</p>` : nothing}
    ${wrong.length ? html`<div id="${name}-fault">${wrong.map((fault) => html`<p class="fault">${told(fault.message)}</p>`)}</div>` : nothing}
  </div>`;
}

export const titleField = (beginning: Beginning, suggestion: string, faults: readonly ProblemItem[]) =>
  field(beginning, 'title', { label: 'Working title', help: 'It can change at any time. Left empty, it is what stands there in grey.', placeholder: suggestion, at: 'title', faults });

/** What a brief says besides what the film is about. */
export function briefFields(beginning: Beginning, faults: readonly ProblemItem[]): TemplateResult {
  return html`<div class="two">
    ${field(beginning, 'genres', { label: 'Genres', help: 'With commas between.', placeholder: 'drama, mystery', at: 'brief.genres', faults })}
    ${field(beginning, 'tone', { label: 'Tone', placeholder: 'quiet, funny in the wrong moments', at: 'brief.tone', faults })}
    ${field(beginning, 'likes', { label: 'Films you like', help: 'One a line.', at: 'brief.likes', faults, as: 'area' })}
    ${field(beginning, 'avoid', { label: 'What to avoid', help: 'One a line.', at: 'brief.avoid', faults, as: 'area' })}
    ${field(beginning, 'audience', { label: 'Audience', placeholder: 'whoever left home and came back', at: 'brief.audience', faults })}
    ${field(beginning, 'language', { label: 'Language', placeholder: 'English', at: 'brief.language', faults })}
    ${field(beginning, 'minutes', { label: 'Minutes', placeholder: '110', at: 'brief.lengthMinutes', faults, as: 'number' })}
  </div>`;
}

/** Whether the film is to have pictures, and of which shape; a wish for a shape is part of a brief. */
export function picturesField(beginning: Beginning, withAspect: boolean): TemplateResult {
  const { pictures, aspect } = beginning.words;
  const choice = (value: Words['pictures'], title: string, says: string) => html`<label class="choice"><input type="radio" name="pictures" value=${value} .checked=${pictures === value} @change=${() => beginning.say('pictures', value)}><span><strong>${title}</strong><br><span class="soft">${says}</span></span></label>`;
  return html`<fieldset class="pictures"><legend>Pictures</legend>
    ${choice('pictures', 'With pictures', 'A look, portraits, shot lists and a storyboard, each when its turn has come.')}
    ${choice('words', 'Words alone', 'Up to the dialogue. Reopening the look brings the pictures later.')}
    ${withAspect && pictures === 'pictures' ? html`<div class="aspect"><label for="aspect">Shape of the picture</label>
      <select id="aspect" @change=${(event: Event) => beginning.say('aspect', (event.target as HTMLSelectElement).value)}>
        <option value="" ?selected=${!aspect}>as suits the film</option>${aspectRatios.map((ratio) => html`<option value=${ratio} ?selected=${ratio === aspect}>${ratio.includes(':') ? ratio : `${ratio}:1`}</option>`)}</select></div>` : nothing}
  </fieldset>`;
}

/** What is wrong and has no field of its own. */
export function otherFaults(faults: readonly ProblemItem[], isShown: (path: string) => boolean): TemplateResult | typeof nothing {
  const others = faults.filter((fault) => !isShown(fault.path));
  return others.length ? html`<div class="notice bad" role="alert">${others.map((fault) => html`<p>${told(fault.message)}</p>`)}</div>` : nothing;
}

export const fieldStyles = css`
  form { display: grid; gap: 1.25rem; }
  textarea, input:not([type='radio']) { font-family: var(--serif); }
  textarea.first, .first textarea { font-size: 1.0625rem; line-height: 1.6; min-height: 8.5rem; }
  .two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr)); gap: 1rem 1.25rem; align-items: start; }
  .field > .small { margin-top: 0.25rem; }
  legend { font-size: 0.875rem; font-weight: 500; padding: 0; margin-bottom: 0.375rem; }
  details.more > summary { cursor: pointer; font-weight: 500; padding: 0.375rem 0; }
  details.more[open] > summary { margin-bottom: 0.75rem; }
  .pictures { display: grid; gap: 0.625rem; grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr)); }
  .choice { display: flex; gap: 0.625rem; align-items: start; margin: 0; font-weight: 400; }
  .choice strong { font-weight: 500; font-size: 0.9375rem; }
  .choice input { margin: 0.25rem 0 0; accent-color: var(--accent); }
  .aspect { grid-column: 1 / -1; max-width: 16rem; }
  .send { align-items: center; }
`;

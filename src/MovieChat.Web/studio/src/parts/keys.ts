import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isDialogOpen } from './dialog.js';
import { set, setting } from './setting.js';

/** A key, or a sequence of two such as `g s`, and what it does. */
export interface Shortcut {
  keys: string;
  says: string;
  /** Missing for what is only listed: a dialog or a field takes its keys itself. */
  does?: () => void;
  /** Nobody decides on what is not before them: while its part of the page is hidden, the key only brings that there. */
  decides?: boolean;
}

const active = new Set<Keys>();

/** All that keys do at present, by where they do it. */
export const shortcuts = (): Map<string, Shortcut[]> => {
  const found = new Map<string, Shortcut[]>();
  for (const keys of active) found.set(keys.where, [...(found.get(keys.where) ?? []), ...keys.list()]);
  return found;
};

/** What keys do while an element is on the page. Not while one types, nor in a dialog. A part of the page that is hidden is brought before the writer first:
 * its element tells `wanted` to what hides it. */
export class Keys implements ReactiveController {
  constructor(private readonly host: ReactiveControllerHost & HTMLElement, readonly where: string, readonly list: () => Shortcut[]) {
    host.addController(this);
  }

  does(shortcut: Shortcut): void {
    if (this.host.checkVisibility()) {
      shortcut.does!();
      return;
    }

    this.host.dispatchEvent(new Event('wanted', { bubbles: true, composed: true }));
    // The page draws itself before the next task.
    if (!shortcut.decides) setTimeout(shortcut.does!);
  }

  hostConnected(): void {
    active.add(this);
  }

  hostDisconnected(): void {
    active.delete(this);
  }
}

const name = 'movie-chat:keys';

let isOn = setting(name) !== 'off';

/** Whether keys do anything: who speaks to the computer, or hits keys unawares, must be able to turn them off (WCAG 2.1.4). */
export const areKeysOn = () => isOn;

export function turnKeys(on: boolean): void {
  isOn = on;
  set(name, on ? null : 'off');
}

let first = '';
let firstAt = 0;

addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isDialogOpen()) return;
  const field = fieldOf(event);
  // Out of a field, so that keys do something again.
  if (field && event.key === 'Escape') field.blur();
  if (field || !isOn) return;
  const both = performance.now() - firstAt < 1_500 ? `${first} ${event.key}` : '';
  const taken = [...active].flatMap((keys) => keys.list().map((shortcut) => ({ keys, shortcut }))).filter(({ shortcut }) => shortcut.does);
  const found = taken.find(({ shortcut }) => shortcut.keys === both) ?? taken.find(({ shortcut }) => shortcut.keys === event.key);
  [first, firstAt] = [found ? '' : event.key, performance.now()];
  if (!found) return;
  event.preventDefault();
  found.keys.does(found.shortcut);
});

/** What one types in. */
function fieldOf(event: KeyboardEvent): HTMLElement | undefined {
  return event.composedPath().find((node): node is HTMLElement => node instanceof HTMLElement
    && (node instanceof HTMLTextAreaElement || node instanceof HTMLSelectElement || node.isContentEditable
      || (node instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(node.type))));
}

/** Ctrl or Command with Enter sends a form from wherever one types in it: heard by the form, or by one of its fields. */
export function sendByKey(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  (event.currentTarget as HTMLElement).closest('form')!.requestSubmit();
}

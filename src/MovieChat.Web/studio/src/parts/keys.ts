import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isDialogOpen } from './dialog.js';

/** A key, or a sequence of two such as `g s`, and what it does. */
export interface Shortcut {
  keys: string;
  says: string;
  /** Missing for what is only listed: a dialog takes its keys itself. */
  does?: () => void;
}

const active = new Set<Keys>();

/** All that keys do at present, in the order of the elements that bring them. */
export const shortcuts = (): Shortcut[] => [...active].flatMap((keys) => keys.list());

/** What keys do while an element is on the page. Not while one types, nor in a dialog. */
export class Keys implements ReactiveController {
  constructor(host: ReactiveControllerHost, readonly list: () => Shortcut[]) {
    host.addController(this);
  }

  hostConnected(): void {
    active.add(this);
  }

  hostDisconnected(): void {
    active.delete(this);
  }
}

let first = '';
let firstAt = 0;

addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isDialogOpen() || isTyping(event)) return;
  const both = performance.now() - firstAt < 1_500 ? `${first} ${event.key}` : '';
  const taken = shortcuts().filter((shortcut) => shortcut.does);
  const found = taken.find((shortcut) => shortcut.keys === both) ?? taken.find((shortcut) => shortcut.keys === event.key);
  [first, firstAt] = [found ? '' : event.key, performance.now()];
  if (!found) return;
  event.preventDefault();
  found.does!();
});

function isTyping(event: KeyboardEvent): boolean {
  return event.composedPath().some((node) => node instanceof HTMLElement
    && (node instanceof HTMLTextAreaElement || node instanceof HTMLSelectElement || node.isContentEditable
      || (node instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(node.type))));
}

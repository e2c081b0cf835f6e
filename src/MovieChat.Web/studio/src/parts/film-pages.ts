import { html, type TemplateResult } from 'lit';
import { addressOf, go } from '../router.js';
import type { Shortcut } from './keys.js';

/** The pages of a film beside its desk. */
export const pages = { storyboard: 'Storyboard', insights: 'Insights', package: 'Package' } as const;
export type Page = keyof typeof pages;

const names = Object.keys(pages) as Page[];

/** @param here The one that is shown, if it is one of them. */
export const pageLinks = (film: string, here?: Page): TemplateResult[] => names.map((view) => html`
  <a class="button quiet small" href=${addressOf({ view, film })} aria-current=${view === here ? 'page' : 'false'}>${pages[view]}</a>`);

/** The keys that lead away from where one is in a film. */
export const pageKeys = (film: string): Shortcut[] => [
  ...names.map((view) => ({ keys: `g ${view[0]}`, says: `Go to the ${pages[view].toLowerCase()}`, does: () => go({ view, film }) })),
  { keys: 'g f', says: 'Go to your films', does: () => go({ view: 'films' }) },
];

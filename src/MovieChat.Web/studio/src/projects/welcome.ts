import { css, html, type TemplateResult } from 'lit';
import { addressOf, type Way } from '../router.js';

/** What one can begin a film with, as the writer is told. */
export const wayWords: Record<Way, { title: string; says: string }> = {
  brief: { title: 'A brief in three lines', says: 'Say what it is about, and what you know already. The ideas are drafted at once.' },
  chat: { title: 'A first chat', says: 'Talk it over with the companion until a brief comes of it.' },
  documents: { title: 'What you already have', says: 'Bring a synopsis, a plot, or a script in Fountain or Final Draft.' },
};

/** For a writer who has no film yet. */
export function welcome(): TemplateResult {
  return html`<section class="welcome" aria-labelledby="welcome">
    <h1 id="welcome">From “I’d like to make a film about…” to a film that can be shot</h1>
    <p class="reading">You say what your film is about, and a companion drafts what comes next: ideas, a synopsis, the people, the plot, scenes, pictures, dialogue. You read each draft and approve it, change it or ask for another, and nothing becomes part of your film before you say so. Take weeks if you like: all of it waits for you, exactly as you left it.</p>
    <h2>How do you want to begin?</h2>
    ${wayLinks()}
  </section>`;
}

/** The ways to begin, as links. */
export function wayLinks(chosen?: Way): TemplateResult {
  return html`<ul class="plain ways">${Object.entries(wayWords).map(([way, { title, says }]) => html`
    <li><a href=${addressOf({ view: 'new', way: way as Way })} aria-current=${way === chosen ? 'page' : 'false'}><strong>${title}</strong><span>${says}</span></a></li>`)}</ul>`;
}

export const welcomeStyles = css`
  .welcome { display: grid; gap: 1.25rem; max-width: 46rem; margin: 6vh auto 0; }
  .welcome h1 { font: 600 clamp(1.5rem, 4vw, 2rem)/1.25 var(--serif); }
  .welcome h2 { font-size: 1rem; margin-top: 0.75rem; }
  .ways { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr)); gap: 0.75rem; }
  .ways a { display: grid; gap: 0.25rem; align-content: start; height: 100%; padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: var(--round-more); background: var(--raised); color: inherit; text-decoration: none; }
  .ways a:hover { border-color: var(--soft); }
  .ways a[aria-current='page'] { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
  .ways a[aria-current='page'] strong::before { content: '✓ ' / ''; color: var(--accent); }
  .ways span { font-size: 0.875rem; color: var(--soft); }
`;

import { css } from 'lit';

/** What all elements share: type, buttons, fields, chips, notices. Colours and measures come from styles/tokens.css. */
export const sheet = css`
  :host { display: block; color: var(--ink); }
  :host([hidden]) { display: none; }
  *, *::before, *::after { box-sizing: border-box; }
  h1, h2, h3, h4, p, ul, ol, dl, dd, figure, fieldset { margin: 0; padding: 0; }
  h1, h2, h3, h4 { line-height: 1.25; overflow-wrap: anywhere; font-weight: 600; }
  fieldset { border: 0; min-width: 0; }
  ul.plain, ol.plain { list-style: none; }
  a { color: var(--accent); text-underline-offset: 0.15em; }
  img { max-width: 100%; display: block; }
  :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }

  .reading { font-family: var(--serif); font-size: 1.0625rem; line-height: 1.6; overflow-wrap: anywhere; white-space: pre-line; }
  .soft { color: var(--soft); }
  .small { font-size: 0.875rem; }
  .row { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; }
  .stack { display: grid; gap: 1rem; align-content: start; }
  .spread { justify-content: space-between; }
  .hidden-label { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

  button, .button {
    font: inherit; font-weight: 500; color: var(--ink); background: var(--raised); border: 1px solid var(--line); border-radius: var(--round);
    min-height: 2.25rem; padding: 0.25rem 0.875rem; cursor: pointer; display: inline-flex; gap: 0.5rem; align-items: center; justify-content: center; text-decoration: none;
  }
  button:hover:not(:disabled), .button:hover { border-color: var(--soft); }
  button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
  button.primary:hover:not(:disabled) { background: var(--accent-strong); }
  button.quiet, .button.quiet { background: transparent; border-color: transparent; }
  button.quiet:hover:not(:disabled), .button.quiet:hover { background: var(--shade); }
  button.small, .button.small { font-size: 0.875rem; }
  button.danger { color: var(--danger); }
  button.link { all: unset; color: var(--accent); cursor: pointer; text-decoration: underline; text-underline-offset: 0.15em; }
  button.link:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
  button:disabled { opacity: 0.55; cursor: default; }
  button[aria-pressed='true'], button[aria-selected='true'] { background: var(--shade); border-color: var(--accent); }

  label, .label { display: block; font-size: 0.875rem; font-weight: 500; margin-bottom: 0.25rem; }
  input:not([type='checkbox'], [type='radio']), textarea, select {
    font: inherit; color: inherit; background: var(--raised); border: 1px solid var(--edge); border-radius: var(--round); padding: 0.4375rem 0.75rem; width: 100%; min-height: 2.25rem;
  }
  textarea { resize: vertical; line-height: 1.5; field-sizing: content; min-height: 4.5rem; max-height: 70vh; }
  [aria-invalid='true'] { border-color: var(--danger) !important; }
  .fault { color: var(--danger); font-size: 0.875rem; margin-top: 0.25rem; }

  .card { background: var(--raised); border: 1px solid var(--line); border-radius: var(--round-more); padding: 1rem 1.25rem; }
  .chip { display: inline-flex; align-items: center; gap: 0.375rem; font-size: 0.8125rem; line-height: 1.3; padding: 0.125rem 0.625rem; border-radius: 999px; background: var(--shade); color: var(--ink); white-space: nowrap; }
  .chip.awaitingApproval, .chip.awaitingWriter { background: var(--accent); color: var(--on-accent); }
  .chip.stale { background: var(--stale-shade); color: var(--stale); }
  .chip.failed { background: var(--danger-shade); color: var(--danger); }
  .chip.approved, .chip.complete { background: var(--good-shade); color: var(--good); }
  .notice { border-left: 3px solid var(--accent); background: var(--shade); border-radius: 0 var(--round) var(--round) 0; padding: 0.75rem 1rem; }
  .notice.bad { border-color: var(--danger); background: var(--danger-shade); }
  .notice.stale { border-color: var(--stale); background: var(--stale-shade); }

  ins { background: var(--good-shade); color: inherit; text-decoration: underline; text-decoration-color: var(--good); }
  ::highlight(passage) { background-color: var(--accent); color: var(--on-accent); }
  del { background: var(--danger-shade); color: inherit; text-decoration: line-through; text-decoration-color: var(--danger); }

  @media (prefers-reduced-motion: no-preference) {
    .pulse { animation: pulse 1.6s ease-in-out infinite; }
    @keyframes pulse { 50% { opacity: 0.35; } }
  }
`;

import { css, html, nothing, type TemplateResult } from 'lit';
import type { Brief, Cast, Character, Dialogue, Idea, Look, Picture, Plot, Profile, SceneList, Shot, ShotList, Synopsis } from '../film/content.js';
import { clock } from '../film/content.js';
import { nameOf } from '../film/documents.js';
import type { Film } from '../film/film.js';
import { beatChart, beatStyles } from './beats.js';
import { screenplay, screenplayStyles } from './screenplay.js';
import { pairs, plain, type Show } from './text.js';
import './scene-cards.js';

/** What is shown of one option of a draft. */
export interface Body {
  film: Film;
  document: string;
  content: unknown;
  /** What it is compared with; undefined to compare with nothing. */
  before?: unknown;
  show?: Show;
}

/** A document in its natural form. */
export function body({ film, document, content, before, show = plain }: Body): TemplateResult {
  switch (nameOf(document).kind) {
    case 'brief':
      return brief(content as Brief, before as Brief | undefined, show);
    case 'ideas':
      return idea(content as Idea, before as Idea | undefined, show);
    case 'synopsis':
      return synopsis(content as Synopsis, before as Synopsis | undefined, show);
    case 'cast':
      return cast(film, content as Cast, before as Cast | undefined, show);
    case 'look':
      return look(content as Look, before as Look | undefined, show);
    case 'profile':
      return profile(film, content as Profile, before as Profile | undefined, show);
    case 'plot':
      return plot(content as Plot, before as Plot | undefined, show);
    case 'scenes':
      return html`<mc-scene-cards .film=${film} .scenes=${(content as SceneList).scenes ?? []} .earlier=${(before as SceneList | undefined)?.scenes} .show=${show}></mc-scene-cards>`;
    case 'shots':
      return shots(film, document, content as ShotList, before as ShotList | undefined, show);
    case 'dialogue':
      return screenplay(film, content as Dialogue, before as Dialogue | undefined, show);
    case 'portrait':
    case 'frame':
      return picture(film, document, content as Picture);
  }
}

const field = (name: string, text: TemplateResult | undefined | '' | typeof nothing) => text ? html`<div><dt>${name}</dt><dd class="reading">${text}</dd></div>` : nothing;

function texts<T extends object>(now: T, before: T | undefined, show: Show, fields: [keyof T, string][]): unknown[] {
  const word = (of: T | undefined, name: keyof T) => {
    const value = of?.[name];
    return Array.isArray(value) ? value.join(', ') : value == null ? '' : String(value);
  };
  return fields.map(([name, title]) => field(title, word(now, name) || word(before, name) ? show(word(now, name), before && word(before, name)) : ''));
}

function brief(now: Brief, before: Brief | undefined, show: Show): TemplateResult {
  return html`<dl class="fields">${texts(now, before, show, [
    ['genres', 'Genres'], ['tone', 'Tone'], ['likes', 'Films you like'], ['message', 'What it is about'], ['audience', 'Audience'], ['lengthMinutes', 'Minutes'], ['language', 'Language'], ['avoid', 'Not in it'], ['notes', 'Notes'],
  ])}</dl>`;
}

function idea(now: Idea, before: Idea | undefined, show: Show): TemplateResult {
  return html`<h3 class="title">${show(now.title, before?.title)}</h3>
    <p class="reading">${show(now.logline, before?.logline)}</p>
    <p class="reading soft small">${show(now.why, before?.why)}</p>`;
}

function synopsis(now: Synopsis, before: Synopsis | undefined, show: Show): TemplateResult {
  return html`<ol class="five reading">${pairs(now.lines, before?.lines).map((line) => html`<li>${show(line.now, before && (line.before ?? ''))}</li>`)}</ol>`;
}

function cast(film: Film, now: Cast, before: Cast | undefined, show: Show): TemplateResult {
  return html`<ul class="plain people">${pairs(now.characters, before?.characters, (one, other) => one.id === other.id).map((pair) => person(film, pair.now ?? { id: pair.before!.id }, before && (pair.before ?? { id: '' }), show))}</ul>`;
}

function person(film: Film, now: Character, before: Character | undefined, show: Show): TemplateResult {
  return html`<li class="card person">
    ${portrait(film, now.id, now.name ?? '')}
    <div><h3>${show(now.name, before?.name)} <span class="soft small">${show(now.age === undefined ? '' : String(now.age), before && String(before.age ?? ''))}</span></h3>
    <p class="small soft">${show(now.role, before?.role)}</p>
    <p class="reading">${show(now.oneLine, before?.oneLine)}</p>
    <p class="reading small">${show(now.appearance, before?.appearance)}</p></div>
  </li>`;
}

/** A person's approved portrait, or their first letter. */
export function portrait(film: Film, id: string, name: string): TemplateResult {
  const item = film.item(`portrait:${id}`);
  const found = item?.approved ? film.content<Picture>(item.id) : undefined;
  return found?.picture
    ? html`<img class="portrait" src=${film.pictureAddress(found.picture, 320)} alt="Portrait of ${name}" loading="lazy">`
    : html`<span class="portrait letter" aria-hidden="true">${name.slice(0, 1)}</span>`;
}

function look(now: Look, before: Look | undefined, show: Show): TemplateResult {
  return html`<dl class="fields">${texts(now, before, show, [
    ['summary', 'In short'], ['palette', 'Palette'], ['light', 'Light'], ['lenses', 'Lenses and distance'], ['texture', 'Texture'], ['references', 'To look at'], ['aspectRatio', 'Shape of the picture'],
  ])}</dl>`;
}

function profile(film: Film, now: Profile, before: Profile | undefined, show: Show): TemplateResult {
  const relations = pairs(now.relations, before?.relations, (one, other) => one.character === other.character);
  return html`<div class="with-portrait">${portrait(film, now.character ?? '', film.person(now.character ?? ''))}<dl class="fields">${texts(now, before, show, [
    ['who', 'Who they are'], ['wants', 'What they want'], ['need', 'What they need'], ['struggles', 'What they struggle with'], ['wound', 'What still hurts'], ['lie', 'The lie they live by'], ['change', 'How they change'], ['voice', 'How they speak'],
  ])}
  ${relations.length ? html`<div><dt>Relations</dt><dd><ul class="plain stack">${relations.map(({ now: one, before: old }) => html`<li class="reading"><strong>${film.person((one ?? old)!.character)}</strong>: ${show(one?.text, before && (old?.text ?? ''))}</li>`)}</ul></dd></div>` : nothing}</dl></div>`;
}

function plot(now: Plot, before: Plot | undefined, show: Show): TemplateResult {
  const part = (title: string, text: string | undefined, old: string | undefined) => html`<section><h3>${title}</h3><p class="reading">${show(text, before && (old ?? ''))}</p></section>`;
  return html`
    <figure class="chart" tabindex="0" role="group" aria-label="The beats along the film">${beatChart(now.beats ?? [])}</figure>
    <div class="acts">${part('Beginning', now.beginning, before?.beginning)}${part('Middle', now.middle, before?.middle)}${part('End', now.end, before?.end)}</div>
    <h3>Beats</h3>
    <ol class="plain beats">${pairs(now.beats, before?.beats, (one, other) => one.name === other.name).map(({ now: one, before: old }) => html`
      <li><strong>${show(one?.name, before && (old?.name ?? ''))}</strong> <span class="soft small">${one?.position === undefined ? '' : `${Math.round(one.position * 100)} %`}</span><p class="reading">${show(one?.text, before && (old?.text ?? ''))}</p></li>`)}</ol>`;
}

const moveArrows: Record<string, string> = {
  pan: '↔', 'whip pan': '⇄', tilt: '↕', pedestal: '⇳', 'dolly in': '⤒', 'dolly out': '⤓', truck: '⇢', arc: '↷', steadicam: '∿', handheld: '≈', crane: '⤴', zoom: '⊕', 'rack focus': '◎', 'dolly zoom': '⇕',
};

/** An arrow for a move of the camera; nothing for one that stands. */
const arrowOf = (move: string | undefined) => moveArrows[move ?? ''] ?? '';

function shots(film: Film, document: string, now: ShotList, before: ShotList | undefined, show: Show): TemplateResult {
  const scene = nameOf(document).of!;
  const total = (now.shots ?? []).reduce((sum, shot) => sum + (shot.seconds ?? 0), 0);
  return html`<p class="soft small">${now.shots?.length ?? 0} shots, ${clock(total)}</p>
    <ol class="plain panels">${pairs(now.shots, before?.shots, (one, other) => one.n === other.n).map(({ now: one, before: old }) => shot(film, scene, one ?? { n: old!.n }, before && (old ?? { n: 0 }), show))}</ol>`;
}

function shot(film: Film, scene: string, now: Shot, before: Shot | undefined, show: Show): TemplateResult {
  const frame = film.item(`frame:${scene}.${now.n}`);
  const found = frame?.approved ? film.content<Picture>(frame.id) : undefined;
  const camera = (of: Shot | undefined) => [of?.size, of?.angle, of?.move, of?.lens && `${of.lens} mm`].filter(Boolean).join(' · ');
  return html`<li class="card panel">
    ${found?.picture ? html`<img src=${film.pictureAddress(found.picture, 480)} alt="" loading="lazy">` : nothing}
    <p class="row spread small"><strong>${now.n}</strong><span>${now.seconds === undefined ? '' : `${now.seconds} s`}</span></p>
    <p class="small soft">${arrowOf(now.move) ? html`<span class="arrow" aria-hidden="true">${arrowOf(now.move)}</span> ` : nothing}${show(camera(now), before && camera(before))}</p>
    <p class="reading">${show(now.action, before?.action)}</p>
    ${now.line || before?.line ? html`<p class="reading small line">${show(now.line ?? '', before && (before.line ?? ''))}</p>` : nothing}
    ${now.characters?.length ? html`<p class="small soft">${now.characters.map((id) => film.person(id)).join(', ')}</p>` : nothing}
  </li>`;
}

function picture(film: Film, document: string, now: Picture): TemplateResult {
  if (!now.picture) return html`<p class="soft">There is no picture.</p>`;
  const people = now.references?.filter((reference) => reference.character).map((reference) => `${film.person(reference.character!)} (portrait draft ${reference.draft})`) ?? [];
  return html`<figure class="picture">
    <a href=${film.pictureAddress(now.picture)} target="_blank" rel="noopener"><img src=${film.pictureAddress(now.picture, 960)} alt=${film.title(document)} width=${now.width ?? nothing} height=${now.height ?? nothing}></a>
    <figcaption class="small soft">${people.length ? html`<p>Made from the portraits of ${people.join(', ')}.</p>` : nothing}
      ${now.prompt ? html`<details><summary>What it was asked for with</summary><p class="reading small">${now.prompt}</p></details>` : nothing}</figcaption>
  </figure>`;
}

export const bodyStyles = [beatStyles, screenplayStyles, css`
  .title { font: 600 1.25rem/1.3 var(--serif); }
  .fields { display: grid; gap: 1rem; }
  .fields dt { font-size: 0.8125rem; font-weight: 600; color: var(--soft); margin-bottom: 0.125rem; }
  .five { padding-left: 1.75rem; display: grid; gap: 0.75rem; }
  .five li::marker { color: var(--soft); font-family: var(--sans); font-size: 0.875rem; }
  .people { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)); gap: 1rem; }
  .person { display: grid; grid-template-columns: 5rem 1fr; gap: 1rem; align-items: start; }
  .person > div { display: grid; gap: 0.25rem; }
  .portrait { width: 5rem; aspect-ratio: 3 / 4; object-fit: cover; border-radius: var(--round); background: var(--shade); }
  .portrait.letter { display: grid; place-items: center; font: 600 2rem var(--serif); color: var(--soft); }
  .with-portrait { display: grid; grid-template-columns: auto 1fr; gap: 1.25rem; align-items: start; }
  .acts { display: grid; gap: 1.25rem; margin: 1rem 0; }
  .beats { display: grid; gap: 0.75rem; margin-top: 0.5rem; }
  .panels { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr)); gap: 0.75rem; margin-top: 0.5rem; }
  .panel { display: grid; gap: 0.375rem; align-content: start; padding: 0.75rem; }
  .panel .line { border-left: 2px solid var(--line); padding-left: 0.5rem; font-style: italic; }
  .arrow { font-size: 1.125rem; color: var(--accent); }
  .picture img { border-radius: var(--round); height: auto; max-height: 70vh; width: auto; }
  .picture figcaption { margin-top: 0.5rem; }
  @media (max-width: 40rem) { .with-portrait { grid-template-columns: 1fr; } }
`];

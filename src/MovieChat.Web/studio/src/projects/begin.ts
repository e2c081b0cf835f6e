import { call, newKey, post } from '../api/client.js';
import { keep, kept } from '../api/kept.js';
import type { ChatView, ImportView, ProjectSnapshot } from '../api/schema.js';
import { open } from '../api/stream.js';
import type { Brief } from '../film/content.js';
import type { Way } from '../router.js';
import { linesIn, notesIn, plotIn, type Beginning, type Brought, type Words } from './beginning.js';
import { isScript, titleOf } from './recognise.js';

const keyName = 'new-film:key';

/** What a film is begun with; see StartRequest in the service's description. */
interface Start {
  title: string;
  brief?: Brief;
  start?: Record<string, unknown>;
  pictures: boolean;
}

/** Begins a film. Sent again, after a lost answer or a reload, it is the same film as long as it is the same text. */
async function start(request: Start): Promise<{ film: ProjectSnapshot; key: string }> {
  const of = await digest(JSON.stringify(request));
  const [earlier, earlierKey] = (kept(keyName) ?? '').split(' ');
  const key = earlier === of && earlierKey ? earlierKey : newKey();
  keep(keyName, `${of} ${key}`, true);
  return { film: await post<ProjectSnapshot>('/api/projects', request, key), key };
}

/** The film is there: what was typed for it, and its key, are done with. */
function done(beginning: Beginning, way: Way): void {
  keep(keyName, null);
  beginning.forget(way);
}

/** With a brief, from which the ideas are drafted. */
export async function beginWithBrief(beginning: Beginning): Promise<string> {
  const { words } = beginning;
  const { film } = await start({ title: titleFor(words, words.about), brief: briefOf(words), pictures: words.pictures === 'pictures' });
  done(beginning, 'brief');
  return film.id;
}

/** Without a brief, with a chat about it. The answer is not waited for: it is followed where the chat is shown. */
export async function beginWithChat(beginning: Beginning): Promise<string> {
  const { words } = beginning;
  const { film, key } = await start({ title: titleFor(words, words.chat), pictures: words.pictures === 'pictures' });
  const chat = await post<ChatView>(`/api/projects/${film.id}/chats`, { focus: 'brief' }, key);
  const leave = new AbortController();
  await open(`/api/projects/${film.id}/chats/${chat.id}/messages`, { post: { text: words.chat }, key: `${key}-${(await digest(words.chat)).slice(0, 16)}`, signal: leave.signal });
  leave.abort();
  done(beginning, 'chat');
  return film.id;
}

/** A script that the service refused. */
export interface RefusedScript { brought: Brought; failure: unknown }

/** With what the writer has. What is no script becomes part of the film at once; the scripts are sent after it, and await the writer's decision.
 * @returns The first script that was taken; when one was refused, the film is there all the same, and `beginning` knows it. */
export async function beginWithDocuments(beginning: Beginning): Promise<{ film: string; import?: string; refused: RefusedScript[] }> {
  const { words, brought } = beginning;
  let id = words.begun;
  if (!id) {
    id = (await start({ title: titleFor(words, suggestionOf(beginning)), ...documentsOf(beginning), pictures: words.pictures === 'pictures' })).film.id;
    beginning.say('begun', id);
    for (const each of brought.filter((one) => !isScript(one.kind))) beginning.takeOut(each);
  }

  const refused: RefusedScript[] = [];
  let first: string | undefined;
  for (const script of brought.filter((each) => isScript(each.kind))) {
    try {
      const view = await sendScript(`/api/projects/${id}`, beginning.bodyOf(script), script.kind === 'fdx' ? 'fdx' : 'fountain', script.id);
      first ??= view.id;
      beginning.takeOut(script);
    } catch (failure) {
      refused.push({ brought: script, failure });
    }
  }

  if (!refused.length) done(beginning, 'documents');
  return { film: id, import: first, refused };
}

/** Sends a script to a film, which tells what it would change. */
export const sendScript = (film: string, body: Blob | string, format: 'fountain' | 'fdx', key = newKey()) =>
  call<ImportView>('POST', `${film}/imports`, { body, type: format === 'fdx' ? 'application/xml' : 'text/plain; charset=utf-8', key });

/** The title while none is typed: the first words of what there is. */
export function titleFor(words: Words, text: string): string {
  const first = text.trim().replace(/^\d+[.)]\s+/, '').split(/\s+/).filter(Boolean).slice(0, 7).join(' ');
  const cut = first.length > 60 ? `${first.slice(0, 59)}…` : first.replace(/[.,;:]+$/, '');
  return words.title.trim() || cut || 'Untitled film';
}

/** What a file's name says besides a title. */
const notTitle = /(?<![\p{L}\p{N}])(synopsis|plot|outline|treatment|script|screenplay|notes|draft|final|v?\d+)(?![\p{L}\p{N}])/giu;

/** What a film is called by the documents that are brought: by a script's title page, or a file's name. */
export function suggestionOf({ brought, words }: Beginning): string {
  const titled = brought.map((each) => titleOf(each.text, each.kind)).find(Boolean);
  const named = brought.filter((each) => !each.name.startsWith('Pasted')).map((each) => each.name.replace(/\.\w{1,8}$/, '').replaceAll(notTitle, ' ').replaceAll(/[_\s]+/g, ' ').replaceAll(/^[\s-]+|[\s-]+$/g, '')).find(Boolean);
  return titled ?? named ?? (brought[0]?.text.trim() || words.pasted);
}

function documentsOf(beginning: Beginning): Pick<Start, 'brief' | 'start'> {
  const { brought, words } = beginning;
  const [synopsis, plot] = [brought.find((each) => each.kind === 'synopsis'), brought.find((each) => each.kind === 'plot')];
  const notes = brought.filter((each) => each.kind === 'notes').map(notesIn);
  const brief = beginning.isBriefed || notes.length ? briefOf(words) : undefined;
  if (brief && notes.length) brief.notes = [...(brief.notes ? [brief.notes] : []), ...notes].join('\n\n');
  return {
    ...(brief ? { brief } : {}),
    start: { ...(synopsis ? { synopsis: { lines: linesIn(synopsis).map((line) => line.trim()) } } : {}), ...(plot ? { plot: plotIn(plot) } : {}) },
  };
}

/** What is left out has the service's own beginning: 110 minutes, English. */
function briefOf(words: Words): Brief {
  const brief: Brief = { message: words.about.trim() };
  const lists = { genres: words.genres.split(/[,\n]/), likes: words.likes.split('\n'), avoid: words.avoid.split('\n') };
  for (const [name, list] of Object.entries(lists)) {
    const said = list.map((each) => each.trim()).filter(Boolean);
    if (said.length) brief[name as 'genres' | 'likes' | 'avoid'] = said;
  }

  if (words.tone.trim()) brief.tone = words.tone.trim();
  if (words.audience.trim()) brief.audience = words.audience.trim();
  if (words.minutes.trim()) brief.lengthMinutes = Number(words.minutes);
  if (words.language.trim()) brief.language = words.language.trim();
  // The brief has no place of its own for it, and the look is drafted from the brief's words.
  if (words.aspect && words.pictures === 'pictures') brief.notes = `Shape of the picture: ${words.aspect.includes(':') ? words.aspect : `${words.aspect}:1`}.`;
  return brief;
}

async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

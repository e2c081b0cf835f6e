/** How a new film is begun. */
export const ways = ['brief', 'chat', 'documents'] as const;
export type Way = (typeof ways)[number];

/** What the address tells to show. */
export type Place =
  | { view: 'films' }
  | { view: 'new'; way: Way }
  /** A script of the writer's own beside the film; while none is named, all that were sent. */
  | { view: 'import'; film: string; import?: string }
  | { view: 'desk'; film: string; document?: string; part?: 'chats' }
  | { view: 'storyboard' | 'insights' | 'package'; film: string };

const changed = new EventTarget();

export function place(): Place {
  const [, films, film, view, document] = location.pathname.split('/').map(decodeURIComponent);
  if (films !== 'films' || !film) return { view: 'films' };
  // No film is called so: the service's ids are longer.
  if (film === 'new') return { view: 'new', way: ways.find((way) => way === view) ?? 'brief' };
  switch (view) {
    case 'import':
      return { view, film, import: document || undefined };
    case 'storyboard':
    case 'insights':
    case 'package':
      return { view, film };
    // The desk, on a small screen with its chats before the writer.
    case 'chats':
      return { view: 'desk', film, document: document || undefined, part: 'chats' };
    case 'documents':
      return { view: 'desk', film, document: document || undefined };
    default:
      return { view: 'desk', film };
  }
}

export function addressOf(to: Place): string {
  if (to.view === 'films') return '/';
  if (to.view === 'new') return `/films/new/${to.way}`;
  const film = `/films/${encodeURIComponent(to.film)}`;
  if (to.view === 'import') return to.import ? `${film}/import/${encodeURIComponent(to.import)}` : `${film}/import`;
  if (to.view !== 'desk') return `${film}/${to.view}`;
  if (to.part === 'chats') return to.document ? `${film}/chats/${encodeURIComponent(to.document)}` : `${film}/chats`;
  return to.document ? `${film}/documents/${encodeURIComponent(to.document)}` : film;
}

export function go(to: Place, replace = false): void {
  const address = addressOf(to);
  if (replace) history.replaceState(null, '', address);
  else if (address !== location.pathname) history.pushState(null, '', address);
  changed.dispatchEvent(new Event('change'));
}

/** Calls back whenever the place changes. */
export function follow(draw: () => void): void {
  changed.addEventListener('change', draw);
  addEventListener('popstate', draw);

  // Links within the studio load no page.
  addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.composedPath().find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement);
    if (!link || link.origin !== location.origin || link.target || link.hasAttribute('download') || !/^\/($|films(\/|$))/.test(link.pathname)) return;
    event.preventDefault();
    if (link.pathname !== location.pathname) history.pushState(null, '', link.pathname);
    changed.dispatchEvent(new Event('change'));
  });
}

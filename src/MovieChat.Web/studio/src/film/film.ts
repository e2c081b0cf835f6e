import { get, post, ProblemError, put, newKey } from '../api/client.js';
import type { DecisionRequest, DocumentItem, DocumentView, DraftItem, JournalItem, ProjectSnapshot, TitlePageRequest } from '../api/schema.js';
import { Refresh } from '../api/refresh.js';
import { Store } from '../api/store.js';
import { events, open, pause } from '../api/stream.js';
import type { Cast, Character, Scene, SceneList } from './content.js';
import { headingOf } from './content.js';
import { isMany, kindTitles, nameOf } from './documents.js';

export type Connection = 'connecting' | 'live' | 'lost';

/** In pixels: the service keeps one that is no larger beside every picture. */
const thumbnailWidth = 384;

/** The same empty list every time: nobody has to look whether it changed. */
const none: never[] = [];

/** One film as it is now: its snapshot and the documents that were looked at, kept up to date by its events. Every tab has its own, and all agree, because
 * what is shown comes from the service alone. */
export class Film extends Store {
  snapshot?: ProjectSnapshot;
  connection: Connection = 'connecting';
  /** Why there is no film; undefined while there is, or may be, one. */
  problem?: ProblemError;
  isDeleted = false;

  private items = new Map<string, DocumentItem>();
  private readonly views = new Map<string, DocumentView>();
  /** Of documents whose newer draft is before the writer: the draft that is approved. */
  private readonly approvedDrafts = new Map<string, DraftItem>();
  private readonly loads = new Map<string, Refresh>();
  /** The film's revision when a document was asked for last. */
  private readonly askedAt = new Map<string, number>();
  private readonly faults = new Map<string, ProblemError>();
  private readonly leave = new AbortController();
  private readonly snapshots = new Refresh(async () => this.take(await get<ProjectSnapshot>(this.path, this.leave.signal)));
  private last = 0;

  constructor(readonly id: string) {
    super();
    void this.follow();
  }

  get path(): string {
    return `/api/projects/${this.id}`;
  }

  /** Ends following the film. */
  close(): void {
    this.leave.abort();
  }

  item(document: string): DocumentItem | undefined {
    return this.items.get(document);
  }

  /** A document with its draft; undefined until it has come. Asking for it has it loaded.
   * @param isLive Whether it must be as the film is now, also in what it says of other documents: what a change to it would touch, and what that costs. */
  view(document: string, isLive = false): DocumentView | undefined {
    const [found, asked] = [this.views.get(document), this.askedAt.get(document)];
    const isOld = asked === undefined || ((isLive || !found) && asked < (this.snapshot?.revision ?? 0));
    if (isOld && this.item(document) && !this.loads.get(document)?.isRunning) void this.load(document);
    return found;
  }

  /** Why a document could not be loaded; undefined when it could. */
  fault(document: string): ProblemError | undefined {
    return this.faults.get(document);
  }

  /** What a document holds: what is approved, or, while nothing is, the first option of the draft. */
  content<T>(document: string): T | undefined {
    const view = this.view(document);
    const approved = view?.approved;
    const draft = approved && approved.draft !== view.draft?.number ? this.approvedDrafts.get(document) : view?.draft;
    return (draft?.options.find((option) => option.number === approved?.option) ?? draft?.options[0])?.content as T | undefined;
  }

  /** The people of the film as far as there are any. */
  get people(): Character[] {
    return (this.item('cast') ? this.content<Cast>('cast')?.characters : undefined) ?? none;
  }

  get scenes(): Scene[] {
    return (this.item('scenes') ? this.content<SceneList>('scenes')?.scenes : undefined) ?? none;
  }

  /** A person's name; the id while there is none. */
  person(id: string): string {
    return this.people.find((each) => each.id === id)?.name || id;
  }

  scene(id: string): Scene | undefined {
    return this.scenes.find((each) => each.id === id);
  }

  /** What a document is called in this film: "Profile of Mara", "Frame 2 of scene 3". */
  title(document: string): string {
    const { kind, of, shot } = nameOf(document);
    if (!isMany(kind) || !of) return kindTitles[kind] ?? document;
    if (kind === 'profile') return `Profile of ${this.person(of)}`;
    if (kind === 'portrait') return `Portrait of ${this.person(of)}`;
    const scene = this.scene(of);
    const number = scene?.number ?? of;
    if (kind === 'shots') return `Shots of scene ${number}`;
    return kind === 'frame' ? `Scene ${number}, shot ${shot}` : `Dialogue of scene ${number}`;
  }

  /** What stands beside a document's title: the heading of its scene. */
  subtitle(document: string): string {
    const { kind, of } = nameOf(document);
    return ['shots', 'frame', 'dialogue'].includes(kind) && of ? headingOf(this.scene(of)?.heading) : '';
  }

  /** @param width In pixels, as it is shown: for a small one the thumbnail is enough. */
  pictureAddress(hash: string, width = Infinity): string {
    return `${this.path}/pictures/${hash}${width <= thumbnailWidth ? '?thumbnail=true' : ''}`;
  }

  /** Hands the film a decision. What it leads to comes by the events.
   * @throws ProblemError With the newer draft when there is one. */
  async decide(document: string, decision: DecisionRequest, key = newKey()): Promise<void> {
    try {
      await post(`${this.path}/documents/${document}/decisions`, decision, key);
    } finally {
      await Promise.all([this.refresh(), this.load(document)]);
    }
  }

  /** An earlier draft of a document. */
  draft(document: string, number: number): Promise<DraftItem> {
    return get<DraftItem>(`${this.path}/documents/${document}/drafts/${number}`);
  }

  /** Changes the film as a whole: pause, resume, budget. */
  async change(change: Promise<ProjectSnapshot>): Promise<void> {
    this.take(await change);
  }

  /** @param page What of it changes. */
  changeTitlePage(page: TitlePageRequest): Promise<void> {
    return this.change(put<ProjectSnapshot>(`${this.path}/title-page`, page));
  }

  /** Loads a document, again when it is there. */
  load(document: string): Promise<void> {
    const load = this.loads.get(document) ?? new Refresh(() => this.ask(document));
    this.loads.set(document, load);
    return load.again();
  }

  private async ask(document: string): Promise<void> {
    this.askedAt.set(document, this.snapshot?.revision ?? 0);
    try {
      const view = await get<DocumentView>(`${this.path}/documents/${document}`, this.leave.signal);
      await this.loadApproved(view);
      this.views.set(document, view);
      this.faults.delete(document);
    } catch (failure) {
      if (!(failure instanceof ProblemError)) return;
      // The film has it no more: the next snapshot tells so, too.
      if (failure.problem.status === 404) this.views.delete(document);
      else this.faults.set(document, failure);
    }

    this.changed();
  }

  private async loadApproved({ id, approved, draft }: DocumentView): Promise<void> {
    if (!approved || approved.draft === draft?.number || approved.draft === this.approvedDrafts.get(id)?.number) return;
    this.approvedDrafts.set(id, await this.draft(id, approved.draft));
  }

  private refresh(): Promise<void> {
    return this.snapshots.again();
  }

  private take(snapshot: ProjectSnapshot): void {
    if (this.snapshot && snapshot.revision < this.snapshot.revision) return;
    const before = this.items;
    this.snapshot = snapshot;
    this.items = new Map(snapshot.documents.map((item) => [item.id, item]));
    for (const item of snapshot.documents) {
      if (this.views.has(item.id) && JSON.stringify(before.get(item.id)) !== JSON.stringify(item)) void this.load(item.id);
    }

    this.changed();
  }

  private async follow(): Promise<void> {
    for (let attempt = 0; !this.leave.signal.aborted && !this.isDeleted; attempt++) {
      try {
        if (!this.snapshot) {
          await this.refresh();
          this.last = this.snapshot!.revision;
        }

        const response = await open(`${this.path}/events`, { lastEventId: String(this.last), signal: this.leave.signal });
        this.connect('live');
        attempt = 0;
        for await (const event of events(response)) {
          if (event.id) this.last = Number(event.id);
          this.on(JSON.parse(event.data) as JournalItem);
        }
      } catch (failure) {
        if (this.leave.signal.aborted) return;
        if (failure instanceof ProblemError && [401, 404].includes(failure.problem.status)) {
          this.problem = failure;
          this.isDeleted = !!this.snapshot && failure.problem.status === 404;
          this.changed();
          return;
        }
      }

      this.connect('lost');
      await pause(attempt);
      // Events that were missed come again; what no event tells of may have changed as well.
      void this.refresh().catch(() => undefined);
    }
  }

  private on(entry: JournalItem): void {
    if (entry.type === 'projectDeleted') {
      this.isDeleted = true;
      this.changed();
      return;
    }

    this.dispatchEvent(new CustomEvent<JournalItem>('entry', { detail: entry }));
    void this.refresh().catch(() => undefined);
  }

  private connect(connection: Connection): void {
    if (connection === this.connection) return;
    this.connection = connection;
    this.changed();
  }
}

import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Something that elements show and that changes by itself. */
export class Store extends EventTarget {
  protected changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}

/** Has an element drawn again whenever a store changes. */
export class Watch implements ReactiveController {
  private store?: Store;

  constructor(private readonly host: ReactiveControllerHost, private readonly find: () => Store | undefined) {
    host.addController(this);
  }

  hostConnected(): void {
    this.follow(this.find());
  }

  hostUpdate(): void {
    this.follow(this.find());
  }

  hostDisconnected(): void {
    this.follow(undefined);
  }

  private follow(store: Store | undefined): void {
    if (store === this.store) return;
    this.store?.removeEventListener('change', this.draw);
    this.store = store;
    store?.addEventListener('change', this.draw);
  }

  private readonly draw = () => this.host.requestUpdate();
}

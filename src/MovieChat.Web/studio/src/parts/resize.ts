import type { ReactiveController, ReactiveElement } from 'lit';

/** Tells whenever an element has another size, as long as it is on the page. */
export class Resize implements ReactiveController {
  private readonly observer: ResizeObserver;

  constructor(private readonly host: ReactiveElement, tell: () => void) {
    this.observer = new ResizeObserver(tell);
    host.addController(this);
  }

  hostConnected(): void {
    this.observer.observe(this.host);
  }

  hostDisconnected(): void {
    this.observer.disconnect();
  }
}

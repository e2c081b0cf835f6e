import { FlowLayout, type flow } from '@lit-labs/virtualizer/layouts/flow.js';

/** How high a row is taken for that nobody has measured, in pixels. */
const usualHeight = 112;

/** A flow whose length is what was measured, and a guess for each row that was not. The usual one takes all rows for as high as the average of those
 * that were: with some thousands of them, each new measure moves the end by thousands of pixels, and the reader with it. */
class SteadyFlow extends FlowLayout {
  /** Called whenever the rows have found their places. */
  settled?: () => void;

  override _reflow(): void {
    super._reflow();
    this.settled?.();
  }

  override _getAverageSize(): number {
    const { totalChildSize, averageChildSize } = this._metricsCache;
    const measured = averageChildSize > 0 ? Math.round(totalChildSize / averageChildSize) : 0;
    const count = Math.max(this.items.length, measured, 1);
    return (totalChildSize + (count - measured) * usualHeight) / count;
  }

  /** The usual one goes no further than the end was before it was measured, and then stays short of the new one. */
  override _clampScrollPosition(position: number): number {
    return Math.max(0, Math.min(position, this._scrollSize - this._viewDim1));
  }
}

/** @param last The place of the row that is held at the bottom, whatever grows above it; null to let go of it. */
export const steadyFlow = (last: number | null, settled: () => void) =>
  ({ type: SteadyFlow, settled, pin: last === null ? null : { index: last, block: 'end' } }) as unknown as ReturnType<typeof flow>;

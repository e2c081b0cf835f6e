/** How often it is looked where the row has come to lie: rows that were not laid out before are as high as they turn out to be. */
const attempts = 30;

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Scrolls the page to a row of a virtual list, whose rows carry their place as `data-row`. What is not laid out yet is come near to by the height of the others.
 * The list's own way to an element loses it when its items are drawn anew on the way. */
export async function seek(list: HTMLElement, row: number, count: number): Promise<void> {
  for (let attempt = 0, still = 0; attempt < attempts && still < 3; attempt++) {
    const found = list.querySelector(`[data-row="${row}"]`);
    const before = scrollY;
    if (found) {
      found.scrollIntoView({ block: 'start' });
    } else {
      const near = list.querySelector<HTMLElement>('[data-row]');
      if (!near) return;
      scrollBy(0, (row - Number(near.dataset['row'])) * (list.offsetHeight / count) + near.getBoundingClientRect().top);
    }

    still = found && Math.abs(scrollY - before) < 1 ? still + 1 : 0;
    await frame();
    await frame();
  }
}

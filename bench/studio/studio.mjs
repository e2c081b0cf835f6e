// How light the studio is: bytes at first load, and how it scrolls with a long film beside a short one in the same run.
// npm ci && node studio.mjs [address of a running service] [key]; MOVIECHAT_CHROMIUM names a Chromium, else /usr/bin/chromium is taken.
import { chromium } from 'playwright-core';

const [address = 'http://127.0.0.1:7071', key = process.env.MOVIECHAT_OWNER_KEY] = process.argv.slice(2);
const [scenes, turns] = [200, 1_000];

const api = async (method, path, body) => {
  const response = await fetch(new URL(path, address), { method, headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' }, body: body && JSON.stringify(body) });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.status === 204 ? undefined : response.json();
};

/** A film with so many scenes and so many turns of one chat. */
async function film(sceneCount, turnCount) {
  const people = ['ada', 'bo'];
  const start = {
    ideas: { title: 'Long', logline: 'A long film.', why: 'To measure.' },
    synopsis: { lines: ['One.', 'Two.', 'Three.', 'Four.', 'Five.'] },
    cast: { characters: people.map((id, place) => ({ id, name: id, role: place ? 'antagonist' : 'protagonist', age: 40, oneLine: `This is ${id}.`, appearance: 'Tall, in grey.' })) },
    ...Object.fromEntries(people.map((id) => [`profile:${id}`, { character: id, who: 'Somebody.', wants: 'To go.', struggles: 'To stay.', change: 'Goes.', voice: 'Short.', relations: [] }])),
    plot: { beginning: 'It rains. '.repeat(90), middle: 'It rains. '.repeat(90), end: 'It rains. '.repeat(90), beats: [{ name: 'Rain', position: 0.1, text: 'It rains.' }] },
    scenes: {
      scenes: Array.from({ length: sceneCount }, (_, place) => ({
        id: `s${place + 1}`, number: place + 1, heading: { setting: 'INT', place: `Room ${place + 1}`, time: 'DAY' }, purpose: place === 0 ? 'opening' : place === sceneCount - 1 ? 'conclusion' : 'other',
        characters: people, summary: 'Ada comes in. Bo has been waiting, and says nothing of it. She sees the letter on the table and does not open it. '.repeat(2), position: place / (sceneCount - 1 || 1),
      })),
    },
  };
  const project = await api('POST', '/api/projects', { title: `A film of ${sceneCount} scenes`, pictures: false, brief: { notes: 'Rain.' }, start });
  await api('POST', `/api/projects/${project.id}/pause`);
  await api('PUT', `/api/projects/${project.id}/budget`, { tokens: 100_000_000 });
  const chat = await api('POST', `/api/projects/${project.id}/chats`, { title: 'Long' });
  for (let turn = 0; turn < turnCount; turn++) {
    await api('POST', `/api/projects/${project.id}/chats/${chat.id}/messages`, { text: `Message ${turn + 1}: where are we?` });
    if (turn % 100 === 99) process.stderr.write(`${turn + 1} turns\n`);
  }
  return project.id;
}

/** Scrolls what scrolls, and counts the frames that come late. */
async function scroll(page, selector) {
  return page.evaluate(async (name) => {
    const find = (root) => root.querySelector(name) ?? [...root.querySelectorAll('*')].map((node) => node.shadowRoot && find(node.shadowRoot)).find(Boolean);
    let scroller = find(document);
    while (scroller && scroller.scrollHeight <= scroller.clientHeight + 1) scroller = scroller.parentElement ?? scroller.parentNode?.host ?? null;
    const count = (root) => [...root.querySelectorAll('*')].reduce((sum, node) => sum + 1 + (node.shadowRoot ? count(node.shadowRoot) : 0), 0);
    if (!scroller) return { frames: 0, median: 0, late: 0, nodes: count(document) };
    const times = [];
    let last = performance.now();
    for (let frame = 0; frame < 240; frame++) {
      scroller.scrollBy(0, frame < 120 ? 120 : -120);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      times.push(performance.now() - last);
      last = performance.now();
    }
    times.sort((one, other) => one - other);
    return { frames: times.length, median: times[120], late: times.filter((time) => time > 50).length, nodes: count(document) };
  }, selector);
}

const browser = await chromium.launch({ executablePath: process.env.MOVIECHAT_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await (await browser.newContext({ viewport: { width: 1400, height: 900 } })).newPage();
const loaded = { script: 0, style: 0, font: 0 };
const session = await page.context().newCDPSession(page);
await session.send('Network.enable');
const types = new Map();
session.on('Network.responseReceived', (event) => types.set(event.requestId, event.type.toLowerCase()));
session.on('Network.loadingFinished', (event) => { const type = types.get(event.requestId); if (type in loaded) loaded[type] += event.encodedDataLength; });
const began = performance.now();
await page.goto(`${address}/#key=${key}`);
await page.getByRole('button', { name: 'Sign out' }).waitFor();
console.log(`first load: script ${(loaded.script / 1000).toFixed(1)} KB of 150 KB compressed (ratio ${(loaded.script / 150_000).toFixed(2)}), style ${(loaded.style / 1000).toFixed(1)} KB, fonts ${(loaded.font / 1000).toFixed(1)} KB, ${Math.round(performance.now() - began)} ms`);

const [short, long] = [await film(4, 10), await film(scenes, turns)];
for (const [what, document, selector] of [['scenes', 'scenes', 'mc-scene-cards'], ['messages', 'brief', '[role="log"]']]) {
  const figures = [];
  for (const id of [short, long]) {
    await page.goto(`${address}/films/${id}/documents/${document}`);
    await page.waitForTimeout(2_500);
    figures.push(await scroll(page, selector));
  }
  const [few, many] = figures;
  const count = what === 'scenes' ? scenes : turns * 2;
  console.log(`${count} ${what}: ${many.nodes} nodes, median frame ${many.median.toFixed(1)} ms, ${many.late} of ${many.frames} frames over 50 ms; a short film: ${few.nodes} nodes, ${few.frames ? `${few.median.toFixed(1)} ms` : 'nothing to scroll'}; ratio of nodes ${(many.nodes / few.nodes).toFixed(2)}`);
}

await browser.close();

'use strict';
(() => {
  const find = id => document.getElementById(id);
  // Of a shot's speeches, when each ends, from 0 to 1: as long as it is, so long it takes.
  function speechesOf(item) {
    const speeches = [...item.querySelectorAll('.line span')], whole = speeches.reduce((sum, speech) => sum + speech.textContent.length, 0);
    let end = 0;
    return speeches.map(speech => ({ speech, end: (end += speech.textContent.length) / whole }));
  }

  const panels = [...document.querySelectorAll('#panels > li')].map(item => ({
    item,
    picture: item.querySelector('img'),
    speeches: speechesOf(item),
    words: [...item.querySelectorAll('figcaption p')].map(part => part.textContent).join('\n'),
    seconds: Number(item.dataset.seconds),
    scene: item.dataset.scene,
    heading: item.querySelector('.heading').textContent,
    move: item.dataset.move,
    start: 0,
  })).filter(panel => panel.seconds > 0 || panel.item.remove());
  if (panels.length === 0) return;

  let total = 0;
  for (const panel of panels) {
    panel.start = total;
    total += panel.seconds;
  }

  // What a camera does in one shot, as scale, shift to the right and shift down, in fractions of the frame. p runs from 0 to 1.
  const ease = p => p * p * (3 - 2 * p);
  const between = (from, to) => p => from + (to - from) * ease(p);
  const push = between(1, 1.14), pull = between(1.14, 1), slide = between(.05, -.05), rise = between(-.05, .05);
  const moves = {
    'dolly in': p => [push(p), 0, 0],
    'dolly out': p => [pull(p), 0, 0],
    'zoom': p => [push(p), 0, 0],
    'dolly zoom': p => [between(1, 1.22)(p), 0, 0],
    'pan': p => [1.12, slide(p), 0],
    'whip pan': p => [1.12, slide(Math.min(1, Math.max(0, p * 5 - 3))), 0],
    'truck': p => [1.12, slide(p), 0],
    'arc': p => [1.1 + .05 * ease(p), slide(p) * .8, 0],
    'tilt': p => [1.12, 0, rise(p)],
    'pedestal': p => [1.12, 0, rise(p)],
    'crane': p => [between(1.16, 1.1)(p), 0, rise(p)],
    'steadicam': p => [1.04 + .06 * ease(p), Math.sin(p * 4) * .006, 0],
    'handheld': p => [1.05, Math.sin(p * 17) * .005, Math.sin(p * 23 + 1) * .005],
  };

  const film = find('film'), root = document.documentElement, time = find('time'), played = document.createElement('b');
  let now = 0, running = false, last = 0, current = null;

  const shown = seconds => {
    const whole = Math.floor(seconds + .001), rest = String(whole % 60).padStart(2, '0'), minutes = Math.floor(whole / 60);
    return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${rest}`;
  };
  const indexAt = at => Math.max(0, panels.findLastIndex(panel => panel.start <= at + 1e-6));

  function show() {
    const panel = panels[indexAt(now)];
    if (panel !== current) {
      if (current) current.item.hidden = true;
      panel.item.hidden = false;
      current = panel;
    }
    const p = Math.min(1, (now - panel.start) / panel.seconds), said = panel.speeches.find(each => p < each.end) ?? panel.speeches.at(-1);
    for (const { speech } of panel.speeches) speech.hidden = speech !== said?.speech;
    const move = find('moves').checked && moves[panel.move];
    const [scale, x, y] = move ? move(p) : [1, 0, 0];
    if (panel.picture) panel.picture.style.transform = move ? `scale(${scale}) translate(${x * 100}%, ${y * 100}%)` : '';
    time.value = now;
    time.setAttribute('aria-valuetext', `${shown(now)} of ${shown(total)}, ${panel.heading}`);
    find('clock').value = `${shown(now)} / ${shown(total)}`;
    played.style.width = `${now / total * 100}%`;
    for (const mark of find('scenes').querySelectorAll('i')) mark.classList.toggle('played', Number(mark.dataset.start) <= now);
  }

  function goTo(at) {
    now = Math.min(total, Math.max(0, at));
    show();
  }

  function run(should) {
    running = should;
    if (running && now >= total) now = 0;
    root.classList.toggle('running', running);
    find('play').setAttribute('aria-label', running ? 'Pause' : 'Play');
    last = performance.now();
    if (running) requestAnimationFrame(tick);
  }

  function tick(at) {
    if (!running) return;
    now = Math.min(total, now + Math.max(0, at - last) / 1000 * Number(find('speed').value));
    last = at;
    show();
    if (now >= total) run(false);
    else requestAnimationFrame(tick);
  }

  // Back to the beginning of the shot, and from there to the one before.
  function step(by) {
    const at = indexAt(now);
    const back = by < 0 && now - panels[at].start > 1 ? 0 : by;
    goTo(panels[Math.min(panels.length - 1, Math.max(0, at + back))].start);
    if (!running) find('said').textContent = current.words;
  }

  function stepScene(by) {
    const at = indexAt(now), first = panels.findIndex(panel => panel.scene === panels[at].scene);
    const next = by > 0 ? panels.findIndex((panel, place) => place > at && panel.scene !== panels[at].scene) : first === at && at > 0 ? panels.findIndex(panel => panel.scene === panels[at - 1].scene) : first;
    if (next >= 0) goTo(panels[next].start);
  }

  function toggleFull() {
    if (document.fullscreenElement) document.exitFullscreen();
    else film.requestFullscreen?.();
  }

  function flip(id) {
    find(id).checked = !find(id).checked;
    find(id).dispatchEvent(new Event('change'));
  }

  const keys = {
    ' ': () => run(!running),
    ArrowLeft: () => step(-1),
    ArrowRight: () => step(1),
    PageUp: () => stepScene(-1),
    PageDown: () => stepScene(1),
    Home: () => goTo(0),
    End: () => goTo(panels[panels.length - 1].start),
    f: toggleFull,
    m: () => flip('moves'),
    c: () => flip('captions'),
  };

  document.addEventListener('keydown', event => {
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    const isControl = event.target.matches('select, button, input[type=checkbox]');
    // A control keeps the keys that work it.
    if (!act || event.ctrlKey || event.metaKey || event.altKey || event.target.matches('select') || (isControl && event.key === ' ')) return;
    event.preventDefault();
    act();
  });
  find('play').addEventListener('click', () => run(!running));
  find('previous').addEventListener('click', () => step(-1));
  find('next').addEventListener('click', () => step(1));
  find('full').addEventListener('click', toggleFull);
  find('moves').addEventListener('change', show);
  find('captions').addEventListener('change', () => root.classList.toggle('silent', !find('captions').checked));
  time.addEventListener('input', () => goTo(Number(time.value)));

  film.style.setProperty('--ratio', film.dataset.ratio);
  time.max = total;
  find('scenes').append(played);
  panels.forEach((panel, place) => {
    panel.item.hidden = true;
    if (place > 0 && panels[place - 1].scene === panel.scene) return;
    const mark = document.createElement('i');
    mark.dataset.start = panel.start;
    mark.style.left = `${panel.start / total * 100}%`;
    find('scenes').append(mark);
  });
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) find('moves').checked = false;
  find('controls').hidden = false;
  find('full').hidden = !document.fullscreenEnabled;
  root.classList.add('player');
  show();
})();

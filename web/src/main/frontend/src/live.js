// Keeps everything on the page that shows the dot true: the disc and what lies around it, the bar,
// the tab, the words.
import { ago, duty, lookOf, sentence, serverTime, title } from './dot-words.js';
import { mini, svg } from './dot.js';
import { twin } from './dot-twin.js';
import { morph } from './morph.js';
import { partOf } from './part.js';
import { paint, wanted } from './skin.js';
import { watch } from './watch.js';

// A worker that never speaks is no reason to look fresh.
const SILENT_AFTER = 40_000;
const NARROW = 620;
const REDRAWN_EVERY = 15_000;

const page = document.title;
let heard = Date.now();
let latest = null;
let skin = null;
let said = '';
let drawn = '';
const parts = new WeakMap();

const all = (selector) => document.querySelectorAll(selector);

async function show({ dot, heard: at }) {
  heard = at || heard;
  latest = dot;
  skin = await wanted(dot);
  if (latest !== dot) {
    return;
  }
  document.documentElement.dataset.look = lookOf(dot);
  if (skin) {
    paint(document.documentElement, skin, lookOf(dot));
  }
  const small = mini(dot, skin?.colours, skin?.glyphs);
  const key = small + sentence(dot);
  if (key !== drawn) {
    drawn = key;
    all('[data-mini]').forEach((e) => (e.innerHTML = small));
    document.title = title(dot, page);
    icon(small);
  }
  all('[data-disc]').forEach((e) => scoped(e, dot));
  all('[data-duty]').forEach((e) => (e.textContent = duty(dot)));
  all('[data-muted]').forEach((e) => {
    e.hidden = !dot.muted;
    e.textContent = `${dot.muted} muted`;
  });
  if (said !== sentence(dot)) {
    said = sentence(dot);
    all('[data-said]').forEach((e) => (e.textContent = said));
  }
}

async function scoped(element, dot) {
  const { in: key } = element.dataset;
  if (key && !parts.has(element)) {
    parts.set(element, partOf(key, (address) => fetch(address)));
  }
  const shown = key ? await parts.get(element)(dot) : dot;
  if (shown) {
    draw(element, shown);
  }
}

function draw(element, dot) {
  element.drawn = dot;
  if (!element.clientWidth) {
    return;
  }
  const still = element.dataset.disc === 'still';
  const options = { now: serverTime(latest, heard, Date.now()), small: element.clientWidth < NARROW, large: 'large' in element.dataset, still, glyphs: skin?.glyphs ?? {} };
  element.style.setProperty('--breath', `${dot.activity == null ? 7 : 8 - 5 * dot.activity}s`);
  morph(element, svg(dot, options));
  element.dispatchEvent(new Event('drawn'));
  all('[data-twin]').forEach((e) => morph(e, twin(dot, options)));
}

function redraw() {
  all('[data-disc]').forEach((e) => e.drawn && draw(e, e.drawn));
}

function icon(picture) {
  const link = document.querySelector('link[rel=icon]');
  if (link) {
    link.href = `data:image/svg+xml,${encodeURIComponent(picture)}`;
  }
}

function tick() {
  const clock = new Date(serverTime(latest, heard, Date.now())).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  all('[data-clock]').forEach((e) => {
    e.textContent = `${clock}, ${ago((Date.now() - heard) / 1000)}`;
  });
  if (Date.now() - heard > SILENT_AFTER && !latest?.stale) {
    show({ dot: { ...(latest ?? {}), stale: true }, heard });
  }
}

/** Begins to listen; one stream serves all tabs where the browser can share one. */
export function live() {
  if (!document.querySelector('[data-mini], [data-disc]')) {
    return;
  }
  if (typeof SharedWorker === 'undefined') {
    watch(show);
  } else {
    const { port } = new SharedWorker('/app/dot-worker.js');
    port.onmessage = ({ data }) => show(data);
    port.start();
    addEventListener('pagehide', () => port.postMessage('bye'));
    addEventListener('pageshow', ({ persisted }) => persisted && port.postMessage('hello'));
  }
  setInterval(tick, 1000);
  setInterval(redraw, REDRAWN_EVERY);
  addEventListener('resize', redraw);
  tick();
}

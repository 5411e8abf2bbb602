// Keeps everything on the page that shows the dot true: the disc, the bar, the tab, the words.
import { ago, duty, ground, mini, sentence, svg, title, lookOf } from './dot.js';
import { watch } from './watch.js';

const page = document.title;
let heard = Date.now();
let said = '';
let drawn = '';

const all = (selector) => document.querySelectorAll(selector);

function show({ dot, heard: at }) {
  heard = at || heard;
  document.documentElement.dataset.look = lookOf(dot);
  const small = mini(dot);
  const key = small + sentence(dot);
  if (key !== drawn) {
    drawn = key;
    all('[data-mini]').forEach((e) => (e.innerHTML = small));
    all('[data-disc]').forEach((e) => {
      e.innerHTML = svg(dot);
      e.closest('.stage')?.style.setProperty('--ground', ground(dot));
    });
    document.title = title(dot, page);
    icon(small);
  }
  all('[data-duty]').forEach((e) => (e.textContent = duty(dot)));
  if (said !== sentence(dot)) {
    said = sentence(dot);
    all('[data-said]').forEach((e) => (e.textContent = said));
  }
}

function icon(picture) {
  const link = document.querySelector('link[rel=icon]');
  if (link) {
    link.href = `data:image/svg+xml,${encodeURIComponent(picture)}`;
  }
}

function tick() {
  const clock = new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  all('[data-clock]').forEach((e) => {
    e.textContent = `${clock}, ${ago((Date.now() - heard) / 1000)}`;
  });
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
  }
  setInterval(tick, 1000);
  tick();
}

// Skins on the page where one is chosen: each in its four looks.
import { svg } from './dot.js';
import { paint } from './skin.js';

const cell = (tier, name, worst, high, low) => ({ key: `${tier}:${name}`, tier, name, places: 1, worst, high, low });
const RING = [
  cell('application', 'shop', 'P3', 0, 1), cell('application', 'mail', null, 0, 0), cell('system', 'web', null, 0, 0),
  cell('system', 'db', 'P4', 0, 1), cell('hardware', 'switch', null, 0, 0),
];
const burns = (...names) => RING.map((c) => (names.includes(c.name) ? { ...c, worst: 'P1', high: 1, low: 0 } : c));
const sample = (look, ring, more) => ({
  look, ring, ...more,
  motes: ring.filter((c) => c.worst).map((c, i) => ({ number: i, title: '', priority: c.worst, cell: c.key, who: 'Ada Kay', groups: 1, stage: 0.4, openedAt: new Date().toISOString() })),
});
const SAMPLES = [
  sample('green', RING, { low: 2 }),
  sample('dots', burns('web'), { high: 1, low: 2 }),
  sample('red', burns('web', 'switch'), { high: 2, low: 2 }),
  sample('green', RING, { blind: ['a source is silent'] }),
];
const LOOKS = ['green', 'dots', 'red', 'blind'];

/** Draws them where they are asked for. */
export function previews() {
  document.querySelectorAll('[data-skin]').forEach((place, at) => {
    const skin = JSON.parse(place.dataset.skin);
    SAMPLES.forEach((dot, i) => {
      const box = document.createElement('span');
      box.innerHTML = svg(dot, { still: true, small: true, id: `skin-${at}-${i}`, glyphs: skin.glyphs });
      box.setAttribute('aria-hidden', 'true');
      paint(box, skin, LOOKS[i]);
      box.style.setProperty('--ground', skin.colours[`${LOOKS[i]}-ground`]);
      place.append(box);
    });
  });
}

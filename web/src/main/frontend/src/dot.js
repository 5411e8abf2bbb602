// The dot as a picture: pure functions from the JSON of /api/v1/dot to SVG text. Colours are custom
// properties of the page (see dot.css), so that looks and themes are made there.
import { RING, layout, piece, scatter } from './dot-geometry.js';
import { arrange, sizes } from './dot-labels.js';
import { motes } from './dot-motes.js';
import { rim } from './dot-rim.js';
import { cells } from './dot-ring.js';
import { blindWords, escaped, lookOf, more, sentence, word } from './dot-words.js';

const MINI = {
  green: { core: '#178361', edge: '#0c5a47', ink: '#ffffff' },
  dots: { core: '#e2b23c', edge: '#b98412', ink: '#10201a' },
  red: { core: '#b8301f', edge: '#741409', ink: '#ffffff' },
  blind: { core: '#5b6a73', edge: '#37434a', ink: '#ffffff' },
  stale: { core: '#5b6a73', edge: '#37434a', ink: '#ffffff' },
};

// How far the halo reaches when nothing tells how hard the hardware works.
const HALO = { green: 503, dots: 530, red: 563, blind: 481, stale: 481 };

function glyph(look) {
  const stroke = 'fill="none" stroke="currentColor" stroke-linecap="round"';
  switch (look) {
    case 'green':
      return `<path d="M455 560Q600 690 745 560" ${stroke} stroke-width="30"/>`;
    case 'dots':
      return [-115, 0, 115].map((dx) => `<circle cx="${600 + dx}" cy="575" r="34" fill="currentColor"/>`).join('');
    case 'red':
      return (
        `<path d="M530 575H760" ${stroke} stroke-width="44"/>` +
        [0, 1, 2]
          .map((i) => `<path class="race" d="M${480 - 44 * i} 575h-12" ${stroke} stroke-opacity="${(0.75 - 0.22 * i).toFixed(2)}" stroke-width="${30 - 7 * i}"/>`)
          .join('')
      );
    default:
      return (
        `<path d="M490 575Q600 500 710 575Q600 650 490 575Z" ${stroke} stroke-width="14"/>` +
        `<circle cx="600" cy="575" r="22" fill="currentColor"/><path d="M505 655L695 495" ${stroke} stroke-width="18"/>`
      );
  }
}

// A skin's own drawing of 320 by 200, which the server has checked, or ours.
function drawn(look, glyphs) {
  const own = glyphs[look === 'stale' ? 'blind' : look];
  return own ? `<g transform="translate(440 475)">${own}</g>` : glyph(look);
}

/** Text in lines of at most so many characters, broken between words; what is too much ends with an ellipsis. */
export function lines(text, most, count) {
  const all = [];
  let rest = text;
  while (rest && all.length < count) {
    if (rest.length <= most) {
      all.push(rest);
      return all;
    }
    const cut = rest.lastIndexOf(' ', most);
    const end = cut > most / 2 ? cut : most;
    all.push(rest.slice(0, end).replace(/[ ·]+$/, ''));
    rest = rest.slice(end).replace(/^[ ·]+/, '');
  }
  if (rest) {
    all[count - 1] = `${all[count - 1].slice(0, most - 1)}…`;
  }
  return all;
}

// The second line of the disc is wider than the third.
function inside(dot, look, hatched, small, large) {
  const unseen = look === 'blind' || look === 'stale';
  const width = small ? 21 : large ? 27 : unseen ? 34 : 38;
  const said = lines(more(dot), width, small ? 3 : 2);
  const unsaid = !unseen && hatched ? lines(`cannot see: ${blindWords(dot)}`, small ? 19 : 36, 1) : [];
  const below = [...said, ...unsaid].slice(0, small ? 3 : 4);
  const first = small ? 668 : 735;
  const step = small ? 50 : large ? 41 : 33;
  return (
    `<text class="word" x="600" y="${first}" font-size="${small ? 68 : large ? 58 : 44}">${escaped(word(dot))}</text>` +
    below.map((text, i) => `<text class="more" x="600" y="${first + (small ? 56 : 47) + i * step}" font-size="${small ? 44 : large ? 35 : unseen ? 24 : 26}">${escaped(text)}</text>`).join('')
  );
}

function disc(dot, look, { small, large, id, glyphs }) {
  const unseen = look === 'blind' || look === 'stale';
  const hatched = unseen || blindWords(dot) !== '';
  const shape = hatched
    ? `<circle class="hatched" fill="url(#hatch-${id})" cx="600" cy="600" r="${unseen ? 310 : 322}"/><circle class="${unseen ? 'veil' : 'face'}"${unseen ? '' : ` fill="url(#core-${id})"`} cx="600" cy="600" r="${unseen ? 256 : 296}"/>`
    : `<circle class="face" fill="url(#core-${id})" cx="600" cy="600" r="310"/>`;
  return (
    `<a class="core" data-k="core" href="/dash" aria-label="${escaped(sentence(dot))}. What happens next?">${shape}` +
    `<g class="glyph"${small ? ' transform="translate(600 545) scale(.86) translate(-600 -600)"' : ''}>${drawn(look, glyphs)}</g>${inside(dot, look, hatched, small, large)}</a>`
  );
}

function halo(dot, look, id) {
  const reach = dot.utilisation == null ? HALO[look] : 440 + dot.utilisation * 150;
  return `<circle class="halo" data-k="halo" fill="url(#halo-${id})" cx="600" cy="600" r="${Math.round(reach)}"/>`;
}

const paints = (id) =>
  `<defs data-k="paints"><radialGradient id="core-${id}" cx="45%" cy="40%"><stop class="core-stop" offset=".7"/><stop class="edge-stop" offset="1"/></radialGradient>` +
  `<radialGradient id="halo-${id}"><stop class="halo-near" offset=".55"/><stop class="halo-far" offset="1"/></radialGradient>` +
  `<pattern id="hatch-${id}" width="18" height="18" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-a" width="18" height="18"/><rect class="hatch-b" width="7" height="18"/></pattern>` +
  `<pattern id="unsure" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="unsure-b" width="4" height="10"/></pattern></defs>`;

/**
 * The whole picture as SVG text; every word of the data is escaped.
 *
 * @param options now: the time in milliseconds; small: for a narrow window, with larger words and
 *     no labels; id: sets its paints apart from those of another picture on the page; glyphs: a
 *     skin's drawings by look; large: to be read from far away; still: without links, for who may only look
 */
export function svg(dot, { now = Date.now(), small = false, large = false, still = false, id = 'dot', glyphs = {} } = {}) {
  const look = lookOf(dot);
  const ring = layout(dot.ring ?? []);
  const big = small || large;
  const { motes: spots, more: rest } = scatter(dot.motes ?? [], ring.cells, big);
  const size = sizes(large);
  const words = small ? null : arrange(ring.cells, size.label);
  const box = small ? '55 55 1090 1090' : '0 0 1200 1200';
  const picture =
    paints(id) +
    halo(dot, look, id) +
    disc(dot, look, { small, large, id, glyphs }) +
    rim(dot.rim ?? [], now, words, size) +
    cells(ring, words, size) +
    motes(spots, rest, now, big) +
    (ring.cells.length ? '' : `<path class="empty-ring" d="${piece(0, 359.9, RING.inner, RING.outer)}"/>`);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="dot" viewBox="${box}" role="group" aria-label="${escaped(sentence(dot))}">` +
    (still ? picture.replace(/ tabindex="[^"]*"/g, '').replace(/ href="[^"]*"/g, ' role="img"') : picture) +
    '</svg>'
  );
}

/** The small dot of the bar and of the browser's tab, with a skin's colours and drawings. */
export function mini(dot, colours = null, glyphs = {}) {
  const look = lookOf(dot);
  const seen = look === 'stale' ? 'blind' : look;
  const p = colours
    ? { core: colours[`${seen}-core`], edge: colours[`${seen}-edge`], ink: colours[`${seen}-ink`] }
    : MINI[look];
  // Ours are moved a little, so that they seem to stand in the middle.
  const own = glyphs[seen];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="280 280 640 640" aria-hidden="true" color="${p.ink}">` +
    `<circle cx="600" cy="600" r="310" fill="${p.core}" stroke="${p.edge}" stroke-width="20"/>` +
    (blindWords(dot) && look !== 'blind' ? `<circle cx="600" cy="600" r="280" fill="none" stroke="${p.ink}" stroke-width="36" stroke-dasharray="46 40"/>` : '') +
    `<g transform="translate(600 600) scale(1.5) translate(-${own || look !== 'red' ? 600 : 606} -${own || look !== 'green' ? 575 : 592})">${drawn(look, glyphs)}</g></svg>`
  );
}


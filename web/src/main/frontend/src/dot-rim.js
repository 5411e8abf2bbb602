// The rim, as SVG text: what was reported anew in the last 24 hours, now at the top.
import { RIM, at, rimAngle } from './dot-geometry.js';
import { around, hidden } from './dot-labels.js';

const HOURS = [
  [0, 'now'],
  [15, '15 min'],
  [30, '30 min'],
  [60, '1 h'],
  [180, '3 h'],
  [360, '6 h'],
  [720, '12 h'],
];
const WORDS_AT = 575;
const RANK = { critical: 0, warning: 1, info: 2 };

function tick({ begin, severity, times }, now) {
  const ago = (now - Date.parse(begin)) / 60_000;
  if (ago < -2 || ago > 1445) {
    return '';
  }
  // Severities of one moment stand beside each other, the worst first.
  const angle = rimAngle(ago) + (RANK[severity] ?? 1) * 0.4;
  const length = Math.min(RIM.outer - RIM.inner, 18 + 7 * Math.log2(times));
  return `<path class="tick ${severity}" data-k="t${begin}${severity}" d="M${at(angle, RIM.inner)}L${at(angle, RIM.inner + length)}"/>`;
}

// A small mark at each hour, and its word where no label lies upon it.
function hour([ago, text], words, size) {
  const angle = rimAngle(ago);
  const [x, y] = at(angle, WORDS_AT);
  const under = hidden(around(text, [x, y], size), words);
  const said = under.always
    ? ''
    : `<text class="hour${ago ? '' : ' now'}${under.later ? ' under' : ''}" data-k="h${ago}" x="${x}" y="${y + Math.round(size * 0.35)}" font-size="${size}">${text}</text>`;
  return `<path class="mark" data-k="hm${ago}" d="M${at(angle, RIM.inner - 10)}L${at(angle, RIM.inner - 1)}"/>${said}`;
}

/**
 * Ticks by severity and by how much; hours in words.
 *
 * @param words as arranged by dot-labels.js; null for a picture without words around it
 */
export function rim(ticks, now, words, size) {
  const hours = words ? HOURS.map((one) => hour(one, words, size.hour)).join('') : '';
  const sum = ticks.reduce((all, one) => all + one.times, 0);
  return `<g class="rim" data-k="rim" role="img" aria-label="${sum} reported anew in the last 24 hours">${hours}${ticks.map((one) => tick(one, now)).join('')}</g>`;
}

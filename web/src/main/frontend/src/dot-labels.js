// The words around the ring: how large they are, where they stand, and which have room. What is
// said of a fire comes first, what only helps to find one's way gives way.
import { RING, at, lift } from './dot-geometry.js';
import { escaped } from './dot-words.js';

const LONGEST = 20;
const DISTANCE = 478;
const TIER_DISTANCE = 461;
// How wide a letter is against its height, on average, so that nothing must be measured.
const LETTER = 0.58;

/** The sizes of words: on a wall they are read from eight metres. */
export const sizes = (large) => (large ? { label: 33, hour: 33, tier: 0 } : { label: 23, hour: 21, tier: 19 });

/** What a cell is called in the picture. */
export function called(cell) {
  const name = cell.places === 0 ? 'elsewhere' : cell.name;
  return name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name;
}

/** Whether two boxes lie upon each other. */
export function crosses(a, b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The box of words that stand in the middle of a point. */
export function around(words, [x, y], size) {
  const width = words.length * size * LETTER;
  return { x: x - width / 2, y: y - size * 0.6, width, height: size * 1.2 };
}

// Beside the ring words begin at their leader, above and below they stand across it.
function boxOf({ cell, mid }, size) {
  const [x, y] = at(mid, DISTANCE);
  const width = called(cell).length * size * LETTER + 16;
  const aside = Math.max(-1, Math.min(1, 1.6 * Math.sin((mid * Math.PI) / 180)));
  const height = Math.round(size * 1.45);
  const round = (v) => Math.round(v * 10) / 10;
  return { x: round(x - width / 2 + (aside * width) / 2), y: round(y - height / 2), width: round(width), height };
}

/**
 * Each cell's box; which are always shown (what burns, the most urgent first) and which have room
 * beside those, for whoever keeps looking.
 */
export function arrange(placed, size) {
  const urgent = (p) => p.cell.worst ?? 'P9';
  const boxes = new Map(placed.map((p) => [p, boxOf(p, size)]));
  const named = new Set();
  const spare = new Set();
  for (const p of [...placed].sort((a, b) => (urgent(a) < urgent(b) ? -1 : urgent(a) > urgent(b) ? 1 : 0))) {
    if ([...named, ...spare].every((other) => !crosses(boxes.get(other), boxes.get(p)))) {
      (p.cell.worst ? named : spare).add(p);
    }
  }
  return { boxes, named, spare };
}

/** Whether words in this box are hidden by a label: always, or only when all names are shown. */
export function hidden(box, { boxes, named, spare }) {
  const under = (some) => [...some].some((p) => crosses(boxes.get(p), box));
  return { always: under(named), later: under(spare) };
}

/** A cell's label with its leader. */
export function label(p, box, size) {
  const [a, b] = [at(p.mid, RING.outer + lift(p.cell) + 3), at(p.mid, DISTANCE - 14)];
  return (
    `<g class="label"><path class="leader" d="M${a}L${b}"/><rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="7"/>` +
    `<text x="${box.x + box.width / 2}" y="${(box.y + box.height / 2 + size * 0.35).toFixed(1)}" font-size="${size}">${escaped(called(p.cell))}</text></g>`
  );
}

/** The name of an arc, where along it no label lies; nothing where there is no such place. */
export function tierName({ tier, from, to }, words, size) {
  if (!tier || !size) {
    return '';
  }
  const middle = (from + to) / 2;
  const reach = Math.max(0, (to - from) / 2 - 12);
  for (let step = 0; step <= reach; step += 4) {
    for (const angle of step ? [middle - step, middle + step] : [middle]) {
      const box = turned(tier, angle, size);
      const { always, later } = hidden(box, words);
      if (!always) {
        return arcName(tier, angle, later, size);
      }
    }
  }
  return '';
}

function turned(tier, angle, size) {
  const [x, y] = at(angle, TIER_DISTANCE);
  const turn = (angle * Math.PI) / 180;
  const [length, high] = [tier.length * size * 0.75, size];
  const width = Math.abs(length * Math.cos(turn)) + Math.abs(high * Math.sin(turn));
  const height = Math.abs(length * Math.sin(turn)) + Math.abs(high * Math.cos(turn));
  return { x: x - width / 2, y: y - height / 2, width, height };
}

function arcName(tier, angle, later, size) {
  const [x, y] = at(angle, TIER_DISTANCE);
  const round = ((angle % 360) + 360) % 360;
  const turn = round > 90 && round < 270 ? angle + 180 : angle;
  return `<text class="tier${later ? ' under' : ''}" data-k="tier${tier}" x="${x}" y="${y}" font-size="${size}" transform="rotate(${Math.round(turn)} ${x} ${y})" dy="${Math.round(size / 3)}">${tier}</text>`;
}

// The ring around the disc, as SVG text: one cell a place, the worst that burns there as colour and
// as how far it stands out.
import { RING, lift, piece } from './dot-geometry.js';
import { label, tierName } from './dot-labels.js';
import { cellWords, escaped } from './dot-words.js';

/** Where a cell leads: to its place, or to a ring of its own. */
export function address(cell) {
  return cell.places > 1 ? `/?in=${encodeURIComponent(cell.key)}` : `/cell?of=${encodeURIComponent(cell.key)}`;
}

/**
 * One link a cell; what burns carries its name, the others theirs on request.
 *
 * @param words as arranged by dot-labels.js; null for a picture without words around it
 */
export function cells({ cells: placed, arcs }, words, size) {
  const all = placed.map((p, i) => {
    const { cell } = p;
    const key = escaped(cell.key);
    const kind = `${cell.worst ? cell.worst.toLowerCase() : 'calm'}${words?.named.has(p) ? ' named' : words?.spare.has(p) ? ' spare' : ''}`;
    const shape = piece(p.from, p.to, RING.inner, RING.outer + lift(cell));
    return (
      `<a class="cell ${kind}" data-k="c${key}" data-cell="${key}" href="${escaped(address(cell))}" tabindex="${cell.worst || i === 0 ? '0' : '-1'}" aria-label="${escaped(cellWords(cell))}">` +
      `<path class="piece" d="${shape}"/>${cell.unsure ? `<path class="unsure" d="${shape}"/>` : ''}${words ? label(p, words.boxes.get(p), size.label) : ''}</a>`
    );
  });
  const tiers = words ? arcs.map((arc) => tierName(arc, words, size.tier)).join('') : '';
  return `<g class="ring" data-k="ring">${tiers}${all.join('')}</g>`;
}

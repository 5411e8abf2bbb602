// The motes between disc and ring, as SVG text: one link a ticket. Size is priority, the arc around
// it is progress, initials are who, the number is for how long.
import { pill } from './dot-geometry.js';
import { address } from './dot-ring.js';
import { cellWords, clock, escaped, initials, moteWords, thousands } from './dot-words.js';

// Where words must be large there is room for one: who has it, else how long it may wait.
function saying(mote, { text, late }, big) {
  const who = mote.groups > 1 ? `×${mote.groups}` : initials(mote.who);
  return big && !mote.who && mote.groups < 2 && !late ? text : who;
}

function words({ mote, x, y }, told, big) {
  const said = saying(mote, told, big);
  return big
    ? `<text x="${x}" y="${y + 12}" font-size="${said.length > 2 ? 32 : 36}">${escaped(said)}</text>`
    : `<text x="${x}" y="${y}" font-size="26">${escaped(said)}</text><text class="count" x="${x}" y="${y + 20}" font-size="19">${escaped(told.text)}</text>`;
}

// What lies beside its cell is tied to the cell's nearest end.
function around({ mote, x, y, r, foot }) {
  const reach = r + 5;
  const far = Math.hypot(foot[0] - x, foot[1] - y);
  const edge = [x + ((foot[0] - x) * (reach + 3)) / far, y + ((foot[1] - y) * (reach + 3)) / far].map((v) => v.toFixed(1));
  const turn = 2 * Math.PI * reach;
  return (
    `<path class="tie" d="M${edge}L${foot}"/><circle class="path" cx="${x}" cy="${y}" r="${reach}"/>` +
    `<circle class="way" cx="${x}" cy="${y}" r="${reach}" transform="rotate(-90 ${x} ${y})" stroke-dasharray="${(mote.stage * turn).toFixed(1)} ${turn.toFixed(1)}"/>`
  );
}

/** All of them, and what is only counted; Tab reaches the first, arrows the others. */
export function motes(spots, rest, now, big) {
  const stop = (i) => `tabindex="${i === 0 ? '0' : '-1'}"`;
  const marks = spots.map((spot, i) => {
    const { mote, x, y, r } = spot;
    const high = mote.priority < 'P3';
    const told = clock(mote, now);
    const kind = `${mote.priority.toLowerCase()}${mote.who ? '' : ' nobody'}${told.late ? ' late' : ''}`;
    return (
      `<a class="mote ${kind}" data-k="m${mote.number}" data-cell="${escaped(mote.cell)}" href="/tickets/${mote.number}" ${stop(i)} aria-label="${escaped(moteWords(mote, now))}">` +
      `${high ? around(spot) : ''}<circle class="body" cx="${x}" cy="${y}" r="${r}"/>${high ? words(spot, told, big) : ''}` +
      `<title>${escaped(moteWords(mote, now))}</title></a>`
    );
  });
  const { width, height, size } = pill(big);
  const counted = rest.map(({ cell, x, y, count }, i) => {
    return (
      `<a class="mote rest" data-k="r${escaped(cell.key)}" data-cell="${escaped(cell.key)}" href="${escaped(address(cell))}" ${stop(spots.length + i)} aria-label="${count} more: ${escaped(cellWords(cell))}">` +
      `<rect class="body" x="${x - width / 2}" y="${y - height / 2}" width="${width}" height="${height}" rx="${height / 2}"/><text x="${x}" y="${y + size * 0.35}" font-size="${size}">+${thousands(count)}</text></a>`
    );
  });
  return `<g class="motes" data-k="motes">${marks.join('')}${counted.join('')}</g>`;
}

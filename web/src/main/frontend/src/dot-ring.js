// What lies around the disc, as SVG text: the rim of the last 24 hours, the ring's cells with their
// labels, and the motes.
import { RIM, RING, apart, at, piece, rimAngle } from './dot-geometry.js';
import { cellWords, clock, escaped, initials, moteWords } from './dot-words.js';

const HOURS = [
  [0, 'now'],
  [15, '15 min'],
  [30, '30 min'],
  [60, '1 h'],
  [180, '3 h'],
  [360, '6 h'],
  [720, '12 h'],
];
const RANK = { critical: 0, warning: 1, info: 2 };
const LABEL = 20;

/** Ticks of what was reported anew, by severity and by how much; now at the top. */
export function rim(ticks, now, small) {
  const marks = ticks
    .map((tick) => {
      const ago = (now - Date.parse(tick.begin)) / 60_000;
      if (ago < -2 || ago > 1445) {
        return '';
      }
      const angle = rimAngle(ago) + (RANK[tick.severity] ?? 1) * 0.35;
      const length = Math.min(40, 12 + 7 * Math.log2(tick.times));
      const from = at(angle, RIM.inner);
      const to = at(angle, RIM.inner + length);
      return `<path class="tick ${tick.severity}" data-k="t${tick.begin}${tick.severity}" d="M${from}L${to}"/>`;
    })
    .join('');
  const hours = small
    ? ''
    : HOURS.map(([ago, text]) => {
        const [x, y] = at(rimAngle(ago), 572);
        return `<text class="hour" x="${x}" y="${y + 6}">${text}</text>`;
      }).join('');
  const sum = ticks.reduce((all, tick) => all + tick.times, 0);
  return `<g class="rim" data-k="rim" role="img" aria-label="${sum} reported anew in the last 24 hours">${hours}${marks}</g>`;
}

function address(cell) {
  return cell.places > 1 ? `/?in=${encodeURIComponent(cell.key)}` : `/cell?of=${encodeURIComponent(cell.key)}`;
}

/** The ring: one link a cell; what burns carries its name, the others theirs on request. */
export function cells({ cells: placed, arcs }, small) {
  const shown = small ? new Set() : labelled(placed);
  const all = placed.map((p, i) => {
    const { cell } = p;
    const worst = cell.worst ? cell.worst.toLowerCase() : 'calm';
    const high = cell.high > 0 ? 8 : 0;
    const shape = piece(p.from, p.to, RING.inner, RING.outer + high);
    const stop = cell.worst || i === 0 ? '0' : '-1';
    return (
      `<a class="cell ${worst}${shown.has(p) ? ' named' : ''}" data-k="c${escaped(cell.key)}" data-cell="${escaped(cell.key)}" href="${escaped(address(cell))}" tabindex="${stop}" aria-label="${escaped(cellWords(cell))}">` +
      `<path class="piece" d="${shape}"/>${cell.unsure ? `<path class="unsure" d="${shape}"/>` : ''}${small ? '' : label(p)}</a>`
    );
  });
  const tiers = small ? '' : arcs.map(tierName).join('');
  return `<g class="ring" data-k="ring">${tiers}${all.join('')}</g>`;
}

function tierName({ tier, from, to }) {
  if (!tier) {
    return '';
  }
  const middle = (from + to) / 2;
  const [x, y] = at(middle, 452);
  const turned = ((middle % 360) + 360) % 360;
  const turn = turned > 90 && turned < 270 ? middle + 180 : middle;
  return `<text class="tier" data-k="tier${tier}" x="${x}" y="${y}" transform="rotate(${Math.round(turn)} ${x} ${y})" dy="5">${tier}</text>`;
}

function text(cell) {
  const name = cell.places === 0 ? 'elsewhere' : cell.name;
  return name.length > LABEL ? `${name.slice(0, LABEL - 1)}…` : name;
}

function label({ cell, mid }) {
  const [x, y] = at(mid, 474);
  const [a, b] = [at(mid, RING.outer + 4), at(mid, 464)];
  const turned = ((mid % 360) + 360) % 360;
  const words = text(cell);
  const width = words.length * 10.4 + 16;
  const left = turned < 20 || turned > 340 || (turned > 160 && turned < 200) ? x - width / 2 : turned < 180 ? x - 4 : x - width + 4;
  return (
    `<g class="label"><path class="leader" d="M${a}L${b}"/><rect x="${left}" y="${y - 15}" width="${width}" height="30" rx="7"/>` +
    `<text x="${left + width / 2}" y="${y + 6}">${escaped(words)}</text></g>`
  );
}

// The most urgent first; a label never lies upon another.
function labelled(placed) {
  const taken = [];
  const shown = new Set();
  const burning = placed.filter((p) => p.cell.worst).sort((a, b) => (a.cell.worst < b.cell.worst ? -1 : a.cell.worst > b.cell.worst ? 1 : 0));
  for (const p of burning) {
    // Beside the ring lines lie above each other; on top and below they stand side by side.
    const sideways = Math.abs(Math.sin((p.mid * Math.PI) / 180));
    const need = 4.2 + (1 - sideways) * (text(p.cell).length * 0.75 + 4);
    if (taken.every((other) => apart(other.mid, p.mid) >= Math.max(need, other.need))) {
      taken.push({ mid: p.mid, need });
      shown.add(p);
    }
  }
  return shown;
}

/** One link a ticket: size is priority, arc is progress, initials are who, the number is for how long. */
export function motes(spots, rest, now, small) {
  const marks = spots.map(({ mote, x, y, r, angle }) => {
    const high = r > 10;
    const { text: count, late } = clock(mote, now);
    const turn = 2 * Math.PI * (r - 3);
    const [lx, ly] = at(angle, RING.inner - 3);
    return (
      `<a class="mote ${mote.priority.toLowerCase()}${mote.who ? '' : ' nobody'}${late ? ' late' : ''}" data-k="m${mote.number}" data-cell="${escaped(mote.cell)}" href="/tickets/${mote.number}" aria-label="${escaped(moteWords(mote, now))}">` +
      (high ? `<path class="tie" d="M${x} ${y}L${lx} ${ly}"/>` : '') +
      `<circle class="body" cx="${x}" cy="${y}" r="${r}"/>` +
      (high
        ? `<circle class="way" cx="${x}" cy="${y}" r="${r - 3}" transform="rotate(-90 ${x} ${y})" stroke-dasharray="${(mote.stage * turn).toFixed(1)} ${turn.toFixed(1)}"/>` +
          `<text x="${x}" y="${small ? y + 9 : y}" font-size="${small ? 26 : 19}">${escaped(mote.groups > 1 ? `×${mote.groups}` : initials(mote.who))}</text>` +
          (small ? '' : `<text class="count" x="${x}" y="${y + 15}" font-size="14">${escaped(count)}</text>`)
        : '') +
      `<title>${escaped(moteWords(mote, now))}</title></a>`
    );
  });
  const counted = rest.map(({ cell, x, y, count }) => {
    const where = address(cell);
    return (
      `<a class="mote rest" data-k="r${escaped(cell.key)}" data-cell="${escaped(cell.key)}" href="${escaped(where)}" aria-label="${count} more: ${escaped(cellWords(cell))}">` +
      `<rect class="body" x="${x - 21}" y="${y - 11}" width="42" height="22" rx="11"/><text x="${x}" y="${y + 5}" font-size="14">+${count > 999 ? '1k' : count}</text></a>`
    );
  });
  return `<g class="motes" data-k="motes">${marks.join('')}${counted.join('')}</g>`;
}


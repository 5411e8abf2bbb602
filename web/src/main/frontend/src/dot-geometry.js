// Where everything around the disc lies. Angles are degrees clockwise from the top; the picture is
// 1200 wide and its middle is at 600.

const TIERS = ['application', 'system', 'hardware', ''];
const BETWEEN_TIERS = 5;
const LEAST_TIER = 24;

export const RING = { inner: 408, outer: 436 };
export const RIM = { inner: 496, outer: 544 };

/** How far a cell stands out of the ring by the worst that burns there, so that nobody needs its colour. */
export function lift(cell) {
  return { P1: 12, P2: 12, P3: 5, P4: 0 }[cell.worst] ?? -7;
}

/** The point at an angle and a distance from the middle. */
export function at(angle, radius) {
  const turn = (angle * Math.PI) / 180;
  return [600 + radius * Math.sin(turn), 600 - radius * Math.cos(turn)].map((v) => Math.round(v * 10) / 10);
}

/** The outline of a piece of a ring. */
export function piece(from, to, inner, outer) {
  const large = to - from > 180 ? 1 : 0;
  const [a, b, c, d] = [at(from, outer), at(to, outer), at(to, inner), at(from, inner)];
  return `M${a}A${outer} ${outer} 0 ${large} 1 ${b}L${c}A${inner} ${inner} 0 ${large} 0 ${d}Z`;
}

/** Each cell with the angles between which it lies; each arc with its own. */
export function layout(cells) {
  const tiers = TIERS.map((tier) => ({ tier, cells: cells.filter((cell) => cell.tier === tier) })).filter((t) => t.cells.length);
  if (!tiers.length) {
    return { cells: [], arcs: [] };
  }
  const gaps = tiers.length > 1 ? tiers.length * BETWEEN_TIERS : 0;
  const spans = shares(tiers.map((t) => t.cells.length), 360 - gaps);
  let angle = -spans[0] / 2;
  const placed = [];
  const arcs = tiers.map(({ tier, cells: own }, i) => {
    const from = angle;
    const width = spans[i] / own.length;
    const gap = Math.min(1.4, width * 0.18);
    own.forEach((cell, k) => {
      const begin = from + k * width;
      placed.push({ cell, from: begin + gap / 2, to: begin + width - gap / 2, mid: begin + width / 2 });
    });
    angle += spans[i] + (gaps ? BETWEEN_TIERS : 0);
    return { tier, from, to: from + spans[i] };
  });
  return { cells: placed, arcs };
}

// By how many cells they have, but no arc so small that it cannot be seen.
function shares(counts, whole) {
  const sum = counts.reduce((a, b) => a + b, 0);
  const plain = counts.map((n) => (n / sum) * whole);
  const least = Math.min(LEAST_TIER, whole / counts.length);
  const lifted = plain.map((span) => Math.max(span, least));
  const over = lifted.reduce((a, b) => a + b, 0) - whole;
  const free = lifted.reduce((a, span) => a + (span - least), 0);
  return lifted.map((span) => (free > 0 ? span - ((span - least) / free) * over : span));
}

/** How far back a moment lies on the rim: now at the top, the last hour a quarter round, then ever closer. */
export function rimAngle(minutesAgo) {
  const m = Math.min(1440, Math.max(0, minutesAgo));
  return m <= 60 ? -(m / 60) * 90 : -(90 + (Math.log(m / 60) / Math.log(24)) * 260);
}

const ROWS = { high: [359], low: [390, 366, 342] };
const ARC = 7;

/** How large a mote is drawn: large ones where words must be read from far away or on a phone. */
export function size(mote, big = false) {
  return (big ? { P1: 41, P2: 40, P3: 14, P4: 9 } : { P1: 38, P2: 34, P3: 11, P4: 7 })[mote.priority];
}

/** What counts the tickets that have no mote of their own. */
export const pill = (big) => (big ? { width: 78, height: 42, size: 32 } : { width: 54, height: 28, size: 19 });

/**
 * A place for every mote at the angle of its cell, beside each other and in rows, none upon another;
 * what finds no place is counted by cell.
 */
export function scatter(motes, placedCells, big = false) {
  const byKey = new Map(placedCells.map((p) => [p.cell.key, p]));
  const placed = [];
  const left = new Map();
  for (const mote of motes) {
    const home = byKey.get(mote.cell);
    if (!home) {
      continue;
    }
    const spot = spotFor(mote, home, placed, big);
    if (spot) {
      placed.push(spot);
    } else {
      left.set(mote.cell, (left.get(mote.cell) ?? 0) + mote.groups);
    }
  }
  const more = [];
  for (const p of placedCells) {
    const shown = motes.filter((m) => m.cell === p.cell.key).reduce((sum, m) => sum + m.groups, 0);
    const rest = Math.max(0, p.cell.high + p.cell.low - shown) + (left.get(p.cell.key) ?? 0);
    if (rest > 0) {
      more.push({ cell: p.cell, count: rest, ...besides(p, placed, more, pill(big)) });
    }
  }
  return { motes: placed, more };
}

// Nearest to its cell where no mote lies; where there is no such place, upon the disc's edge.
function besides(home, placed, more, { width }) {
  for (let step = 0; step <= 16; step += 2) {
    for (const angle of step ? [home.mid + step, home.mid - step] : [home.mid]) {
      for (const row of [386, 342]) {
        const [x, y] = at(angle, row);
        const free = (other, need) => Math.hypot(other.x - x, other.y - y) >= need;
        if (placed.every((other) => free(other, other.outer + width / 2)) && more.every((other) => free(other, width + 2))) {
          return { x, y };
        }
      }
    }
  }
  const [x, y] = at(home.mid, 312);
  return { x, y };
}

function spotFor(mote, home, placed, big) {
  const r = size(mote, big);
  const high = mote.priority < 'P3';
  // What is high has its progress around it.
  const outer = high ? r + ARC : r;
  const reach = Math.max((home.to - home.from) / 2, high ? 17 : 3);
  for (const row of high ? ROWS.high : ROWS.low) {
    // Large ones are not all of one size: they are pushed aside by as little as is needed.
    const step = high ? 1 : ((2 * outer + 3) / row) * (180 / Math.PI);
    for (let k = 0; k * step <= reach; k++) {
      for (const angle of k ? [home.mid + k * step, home.mid - k * step] : [home.mid]) {
        const [x, y] = at(angle, row);
        if (placed.every((other) => Math.hypot(other.x - x, other.y - y) >= other.outer + outer + 2)) {
          return { mote, x, y, r, outer, foot: at(Math.min(home.to, Math.max(home.from, angle)), RING.inner - 1) };
        }
      }
    }
  }
  return null;
}

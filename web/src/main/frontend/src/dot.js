// The dot as a picture: pure functions from the JSON of /api/v1/dot to SVG text and words.

const LOOKS = {
  green: { core: '#1c8f6c', edge: '#0c5a47', halo: '#2fc79a', ink: '#ffffff', ground: '#07130f', word: 'life is good' },
  dots: { core: '#e2b23c', edge: '#b98412', halo: '#f1c454', ink: '#10201a', ground: '#14100a', word: 'plenty to do' },
  red: { core: '#b8301f', edge: '#741409', halo: '#ff7a5f', ink: '#ffffff', ground: '#160a09', word: 'dash' },
  blind: { core: '#5b6a73', edge: '#37434a', halo: '#8fa3ad', ink: '#ffffff', ground: '#0c1013', word: 'cannot see' },
  stale: { core: '#5b6a73', edge: '#37434a', halo: '#8fa3ad', ink: '#ffffff', ground: '#0c1013', word: 'no news' },
};

const HALO = { green: 503, dots: 530, red: 563, blind: 481, stale: 481 };

/** Which look is drawn: plain green is never shown while something cannot be seen. */
export function lookOf(dot) {
  if (dot.stale) {
    return 'stale';
  }
  return dot.blind?.length && dot.look === 'green' ? 'blind' : dot.look;
}

/** The big word of a look. */
export function word(dot) {
  return LOOKS[lookOf(dot)].word;
}

/** The colour of a look's ground, which fills the page around the disc. */
export function ground(dot) {
  return LOOKS[lookOf(dot)].ground;
}

/** The honest second line: what is counted, or what cannot be seen. */
export function more(dot) {
  if (dot.stale) {
    return dot.stranger ? 'your login ended: log in again' : 'the server cannot be reached';
  }
  return lookOf(dot) === 'blind' ? blindWords(dot) : counts(dot);
}

/** What cannot be seen, in one line; empty when everything can. */
export function blindWords(dot) {
  const blind = dot.blind ?? [];
  if (!blind.length) {
    return '';
  }
  return blind.length === 1 ? blind[0] : `${blind[0]} · ${blind.length - 1} more`;
}

function counts({ high = 0, low = 0, unassigned = 0, overdue = 0, waiting = 0 }) {
  const parts = [];
  if (high) {
    parts.push(`${high} high`);
  } else if (low) {
    parts.push(`${low} low`);
  }
  if (unassigned) {
    parts.push(unassigned === 1 ? '1 is nobody’s' : `${unassigned} are nobody’s`);
  }
  if (overdue) {
    parts.push(`${overdue} overdue`);
  }
  if (!high && !unassigned && !overdue && low) {
    parts.push(waiting ? (waiting === 1 ? '1 waits for a person' : `${waiting} wait for a person`) : 'none waits for anybody');
  }
  return parts.length ? parts.join(' · ') : 'nothing burns';
}

/** One sentence for a screen reader. */
export function sentence(dot) {
  const unseen = lookOf(dot) === 'blind' ? '' : blindWords(dot);
  return `${word(dot)}: ${more(dot)}${unseen ? `. Cannot see: ${unseen}` : ''}`;
}

/** How long ago, so that a frozen screen looks frozen. */
export function ago(seconds) {
  const s = Math.max(0, Math.round(seconds));
  if (s < 120) {
    return `${s} s ago`;
  }
  return s < 7200 ? `${Math.floor(s / 60)} min ago` : `${Math.floor(s / 3600)} h ago`;
}

/** The names of those on duty, and what else one should know. */
export function duty(dot) {
  const names = dot.onDuty ?? [];
  const some = names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
  return [names.length ? `${some} on duty` : 'nobody on duty', ...(dot.notes ?? [])].join(' · ');
}

/** Text that may stand inside markup. */
export function escaped(text) {
  return String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

function glyph(look, ink) {
  const stroke = `fill="none" stroke="${ink}" stroke-linecap="round"`;
  switch (look) {
    case 'green':
      return `<path d="M455 560Q600 690 745 560" ${stroke} stroke-width="30"/>`;
    case 'dots':
      return [-115, 0, 115].map((dx) => `<circle cx="${600 + dx}" cy="575" r="34" fill="${ink}"/>`).join('');
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
        `<circle cx="600" cy="575" r="22" fill="${ink}"/><path d="M505 655L695 495" ${stroke} stroke-width="18"/>`
      );
  }
}

function wrapped(text, most) {
  if (text.length <= most) {
    return [text];
  }
  const cut = text.lastIndexOf(' ', most);
  const at = cut > most / 2 ? cut : most;
  const rest = text.slice(at).replace(/^[ ·]+/, '');
  return [text.slice(0, at), rest.length > most ? `${rest.slice(0, most - 1)}…` : rest];
}

function shortened(text, most) {
  const [first, rest] = wrapped(text, most);
  return rest ? `${first}…` : first;
}

/** The whole disc as SVG text; every word of the data is escaped. */
export function svg(dot) {
  const look = lookOf(dot);
  const p = LOOKS[look];
  const unseen = look === 'blind' || look === 'stale';
  const hatched = unseen || blindWords(dot) !== '';
  const line = (text, y, size, weight) =>
    `<text x="600" y="${y}" font-size="${size}" font-weight="${weight}" fill="${p.ink}" text-anchor="middle">${escaped(text)}</text>`;
  const second = wrapped(more(dot), unseen ? 34 : 38);
  const third = !unseen && hatched ? [shortened(`cannot see: ${blindWords(dot)}`, 36)] : [];
  const below = [...second, ...third];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 1200" role="img" aria-label="${escaped(sentence(dot))}">` +
    `<defs><radialGradient id="core" cx="45%" cy="40%"><stop offset="0" stop-color="${p.core}"/><stop offset=".7" stop-color="${p.core}"/><stop offset="1" stop-color="${p.edge}"/></radialGradient>` +
    `<radialGradient id="halo"><stop offset=".55" stop-color="${p.halo}" stop-opacity=".3"/><stop offset="1" stop-color="${p.halo}" stop-opacity="0"/></radialGradient>` +
    `<pattern id="hatch" width="18" height="18" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="18" height="18" fill="${p.core}"/><rect width="7" height="18" fill="${p.edge}"/></pattern></defs>` +
    `<circle class="halo" cx="600" cy="600" r="${HALO[look]}" fill="url(#halo)"/>` +
    (hatched
      ? `<circle cx="600" cy="600" r="${unseen ? 310 : 352}" fill="url(#hatch)"/><circle cx="600" cy="600" r="${unseen ? 256 : 310}" fill="${unseen ? p.edge : 'url(#core)'}"/>`
      : `<circle cx="600" cy="600" r="310" fill="url(#core)"/>`) +
    glyph(look, p.ink) +
    line(p.word, 735, 44, 650) +
    below.map((text, i) => line(text, 782 + i * 33, unseen ? 24 : 26, 450)).join('') +
    `</svg>`
  );
}

/** The small dot of the bar and of the browser's tab. */
export function mini(dot) {
  const look = lookOf(dot);
  const p = LOOKS[look];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="280 280 640 640" aria-hidden="true">` +
    `<circle cx="600" cy="600" r="310" fill="${p.core}" stroke="${p.edge}" stroke-width="20"/>` +
    (blindWords(dot) && look !== 'blind' ? `<circle cx="600" cy="600" r="280" fill="none" stroke="${p.ink}" stroke-width="36" stroke-dasharray="46 40"/>` : '') +
    `<g transform="translate(600 600) scale(1.5) translate(-${look === 'red' ? 606 : 600} -${look === 'green' ? 592 : 575})">${glyph(look, p.ink)}</g></svg>`
  );
}

/** What the browser's tab says. */
export function title(dot, page) {
  const count = lookOf(dot) === 'red' || (lookOf(dot) === 'dots' && dot.high) ? ` (${dot.high})` : '';
  return `${word(dot)}${count} · ${page}`;
}

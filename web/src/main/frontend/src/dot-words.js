// What the dot says, in words: pure functions of the JSON of /api/v1/dot.

const WORDS = {
  green: 'life is good',
  dots: 'plenty to do',
  red: 'dash',
  blind: 'cannot see',
  stale: 'no news',
};

/** Which look is drawn: plain green is never shown while something cannot be seen. */
export function lookOf(dot) {
  if (dot.stale) {
    return 'stale';
  }
  return dot.blind?.length && dot.look === 'green' ? 'blind' : dot.look;
}

/** The big word of a look. */
export function word(dot) {
  return WORDS[lookOf(dot)];
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

/** The time of the server's clock, by the last dot that was heard: a browser's own may be wrong by hours. */
export function serverTime(dot, heard, now) {
  const said = Date.parse(dot?.asOf);
  return Number.isNaN(said) ? now : now + said - heard;
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

/** What the browser's tab says. */
export function title(dot, page) {
  const count = lookOf(dot) === 'red' || (lookOf(dot) === 'dots' && dot.high) ? ` (${dot.high})` : '';
  return `${word(dot)}${count} · ${page}`;
}

/** How many of a cell burn, in words. */
export function cellWords(cell) {
  const name = cell.places === 0 ? 'elsewhere' : cell.places === 1 ? cell.name : `${cell.name}, ${cell.places} places`;
  const counts = [cell.high ? `${cell.high} high` : '', cell.low ? `${cell.low} low` : ''].filter(Boolean);
  const unsure = cell.unsure ? ', not sure whether it is over' : '';
  return `${cell.tier ? `${cell.tier} ` : ''}${name}: ${counts.length ? counts.join(', ') + unsure : 'nothing burns'}`;
}

/** Whole minutes between two moments, at least 0. */
export function minutes(from, to) {
  return Math.max(0, Math.floor((to - from) / 60_000));
}

/** A stretch of minutes as short as can be: 59m, 23h, 9d. */
export function short(count) {
  return count < 60 ? `${count}m` : count < 1440 ? `${Math.floor(count / 60)}h` : `${Math.floor(count / 1440)}d`;
}

/** A count in at most four letters, never more than it is: 999, 1k, 12k, 100k, 3M. */
export function thousands(count) {
  return count < 1000 ? `${count}` : count < 1_000_000 ? `${Math.floor(count / 1000)}k` : `${Math.floor(count / 1_000_000)}M`;
}

/** First letters of a name; a question mark for nobody. */
export function initials(name) {
  if (!name) {
    return '?';
  }
  const parts = name.trim().split(/\s+/);
  return (parts[0][0] + (parts.length > 1 ? parts.at(-1)[0] : '')).toUpperCase();
}

/** What a mote's number means at this moment: how long nobody may wait any more, or since when nobody did anything. */
export function clock(mote, now) {
  if (mote.acknowledgeBy) {
    const left = Date.parse(mote.acknowledgeBy) - now;
    return left > 0
      ? { text: short(Math.ceil(left / 60_000)), late: false, words: `to be taken within ${short(Math.ceil(left / 60_000))}` }
      : { text: `+${short(minutes(Date.parse(mote.acknowledgeBy), now))}`, late: true, words: `should have been taken ${short(minutes(Date.parse(mote.acknowledgeBy), now))} ago` };
  }
  const last = Date.parse(mote.touchedAt ?? mote.openedAt);
  const late = mote.overdueAt ? Date.parse(mote.overdueAt) < now : false;
  const idle = short(minutes(last, now));
  return { text: idle, late, words: `${mote.touchedAt ? 'last touched' : 'opened'} ${idle} ago${late ? ', overdue' : ''}` };
}

/** A mote in one sentence. */
export function moteWords(mote, now) {
  const groups = mote.groups > 1 ? `, ${mote.groups} high groups` : '';
  return `#${mote.number} ${mote.priority} ${mote.title}${groups}: ${mote.who ?? 'nobody has it'}, ${clock(mote, now).words}`;
}

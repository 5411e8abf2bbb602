// The dot as text: everything that the picture tells, as headings and lists.
import { address } from './dot-ring.js';
import { blindWords, cellWords, clock, duty, escaped, sentence } from './dot-words.js';

function share(value, what) {
  return value == null ? `no source tells ${what}` : `${what} ${Math.round(value * 100)} %`;
}

/** Markup of the list; every word of the data is escaped. */
export function twin(dot, { now = Date.now(), still = false } = {}) {
  const cells = dot.ring ?? [];
  const burning = cells.filter((cell) => cell.worst);
  const calm = cells.filter((cell) => !cell.worst).reduce((sum, cell) => sum + cell.places, 0);
  const motes = dot.motes ?? [];
  const more = (dot.high ?? 0) + (dot.low ?? 0) - motes.reduce((sum, mote) => sum + mote.groups, 0);
  const link = (href, text) => (still ? escaped(text) : `<a href="${escaped(href)}">${escaped(text)}</a>`);
  return (
    `<p>${escaped(sentence(dot))}. ${escaped(duty(dot))}.</p>` +
    (blindWords(dot) ? `<h3>Cannot see</h3><ul>${dot.blind.map((text) => `<li>${escaped(text)}</li>`).join('')}</ul>` : '') +
    `<h3>Where it burns</h3><ul>${burning.map((cell) => `<li class="${cell.worst.toLowerCase()}">${link(address(cell), cellWords(cell))}</li>`).join('')}` +
    `<li>${calm === 1 ? '1 place is calm' : `${calm} places are calm`}</li></ul>` +
    (motes.length
      ? `<h3>Tickets</h3><ol>${motes
          .map((m) => `<li><b>${m.priority}</b> ${link(`/tickets/${m.number}`, `#${m.number} ${m.title}`)} <span>${escaped(m.who ?? 'nobody has it')}, ${escaped(clock(m, now).words)}</span></li>`)
          .join('')}</ol>${more > 0 ? `<p>and ${more} more</p>` : ''}`
      : '') +
    `<p>${escaped(share(dot.utilisation, 'utilisation of the hardware'))} · ${escaped(share(dot.activity, 'activity of users'))}</p>`
  );
}

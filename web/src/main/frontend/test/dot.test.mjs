import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lines, mini, svg } from '../src/dot.js';
import { ago, clock, duty, lookOf, more, moteWords, sentence, serverTime, thousands, title } from '../src/dot-words.js';
import { properties } from '../src/skin.js';
import { twin } from '../src/dot-twin.js';

const calm = { look: 'green', blind: [], high: 0, low: 0, unassigned: 0, overdue: 0, waiting: 0, onDuty: [] };

test('nothing open is said as such', () => {
  assert.equal(more(calm), 'nothing burns');
  assert.match(svg(calm), /life is good/);
});

test('low tickets that wait for nobody stay green and are counted', () => {
  assert.equal(more({ ...calm, low: 3 }), '3 low · none waits for anybody');
  assert.equal(more({ ...calm, low: 3, waiting: 1 }), '3 low · 1 waits for a person');
});

test('red says how many are high and how many are nobody’s', () => {
  const red = { ...calm, look: 'red', high: 3, low: 4, unassigned: 1 };
  assert.equal(more(red), '3 high · 1 is nobody’s');
  assert.equal(title(red, 'Dash'), 'dash (3) · Dash');
});

test('overdue is never hidden', () => {
  assert.equal(more({ ...calm, look: 'dots', low: 2, overdue: 1 }), '2 low · 1 overdue');
});

test('green with a blind spot is drawn as blind', () => {
  const blind = { ...calm, blind: ['prometheus-eu is silent for 4 min'] };
  assert.equal(lookOf(blind), 'blind');
  assert.equal(more(blind), 'prometheus-eu is silent for 4 min');
  assert.match(svg(blind), /cannot see/);
  assert.doesNotMatch(svg(blind), /life is good/);
});

test('red with a blind spot stays red with a hatched ring and the reason', () => {
  const both = { ...calm, look: 'red', high: 2, blind: ['host is silent', 'mail is silent'] };
  assert.equal(lookOf(both), 'red');
  assert.match(svg(both), /class="hatched" fill="url\(#hatch-dot\)"/);
  assert.match(svg(both), /cannot see: host is silent/);
  assert.match(sentence(both), /Cannot see: host is silent · 1 more/);
});

test('a lost stream is never green', () => {
  assert.equal(lookOf({ ...calm, stale: true }), 'stale');
  assert.match(svg({ ...calm, stale: true }), /no news/);
  assert.match(more({ ...calm, stale: true, stranger: true }), /log in again/);
});

test('words of the data are escaped in pictures', () => {
  const evil = svg({ ...calm, blind: ['<script>alert(1)</script>"'] });
  assert.doesNotMatch(evil, /<script/);
});

test('each look has its own glyph', () => {
  const looks = ['green', 'dots', 'red'].map((look) => mini({ ...calm, look }));
  assert.equal(new Set(looks).size, 3);
});

test('age and duty are said in words', () => {
  assert.equal(ago(2.2), '2 s ago');
  assert.equal(ago(240), '4 min ago');
  assert.equal(duty(calm), 'nobody on duty');
  assert.equal(duty({ onDuty: ['Mary K', 'Jon L'] }), 'Mary K, Jon L on duty');
  assert.equal(duty({ onDuty: ['Mary K'], notes: ['nobody can be told yet'] }), 'Mary K on duty · nobody can be told yet');
});

const now = Date.parse('2026-01-01T12:00:00Z');
const cell = (name, worst, high, low, tier = 'system') => ({ key: `${tier}:${name}`, tier, name, places: 1, worst, high, low, unsure: false });
const mote = (number, priority, at, who) => ({ number, title: `t<${number}>`, priority, cell: at, who, groups: 1, stage: 0.4, openedAt: '2026-01-01T11:00:00Z' });
const busy = {
  ...calm, look: 'red', high: 2, low: 1,
  ring: [cell('shop', 'P1', 1, 0, 'application'), cell('web-1', 'P2', 1, 1), cell('web-2', null, 0, 0)],
  motes: [mote(1, 'P1', 'application:shop', 'Mary Kay'), mote(2, 'P2', 'system:web-1', null), mote(3, 'P3', 'system:web-1', 'Jon L')],
  rim: [{ begin: '2026-01-01T11:59:00Z', severity: 'critical', times: 3 }],
};

test('every place and every ticket is a link that says what it is', () => {
  const picture = svg(busy, { now });
  assert.equal(picture.match(/class="cell /g).length, 3);
  assert.equal(picture.match(/class="mote /g).length, 3);
  assert.match(picture, /href="\/tickets\/2"[^>]*aria-label="#2 P2 t&#60;2&#62;: nobody has it/);
  assert.match(picture, /href="\/cell\?of=application%3Ashop"/);
  assert.doesNotMatch(picture, /t<2>/);
});

test('who may only look gets no links, and what is drawn has its name all the same', () => {
  assert.equal(svg(busy, { now, still: true }).match(/<a [^>]*role="img"[^>]*aria-label=/g).length, 7);
  assert.doesNotMatch(svg(busy, { now, still: true }), /href=/);
  assert.doesNotMatch(twin(busy, { now, still: true }), /href=/);
});

test('the list tells the same as the picture', () => {
  const text = twin(busy, { now });
  for (const part of ['application shop: 1 high', 'system web-1: 1 high, 1 low', '1 place is calm', '#3 t&#60;3&#62;']) {
    assert.ok(text.includes(part), part);
  }
});

test('a mote counts down until it must be taken, and then up since it was touched', () => {
  const waiting = { ...mote(1, 'P2', '', null), acknowledgeBy: '2026-01-01T12:03:30Z' };
  assert.deepEqual([clock(waiting, now).text, clock(waiting, now).late], ['4m', false]);
  const late = { ...waiting, acknowledgeBy: '2026-01-01T11:50:00Z' };
  assert.deepEqual([clock(late, now).text, clock(late, now).late], ['+10m', true]);
  const idle = { ...mote(1, 'P2', '', 'Mary'), touchedAt: '2026-01-01T10:00:00Z' };
  assert.equal(clock(idle, now).text, '2h');
  assert.match(moteWords(idle, now), /Mary, last touched 2h ago/);
});

test('long lines are broken between words and end with an ellipsis', () => {
  assert.deepEqual(lines('one two three', 7, 2), ['one two', 'three']);
  assert.deepEqual(lines('one two three four five', 9, 2), ['one two', 'three…']);
});

test('a skin paints every look and draws its own glyph', () => {
  const colours = {};
  for (const look of ['green', 'dots', 'red', 'blind']) {
    for (const part of ['core', 'edge', 'halo', 'ink', 'ground']) {
      colours[`${look}-${part}`] = `#${look}-${part}`;
    }
  }
  Object.assign(colours, { calm: '#c', high: '#h', p3: '#3', p4: '#4' });
  const all = properties({ colours }, 'stale');
  assert.equal(all['--core'], '#blind-core');
  assert.ok(Object.values(all).every(Boolean));
  assert.match(svg(calm, { glyphs: { green: '<path d="M1 2"></path>' } }), /translate\(440 475\)"><path d="M1 2">/);
  assert.match(mini(calm, colours), /#green-core/);
  assert.match(mini(calm, colours, { green: '<path d="M1 2"></path>' }), /translate\(440 475\)"><path d="M1 2">/);
});

test('a count is short and never more than it is', () => {
  assert.deepEqual([7, 999, 1000, 12_900, 100_000, 3_000_000].map(thousands), ['7', '999', '1k', '12k', '100k', '3M']);
});

test('the time is the server’s, however wrong the browser’s clock is', () => {
  const asOf = '2026-01-01T12:00:00Z';
  const wrong = now - 600_000;
  assert.equal(serverTime({ asOf }, wrong, wrong + 5000), now + 5000);
  assert.equal(serverTime(null, 0, 42), 42);
  assert.match(svg(busy, { now: serverTime({ asOf }, wrong, wrong) }), /class="tick critical"/);
});

test('Tab reaches the first mote only', () => {
  const stops = svg(busy, { now }).match(/class="mote [^>]*tabindex="(-?[0-9])"/g).map((one) => one.slice(-2, -1) === '0' && !one.endsWith('"-1"'));
  assert.deepEqual(stops.map((one, i) => (one ? i : null)).filter((i) => i !== null), [0]);
});

test('an hour of the rim gives way to a label that lies upon it, and has its mark all the same', () => {
  // Of two cells the first lies where the last hour ends, the second across from it.
  const picture = (...worst) => svg({ ...busy, motes: [], ring: worst.map((one, i) => cell(`host-${i}`, one, one ? 1 : 0, 0)) }, { now });
  assert.match(picture(null, 'P2'), />1 h</);
  assert.doesNotMatch(picture('P2', null), />1 h</);
  assert.equal(picture('P2', null).match(/class="mark"/g).length, 7);
});

test('on a wall no word is too small to be read from eight metres', () => {
  const picture = svg({ ...busy, blind: ['a source is silent'], low: 1300, ring: busy.ring.map((one) => ({ ...one, low: 400 })) }, { now, large: true });
  const sizes = [...picture.matchAll(/<text[^>]*font-size="([0-9]+)"/g)].map((found) => Number(found[1]));
  assert.equal(sizes.length, picture.match(/<text/g).length);
  // 2.4 % of the height of a screen that leaves the picture 1000 of 1080.
  assert.ok(Math.min(...sizes) * (1000 / 1200) >= 26, String(sizes));
});

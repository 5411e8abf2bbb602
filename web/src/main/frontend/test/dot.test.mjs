import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ago, duty, lookOf, mini, more, sentence, svg, title } from '../src/dot.js';

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
  assert.match(svg(both), /url\(#hatch\)/);
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

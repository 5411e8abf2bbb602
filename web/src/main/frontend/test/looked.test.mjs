import assert from 'node:assert/strict';
import test from 'node:test';
import { followed } from '../src/looked.js';

const link = (ticket, text) => ({ textContent: text, closest: () => (ticket ? { dataset: { looked: ticket } } : null) });

test('a link out of a ticket is told by its name', () => {
  assert.deepEqual(followed(link('4711', ' Grafana: Dashboard ')), {
    address: '/api/v1/tickets/4711/research/followed',
    name: 'Grafana: Dashboard',
  });
});

test('other links are nobody\u2019s business', () => {
  assert.equal(followed(link(null, 'Help')), null);
  assert.equal(followed(null), null);
});

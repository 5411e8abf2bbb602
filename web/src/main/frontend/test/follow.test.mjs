import assert from 'node:assert/strict';
import test from 'node:test';
import { standing } from '../src/follow.js';

test('how a ticket stands is one short answer', async () => {
  const asked = [];
  const get = async (address) => (asked.push(address), { ok: true, json: async () => ({ standing: '2 a b' }) });
  assert.equal(await standing('4711', get), '2 a b');
  assert.deepEqual(asked, ['/api/v1/tickets/4711/standing']);
});

test('a server that refuses says nothing of the ticket', async () => {
  assert.equal(await standing('4711', async () => ({ ok: false })), null);
});

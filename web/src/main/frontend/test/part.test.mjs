import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partOf } from '../src/part.js';

const part = (name) => ({ look: 'green', ring: [name], motes: [name] });
const answer = (dot) => ({ ok: true, json: async () => dot });

test('of two answers the one that was asked for last is drawn, whichever comes first', async () => {
  const waiting = [];
  const newest = partOf('system:a~b', (path) => new Promise((done) => waiting.push({ path, done })));
  const [one, other] = [newest({ look: 'green' }), newest({ look: 'green' })];
  assert.equal(waiting[0].path, '/api/v1/dot?in=system%3Aa~b');
  waiting[1].done(answer(part('new')));
  waiting[0].done(answer(part('old')));
  assert.equal(await one, null);
  assert.deepEqual((await other).ring, ['new']);
});

test('a part that cannot be asked for stays as it was, and is never the whole', async () => {
  let fails = false;
  const newest = partOf('system:a~b', async () => (fails ? Promise.reject(new Error('gone')) : answer(part('here'))));
  await newest({ look: 'green' });
  fails = true;
  const whole = { look: 'red', high: 2, ring: ['all'], motes: ['all'] };
  assert.deepEqual(await newest(whole), { ...whole, ring: ['here'], motes: ['here'] });
  assert.deepEqual(await newest({ ...whole, stale: true }), { ...whole, stale: true, ring: ['here'], motes: ['here'] });
});

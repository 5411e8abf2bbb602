import assert from 'node:assert/strict';
import { test } from 'node:test';
import { due, words } from '../src/call.js';

const one = { number: 17, priority: 'P1', title: 'DiskFull on web-1' };
const other = { number: 18, priority: 'P2', title: 'Slow' };

test('a sound is made at once for what is new, then each minute, and never when nothing waits', () => {
  assert.equal(due([], new Set(), 0, 100_000), false);
  assert.equal(due([one], new Set(), 99_000, 100_000), true);
  assert.equal(due([one], new Set([17]), 50_000, 100_000), false);
  assert.equal(due([one], new Set([17]), 40_000, 100_000), true);
  assert.equal(due([one, other], new Set([17]), 99_000, 100_000), true);
});

test('the banner names the most urgent and counts the rest', () => {
  const text = { more: 'and {0} more' };
  assert.deepEqual(words([one], text), { head: 'P1 #17 DiskFull on web-1', more: '', number: 17 });
  assert.equal(words([one, other], text).more, 'and 1 more');
});

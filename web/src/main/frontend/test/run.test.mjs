import assert from 'node:assert/strict';
import test from 'node:test';
import { words } from '../src/run.js';

const texts = { going: '{0} of {1} are done.', done: 'Done on {0} of {1}.', refused: 'Left as they are:' };

test('what is under way says how far it is, what is refused among it', () => {
  assert.equal(words({ total: 300, done: 40, refusals: 2, refused: [], finished: false }, texts), '42 of 300 are done.');
});

test('what has ended says what was left and why', () => {
  const run = { total: 3, done: 2, refusals: 1, refused: [{ ticket: 7, why: 'It is closed.' }], finished: true, stopped: null };
  assert.equal(words(run, texts), 'Done on 2 of 3. Left as they are: #7: It is closed.');
});

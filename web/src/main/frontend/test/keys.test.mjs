import assert from 'node:assert/strict';
import { test } from 'node:test';
import { taken } from '../src/keys.js';

test('a key that is typed into something is left alone', () => {
  assert.equal(taken({ target: { tagName: 'TEXTAREA' } }), true);
  assert.equal(taken({ target: { tagName: 'DIV', isContentEditable: true } }), true);
  assert.equal(taken({ ctrlKey: true, target: { tagName: 'BODY' } }), true);
  assert.equal(taken({ target: { tagName: 'BODY' } }), false);
});

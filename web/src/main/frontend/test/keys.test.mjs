import assert from 'node:assert/strict';
import { test } from 'node:test';
import { carrier, press, taken } from '../src/keys.js';

test('a key that is typed into something is left alone', () => {
  assert.equal(taken({ target: { tagName: 'TEXTAREA' } }), true);
  assert.equal(taken({ target: { tagName: 'DIV', isContentEditable: true } }), true);
  assert.equal(taken({ ctrlKey: true, target: { tagName: 'BODY' } }), true);
  assert.equal(taken({ target: { tagName: 'BODY' } }), false);
});

const one = (seen, more = {}) => ({ offsetParent: seen ? {} : null, ...more });

test('a key presses the first that carries it and can be seen', () => {
  const [folded, seen] = [one(false), one(true)];
  const root = { querySelectorAll: (selector) => (selector === '[data-key="m"]' ? [folded, seen] : []) };
  assert.equal(carrier(root, 'm'), seen);
  assert.equal(carrier(root, 'n'), null);
  assert.equal(carrier(root, '"'), null);
});

test('what is folded is unfolded, with the cursor where one writes', () => {
  let focused = 0;
  const details = { tagName: 'DETAILS', open: false, querySelector: () => ({ focus: () => (focused += 1) }) };
  press(details);
  assert.deepEqual([details.open, focused], [true, 1]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { first, release } from '../src/once.js';

function button() {
  const attributes = new Map();
  const classes = new Set();
  return {
    attributes,
    classes,
    setAttribute: (name, value) => attributes.set(name, value),
    removeAttribute: (name) => attributes.delete(name),
    classList: { add: (name) => classes.add(name), remove: (name) => classes.delete(name) },
  };
}

function form(...buttons) {
  return { dataset: {}, querySelectorAll: () => buttons };
}

test('a form is sent once, whichever of its buttons is pressed then', () => {
  const [one, other] = [button(), button()];
  const both = form(one, other);
  assert.equal(first(both, one), true);
  assert.equal(first(both, one), false);
  assert.equal(first(both, other), false);
  assert.equal(other.attributes.get('aria-disabled'), 'true');
  assert.deepEqual([one.classes.has('busy'), other.classes.has('busy')], [true, false]);
});

test('a form that is shown again can be sent again', () => {
  const one = button();
  const shown = form(one);
  first(shown, one);
  release(shown);
  assert.deepEqual([one.attributes.size, one.classes.size], [0, 0]);
  assert.equal(first(shown, null), true);
});

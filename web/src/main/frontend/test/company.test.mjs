import assert from 'node:assert/strict';
import test from 'node:test';
import { sentences, typed } from '../src/company.js';

const texts = { here: '{0} looks too.', writing: '{0} writes.' };

test('who writes is named before who looks', () => {
  const others = [{ name: 'Ann', writing: false }, { name: 'Ben', writing: true }, { name: 'Cy', writing: false }];
  assert.equal(sentences(others, texts), 'Ben writes. Ann, Cy looks too.');
  assert.equal(sentences([], texts), '');
});

test('only what was typed since the page was drawn counts', () => {
  assert.equal(typed([{ value: 'last cause', defaultValue: 'last cause' }, { value: ' ', defaultValue: '' }]), false);
  assert.equal(typed([{ value: 'another cause', defaultValue: 'last cause' }]), true);
});

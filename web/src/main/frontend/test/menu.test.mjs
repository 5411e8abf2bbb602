import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closeOthers, leave } from '../src/menu.js';

function menu(...inside) {
  const summary = { focused: false, focus: () => (summary.focused = true) };
  return { open: true, summary, contains: (one) => inside.includes(one), querySelector: () => summary };
}

test('a click elsewhere closes a menu, one in it does not', () => {
  const [here, there] = [menu('link'), menu('other')];
  closeOthers({ querySelectorAll: () => [here, there] }, 'link');
  assert.deepEqual([here.open, there.open], [true, false]);
});

test('Escape closes the menu around it and gives the focus back', () => {
  const around = menu();
  assert.equal(leave({ closest: () => around }), true);
  assert.deepEqual([around.open, around.summary.focused], [false, true]);
  assert.equal(leave({ closest: () => null }), false);
});

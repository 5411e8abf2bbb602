import assert from 'node:assert/strict';
import test from 'node:test';
import { standing } from '../src/follow.js';

test('a look at a ticket does not move it, a step that waits does', () => {
  const opened = [{ kind: 'OPENED' }, { kind: 'TOLD' }];
  const before = standing(opened, [{ id: 'b' }, { id: 'a' }]);
  assert.equal(before, '2 a b');
  assert.equal(standing([...opened, { kind: 'VIEWED' }], [{ id: 'a' }, { id: 'b' }]), before);
  assert.notEqual(standing(opened, [{ id: 'a' }]), before);
  assert.notEqual(standing([...opened, { kind: 'NOTE' }], [{ id: 'a' }, { id: 'b' }]), before);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renewal } from '../src/wall.js';

test('a wall loads itself anew once the server has other files, and never while it is silent', async () => {
  let tag = '"one"';
  let reloads = 0;
  const renew = renewal(
    async () => (tag ? { ok: true, headers: new Map([['ETag', tag]]) } : Promise.reject(new Error('down'))),
    () => reloads++,
  );
  await renew();
  await renew();
  tag = null;
  await renew();
  assert.equal(reloads, 0);
  tag = '"two"';
  await renew();
  assert.equal(reloads, 1);
});

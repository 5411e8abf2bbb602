import assert from 'node:assert/strict';
import { mock, test } from 'node:test';

// What a browser gives, in hand; nothing ticks by itself.
const streams = [];
globalThis.EventSource = class {
  static CLOSED = 2;
  readyState = 1;
  heard = {};
  constructor() {
    streams.push(this);
  }
  addEventListener(name, act) {
    this.heard[name] = act;
  }
  close() {
    this.readyState = 2;
  }
};
mock.timers.enable({ apis: ['setInterval', 'setTimeout'] });
let status = 200;
globalThis.fetch = async () => ({ ok: status === 200, status, json: async () => ({ look: 'green' }) });
globalThis.self = {};
const { watch } = await import('../src/watch.js');
await import('../src/dot-worker.js');
const soon = () => new Promise((done) => setImmediate(done));

test('who may not look any more hears no stream, until they are let in again', async () => {
  const told = [];
  watch((news) => told.push(news.dot));
  await soon();
  const [stream] = streams;
  assert.equal(told.at(-1).stale, undefined);
  status = 401;
  mock.timers.tick(10_000);
  await soon();
  assert.equal(stream.readyState, EventSource.CLOSED);
  assert.ok(told.at(-1).stale && told.at(-1).stranger);
  status = 200;
  mock.timers.tick(10_000);
  await soon();
  assert.equal(told.at(-1).stale, undefined);
  assert.equal(streams.length, 2);
});

test('a page that one goes back to is told the news again', async () => {
  const port = { heard: [], postMessage: (news) => port.heard.push(news.dot.look) };
  self.onconnect({ ports: [port] });
  await soon();
  assert.deepEqual(port.heard, ['green']);
  port.onmessage({ data: 'bye' });
  mock.timers.tick(10_000);
  await soon();
  assert.equal(port.heard.length, 1);
  port.onmessage({ data: 'hello' });
  assert.equal(port.heard.length, 2);
  mock.timers.tick(10_000);
  await soon();
  assert.equal(port.heard.length, 3);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at, layout, lift, rimAngle, scatter, size } from '../src/dot-geometry.js';

const cell = (i, tier, low = 0) => ({ key: `${tier}:${i}`, tier, name: `${i}`, places: 1, worst: low ? 'P3' : null, high: 0, low });
const many = (count, tier) => Array.from({ length: count }, (_, i) => cell(i, tier));

test('cells never overlap and fill the circle once', () => {
  for (const cells of [many(1, 'system'), [...many(3, 'application'), ...many(60, 'system'), ...many(2, 'hardware'), { ...cell('', ''), key: '' }]]) {
    const { cells: placed, arcs } = layout(cells);
    assert.equal(placed.length, cells.length);
    placed.slice(1).forEach((p, i) => assert.ok(p.from > placed[i].to));
    assert.ok(placed.at(-1).to - placed[0].from < 360);
    arcs.forEach((arc) => assert.ok(arc.to - arc.from >= 23.9));
  }
});

test('nothing known is no ring', () => {
  assert.deepEqual(layout([]), { cells: [], arcs: [] });
});

test('now is at the top and the last hour a quarter round', () => {
  assert.equal(Math.abs(rimAngle(0)), 0);
  assert.equal(rimAngle(60), -90);
  assert.ok(rimAngle(1440) >= -351 && rimAngle(1440) < rimAngle(720) && rimAngle(720) < rimAngle(180));
  assert.deepEqual(at(0, 100), [600, 500]);
  assert.deepEqual(at(-90, 100), [500, 600]);
});

test('no mote lies upon another, and what finds no place is counted', () => {
  const cells = [{ ...cell(0, 'system'), high: 3, low: 157 }, ...many(30, 'application')];
  const motes = Array.from({ length: 150 }, (_, i) => ({ number: i, priority: i < 3 ? 'P1' : i < 80 ? 'P3' : 'P4', cell: 'system:0', groups: 1 }));
  const { motes: spots, more } = scatter(motes, layout(cells).cells);
  spots.forEach((a, i) => spots.slice(i + 1).forEach((b) => assert.ok(Math.hypot(a.x - b.x, a.y - b.y) >= a.r + b.r)));
  assert.equal(spots.length + more[0].count, 160);
  assert.ok(spots.length > 3);
  assert.ok(size({ priority: 'P1' }) > size({ priority: 'P4' }));
});

test('a storm is counted as its groups', () => {
  const cells = [{ ...cell('', ''), key: '', high: 12 }];
  const { motes: spots, more } = scatter([{ number: 1, priority: 'P2', cell: '', groups: 12 }], layout(cells).cells);
  assert.equal(spots.length, 1);
  assert.equal(more.length, 0);
});

test('what burns is told without colour: by how far its cell stands out and how large its mote is', () => {
  const [calm, p4, p3, p2] = [null, 'P4', 'P3', 'P2'].map((worst) => lift({ worst }));
  assert.ok(calm + 5 <= p4 && p4 + 5 <= p3 && p3 + 5 <= p2);
  for (const big of [false, true]) {
    const [four, three, two, one] = ['P4', 'P3', 'P2', 'P1'].map((priority) => size({ priority }, big));
    assert.ok(four * 1.4 <= three && three * 2 <= two && two < one);
  }
});

test('three high tickets of a small cell have a mote each', () => {
  for (const big of [false, true]) {
    const cells = many(70, 'system').map((one, i) => (i === 9 ? { ...one, high: 3, worst: 'P1' } : one));
    const motes = ['P1', 'P1', 'P2'].map((priority, i) => ({ number: i, priority, cell: 'system:9', groups: 1 }));
    const { motes: spots, more } = scatter(motes, layout(cells).cells, big);
    assert.deepEqual([spots.length, more.length], [3, 0]);
  }
});

test('large motes have room between disc and ring', () => {
  const cells = many(20, 'system').map((one) => ({ ...one, high: 1, worst: 'P1' }));
  const motes = cells.map((one, i) => ({ number: i, priority: 'P1', cell: one.key, groups: 1 }));
  const { motes: spots } = scatter(motes, layout(cells).cells, true);
  assert.equal(spots.length, 20);
  spots.forEach((spot) => assert.ok(Math.hypot(spot.x - 600, spot.y - 600) - spot.outer >= 310));
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keeper, nameOf, ours, refill, texts, typedIn } from '../src/drafts.js';

function form(id, ...inputs) {
  const elements = inputs.map((one) => ({ labels: [{ textContent: ` ${one.label ?? ''} ` }], ...one }));
  elements.namedItem = (name) => elements.find((one) => one.name === name) ?? null;
  return { elements, getAttribute: (name) => (name === 'id' ? id : null) };
}

const hidden = (name, value) => ({ type: 'hidden', name, value });
const text = (name, value, label) => ({ type: 'textarea', name, value, label });

function storage() {
  const kept = new Map();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) };
}

const draft = (over) => ({
  person: '1',
  path: '/tickets/7',
  form: 'answer a',
  fields: [{ name: ':text', value: 'a long story', label: 'Cause' }],
  ...over,
});

test('only the forms of pages are kept, not the login', () => {
  assert.equal(ours(form('new', hidden('jakarta.faces.ViewState', 'x'))), true);
  assert.equal(ours(form('login', text('username', 'mary'))), false);
});

test('a form is known by what it is about, wherever it stands', () => {
  assert.equal(nameOf(form('list:0:answer', hidden('step', 'a'))), 'answer a');
  assert.equal(nameOf(form('list:1:answer', hidden('step', 'a'))), 'answer a');
  assert.equal(nameOf(form('person', hidden('id', ''))), 'person');
  assert.equal(nameOf(form('person', hidden('id', '4'))), 'person 4');
});

test('passwords, hidden fields and files are never kept', () => {
  const fields = typedIn(
    form('f', text('f:a', 'kept', 'Note'), hidden('f:b', 'no'), { type: 'password', name: 'f:c', value: 'no' },
      { type: 'file', name: 'f:d', value: 'no' }, { type: 'submit', name: 'f:e', value: 'no' }),
  );
  assert.deepEqual(fields, [{ name: ':a', value: 'kept', label: 'Note' }]);
});

test('texts and choices come back, also at another place of the page', () => {
  const before = form('l:1:f', text('l:1:f:a', 'mine'), { type: 'radio', name: 'l:1:f:r', value: 'x', checked: false },
    { type: 'radio', name: 'l:1:f:r', value: 'y', checked: true }, { type: 'select-one', name: 'l:1:f:s', value: '3' });
  const after = form('l:0:f', text('l:0:f:a', 'suggested'), { type: 'radio', name: 'l:0:f:r', value: 'x', checked: true },
    { type: 'radio', name: 'l:0:f:r', value: 'y', checked: false }, { type: 'select-one', name: 'l:0:f:s', value: '' });
  assert.equal(refill(after, typedIn(before)), true);
  assert.deepEqual(after.elements.map((one) => one.checked ?? one.value), ['mine', false, true, '3']);
  assert.equal(refill(after, typedIn(before)), false);
});

test('what was typed before the draft came back stays', () => {
  const draft = typedIn(form('f', text('f:a', 'old'), text('f:b', 'kept'), { type: 'checkbox', name: 'f:c', value: 'x', checked: false }));
  const page = form('f', { ...text('f:a', 'new'), defaultValue: 'from the server' }, { ...text('f:b', ''), defaultValue: '' },
    { type: 'checkbox', name: 'f:c', value: 'x', checked: true, defaultChecked: false });
  refill(page, draft);
  assert.deepEqual(page.elements.map((one) => (one.type === 'checkbox' ? one.checked : one.value)), ['new', 'kept', true]);
});

test('only texts are shown of a form that is gone', () => {
  assert.deepEqual(
    texts([{ name: 'a', value: ' ', label: 'Empty' }, { name: 'b', value: 'y', on: true }, { name: 'c', value: 'so', label: 'Cause' }]),
    [{ name: 'c', value: 'so', label: 'Cause' }],
  );
});

test('a draft stays until its own act is done', () => {
  const store = storage();
  const keep = keeper(() => store);
  keep.sent(draft());
  keep.sent(draft({ form: 'take', fields: [] }));
  keep.done();
  assert.equal(keep.of('1', '/tickets/7').length, 1);
  keep.sent(draft());
  keep.done();
  assert.deepEqual(keep.of('1', '/tickets/7'), []);
});

test('the latest words of a form replace the earlier ones', () => {
  const store = storage();
  const keep = keeper(() => store);
  keep.sent(draft());
  keep.sent(draft({ fields: [{ name: ':text', value: 'shorter', label: 'Cause' }] }));
  assert.deepEqual(keep.of('1', '/tickets/7').map((one) => one.fields[0].value), ['shorter']);
});

test('another person and another page do not see it, and the log-out ends it', () => {
  const store = storage();
  const keep = keeper(() => store);
  keep.sent(draft());
  assert.deepEqual(keep.of('2', '/tickets/7'), []);
  assert.deepEqual(keep.of('1', '/tickets/8'), []);
  keep.forgetAll();
  assert.deepEqual(keep.of('1', '/tickets/7'), []);
});

test('a window that may not store works without', () => {
  const keep = keeper(() => {
    throw new Error('forbidden');
  });
  keep.sent(draft());
  keep.done();
  assert.deepEqual(keep.of('1', '/tickets/7'), []);
});

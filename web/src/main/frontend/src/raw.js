/** Shows what a source said when somebody opens it; always as text, never as markup. */
export function raw() {
  document.addEventListener(
    'toggle',
    async ({ target }) => {
      if (!target.open || !target.dataset?.raw || target.dataset.read) {
        return;
      }
      target.dataset.read = 'true';
      const answer = await fetch(target.dataset.raw);
      const { items = [] } = answer.ok ? await answer.json() : {};
      const words = items.length ? items : [{ text: target.dataset.none, times: 0 }];
      words.forEach((item) => target.append(...piece(item)));
    },
    true,
  );
}

function piece({ text, times, lastSeenAt }) {
  const when = document.createElement('p');
  when.className = 'mut';
  when.textContent = lastSeenAt ? `${moment(lastSeenAt)} · ${times} ×` : '';
  const pre = document.createElement('pre');
  pre.tabIndex = 0;
  pre.textContent = pretty(text);
  return [when, pre];
}

function moment(instant) {
  return new Date(instant).toLocaleString([], { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' });
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

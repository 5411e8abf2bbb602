// Two people on one ticket know of each other: a page says that it is open, and whether something was
// typed on it that was not sent, and shows who else is there.
const EVERY = 8_000;
const PATIENCE = 6_000;

/** The sentences about who else is here, whoever writes first. */
export function sentences(others, texts) {
  const names = (some) => some.map(({ name }) => name).join(', ');
  const [writing, looking] = [others.filter((one) => one.writing), others.filter((one) => !one.writing)];
  return [
    ...(writing.length ? [texts.writing.replace('{0}', names(writing))] : []),
    ...(looking.length ? [texts.here.replace('{0}', names(looking))] : []),
  ].join(' ');
}

/** Whether something stands in a text field that was not there when the page was drawn. */
export function typed(fields) {
  return [...fields].some(({ value, defaultValue }) => value.trim() && value !== defaultValue);
}

export function company() {
  const notice = document.querySelector('[data-company]');
  if (!notice) {
    return;
  }
  const { company: number, here, writing } = notice.dataset;
  const page = crypto.randomUUID?.() ?? URL.createObjectURL(new Blob()).slice(-36);

  async function say() {
    if (document.hidden) {
      return;
    }
    try {
      const answer = await fetch(`/api/v1/tickets/${number}/presence`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ page, writing: typed(document.querySelectorAll('main form textarea, main form input[type=text]')) }),
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (answer.ok) {
        const text = sentences((await answer.json()).items, { here, writing });
        if (notice.textContent !== text) {
          notice.textContent = text;
        }
        notice.hidden = !text;
      }
    } catch {
      // The dot of the bar says when the server cannot be reached.
    }
  }

  setInterval(say, EVERY);
  document.addEventListener('visibilitychange', say);
  say();
}

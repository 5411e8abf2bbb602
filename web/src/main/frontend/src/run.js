// An act on very many tickets goes on by itself; the list shows how far it is.
const EVERY = 1000;

/** What is said of a run, in the words of the page. */
export function words(run, { going, done, refused }) {
  const fill = (text, part) => text.replace('{0}', part).replace('{1}', run.total);
  if (!run.finished) {
    return fill(going, run.done + run.refusals);
  }
  const left = run.refused.map(({ ticket, why }) => `#${ticket}: ${why}`).join(' ');
  return [fill(done, run.done), run.stopped ?? '', left && `${refused} ${left}`].filter(Boolean).join(' ');
}

async function look(notice) {
  const answer = await fetch(`/api/v1/tickets/bulk/${notice.dataset.run}`).catch(() => null);
  if (answer?.status === 404) {
    notice.hidden = true;
    return true;
  }
  if (!answer?.ok) {
    return false;
  }
  const run = await answer.json();
  notice.querySelector('[data-run-words]').textContent = words(run, notice.dataset);
  notice.querySelector('progress').value = run.done + run.refusals;
  notice.classList.toggle('fine', run.finished && !run.stopped);
  return run.finished;
}

export function runs() {
  document.querySelectorAll('[data-run]').forEach((notice) => {
    const again = async () => (await look(notice)) || setTimeout(again, EVERY);
    again();
  });
}

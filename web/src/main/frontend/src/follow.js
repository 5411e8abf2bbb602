// A ticket's page tells when the ticket moved on since it was drawn. It is not drawn anew by itself:
// somebody may be writing on it.
const EVERY = 10_000;
const PATIENCE = 8_000;

async function items(address) {
  const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
  return answer.ok ? (await answer.json()).items : null;
}

/** What a page shows of a ticket, in short: its history without mere looks, and the steps that wait. */
export function standing(entries, steps) {
  const told = entries.filter(({ kind }) => kind !== 'VIEWED').length;
  return [told, ...steps.map(({ id }) => id).sort()].join(' ');
}

export function follow() {
  const notice = document.querySelector('[data-follow]');
  if (!notice) {
    return;
  }
  const { follow: number, known } = notice.dataset;
  const timer = setInterval(look, EVERY);

  async function look() {
    if (document.hidden) {
      return;
    }
    try {
      const [entries, steps] = await Promise.all([
        items(`/api/v1/tickets/${number}/timeline`),
        items(`/api/v1/tasks?ticket=${number}`),
      ]);
      if (entries && steps && standing(entries, steps) !== known) {
        clearInterval(timer);
        notice.querySelector('[hidden]').hidden = false;
      }
    } catch {
      // The dot of the bar says when the server cannot be reached.
    }
  }
}

// A ticket's page tells when the ticket moved on since it was drawn. It is not drawn anew by itself:
// somebody may be writing on it.
const EVERY = 10_000;
const PATIENCE = 8_000;

/** How a ticket stands, in short; null when the server does not say. */
export async function standing(number, get = fetch) {
  const answer = await get(`/api/v1/tickets/${number}/standing`, { signal: AbortSignal.timeout(PATIENCE) });
  return answer.ok ? (await answer.json()).standing : null;
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
      const now = await standing(number);
      if (now !== null && now !== known) {
        clearInterval(timer);
        notice.querySelector('[hidden]').hidden = false;
      }
    } catch {
      // The dot of the bar says when the server cannot be reached.
    }
  }
}

// The look of the dot for who has not logged in, where that is switched on: no names, no numbers.
import { lookOf, word } from './dot-words.js';

const EVERY = 10_000;

/** Begins on a login page that may show it. */
export function publicLook() {
  const place = document.querySelector('[data-public-look]');
  if (!place) {
    return;
  }
  async function read() {
    const answer = await fetch('/api/v1/dot/look', { signal: AbortSignal.timeout(EVERY) }).catch(() => null);
    const told = answer?.ok ? await answer.json() : null;
    const dot = told ? { look: told.look, blind: Array(told.unseen).fill('') } : { stale: true };
    document.documentElement.dataset.look = lookOf(dot);
    place.textContent = word(dot);
  }
  setInterval(read, EVERY);
  read();
}

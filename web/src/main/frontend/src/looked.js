// Whoever follows a ticket's link to where its source draws its data has looked there: it stands on
// the timeline. A beacon is sent also when the page is left by it.

/** What is told of a click on a link, and to where; null when it is none of a ticket's. */
export function followed(link) {
  const ticket = link?.closest('[data-looked]')?.dataset.looked;
  const name = link?.textContent.trim().slice(0, 100);
  return ticket && name ? { address: `/api/v1/tickets/${ticket}/research/followed`, name } : null;
}

export function looked() {
  const tell = ({ target, button = 0 }) => {
    const told = button < 2 ? followed(target.closest?.('a[href]')) : null;
    if (told) {
      navigator.sendBeacon(told.address, new Blob([JSON.stringify({ name: told.name })], { type: 'application/json' }));
    }
  };
  document.addEventListener('click', tell);
  document.addEventListener('auxclick', tell);
}

// A screen on a wall: fills it, keeps it from falling asleep, and makes it new when the server is.
const MADE_OF = ['/app/app.js', '/app/dash-dot.css'];
const LOOKED_AT_EVERY = 60_000;

async function tags(ask) {
  const answers = await Promise.all(MADE_OF.map((file) => ask(file, { method: 'HEAD', cache: 'no-store' }).catch(() => null)));
  return answers.every((one) => one?.ok) ? answers.map((one) => one.headers.get('ETag')).join() : null;
}

/** Looks whether the server has another version of what the page is made of, and loads that; a server that is silent has none. */
export function renewal(ask, reload) {
  let first = null;
  return async () => {
    const now = await tags(ask);
    first ??= now;
    if (now && now !== first) {
      reload();
    }
  };
}

/** Begins when the page is one for a wall. */
export function wall() {
  const button = document.querySelector('[data-full-screen]');
  if (!button) {
    return;
  }
  const root = document.documentElement;
  button.addEventListener('click', () => root.requestFullscreen?.());
  document.addEventListener('fullscreenchange', () => (button.hidden = document.fullscreenElement !== null));
  const awake = () => {
    if (document.visibilityState === 'visible') {
      // Refused where the battery is low or the connection is not trusted: then the screen's own setting counts.
      navigator.wakeLock?.request('screen').catch(() => {});
    }
  };
  document.addEventListener('visibilitychange', awake);
  awake();
  const renew = renewal(fetch, () => location.reload());
  setInterval(renew, LOOKED_AT_EVERY);
  renew();
}

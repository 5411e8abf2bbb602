// A screen on a wall: fills it, and keeps it from falling asleep.

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
}

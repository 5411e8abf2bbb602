// Loaded in the head before anything is drawn, so that a chosen theme never flashes.
const KEY = 'dash-dot-theme';

function stored() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

const chosen = stored();
if (chosen === 'dark' || chosen === 'light') {
  document.documentElement.dataset.theme = chosen;
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-theme-toggle]');
  if (!button) {
    return;
  }
  const root = document.documentElement;
  const dark = root.dataset.theme
    ? root.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
  try {
    localStorage.setItem(KEY, root.dataset.theme);
  } catch {
    // Private windows may refuse; the choice then lasts for this page.
  }
});

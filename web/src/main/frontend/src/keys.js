// Single keys: / puts the cursor into the search box, others press what carries them (data-key).
// Whoever speaks to their computer can switch them off (WCAG 2.2, 2.1.4).
const OFF = 'dash-dot-keys-off';

/** Whether a press of a key is meant for what has the focus, or for the browser. */
export function taken({ altKey, ctrlKey, metaKey, target, isComposing }) {
  return (
    altKey || ctrlKey || metaKey || Boolean(isComposing) || Boolean(target?.isContentEditable) ||
    /^(input|textarea|select)$/i.test(target?.tagName ?? '')
  );
}

function off() {
  return localStorage.getItem(OFF) === 'true';
}

/** What a key presses on a page: the first that carries it and can be seen. */
export function carrier(root, key) {
  if (!/^[a-z]$/.test(key)) {
    return null;
  }
  return [...root.querySelectorAll(`[data-key="${key}"]`)].find((one) => one.offsetParent !== null) ?? null;
}

/** Presses a button or follows a link; what is folded is unfolded, with the cursor where one writes. */
export function press(one) {
  if (/^(a|button|input)$/i.test(one.tagName)) {
    one.click();
    return;
  }
  one.open = true;
  (one.querySelector('input:not([type=hidden]):not([disabled]), select, textarea, button:not([disabled])') ?? one.querySelector('summary')).focus();
}

// In a list of tickets j and k walk from one to the next, as in a mail program, and x chooses one.
function walk(key) {
  if (key === 'x') {
    const choice = document.activeElement?.closest('tr')?.querySelector('[name=chosen]');
    choice?.click();
    return Boolean(choice);
  }
  const rows = [...document.querySelectorAll('td.lead a, table.worklist td a')];
  const at = rows.indexOf(document.activeElement);
  const to = key === 'j' ? rows[at + 1] : rows[Math.max(0, at - 1)];
  to?.focus();
  return Boolean(to);
}

export function keys() {
  const box = document.getElementById('everything');
  document.addEventListener('keydown', (event) => {
    if (taken(event) || off()) {
      return;
    }
    if (event.key === '/' && box?.offsetParent) {
      event.preventDefault();
      box.focus();
      box.select();
      return;
    }
    if (event.key === '?') {
      location.assign('/help#keys');
      return;
    }
    const one = carrier(document, event.key);
    if (one || (/^[jkx]$/.test(event.key) && walk(event.key))) {
      event.preventDefault();
    }
    if (one) {
      press(one);
    }
  });
  const choice = document.querySelector('[data-keys]');
  if (choice) {
    choice.checked = !off();
    choice.addEventListener('change', () => localStorage.setItem(OFF, String(!choice.checked)));
  }
}

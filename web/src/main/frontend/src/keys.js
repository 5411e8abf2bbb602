// The key / puts the cursor into the search box; whoever speaks to their computer can switch it off.
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

export function keys() {
  const box = document.getElementById('everything');
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || !box?.offsetParent || taken(event) || off()) {
      return;
    }
    event.preventDefault();
    box.focus();
    box.select();
  });
  const choice = document.querySelector('[data-keys]');
  if (choice) {
    choice.checked = !off();
    choice.addEventListener('change', () => localStorage.setItem(OFF, String(!choice.checked)));
  }
}

// A folded menu closes when one goes elsewhere: by Escape, by a click outside, by walking on with Tab.
const MENU = 'details[data-menu]';

/** Closes every open menu but the one that this element is in. */
export function closeOthers(root, element) {
  root.querySelectorAll(`${MENU}[open]`).forEach((menu) => {
    if (!menu.contains(element)) {
      menu.open = false;
    }
  });
}

/** Closes the menu that this element is in and puts the focus where it was opened. */
export function leave(element) {
  const menu = element?.closest?.(`${MENU}[open]`);
  if (!menu) {
    return false;
  }
  menu.open = false;
  menu.querySelector('summary').focus();
  return true;
}

export function menus() {
  document.addEventListener('click', ({ target }) => closeOthers(document, target));
  document.addEventListener('focusin', ({ target }) => closeOthers(document, target));
  document.addEventListener('keydown', ({ key, target }) => {
    if (key === 'Escape' && !leave(target)) {
      closeOthers(document, null);
    }
  });
}

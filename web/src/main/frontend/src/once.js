// A form is sent once: what is pressed again before the answer is there changes nothing. Its buttons
// stay enabled, since a disabled button would not say which one it was.
const BUTTONS = 'button:not([type=button]), input[type=submit]';

/** Whether this sending is the first of its form; the buttons are marked as busy. */
export function first(form, submitter) {
  if (form.dataset.sent) {
    return false;
  }
  form.dataset.sent = 'true';
  form.querySelectorAll(BUTTONS).forEach((button) => button.setAttribute('aria-disabled', 'true'));
  submitter?.classList.add('busy');
  return true;
}

/** Makes a form ready to be sent again. */
export function release(form) {
  delete form.dataset.sent;
  form.querySelectorAll(BUTTONS).forEach((button) => {
    button.removeAttribute('aria-disabled');
    button.classList.remove('busy');
  });
}

/** Before everything else that listens to sendings. */
export function once() {
  document.addEventListener('submit', (event) => {
    if (event.defaultPrevented || event.target.method !== 'post') {
      return;
    }
    if (!first(event.target, event.submitter)) {
      event.preventDefault();
    }
  });
  // The page may be shown again as it was left.
  addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(release));
}

// Chooses all rows of a list at once.

/** Begins where a list can be chosen from. */
export function choosing() {
  document.querySelectorAll('[data-choose-all]').forEach((all) =>
    all.addEventListener('change', () =>
      all.form.querySelectorAll('[name=chosen]').forEach((one) => (one.checked = all.checked)),
    ),
  );
}

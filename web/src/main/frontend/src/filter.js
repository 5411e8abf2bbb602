// Shows a part of a list that is on the page already.

/** Begins where a list can be narrowed. */
export function filters() {
  document.querySelectorAll('[data-filter]').forEach((choice) =>
    choice.addEventListener('change', () =>
      document.querySelectorAll(`#${choice.dataset.filter} > [data-of]`).forEach((line) => {
        line.hidden = choice.value !== '' && line.dataset.of !== choice.value;
      }),
    ),
  );
}

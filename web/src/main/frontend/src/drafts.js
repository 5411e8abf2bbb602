// What somebody typed outlives a form that could not be sent to its end: the login was too old, the
// page had waited too long, the step was gone. It stays in this tab until the act is done, until it
// is discarded or until the log-out; passwords are never kept.
const DRAFTS = 'dash-dot-drafts';
const SENT = 'dash-dot-sent';
const MOST = 20;
const TYPED = /^(text|search|email|url|tel|number|textarea)$/;
const CHOSEN = /^(radio|checkbox)$/;

/**
 * Whether it is a form of the portal's pages: the login and the log-out are none, nor is one whose
 * fields come and go, since each would be filled with what stood in another.
 */
export function ours(form) {
  return (
    Boolean(form.elements.namedItem('jakarta.faces.ViewState')) &&
    form.getAttribute('data-drafts') !== 'off'
  );
}

/** A form's own name and what it is about, which its place on the page is not. */
export function nameOf(form) {
  const subject = form.elements.namedItem('step') ?? form.elements.namedItem('id');
  return `${form.getAttribute('id').split(':').pop()} ${subject?.value ?? ''}`.trim();
}

function inputs(form) {
  const start = form.getAttribute('id').length;
  return [...form.elements]
    .filter(({ type, name }) => name && (TYPED.test(type) || CHOSEN.test(type) || type === 'select-one'))
    .map((input) => ({ input, name: input.name.slice(start) }));
}

/** What stands in a form. */
export function typedIn(form) {
  return inputs(form).map(({ input, name }) => {
    if (CHOSEN.test(input.type)) {
      return { name, value: input.value, on: input.checked };
    }
    const label = TYPED.test(input.type) ? (input.labels?.[0]?.textContent ?? '').trim() : undefined;
    return { name, value: input.value, label };
  });
}

/** Whether somebody was quicker than this script: what they typed since is newer than any draft. */
function touched(input) {
  if (input.options) {
    return input.selectedIndex !== Math.max(0, [...input.options].findIndex((option) => option.defaultSelected));
  }
  const [now, before] = CHOSEN.test(input.type) ? ['checked', 'defaultChecked'] : ['value', 'defaultValue'];
  return input[before] !== undefined && input[now] !== input[before];
}

/** Fills a form with what was typed; true when something else stood there. */
export function refill(form, fields) {
  let changed = false;
  inputs(form).forEach(({ input, name }) => {
    const choice = CHOSEN.test(input.type);
    const kept = fields.find((one) => one.name === name && (!choice || one.value === input.value));
    const property = choice ? 'checked' : 'value';
    const value = choice ? kept?.on : kept?.value;
    if (kept && input[property] !== value && !touched(input)) {
      input[property] = value;
      changed = true;
    }
  });
  return changed;
}

/** The texts that are worth to be shown when their form is gone. */
export function texts(fields) {
  return fields.filter(({ label, value }) => label !== undefined && value.trim());
}

/** What is kept; a window that may not store keeps nothing. */
export function keeper(storage) {
  const read = (key, none) => {
    try {
      return JSON.parse(storage().getItem(key)) ?? none;
    } catch {
      return none;
    }
  };
  const write = (key, value) => {
    try {
      storage().setItem(key, JSON.stringify(value));
    } catch {
      // Full or forbidden: the page works without.
    }
  };
  const same = (one, other) => ['person', 'path', 'form'].every((key) => one[key] === other[key]);
  const forget = (draft) => write(DRAFTS, read(DRAFTS, []).filter((one) => !same(one, draft)));

  return {
    forget,
    sent(draft) {
      const others = read(DRAFTS, []).filter((one) => !same(one, draft));
      write(DRAFTS, [...(texts(draft.fields).length ? [draft] : []), ...others].slice(0, MOST));
      write(SENT, { person: draft.person, path: draft.path, form: draft.form });
    },
    done() {
      forget(read(SENT, {}));
    },
    of: (person, path) => read(DRAFTS, []).filter((one) => one.person === person && one.path === path),
    forgetAll() {
      [DRAFTS, SENT].forEach((key) => write(key, null));
    },
  };
}

const made = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);

function discardable(element, act) {
  element.querySelector('[data-discard]').addEventListener('click', () => {
    act();
    element.remove();
  });
  return element;
}

function box(draft, act) {
  const section = made('draft-box');
  const pattern = section.querySelector('.paste');
  pattern.replaceWith(
    ...texts(draft.fields).map(({ label, value }, number) => {
      const id = `draft-${draft.form.replace(/\W/g, '-')}-${number}`;
      const one = pattern.cloneNode(true);
      const [title, text] = [one.querySelector('h3'), one.querySelector('pre')];
      title.textContent = label;
      title.id = `${id}-title`;
      text.textContent = value;
      text.id = id;
      text.setAttribute('aria-labelledby', title.id);
      one.querySelector('[data-copy]').dataset.copy = id;
      one.querySelector('[data-copy]').setAttribute('aria-describedby', title.id);
      return one;
    }),
  );
  return discardable(section, act);
}

function show(draft, keep) {
  const forms = [...document.forms].filter((form) => form.getAttribute('id') && ours(form));
  const form = forms.find((one) => nameOf(one) === draft.form);
  const forget = () => keep.forget(draft);
  if (!form) {
    document.getElementById('draft-box').after(box(draft, forget));
  } else if (refill(form, draft.fields)) {
    for (let shut = form.closest('details'); shut; shut = shut.parentElement.closest('details')) {
      shut.open = true;
    }
    const again = made('draft-again');
    form.prepend(again);
    discardable(again, () => {
      forget();
      form.reset();
    });
  }
}

/** Keeps what is sent from now on, and gives back what an earlier page could not bring to its end. */
export function drafts() {
  const keep = keeper(() => sessionStorage);
  const person = document.querySelector('[data-person]')?.dataset.person;
  document.addEventListener('submit', ({ target: form, defaultPrevented }) => {
    if (form.getAttribute('action')?.endsWith('/logout')) {
      keep.forgetAll();
    } else if (!defaultPrevented && person && ours(form)) {
      keep.sent({ person, path: location.pathname, form: nameOf(form), fields: typedIn(form) });
    }
  });
  if (!person) {
    return;
  }
  if (document.querySelector('main[data-done=true]')) {
    keep.done();
  }
  if (document.getElementById('draft-box')) {
    keep.of(person, location.pathname).forEach((draft) => show(draft, keep));
  }
}

// What was refused stands beside its field and has the focus, so that nobody has to look for it.
const CONTROLS = 'input:not([type=hidden]), select, textarea';

function controls(id) {
  const named = document.getElementById(id);
  if (!named) {
    return [];
  }
  return named.matches(CONTROLS) ? [named] : [...named.querySelectorAll(CONTROLS)];
}

function beside(line, number) {
  const inputs = controls(line.dataset.input);
  if (!inputs.length) {
    return null;
  }
  const fault = document.createElement('p');
  fault.className = 'fault';
  fault.id = `fault-${number}`;
  fault.textContent = line.textContent;
  const field = inputs[0].closest('.field') ?? inputs[0].parentElement;
  field.append(fault);
  inputs.forEach((input) => {
    input.setAttribute('aria-invalid', 'true');
    input.setAttribute('aria-describedby', [input.getAttribute('aria-describedby'), fault.id].filter(Boolean).join(' '));
  });
  for (let shut = field.closest('details'); shut; shut = shut.parentElement.closest('details')) {
    shut.open = true;
  }
  line.remove();
  return inputs[0];
}

/** Once a page: the first fault gets the focus; a refusal that is about no field gets it itself. */
export function faults() {
  const list = document.querySelector('.messages');
  if (!list) {
    return;
  }
  const first = [...list.querySelectorAll('.error[data-input]')].map(beside).find(Boolean);
  if (!list.children.length) {
    list.remove();
  }
  if (first) {
    first.focus();
  } else if (list.querySelector('.error')) {
    list.tabIndex = -1;
    list.focus();
  }
}

// More appears with attention: what lies under the pointer or has the focus lights up together with
// what belongs to it, arrows walk round the ring and
// from mote to mote, and whoever keeps looking is told all names.
const LONG_LOOK = 12_000;

function light(disc, cell) {
  disc.lit = cell;
  disc.querySelectorAll('.lit').forEach((e) => e.classList.remove('lit'));
  disc.classList.toggle('attentive', cell !== null);
  if (cell !== null) {
    disc.querySelectorAll('[data-cell]').forEach((e) => e.dataset.cell === cell && e.classList.add('lit'));
  }
}

function walk(event, disc) {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const kind = ['.cell', '.mote'].find((one) => event.target.closest?.(one));
  if (!step || !kind) {
    return;
  }
  const all = [...disc.querySelectorAll(kind)];
  all[(all.indexOf(event.target.closest(kind)) + step + all.length) % all.length].focus();
  event.preventDefault();
}

/** Begins to notice where somebody looks. */
export function attention() {
  const disc = document.querySelector('[data-disc]');
  if (!disc) {
    return;
  }
  const of = (event) => event.target.closest?.('[data-cell]')?.dataset.cell ?? null;
  disc.addEventListener('pointerover', (event) => light(disc, of(event)));
  disc.addEventListener('pointerleave', () => light(disc, null));
  disc.addEventListener('focusin', (event) => light(disc, of(event)));
  disc.addEventListener('focusout', () => light(disc, null));
  // A new drawing knows nothing of what was lit in the one before.
  disc.addEventListener('drawn', () => light(disc, disc.lit ?? null));
  disc.addEventListener('keydown', (event) => walk(event, disc));
  let timer = 0;
  const rest = () => {
    clearTimeout(timer);
    disc.classList.remove('long-look');
    timer = setTimeout(() => disc.classList.add('long-look'), LONG_LOOK);
  };
  addEventListener('pointermove', rest, { passive: true });
  rest();
}

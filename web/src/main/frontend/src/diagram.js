// The ticket's process as its model draws it, with where it was and where it stands.
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';

async function draw(element) {
  const answer = await fetch(`/api/v1/tickets/${element.dataset.ticket}/process`).catch(() => null);
  if (!answer?.ok) {
    missing(element);
    return;
  }
  const { xml, active, passed } = await answer.json();
  element.replaceChildren();
  const viewer = new NavigatedViewer({ container: element });
  await viewer.importXML(xml);
  const canvas = viewer.get('canvas');
  const registry = viewer.get('elementRegistry');
  const known = (id) => registry.get(id);
  const been = new Set([...passed, ...active]);
  [...been].map(known).forEach((inner) => {
    for (let around = inner?.parent; around; around = around.parent) {
      been.add(around.id);
    }
  });
  passed.filter(known).forEach((id) => canvas.addMarker(id, 'passed'));
  registry
    .filter((e) => e.type === 'bpmn:SequenceFlow' && been.has(e.source.id) && been.has(e.target.id))
    .filter((flow) => !passed.length || !passed.some((id) => registry.get(id)?.type === 'bpmn:SequenceFlow') || passed.includes(flow.id))
    .forEach((flow) => canvas.addMarker(flow.id, 'passed'));
  active.filter(known).forEach((id) => {
    canvas.removeMarker(id, 'passed');
    canvas.addMarker(id, 'active');
    const token = document.createElement('div');
    token.className = 'token';
    viewer.get('overlays').add(id, { position: { top: -9, right: 11 }, html: token });
  });
  fit(canvas, active.filter(known).map(known));
  // The wheel belongs to the page; the buttons below zoom, dragging moves.
  viewer.get('zoomScroll').toggle(false);
  element.parentElement.addEventListener('click', (event) => zoom(canvas, event.target.dataset.zoom));
}

function missing(element) {
  element.replaceChildren(document.createTextNode(element.dataset.missing));
  element.classList.add('empty');
}

function zoom(canvas, how) {
  if (how === 'all') {
    canvas.zoom('fit-viewport', 'auto');
  } else if (how) {
    canvas.zoom(Math.min(3, Math.max(0.15, canvas.zoom() * (how === 'in' ? 1.3 : 1 / 1.3))));
  }
}

/** All of it where it stays readable; else the part where the ticket stands. */
function fit(canvas, active) {
  canvas.zoom('fit-viewport', 'auto');
  if (canvas.zoom() < 0.5 && active.length) {
    const box = canvas.viewbox();
    const zoom = 0.75;
    const width = box.outer.width / zoom;
    const height = box.outer.height / zoom;
    const at = active[0];
    canvas.viewbox({
      x: within(at.x + at.width / 2, width, box.inner.x, box.inner.width),
      y: within(at.y + at.height / 2, height, box.inner.y, box.inner.height),
      width,
      height,
    });
  }
}

/** Begin of a window around a middle that shows no more emptiness than a margin at either end. */
function within(middle, window, begin, length) {
  const margin = 20;
  const last = begin + length + margin - window;
  return Math.max(begin - margin, Math.min(middle - window / 2, last));
}

function begin(element) {
  draw(element).catch((error) => {
    missing(element);
    throw error;
  });
}

// Inside something shut a picture has no size: it is drawn when that is opened.
document.querySelectorAll('[data-ticket]').forEach((element) => {
  const around = element.closest('details');
  if (!around || around.open) {
    begin(element);
  } else {
    around.addEventListener('toggle', () => begin(element), { once: true });
  }
});

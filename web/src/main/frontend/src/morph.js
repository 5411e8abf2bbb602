// Makes an element's content equal to a markup text by changing only what differs, so that what
// stays can move there calmly, keeps the keyboard's focus and is not read out again.

/** Elements with the same data-k are the same thing; others are told by their place. */
export function morph(element, markup) {
  const template = document.createElement('template');
  template.innerHTML = markup;
  children(element, template.content);
}

function key(node) {
  return node.nodeType === 1 ? node.getAttribute('data-k') : null;
}

function alike(a, b) {
  return a.nodeType === b.nodeType && a.nodeName === b.nodeName && key(a) === key(b);
}

function children(now, next) {
  const kept = new Map([...now.childNodes].filter(key).map((node) => [key(node), node]));
  let here = now.firstChild;
  for (const wanted of [...next.childNodes]) {
    const known = key(wanted) ? kept.get(key(wanted)) : here;
    if (known && alike(known, wanted)) {
      if (known !== here) {
        now.insertBefore(known, here);
      } else {
        here = here.nextSibling;
      }
      same(known, wanted);
    } else {
      now.insertBefore(wanted, here);
    }
  }
  while (here) {
    const gone = here;
    here = here.nextSibling;
    gone.remove();
  }
}

function same(node, wanted) {
  if (node.nodeType !== 1) {
    if (node.nodeValue !== wanted.nodeValue) {
      node.nodeValue = wanted.nodeValue;
    }
    return;
  }
  for (const { name } of [...node.attributes]) {
    if (!wanted.hasAttribute(name)) {
      node.removeAttribute(name);
    }
  }
  for (const { name, value } of wanted.attributes) {
    if (node.getAttribute(name) !== value) {
      node.setAttribute(name, value);
    }
  }
  children(node, wanted);
}

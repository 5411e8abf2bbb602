// A link to something folded opens it and puts the cursor where one writes.
export function unfold() {
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    const target = link && document.getElementById(link.hash.slice(1));
    if (target?.tagName !== 'DETAILS') {
      return;
    }
    event.preventDefault();
    target.open = true;
    (target.querySelector('input:not([type=hidden]), select, textarea') ?? target.querySelector('summary')).focus();
    target.scrollIntoView({ block: 'nearest' });
  });
}

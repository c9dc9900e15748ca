const allowed = new Set(['A', 'B', 'BR', 'CODE', 'EM', 'HR', 'I', 'LI', 'OL', 'P', 'STRONG', 'UL']);

/** HTML of a hover with nothing in it but words, emphasis, lists and links to https pages. */
export function sanitize(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const element of [...body.querySelectorAll('*')]) clean(element);
  return body.innerHTML;
}

function clean(element: Element): void {
  if (!allowed.has(element.tagName)) {
    element.replaceWith(element.ownerDocument.createTextNode(element.textContent ?? ''));
    return;
  }
  const href = element.getAttribute('href') ?? '';
  for (const { name } of [...element.attributes]) element.removeAttribute(name);
  if (element.tagName !== 'A' || !href.startsWith('https://')) return;
  element.setAttribute('href', href);
  element.setAttribute('target', '_blank');
  element.setAttribute('rel', 'noopener noreferrer');
}

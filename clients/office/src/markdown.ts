import { h } from './dom.js';

/** Shows the little Markdown that the server's explanations use: paragraphs, bold, links, escapes. As text, never as HTML. */
export function markdownView(source: string): HTMLElement {
  const view = h('div', { class: 'explanation' });
  for (const paragraph of source.split(/\n{2,}/)) {
    if (/^-{3,}$/.test(paragraph.trim())) view.append(h('hr'));
    else if (paragraph.trim() !== '') view.append(h('p', {}, ...inline(paragraph)));
  }
  return view;
}

const token =
  /\\([\\`*_{}[\]<>#+|~!])|\*\*([^*]+)\*\*|\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)|`([^`]+)`/;

function inline(text: string): Node[] {
  const nodes: Node[] = [];
  let rest = text;
  for (let match = token.exec(rest); match; match = token.exec(rest)) {
    const [whole, escapedMark, bold, label, href, code] = match;
    if (match.index > 0) nodes.push(document.createTextNode(rest.slice(0, match.index)));
    if (escapedMark !== undefined) nodes.push(document.createTextNode(escapedMark));
    else if (bold !== undefined) nodes.push(h('strong', {}, bold));
    else if (label !== undefined && href !== undefined)
      nodes.push(h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, label));
    else nodes.push(h('code', {}, code ?? ''));
    rest = rest.slice(match.index + whole.length);
  }
  if (rest !== '') nodes.push(document.createTextNode(rest));
  return nodes;
}

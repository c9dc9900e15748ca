import type { Annotation, Paragraph, WordDocument } from './model.js';

/** Shows a simulated Word document in the page: text that can be typed in, squiggles, and the popup. */
export function showWord(
  document: WordDocument,
  root: HTMLElement,
  popup: HTMLElement,
  selectionMoved: () => void,
): void {
  const sheet = Object.assign(window.document.createElement('div'), { className: 'sheet' });
  root.replaceChildren(sheet);
  const rows = new Map<Paragraph, HTMLElement>();
  let isQueued = false;
  let underPointer: Annotation | undefined;
  document.onPaint = () => {
    if (isQueued) return;
    isQueued = true;
    requestAnimationFrame(() => {
      isQueued = false;
      paint();
    });
  };
  sheet.addEventListener('keydown', typed);
  sheet.addEventListener('click', clicked);
  sheet.addEventListener('mousemove', pointed);
  window.document.addEventListener('selectionchange', moved);
  paint();

  function paint(): void {
    const parts: [string, Paragraph[]][] = [
      ['Header', Object.values(document.headers).flatMap((body) => body.paragraphs)],
      ['', document.body.paragraphs],
      ['Text box', document.textBoxes.flatMap((body) => body.paragraphs)],
      ['Footnote', document.footnotes.flatMap((body) => body.paragraphs)],
      ['Footer', Object.values(document.footers).flatMap((body) => body.paragraphs)],
    ];
    const next = parts.flatMap(([label, paragraphs]) => paragraphs.map((one) => rowOf(one, label)));
    if (next.length !== sheet.children.length || next.some((row, at) => sheet.children[at] !== row))
      sheet.replaceChildren(...next);
    highlight();
  }

  function rowOf(paragraph: Paragraph, label: string): HTMLElement {
    let row = rows.get(paragraph);
    if (!row) {
      row = window.document.createElement('p');
      row.contentEditable = 'plaintext-only';
      row.spellcheck = false;
      row.dataset.id = paragraph.id;
      if (label !== '') {
        row.className = 'part';
        row.title = label;
      }
      const made = row;
      row.addEventListener('input', () => {
        const before = shown(paragraph);
        const after = made.textContent ?? '';
        const edit = difference(before, after);
        document.edit(
          paragraph,
          paragraph.toRaw(edit.start),
          edit.end === edit.start ? paragraph.toRaw(edit.start) : paragraph.toRaw(edit.end - 1) + 1,
          edit.text,
        );
      });
      rows.set(paragraph, row);
    }
    if (row.textContent !== shown(paragraph)) row.textContent = shown(paragraph);
    return row;
  }

  function shown(paragraph: Paragraph): string {
    return paragraph.clean.replaceAll('\v', '\n');
  }

  /** Squiggles are painted by the browser's own highlights, so that the text stays plain. */
  function highlight(): void {
    const groups = new Map<string, Range[]>();
    const put = (name: string, range: Range | undefined) =>
      range && groups.set(name, [...(groups.get(name) ?? []), range]);
    for (const one of document.annotations.values()) if (one.visible) put(one.color, rangeOf(one));
    if (document.selection && window.document.activeElement?.tagName === 'IFRAME')
      put('selected', rangeOf(document.selection));
    if (document.highlight) put('lit', rangeOf(document.highlight));
    CSS.highlights.clear();
    for (const [name, ranges] of groups) CSS.highlights.set(name, new Highlight(...ranges));
    if (document.selection && window.document.activeElement?.tagName === 'IFRAME')
      rows.get(document.selection.paragraph)?.scrollIntoView({ block: 'nearest' });
  }

  function rangeOf(one: { paragraph: Paragraph; start: number; end: number }): Range | undefined {
    const node = rows.get(one.paragraph)?.firstChild;
    if (!(node instanceof Text)) return undefined;
    const start = one.paragraph.cleanOf(0, one.start).length;
    const range = new Range();
    range.setStart(node, Math.min(start, node.length));
    range.setEnd(
      node,
      Math.min(start + one.paragraph.cleanOf(one.start, one.end).length, node.length),
    );
    return range;
  }

  function at(): { paragraph: Paragraph; offset: number } | undefined {
    const selection = window.getSelection();
    const row = (
      selection?.anchorNode instanceof HTMLElement
        ? selection.anchorNode
        : selection?.anchorNode?.parentElement
    )?.closest('p');
    const paragraph = [...rows].find(([, element]) => element === row)?.[0];
    return paragraph && { paragraph, offset: selection?.anchorOffset ?? 0 };
  }

  function moved(): void {
    const place = at();
    if (!place) return;
    const raw = place.paragraph.toRaw(place.offset);
    document.selection = { paragraph: place.paragraph, start: raw, end: raw };
    selectionMoved();
  }

  /** Enter splits, Backspace at the start joins, Ctrl+Z takes back, as in any editor. */
  function typed(event: KeyboardEvent): void {
    const place = at();
    if ((event.ctrlKey || event.metaKey) && event.key === 'z') {
      event.preventDefault();
      document.undo();
      return;
    }
    if (!place || !document.body.paragraphs.includes(place.paragraph)) return;
    const { paragraph, offset } = place;
    if (event.key === 'Enter') {
      event.preventDefault();
      const raw = paragraph.toRaw(offset);
      const added = document.paragraph(paragraph.clean.slice(offset));
      document.edit(paragraph, raw, paragraph.raw.length, '');
      document.insertAfter(paragraph, [added]);
      later(() => focus(added, 0));
    } else if (event.key === 'Backspace' && offset === 0 && window.getSelection()?.isCollapsed) {
      const before = document.body.paragraphs[document.body.paragraphs.indexOf(paragraph) - 1];
      if (!before) return;
      event.preventDefault();
      const length = before.clean.length;
      document.edit(before, before.raw.length, before.raw.length, paragraph.clean);
      document.remove(paragraph);
      later(() => focus(before, length));
    }
  }

  function later(work: () => void): void {
    requestAnimationFrame(() => requestAnimationFrame(work));
  }

  function focus(paragraph: Paragraph, offset: number): void {
    const row = rows.get(paragraph);
    row?.focus();
    const node = row?.firstChild;
    if (node) window.getSelection()?.collapse(node, offset);
  }

  function clicked(event: MouseEvent): void {
    const place = at();
    popup.hidden = true;
    if (!place) return;
    const raw = place.paragraph.toRaw(place.offset);
    const one = [...document.annotations.values()].find(
      (mark) =>
        mark.visible && mark.paragraph === place.paragraph && mark.start <= raw && raw < mark.end,
    );
    if (!one) return;
    document.fire('clicked', { id: one.id });
    if (one.popup) offer(one, event.clientX, event.clientY);
  }

  /** Word tells of the pointer when it comes to rest on another mark. */
  function pointed(event: MouseEvent): void {
    const caret = window.document.caretRangeFromPoint(event.clientX, event.clientY);
    const row = caret?.startContainer.parentElement?.closest('p');
    const paragraph = [...rows].find(([, element]) => element === row)?.[0];
    const raw = paragraph?.toRaw(caret?.startOffset ?? 0) ?? 0;
    const one = [...document.annotations.values()].find(
      (mark) => mark.visible && mark.paragraph === paragraph && mark.start <= raw && raw < mark.end,
    );
    if (one && one !== underPointer) document.fire('hovered', { id: one.id });
    underPointer = one;
  }

  function offer(one: Annotation, x: number, y: number): void {
    const element = (tag: string, text: string) =>
      Object.assign(window.document.createElement(tag), { textContent: text });
    const choose = (text: string, act: () => void) => {
      const button = element('button', text);
      button.addEventListener('click', () => {
        popup.hidden = true;
        act();
      });
      return button;
    };
    popup.replaceChildren(
      element('strong', one.popup?.title ?? ''),
      element('small', one.popup?.subtitle ?? ''),
      ...one.suggestions.map((words, index) => choose(words, () => document.accept(one.id, index))),
      choose('Ignore', () => document.reject(one.id)),
      element('small', one.popup?.brand ?? ''),
    );
    popup.hidden = false;
    popup.style.left = `${Math.min(x, innerWidth - 360)}px`;
    popup.style.top = `${y + 14}px`;
  }
}

function difference(before: string, after: string): { start: number; end: number; text: string } {
  let start = 0;
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) start++;
  let tail = 0;
  while (
    tail < Math.min(before.length, after.length) - start &&
    before.at(-1 - tail) === after.at(-1 - tail)
  )
    tail++;
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}

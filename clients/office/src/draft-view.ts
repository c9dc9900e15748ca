import { h } from './dom.js';
import type { Found } from './found.js';
import type { Snapshot } from './host.js';
import * as words from './strings.js';

/**
 * The draft as text inside the pane, with its findings underlined: for hosts that have no underlines of their own.
 * Never as live HTML; what the draft holds is shown, not run.
 */
export function draftView(open: (found: Found) => void): {
  element: HTMLElement;
  show(snapshot: Snapshot, found: readonly Found[], openId: string | undefined): void;
} {
  const body = h('div', {
    class: 'draft-text',
    tabindex: 0,
    role: 'group',
    'aria-label': words.draftLabel,
  });
  const element = h(
    'section',
    { class: 'draft' },
    h('h2', { class: 'label' }, words.draftLabel),
    body,
  );
  return {
    element,
    show(snapshot, found, openId) {
      element.hidden = found.length === 0;
      const byIndex = new Map<number, Found[]>();
      for (const one of found) byIndex.set(one.index, [...(byIndex.get(one.index) ?? []), one]);
      const rows = snapshot.paragraphs.map((paragraph, index) => {
        const row = h(
          'p',
          { class: `draft-row ${paragraph.place}` },
          paragraph.lead && h('span', { class: 'lead' }, paragraph.lead),
        );
        let at = 0;
        for (const one of (byIndex.get(index) ?? []).sort((a, b) => a.start - b.start)) {
          if (one.start < at) continue;
          row.append(paragraph.text.slice(at, one.start));
          // No native button: that would not break over lines as text does. The keyboard has the list.
          const mark = h(
            'span',
            {
              role: 'button',
              class: `underlined ${one.severity}`,
              tabindex: -1,
              title: one.message,
              onclick: () => open(one),
            },
            paragraph.text.slice(one.start, one.end),
          );
          if (one.id === openId) mark.setAttribute('aria-current', 'true');
          row.append(mark);
          at = one.end;
        }
        row.append(paragraph.text.slice(at));
        return row;
      });
      body.replaceChildren(...rows);
    },
  };
}

import { button, h } from './dom.js';
import type { IgnoredEntry } from './settings.js';
import * as words from './strings.js';

/** The findings that the writer let stand, with their reasons, folded away below the list. */
export function ignoredView(restore: (key: string) => void): {
  readonly element: HTMLElement;
  show(entries: readonly IgnoredEntry[]): void;
} {
  const element = h('details', { class: 'ignored', hidden: true });
  let shown: readonly IgnoredEntry[] = [];
  return {
    element,
    show(entries) {
      // The same rows made anew at every look would take the keyboard from them.
      if (entries === shown) return;
      shown = entries;
      element.hidden = entries.length === 0;
      const rows = entries.map((entry) =>
        h(
          'li',
          {},
          h('span', {}, entry.title),
          h('span', { class: 'hint' }, entry.reason),
          button(words.restore, () => restore(entry.key), { appearance: 'subtle' }),
        ),
      );
      element.replaceChildren(
        h('summary', {}, words.ignoredCount(entries.length)),
        h('ul', {}, ...rows),
      );
    },
  };
}

import { h } from './dom.js';
import * as words from './strings.js';

/** What Chaperone is, what it promises, and the keys. */
export function aboutView(version: string, facts: string): HTMLElement {
  return h(
    'div',
    { class: 'about' },
    h('p', {}, words.aboutWhat),
    h('p', {}, words.noAdvice),
    h('p', {}, words.aboutNetwork),
    h('h2', {}, words.keysTitle),
    h(
      'dl',
      { class: 'keys' },
      ...words.keys.flatMap(([key, does]) => [h('dt', {}, h('kbd', {}, key)), h('dd', {}, does)]),
    ),
    h('p', { class: 'hint' }, `${words.versionWord(version)} · ${facts}`),
  );
}

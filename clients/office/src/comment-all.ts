import { button, h } from './dom.js';
import type { Found } from './found.js';
import type { Host } from './host.js';
import * as words from './strings.js';

/** The button that writes all findings into the document as comments, and the question it asks first. */
export function commentAll(
  host: Host,
  found: () => readonly Found[],
  say: (message: string) => void,
): HTMLElement[] {
  const question = h('div', {});
  const close = () => question.replaceChildren();
  const add = async () => {
    close();
    let done = 0;
    for (const { id, paragraph, start, end, message } of found()) {
      const target = { id, key: paragraph.key, before: paragraph.text, start, end };
      if (await host.comment?.(target, `${words.appName}: ${message}`)) done++;
    }
    say(words.commented(done));
  };
  const ask = () => {
    question.replaceChildren(
      h(
        'div',
        { class: 'confirm', role: 'group', 'aria-label': words.commentAll },
        h('p', {}, words.commentAllConfirm),
        h(
          'div',
          { class: 'row' },
          button(words.commentAll, () => void add(), {
            appearance: 'primary',
            class: 'comments-yes',
          }),
          button(words.cancel, close, {}),
        ),
      ),
    );
    question.querySelector<HTMLElement>('.comments-yes')?.focus();
  };
  return [
    h('div', { class: 'row' }, button(words.commentAll, ask, { class: 'comments' })),
    question,
  ];
}

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
  const opener = button(words.commentAll, ask, { class: 'comments' });
  const close = () => {
    question.replaceChildren();
    opener.focus();
  };
  const add = async () => {
    close();
    let done = 0;
    for (const { id, paragraph, start, end, message } of found()) {
      const target = { id, key: paragraph.key, before: paragraph.text, start, end };
      if (await host.comment?.(target, `${words.appName}: ${message}`)) done++;
    }
    say(words.commented(done));
  };
  return [h('div', { class: 'row' }, opener), question];

  function ask(): void {
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
  }
}

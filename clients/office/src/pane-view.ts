import type { Result } from './checking.js';
import { button, h, select } from './dom.js';
import type { Host } from './host.js';
import * as words from './strings.js';

/** What the controls of the findings panel ask for. */
export interface PaneActions {
  checkNow(): void;
  step(by: 1 | -1): void;
  undo(): void;
  /** Draws the underlines again. */
  redraw(): void;
  /** Looks again after a failure. */
  retry(): void;
  setChannel(value: string): void;
  setStrictness(value: string): void;
}

/** What stands in the panel beside its own controls. */
export interface PaneContent {
  readonly kind: Host['kind'];
  /** What was chosen before. */
  readonly channel: string;
  readonly strictness: string;
  /** Above the controls: the paste box outside Office. */
  readonly above: readonly HTMLElement[];
  /** Below the controls: the draft, the list, what is ignored. */
  readonly below: readonly HTMLElement[];
  /** Under "More". */
  readonly more: readonly HTMLElement[];
}

/** The findings panel on the screen. */
export interface PaneView {
  /** The heading with the number of findings; it takes the keyboard when the list is empty. */
  readonly count: HTMLElement;
  busy(isBusy: boolean): void;
  /** Says what went wrong, with a way to try again; the next result takes it away. */
  complain(message: string): void;
  show(result: Result, chosenChannel: string): void;
}

/** Fills the panel. */
export function paneView(panel: HTMLElement, content: PaneContent, act: PaneActions): PaneView {
  const count = h('h2', { class: 'count', id: 'count', tabindex: -1 }, words.starting);
  const more = h('p', { class: 'hint' });
  const guess = h('p', { class: 'hint guess' });
  const spinner = h('fluent-spinner', {
    size: 'tiny',
    class: 'spinner',
    'aria-label': words.checking,
    hidden: true,
  });
  const trouble = h('div', { class: 'trouble', role: 'alert' });
  const channel = select(
    words.channelLabel,
    [['', words.channelAuto], ...Object.entries(words.channels)],
    content.channel,
    act.setChannel,
  );
  const strictness = select(
    words.strictnessLabel,
    [['', words.strictnessAuto], ...Object.entries(words.strictnesses)],
    content.strictness,
    act.setStrictness,
  );
  const key = (name: string, keys: string) => ({ class: name, 'aria-keyshortcuts': keys });
  const toolbar = h(
    'div',
    { class: 'toolbar', role: 'toolbar', 'aria-label': words.tabFindings },
    button(words.checkNow, act.checkNow, key('check-now', 'F9')),
    button(words.previous, () => act.step(-1), key('previous', 'Shift+F8')),
    button(words.next, () => act.step(1), key('next', 'F8')),
    button(words.undo, act.undo, key('undo', 'Control+Z')),
  );
  const extras = h(
    'details',
    { class: 'extras' },
    h('summary', {}, words.more),
    strictness.field,
    content.kind === 'word' &&
      h('div', { class: 'row' }, button(words.showUnderlines, act.redraw, { class: 'redraw' })),
    ...content.more,
  );
  panel.replaceChildren(
    h('div', { class: 'status' }, h('div', { class: 'count-row' }, count, spinner), more),
    trouble,
    ...content.above,
    channel.field,
    guess,
    toolbar,
    ...content.below,
    extras,
  );

  return {
    count,
    busy(isBusy) {
      spinner.hidden = !isBusy;
    },
    complain(message) {
      trouble.replaceChildren(h('p', {}, message), button(words.retry, act.retry, {}));
    },
    show({ found, snapshot, status }, chosenChannel) {
      trouble.replaceChildren();
      const isEmpty = snapshot.paragraphs.every((one) => one.text.trim() === '');
      const isClear = found.length === 0 && !isEmpty;
      count.textContent =
        found.length > 0
          ? words.count(found.length)
          : isEmpty
            ? words.emptyDocument
            : words.noneFound;
      count.classList.toggle('clear', isClear);
      more.textContent = [...(isClear ? [words.noneFoundMore] : []), ...snapshot.notes].join(' ');
      const named = words.channels[(status?.channel ?? '') as 'newsletter'] as string | undefined;
      guess.textContent =
        chosenChannel || !named || isEmpty ? '' : words.channelGuess(named, status?.because ?? '');
    },
  };
}

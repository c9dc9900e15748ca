import { type Checking, type Result, startChecking } from './checking.js';
import { commentAll } from './comment-all.js';
import type { Server, Wishes } from './connection.js';
import { announcer, button, copy, h, select } from './dom.js';
import { draftView } from './draft-view.js';
import { findingList } from './finding-list.js';
import { fixing } from './fixing.js';
import type { Found, FoundFix } from './found.js';
import type { Host, HostEvents } from './host.js';
import { ignoredView } from './ignored-view.js';
import { paneKeys } from './pane-keys.js';
import { documentSettings } from './settings.js';
import * as words from './strings.js';
import { verdicts } from './verdicts.js';

/** What the findings panel is given. */
export interface PaneParts {
  readonly host: Host;
  readonly server: Server;
  readonly panel: HTMLElement;
  /** Stands above the list: the paste box outside Office. */
  readonly extra: HTMLElement | undefined;
  readonly live: HTMLElement;
  readonly note: HTMLElement;
}

/** The findings panel at work. */
export interface Pane {
  /** Something about how to check has changed. */
  again(): void;
  say(message: string): void;
  trouble(message: string): void;
  end(): Promise<void>;
}

/** Puts the findings panel together and starts checking. */
export async function startPane({
  host,
  server,
  panel,
  extra,
  live,
  note,
}: PaneParts): Promise<Pane> {
  const say = announcer(live);
  const settings = documentSettings(host.document);
  const fixes = fixing(host);
  const waved = new Set<string>();
  const leave = verdicts(host, () => JSON.stringify([wishes(), settings.ignored]));
  let checking: Checking | undefined;
  let result: Result | undefined;
  let counted: number | undefined;
  let wanted: string | undefined;

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
  const ignored = ignoredView((key) =>
    settings
      .restore(key)
      .catch(() => say(words.settingsNotSaved))
      .finally(hide),
  );
  const channel = select(
    words.channelLabel,
    [['', words.channelAuto], ...Object.entries(words.channels)],
    settings.channel,
    (value) => void keep(settings.setChannel(value)),
  );
  const strictness = select(
    words.strictnessLabel,
    [['', words.strictnessAuto], ...Object.entries(words.strictnesses)],
    settings.strictness,
    (value) => void keep(settings.setStrictness(value)),
  );
  const draft = draftView((found) => open(found.id, true));
  const canGoThere = () => host.kind !== 'outlook';
  const list = findingList(canGoThere, {
    open: (found) => open(found.id === list.current?.id ? undefined : found.id, true),
    fix: (found, fix) => void make(found, fix),
    copy: (text) => void copyWords(text),
    reveal: (found) => void reveal(found),
    why: (found) => why(found),
    ignore: (found, reason) => void ignore(found, reason),
  });
  const actions = h(
    'div',
    { class: 'toolbar', role: 'toolbar', 'aria-label': words.tabFindings },
    button(words.checkNow, () => void checkNow(), {
      class: 'check-now',
      'aria-keyshortcuts': 'F9',
    }),
    button(words.previous, () => step(-1), { class: 'previous', 'aria-keyshortcuts': 'Shift+F8' }),
    button(words.next, () => step(1), { class: 'next', 'aria-keyshortcuts': 'F8' }),
    button(words.undo, () => void undo(), { class: 'undo', 'aria-keyshortcuts': 'Control+Z' }),
  );
  const extras = h(
    'details',
    { class: 'extras' },
    h('summary', {}, words.more),
    strictness.field,
    host.kind === 'word' &&
      h(
        'div',
        { class: 'row' },
        button(words.showUnderlines, () => void checking?.redraw(), { class: 'redraw' }),
      ),
    ...(host.comment ? commentAll(host, () => result?.found ?? [], say) : []),
  );
  panel.replaceChildren(
    h('div', { class: 'status' }, h('div', { class: 'count-row' }, count, spinner), more),
    trouble,
    ...(extra ? [extra] : []),
    channel.field,
    guess,
    actions,
    ...(host.kind === 'word' ? [] : [draft.element]),
    list.element,
    ignored.element,
    extras,
  );

  const events: HostEvents = {
    dirty: () => checking?.dirty(),
    focused: (id) => open(id, false),
    accepted(_id, remark) {
      say(remark ?? words.acceptedInWord);
      checking?.dirty();
    },
    rejected(id) {
      waved.add(id);
      hide();
    },
    rung(_rung, why) {
      note.textContent = words.rungs[why];
    },
    wanted(ignoreKey) {
      wanted = ignoreKey;
      if (result) show(result);
    },
  };
  await host.begin(events);
  server.wish(wishes());
  checking = startChecking(
    host,
    server,
    {
      result: show,
      trouble: (kind) => complain(kind === 'read' ? words.stale : words.workerGone),
      busy(isBusy) {
        spinner.hidden = !isBusy;
      },
    },
    () => document.visibilityState === 'visible',
  );
  hide();
  void checking.look(true);
  const stopKeys = paneKeys(panel, {
    step,
    undo: () => void undo(),
    checkNow: () => void checkNow(),
    toList: () => list.open(list.current?.id, true),
  });
  const onVisible = () => document.visibilityState === 'visible' && checking?.dirty();
  document.addEventListener('visibilitychange', onVisible);
  window.addEventListener('focus', onVisible);
  // What was drawn before the pane was first used is not always visible in Word; drawing it again is.
  const used = new AbortController();
  for (const kind of ['pointerdown', 'keydown'])
    document.addEventListener(
      kind,
      () => {
        used.abort();
        void checking?.redraw();
      },
      { signal: used.signal },
    );

  return {
    again() {
      server.wish(wishes());
      void checking?.look(true);
    },
    say,
    trouble: complain,
    async end() {
      checking?.end();
      stopKeys();
      used.abort();
      document.removeEventListener('visibilitychange', onVisible);
      window.removeEventListener('focus', onVisible);
      await host.end();
    },
  };

  function wishes(): Wishes {
    return {
      ...(settings.channel ? { channel: settings.channel } : {}),
      ...(settings.strictness ? { strictness: settings.strictness as 'strict' } : {}),
    };
  }

  async function keep(saved: Promise<void>): Promise<void> {
    server.wish(wishes());
    void checking?.look(true);
    await saved.catch(() => say(words.settingsNotSaved));
  }

  function show(next: Result): void {
    result = next;
    trouble.replaceChildren();
    const { found, snapshot, status } = next;
    const isEmpty = snapshot.paragraphs.every((one) => one.text.trim() === '');
    count.textContent =
      found.length === 0
        ? isEmpty
          ? words.emptyDocument
          : words.noneFound
        : words.count(found.length);
    count.classList.toggle('clear', found.length === 0 && !isEmpty);
    more.textContent =
      found.length > 0 || isEmpty
        ? snapshot.notes.join(' ')
        : [words.noneFoundMore, ...snapshot.notes].join(' ');
    const named = words.channels[(status?.channel ?? '') as 'newsletter'] as string | undefined;
    guess.textContent =
      settings.channel || !named || isEmpty ? '' : words.channelGuess(named, status?.because ?? '');
    if (counted !== undefined && counted !== found.length) say(words.countLeft(found.length));
    counted = found.length;
    list.show(found);
    draft.show(snapshot, found, list.current?.id);
    ignored.show(settings.ignored);
    leave(next);
    const sought = wanted === undefined ? undefined : found.find((one) => one.ignoreKey === wanted);
    if (!sought) return;
    wanted = undefined;
    open(sought.id, true);
  }

  function open(id: string | undefined, focus: boolean): void {
    list.open(id, focus);
    if (result) draft.show(result.snapshot, result.found, id);
  }

  function step(by: 1 | -1): void {
    const next = list.step(by);
    if (!next) say(words.countLeft(0));
    if (next && result) draft.show(result.snapshot, result.found, next.id);
  }

  async function make(found: Found, fix: FoundFix): Promise<void> {
    const outcome = await fixes.apply(fix);
    if (outcome.kind !== 'done') {
      say(outcome.why);
      complain(outcome.why);
    }
    await checking?.look(false);
    if (outcome.kind === 'done') say(words.fixed(result?.found.length ?? 0));
    settleFocus(found);
  }

  async function undo(): Promise<void> {
    const outcome = await fixes.undo();
    say(
      outcome === undefined
        ? words.nothingToUndo
        : outcome.kind === 'done'
          ? words.undone
          : outcome.why,
    );
    await checking?.look(false);
  }

  /** After a card went, the keyboard is on the one in its place; with none left, on the count. */
  function settleFocus(found: Found): void {
    if (list.current && list.current.id !== found.id) list.open(list.current.id, true);
    else if ((result?.found.length ?? 0) === 0) count.focus();
  }

  async function reveal(found: Found): Promise<void> {
    const { id, start, end } = found;
    const shown = await host.reveal({
      id,
      key: found.paragraph.key,
      before: found.paragraph.text,
      start,
      end,
    });
    if (shown) return;
    say(words.changedSince);
    await checking?.look(false);
  }

  /** The server explains all findings at a place; this one's part is taken. */
  async function why(found: Found): Promise<string | undefined> {
    const all = await server.why(found.offset);
    const parts = all?.split(/\n\n---\n\n/) ?? [];
    const own = parts.find((part) => part.includes(found.rule)) ?? parts[0];
    // The card says the message already.
    return own?.replace(/^\*\*[^\n]*\*\*\n\n/, '');
  }

  async function ignore(found: Found, reason: string): Promise<void> {
    const saved = settings.ignore(found, reason);
    hide();
    say(words.isIgnored(result?.found.length ?? 0));
    settleFocus(found);
    await saved.catch(() => say(words.settingsNotSaved));
  }

  function hide(): void {
    checking?.hide(
      (one) => waved.has(one.id) || settings.ignored.some((entry) => entry.key === one.ignoreKey),
    );
  }

  async function checkNow(): Promise<void> {
    await checking?.look(true);
    say(words.countLeft(result?.found.length ?? 0));
  }

  async function copyWords(text: string): Promise<void> {
    say((await copy(text)) ? words.copied : words.copyFailed);
  }

  function complain(message: string): void {
    trouble.replaceChildren(
      h('p', {}, message),
      button(words.retry, () => void checking?.look(true), {}),
    );
  }
}

import { type Checking, type Result, startChecking } from './checking.js';
import { commentAll } from './comment-all.js';
import type { Server } from './connection.js';
import { announcer, copy } from './dom.js';
import { draftView } from './draft-view.js';
import { findingList } from './finding-list.js';
import { fixing } from './fixing.js';
import type { Found, FoundFix } from './found.js';
import type { Host, HostEvents } from './host.js';
import { ignoredView } from './ignored-view.js';
import { onFirstUse, paneKeys } from './pane-keys.js';
import { paneView } from './pane-view.js';
import { type PaneProfile, profileChanging } from './profile-change.js';
import type { ProfileChange } from './reports.js';
import { documentSettings } from './settings.js';
import * as words from './strings.js';
import { verdicts } from './verdicts.js';

/** What the findings panel is given. */
export interface PaneParts {
  readonly host: Host;
  readonly server: Server;
  readonly profile: PaneProfile;
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
  profile,
  panel,
  extra,
  live,
  note,
}: PaneParts): Promise<Pane> {
  const say = announcer(live);
  const settings = documentSettings(host.document);
  const fixes = fixing(host);
  const changing = profileChanging(profile, server, fixes, async () => checking?.look(true));
  const waved = new Set<string>();
  const leave = verdicts(host, () => JSON.stringify([settings.wishes, settings.ignored]));
  let checking: Checking | undefined;
  let result: Result | undefined;
  let counted: number | undefined;
  let wanted: string | undefined;
  /** Times that a finding was gone to. */
  let moves = 0;

  const ignored = ignoredView(
    (key) =>
      void bringBack(async () => {
        await settings.restore(key).catch(() => say(words.settingsNotSaved));
        hide();
      }),
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
    change: (found, change) => void changeProfile(found, change),
  });
  const act = {
    step,
    undo: () => void undo(),
    checkNow: () => void checkNow(),
    redraw: () => void checking?.redraw(),
    retry: () => void checking?.look(true),
    setChannel: (value: string) => void keep(settings.setChannel(value)),
    setStrictness: (value: string) => void keep(settings.setStrictness(value)),
  };
  const view = paneView(
    panel,
    {
      kind: host.kind,
      channel: settings.channel,
      strictness: settings.strictness,
      above: extra ? [extra] : [],
      below: [...(host.kind === 'word' ? [] : [draft.element]), list.element, ignored.element],
      more: host.comment ? commentAll(host, () => result?.found ?? [], say) : [],
    },
    act,
  );

  const events: HostEvents = {
    dirty: () => checking?.dirty(),
    focused: (id) => open(id, false),
    pointed: (id) => list.point(id),
    accepted(_id, remark) {
      say(remark ?? words.acceptedInWord);
      checking?.dirty();
    },
    rejected(id) {
      waved.add(id);
      hide();
      fixes.remember(async () => {
        if (!waved.delete(id)) return undefined;
        hide();
        return { kind: 'done' };
      });
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
  server.wish(settings.wishes);
  checking = startChecking(
    host,
    server,
    {
      result: show,
      trouble: (kind) => view.complain(kind === 'read' ? words.stale : words.workerGone),
      busy: view.busy,
    },
    () => document.visibilityState === 'visible',
  );
  hide();
  void checking.look(true);
  const stopKeys = paneKeys(panel, {
    ...act,
    toList: () => list.open(list.current?.id, true),
  });
  const onVisible = () => document.visibilityState === 'visible' && checking?.dirty();
  document.addEventListener('visibilitychange', onVisible);
  window.addEventListener('focus', onVisible);
  // What was drawn before the pane was first used is not always visible in Word; drawing it again is.
  const stopWaiting = onFirstUse(act.redraw);

  return {
    again() {
      server.wish(settings.wishes);
      void checking?.look(true);
    },
    say,
    trouble: view.complain,
    async end() {
      checking?.end();
      stopKeys();
      stopWaiting();
      document.removeEventListener('visibilitychange', onVisible);
      window.removeEventListener('focus', onVisible);
      await host.end();
    },
  };

  async function keep(saved: Promise<void>): Promise<void> {
    server.wish(settings.wishes);
    void checking?.look(true);
    await saved.catch(() => say(words.settingsNotSaved));
  }

  function show(next: Result): void {
    result = next;
    const { found, snapshot } = next;
    view.show(next, settings.channel);
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
    moves++;
    list.open(id, focus);
    if (result) draft.show(result.snapshot, result.found, id);
  }

  function step(by: 1 | -1): void {
    moves++;
    const next = list.step(by);
    if (!next) say(words.countLeft(0));
    if (next && result) draft.show(result.snapshot, result.found, next.id);
  }

  async function make(found: Found, fix: FoundFix): Promise<void> {
    const outcome = await fixes.apply(fix);
    if (outcome.kind !== 'done') {
      say(outcome.why);
      view.complain(outcome.why);
    }
    await checking?.look(false);
    if (outcome.kind === 'done') say(words.fixed(result?.found.length ?? 0));
    settleFocus(found);
  }

  async function undo(): Promise<void> {
    await bringBack(async () => {
      const outcome = await fixes.undo();
      await checking?.look(false);
      const left = result?.found.length ?? 0;
      if (outcome === undefined) say(words.nothingToUndo);
      else say(outcome.kind === 'done' ? words.undone(left) : outcome.why);
    });
  }

  /** Opens the finding that `work` brings back, unless the writer has gone elsewhere meanwhile. */
  async function bringBack(work: () => Promise<void>): Promise<void> {
    const before = new Set(result?.found.map(({ id }) => id));
    const movesBefore = moves;
    await work();
    const back = result?.found.find(({ id }) => !before.has(id));
    if (back && moves === movesBefore) open(back.id, true);
  }

  /** After a card went, the keyboard is on the one in its place; with none left, on the count. */
  function settleFocus(found: Found): void {
    if (list.current && list.current.id !== found.id) list.open(list.current.id, true);
    else if ((result?.found.length ?? 0) === 0) view.count.focus();
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
    const all = await server.why(found.paragraph.part ?? '', found.offset);
    const parts = all?.split(/\n\n---\n\n/) ?? [];
    const own = parts.find((part) => part.includes(found.rule)) ?? parts[0];
    // The card says the message already.
    return own?.replace(/^\*\*[^\n]*\*\*\n\n/, '');
  }

  async function ignore(found: Found, reason: string): Promise<void> {
    const saved = settings.ignore(found, reason);
    hide();
    fixes.remember(async () => {
      if (!settings.ignored.some((one) => one.key === found.ignoreKey)) return undefined;
      await settings.restore(found.ignoreKey).catch(() => say(words.settingsNotSaved));
      hide();
      return { kind: 'done' };
    });
    say(words.isIgnored(result?.found.length ?? 0));
    settleFocus(found);
    await saved.catch(() => say(words.settingsNotSaved));
  }

  async function changeProfile(found: Found, change: ProfileChange): Promise<void> {
    const outcome = await changing(change);
    const left = result?.found.length ?? 0;
    say(outcome === 'done' ? words.profileChanged(left) : outcome);
    settleFocus(found);
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
}

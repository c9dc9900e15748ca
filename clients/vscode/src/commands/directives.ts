import { l10n, type Range, type TextEditor, window } from 'vscode';
import { channels, type IgnoreTarget } from '../protocol.js';
import type { Session } from '../session.js';
import { channelName } from '../status-lines.js';
import { activeEditor, addressOf, ask, findingAtCaret } from './editor.js';

/** Silences one finding in its file, with a reason that shows in the report. */
export async function ignoreWithReason(session: Session, target?: IgnoreTarget): Promise<void> {
  const editor = activeEditor();
  mustTakeDirectives(session, editor);
  const title = l10n.t('Ignore with a reason');
  const place = target
    ? { uri: target.uri, rule: target.rule, span: target.span }
    : await placeAtCaret(session, title);
  if (!place) return;
  const reason = await window.showInputBox({
    title,
    prompt: l10n.t(
      'Why may this stay? The reason is written beside the passage and shows in the report. No patient names.',
    ),
    placeHolder: l10n.t('for example: Maria is our receptionist'),
    validateInput: (text) => (text.trim().length < 4 ? l10n.t('A few words, please.') : undefined),
  });
  if (reason === undefined) return;
  const { applied } = await ask<{ applied: boolean }>(session, 'chaperone.ignore', {
    ...place,
    reason: reason.trim(),
  });
  if (!applied) throw new Error(notWritten());
}

async function placeAtCaret(session: Session, title: string): Promise<object | undefined> {
  const editor = activeEditor();
  const finding = await findingAtCaret(editor, title);
  if (!finding) {
    void window.showInformationMessage(l10n.t('Put the cursor on an underlined passage first.'));
    return undefined;
  }
  return { uri: addressOf(session, editor), rule: finding.rule, range: toProtocol(finding.range) };
}

/** Writes down that someone has authorized what the passage at the caret says: by reference, never by name. */
export async function recordAuthorization(session: Session): Promise<void> {
  const editor = activeEditor();
  mustTakeDirectives(session, editor);
  const title = l10n.t('Record an authorization');
  const id = await window.showInputBox({
    title: `${title} (1/3)`,
    prompt: l10n.t('The number or reference of the signed form in your records. Not a name.'),
    placeHolder: 'AUTH-2026-014',
    validateInput: (text) =>
      /^(?=.*\d)[\w./-]+$/.test(text.trim())
        ? undefined
        : l10n.t(
            'A reference without spaces and with a digit, such as AUTH-2026-014. Names do not belong here.',
          ),
  });
  if (id === undefined) return;
  const places = await window.showQuickPick(authorized(), {
    title: `${title} (2/3)`,
    placeHolder: l10n.t('Where does the form allow it?'),
    canPickMany: true,
  });
  if (!places || places.length === 0) return;
  const expires = await window.showInputBox({
    title: `${title} (3/3)`,
    prompt: l10n.t('The last day the form is good for, as year-month-day.'),
    value: aYearFromNow(),
    validateInput: (text) =>
      isDay(text.trim()) ? undefined : l10n.t('A day to come, such as {0}.', aYearFromNow()),
  });
  if (expires === undefined) return;
  const argument = {
    uri: addressOf(session, editor),
    range: toProtocol(editor.selection),
    id: id.trim(),
    channels: places.map(({ value }) => value).join(','),
    expires: expires.trim(),
  };
  const { applied } = await ask<{ applied: boolean }>(session, 'chaperone.authorize', argument);
  if (!applied) throw new Error(notWritten());
}

/** Says in the file where its copy will appear. */
export async function chooseChannel(session: Session): Promise<void> {
  const editor = activeEditor();
  mustTakeDirectives(session, editor);
  const now = session.statusOf(editor.document.uri)?.channel;
  const items = channels.map((channel) => ({
    label: channelName(channel),
    ...(channel === now ? { description: l10n.t('now') } : {}),
    channel,
  }));
  const chosen = await window.showQuickPick(items, { title: l10n.t('Where will this appear?') });
  if (!chosen) return;
  const { applied } = await ask<{ applied: boolean }>(session, 'chaperone.setChannel', {
    uri: addressOf(session, editor),
    channel: chosen.channel,
  });
  if (!applied) throw new Error(notWritten());
}

/** The places that an authorization may name, and what they are called there. */
function authorized(): { label: string; value: string }[] {
  return [
    { label: l10n.t('Web site'), value: 'web' },
    { label: l10n.t('Newsletter and e-mail'), value: 'newsletter' },
    { label: l10n.t('All social media'), value: 'social' },
    { label: 'Instagram', value: 'instagram' },
    { label: 'Facebook', value: 'facebook' },
    { label: 'TikTok', value: 'tiktok' },
    { label: 'YouTube', value: 'youtube' },
    { label: l10n.t('Replies to reviews'), value: 'review-reply' },
  ];
}

function aYearFromNow(): string {
  const day = new Date();
  day.setFullYear(day.getFullYear() + 1);
  return day.toLocaleDateString('sv-SE');
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T23:59:59`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.getTime() > Date.now()
  );
}

/** Says before the first question that the answers could not be written down. */
function mustTakeDirectives(session: Session, { document }: TextEditor): void {
  if (session.statusOf(document.uri)?.takesDirectives !== false) return;
  throw new Error(
    l10n.t(
      'Files of the kind "{0}" have no place for such a note. Save the copy as Markdown (.md) to write one, or set the place and the rules in the practice profile.',
      document.languageId,
    ),
  );
}

function notWritten(): string {
  return l10n.t(
    'Nothing was written: no passage of copy stands at the cursor or after it, or the document would not be changed.',
  );
}

function toProtocol({ start, end }: Range) {
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}

import { l10n, type Uri, window, workspace } from 'vscode';
import { changeProfile, newProfileOf, profileOf } from '../profile-file.js';
import { addToList, type ProfileList, setRule, setValue } from '../profile-text.js';
import { type Level, levels, type Severity } from '../protocol.js';
import type { Session } from '../session.js';
import { setting } from '../settings.js';
import { levelName } from '../status-lines.js';

/** A change of the profile that a quick fix offers. */
export type ProfileChange =
  | { readonly list: ProfileList; readonly value: string }
  | { readonly rule: string; readonly severity: Severity | 'off' };

/** Asks for a person, a number or a handle of the practice's own, and writes it to the profile. */
export async function addToProfile(list: 'staff' | 'phones' | 'handles'): Promise<void> {
  const editor = window.activeTextEditor;
  const selected =
    editor && !editor.selection.isEmpty
      ? editor.document.getText(editor.selection).replace(/\s+/g, ' ').trim()
      : '';
  const { title, prompt, check } = questions()[list];
  const value = await window.showInputBox({
    title,
    prompt,
    value: selected.slice(0, 80),
    validateInput: (text) => check(text.trim()),
  });
  if (value === undefined) return;
  await applyProfileChange(editor?.document.uri, { list, value: value.trim() });
}

/** Writes a change to the profile that rules a document, and offers to undo it. */
export async function applyProfileChange(
  document: Uri | undefined,
  change: ProfileChange,
): Promise<void> {
  if ('list' in change) {
    const { list, value } = change;
    const done = l10n.t('"{0}" now counts as your own.', value);
    await changeProfile(
      document,
      (text) => addToList(text, list, value),
      done,
      l10n.t('"{0}" is there already.', value),
    );
    return;
  }
  const { rule, severity } = change;
  const done =
    severity === 'off'
      ? l10n.t('The rule {0} is off.', rule)
      : l10n.t('The rule {0} now counts as: {1}.', rule, severity);
  await changeProfile(
    document,
    (text) => setRule(text, rule, severity),
    done,
    l10n.t('The rule {0} is set so already.', rule),
  );
}

/** Asks how strict to be and writes it to the profile, for everyone who works on this copy. */
export async function changeLevel(session: Session): Promise<void> {
  const document = window.activeTextEditor?.document.uri;
  const now = document && session.statusOf(document)?.strictness;
  const details: Readonly<Record<Level, string>> = {
    strict: l10n.t('Points out every public reply, even a safe one.'),
    standard: l10n.t('Safe template replies are fine; points out what reveals something.'),
    lenient: l10n.t('Points out only what clearly reveals something.'),
  };
  const items = levels.map((level) => ({
    label: levelName(level),
    detail: details[level],
    ...(level === now ? { description: l10n.t('now') } : {}),
    level,
  }));
  const chosen = await window.showQuickPick(items, {
    title: l10n.t('How strict should Chaperone be?'),
  });
  if (!chosen) return;
  const name = chosen.label.toLowerCase();
  const set = setting('strictness', document);
  const overruled =
    set !== 'profile' && set !== chosen.level
      ? ` ${l10n.t('Your own setting chaperone.strictness still says {0} and wins.', set)}`
      : '';
  await changeProfile(
    document,
    (text) => setValue(text, 'strictness', chosen.level),
    l10n.t('The level is now {0}.', name) + overruled,
    l10n.t('The level is {0} already.', name) + overruled,
  );
}

/** Opens the profile that rules the active document, or starts one. */
export async function openProfile(): Promise<void> {
  const document = window.activeTextEditor?.document.uri;
  const existing = await profileOf(document);
  const uri = existing ?? newProfileOf(document);
  if (!uri)
    throw new Error(
      l10n.t('Open the folder of your practice first: its profile, chaperone.yaml, is kept there.'),
    );
  if (!existing) await workspace.fs.writeFile(uri, new TextEncoder().encode(starter));
  await window.showTextDocument(uri);
}

interface Question {
  readonly title: string;
  readonly prompt: string;
  /** What is wrong with an answer; undefined when nothing is. */
  check(text: string): string | undefined;
}

function questions(): Readonly<Record<'staff' | 'phones' | 'handles', Question>> {
  return {
    staff: {
      title: l10n.t('Add a staff member'),
      prompt: l10n.t(
        'A name as it appears in your copy, such as Dr. Smith or Nurse Kelly. Never a patient.',
      ),
      check: (text) => (/\p{L}/u.test(text) ? undefined : l10n.t('Enter a name.')),
    },
    phones: {
      title: l10n.t('Add your own phone number'),
      prompt: l10n.t('A number of the practice, such as (555) 010-0142.'),
      check: (text) =>
        text.replace(/\D/g, '').length >= 7 && /^[+\d\s().-]+$/.test(text)
          ? undefined
          : l10n.t('Enter a phone number with at least seven digits.'),
    },
    handles: {
      title: l10n.t('Add your own handle'),
      prompt: l10n.t('A social media account of the practice, such as @lumaaesthetics.'),
      check: (text) =>
        /^@[\w.-]+$/.test(text) ? undefined : l10n.t('Enter a handle that begins with @.'),
    },
  };
}

/** A new profile: everything is optional, so everything stands in comments. */
const starter = `# The practice profile: who your own people are, and how strict to be.
# The same file serves VS Code, the command line, Word and Outlook. Everything is optional.

# name: Luma Aesthetics

# Your own people, numbers and handles are never a finding.
# staff:
#   - Dr. Smith
#   - Nurse Kelly
# phones:
#   - (555) 010-0142
# handles:
#   - "@lumaaesthetics"

# strict (the default), standard or lenient.
# strictness: standard

# Where copy in these folders will appear.
# channels:
#   "replies/**": review-reply
#   "newsletter/**": newsletter
`;

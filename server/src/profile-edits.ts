import { profileNames } from '@chaperone/config/names';
import { type Finding, identify, type PracticeProfile, type Span } from '@chaperone/core';
import { CreateFile, TextDocumentEdit, TextEdit, type WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Context } from './context.js';
import { difference, workspaceEdit } from './edits.js';
import { parentOf } from './profiles.js';
import type { Review } from './review.js';

/** Lists of the profile that a finding may lack an entry in. */
export const profileLists = [
  'staff',
  'phones',
  'handles',
  'partners',
  'domains',
  'addresses',
] as const;
export type ProfileList = (typeof profileLists)[number];

export type ProfileChange =
  | { readonly title: string; readonly list: ProfileList; readonly value: string }
  | {
      readonly title: string;
      readonly rule: string;
      readonly severity: 'error' | 'warning' | 'info' | 'hint' | 'off';
    };

/** The file a change would go into, with its text; an empty text where it has yet to be made. */
export interface ProfileTarget {
  readonly uri: string;
  readonly text: string;
  readonly exists: boolean;
}

/** Which list a kind of identifier belongs in, and how a person would say so. */
const lists: readonly { kind: RegExp; list: ProfileList; says: (words: string) => string }[] = [
  {
    kind: /^PERSON$|(?:^|-)name(?:s|d)?(?:-|$)/,
    list: 'staff',
    says: (words) => `${words} works here: add to staff in chaperone.yaml`,
  },
  {
    kind: /^PHONE$|(?:^|-)phone(?:-|$)/,
    list: 'phones',
    says: (words) => `${words} is our own phone: add it to chaperone.yaml`,
  },
  {
    kind: /^HANDLE$|(?:^|-)(?:tag|handle|mention)(?:-|$)/,
    list: 'handles',
    says: (words) => `${words} is our own account: add it to chaperone.yaml`,
  },
  {
    kind: /^ADDRESS$|(?:^|-)address(?:-|$)/,
    list: 'addresses',
    says: (words) => `${words} is our own address: add it to chaperone.yaml`,
  },
];

/** What the practice may add to its profile so that this finding does not come again. */
export function profileChangesFor(
  finding: Finding,
  text: string,
  profile: PracticeProfile,
): readonly ProfileChange[] {
  const wordsAt = ({ start, end }: Span) => text.slice(start, end).replace(/\s+/g, ' ').trim();
  const particulars = [
    ...identify(wordsAt(finding.span), profile).map(({ kind, text: words }) => ({ kind, words })),
    ...finding.evidence.map(({ signal, span }) => ({ kind: signal, words: wordsAt(span) })),
  ];
  const changes: ProfileChange[] = [];
  for (const { kind, words } of particulars) {
    const entry = lists.find((candidate) => candidate.kind.test(kind));
    if (!entry || !fits(entry.list, words)) continue;
    const isKnown = changes.some((change) => 'list' in change && change.value === words);
    if (!isKnown) changes.push({ title: entry.says(words), list: entry.list, value: words });
  }
  if (finding.severity === 'error' || finding.severity === 'warning') {
    const title = `Report ${finding.rule} only as a note, in chaperone.yaml`;
    changes.push({ title, rule: finding.rule, severity: 'info' });
  }
  return changes;
}

/** True for words that look like an entry of the list, and not like half a sentence. */
function fits(list: ProfileList, words: string): boolean {
  if (words === '' || words.length > 80) return false;
  if (list === 'staff') return /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3}$/u.test(words);
  if (list === 'handles') return /^[@#]?[\w.]+$/.test(words);
  return /\d/.test(words);
}

/** The profile that rules the document, or the one to make at the top of its workspace folder. */
export async function profileTarget(
  review: Review,
  context: Context,
): Promise<ProfileTarget | undefined> {
  const known = review.choice.uri;
  if (known !== undefined)
    return { uri: known, text: (await context.readText(known)) ?? '', exists: true };
  const { uri } = review.document;
  const folder =
    context.folders().find((candidate) => uri.startsWith(`${candidate}/`)) ??
    (uri.startsWith('file:') ? parentOf(uri) : context.folders()[0]);
  if (folder === undefined || !context.traits.createsFiles) return undefined;
  return { uri: `${folder}/${profileNames[0]}`, text: '', exists: false };
}

/** The workspace edit for a change of the profile; everything else in the file stays as it is. */
export function profileEdit(
  target: ProfileTarget,
  change: ProfileChange,
  { traits, documents, host }: Context,
): WorkspaceEdit | undefined {
  const after = host.profileText().change(target.text, change);
  if (!target.exists) {
    const start = { line: 0, character: 0 };
    const edit = TextDocumentEdit.create({ uri: target.uri, version: null }, [
      TextEdit.insert(start, after),
    ]);
    return { documentChanges: [CreateFile.create(target.uri, { ignoreIfExists: true }), edit] };
  }
  const edit = difference(target.text, after);
  if (!edit) return undefined;
  const open = documents.get(target.uri);
  const document = open ?? TextDocument.create(target.uri, 'yaml', 0, target.text);
  return workspaceEdit(document, [edit], traits, open ? open.version : null);
}

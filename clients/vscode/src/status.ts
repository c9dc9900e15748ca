import {
  Disposable,
  LanguageStatusSeverity,
  l10n,
  languages,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { isExcluded } from './exclude.js';
import { documentSelector } from './selector.js';
import type { Session } from './session.js';
import { setting } from './settings.js';
import { notChecked, type StatusLine, statusLines, underWay } from './status-lines.js';

/** Keeps the language status of the active document: risks, where it will appear and why, which profile rules. */
export function registerStatus(session: Session): void {
  let shown: Disposable | undefined;
  const show = () => {
    const document = window.activeTextEditor?.document;
    const lines = document && !setting('squigglesOnly') ? linesFor(document, session) : [];
    shown?.dispose();
    shown = document && Disposable.from(...lines.map((line) => itemOf(line, document)));
  };
  session.context.subscriptions.push(
    { dispose: () => shown?.dispose() },
    window.onDidChangeActiveTextEditor(show),
    workspace.onDidChangeConfiguration(
      (event) => event.affectsConfiguration('chaperone') && show(),
    ),
    session.onStatus(({ uri }) => {
      if (window.activeTextEditor?.document.uri.toString() === Uri.parse(uri).toString()) show();
    }),
  );
  show();
}

/** What is known of a document; nothing of one that is no copy. */
export function linesFor(document: TextDocument, session: Session): StatusLine[] {
  if (!setting('enable', document))
    return [notChecked(l10n.t('Chaperone is turned off in the settings'))];
  if (isExcluded(document))
    return [notChecked(l10n.t('the setting chaperone.exclude leaves it out'))];
  const status = session.statusOf(document.uri);
  if (status)
    return statusLines(
      status,
      status.profileUri && workspace.asRelativePath(Uri.parse(status.profileUri)),
    );
  if (languages.match(documentSelector(), document) > 0) return [underWay()];
  if (looksLikeProse(document)) {
    return [
      notChecked(
        l10n.t('the setting chaperone.languages does not name "{0}"', document.languageId),
      ),
    ];
  }
  return [];
}

function itemOf(
  { id, text, detail, warn, command }: StatusLine,
  document: TextDocument,
): Disposable {
  const item = languages.createLanguageStatusItem(`chaperone.${id}`, {
    scheme: document.uri.scheme,
    language: document.languageId,
  });
  item.name = 'Chaperone';
  item.text = text;
  item.detail = detail;
  item.severity = warn ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
  item.command = command;
  item.accessibilityInformation = { label: `Chaperone: ${text}, ${detail}` };
  return item;
}

/** Kinds of file that may well hold copy, so that silence about them would mislead. */
const prose = [
  'markdown',
  'mdx',
  'plaintext',
  'html',
  'csv',
  'email',
  'json',
  'jsonc',
  'yaml',
  'latex',
  'restructuredtext',
  'asciidoc',
];

function looksLikeProse(document: TextDocument): boolean {
  return prose.includes(document.languageId);
}

import { l10n, type TextEditor, window } from 'vscode';
import { ExecuteCommandRequest } from 'vscode-languageclient';
import { type Shown, shownFindings } from '../findings.js';
import type { Session } from '../session.js';

/** The active editor. Throws a plain message where there is none. */
export function activeEditor(): TextEditor {
  const editor = window.activeTextEditor;
  if (!editor) throw new Error(l10n.t('Open a file of copy first.'));
  return editor;
}

/** Runs one of the server's commands on its one argument. */
export async function ask<Answer>(
  session: Session,
  command: string,
  argument: object,
): Promise<Answer> {
  return session
    .client()
    .sendRequest(ExecuteCommandRequest.type, { command, arguments: [argument] });
}

/** The address of a document as the server knows it. */
export function addressOf(session: Session, { document }: TextEditor): string {
  return session.client().code2ProtocolConverter.asUri(document.uri);
}

/** The finding under the caret; where several are, the one the user picks. Undefined when there is none or none is picked. */
export async function findingAtCaret(
  { document, selection }: TextEditor,
  title: string,
): Promise<Shown | undefined> {
  const found = shownFindings(document.uri).filter(
    ({ range }) => range.intersection(selection) !== undefined,
  );
  if (found.length < 2) return found[0];
  const items = found.map((finding) => ({
    label: finding.message,
    description: finding.rule,
    finding,
  }));
  return (await window.showQuickPick(items, { title }))?.finding;
}

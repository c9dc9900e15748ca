import { commands, l10n, Range, Selection, TextEditorRevealType, Uri, window } from 'vscode';
import { shownFindings } from '../findings.js';
import type { ProtocolRange } from '../protocol.js';

/** Goes to the next finding (1) or the one before (-1), around the end of the document, and says what it is. */
export async function goToFinding(
  direction: 1 | -1,
  target?: { uri: string; range: ProtocolRange },
): Promise<void> {
  if (target) {
    const { start, end } = target.range;
    return goTo(
      Uri.parse(target.uri),
      new Range(start.line, start.character, end.line, end.character),
    );
  }
  const editor = window.activeTextEditor;
  const found = editor ? shownFindings(editor.document.uri) : [];
  const [first] = found;
  if (!editor || !first) {
    void window.showInformationMessage(l10n.t('No finding in this file.'));
    return;
  }
  const caret = editor.selection.start;
  const next =
    direction === 1
      ? found.find(({ range }) => range.start.isAfter(caret))
      : found.findLast(({ range }) => range.start.isBefore(caret));
  const { range } = next ?? (direction === 1 ? first : (found.at(-1) ?? first));
  await goTo(editor.document.uri, range);
}

/** Goes to a line, counted from zero. */
export async function goToLine(uri: Uri, line: number): Promise<void> {
  await window.showTextDocument(uri, { selection: new Range(line, 0, line, 0) });
}

async function goTo(uri: Uri, range: Range): Promise<void> {
  const active = window.activeTextEditor;
  const editor =
    active?.document.uri.toString() === uri.toString()
      ? active
      : await window.showTextDocument(uri);
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  await commands.executeCommand('editor.action.showHover');
}

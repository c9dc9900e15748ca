import { languages, type TextDocument, workspace } from 'vscode';
import type { Session } from './session.js';
import { setting } from './settings.js';
import { inspect } from './workspace-check.js';

/** Quiet time after a keystroke before the box is checked, in milliseconds. */
const pause = 300;

/**
 * Checks the input box of source control, where the user wants that. It is no tab, and the language client asks only
 * about what a tab shows.
 */
export function registerCommitBox(session: Session): void {
  const problems = languages.createDiagnosticCollection('chaperone.commit');
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const look = async (document: TextDocument) => {
    if (!setting('commitMessages')) return problems.delete(document.uri);
    const { version } = document;
    const result = await inspect(session, { uri: document.uri, languageId: document.languageId });
    if (document.isClosed || document.version !== version) return;
    problems.set(document.uri, typeof result === 'string' ? [] : result.diagnostics);
  };
  const soon = (document: TextDocument) => {
    if (document.languageId !== 'scminput') return;
    const key = document.uri.toString();
    clearTimeout(waiting.get(key));
    waiting.set(
      key,
      setTimeout(() => {
        waiting.delete(key);
        // While the server starts anew, the next change or its first word brings us back.
        void look(document).catch(() => undefined);
      }, pause),
    );
  };
  const all = () => workspace.textDocuments.forEach(soon);
  session.context.subscriptions.push(
    problems,
    { dispose: () => waiting.forEach(clearTimeout) },
    workspace.onDidOpenTextDocument(soon),
    workspace.onDidChangeTextDocument(({ document }) => soon(document)),
    workspace.onDidCloseTextDocument(({ uri }) => problems.delete(uri)),
    session.onStart(all),
  );
  all();
}

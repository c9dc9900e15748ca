import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Context } from './context.js';
import { problemDiagnostics, resultIdOf } from './diagnostics.js';
import { rangeOf } from './positions.js';
import type { ProfileChoice } from './profiles.js';

/** Tells what is wrong in a chaperone.yaml that rules open copy but is not open itself. */
export function createProfileNotices(context: Context): {
  tell(choice: ProfileChoice): Promise<void>;
} {
  const { connection, documents, readText, traits } = context;
  const told = new Map<string, string>();
  return {
    async tell({ uri, problems }) {
      if (uri === undefined) return;
      const isOpen = documents.get(uri) !== undefined;
      const wanted = isOpen ? [] : problems;
      if (wanted.length === 0 && !told.has(uri)) return;
      const text = wanted.length === 0 ? '' : ((await readText(uri)) ?? '');
      const document = TextDocument.create(uri, 'yaml', 0, text);
      const diagnostics = problemDiagnostics(wanted, (span) =>
        rangeOf(document, span, traits.encoding),
      );
      const id = resultIdOf(diagnostics);
      if (told.get(uri) === id) return;
      if (diagnostics.length === 0) told.delete(uri);
      else told.set(uri, id);
      // An open profile speaks for itself: sending nothing for it would wipe what it just said.
      if (!isOpen || traits.pulls) await connection.sendDiagnostics({ uri, diagnostics });
    },
  };
}

import type { PlacedProblem } from '@chaperone/config';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Context } from './context.js';
import { problemDiagnostics, resultIdOf } from './diagnostics.js';
import { rangeOf } from './positions.js';
import { comparable, type ProfileChoice } from './profiles.js';

/** Tells what is wrong in a profile that rules open copy, and in its rule files, where they are not open themselves. */
export function createProfileNotices(context: Context): {
  tell(choice: ProfileChoice): Promise<void>;
} {
  const { connection, documents, readText, traits } = context;
  const told = new Map<string, string>();
  const tellFile = async (uri: string, problems: readonly PlacedProblem[]) => {
    const isOpen = documents.keys().some((open) => comparable(open) === comparable(uri));
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
  };
  return {
    async tell({ uri, problems, ruleFiles }) {
      if (uri === undefined) return;
      for (const file of [uri, ...ruleFiles])
        await tellFile(
          file,
          problems.filter((problem) => problem.file === file),
        );
    },
  };
}

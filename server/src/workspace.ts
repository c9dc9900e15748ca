import { languageIdOf } from '@chaperone/core';
import {
  type CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type WorkDoneProgressReporter,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Context } from './context.js';
import { resultIdOf, toDiagnostics } from './diagnostics.js';
import type { CopyFile } from './host.js';
import { isProfileFile } from './profiles.js';

/** What is remembered of a closed file, so that asking again costs nothing while it stays as it is. */
interface Remembered {
  readonly stamp: string;
  readonly era: number;
  readonly resultId: string;
}

export interface WorkspaceCheck {
  /**
   * Checks every file of copy in the open folders. `report` hears each as it is done. Files whose result
   * is still the one in `previous` are told as unchanged. Throws RequestCancelled when the token says so.
   */
  run(
    previous: ReadonlyMap<string, string>,
    report: (item: WorkspaceDocumentDiagnosticReport) => void,
    token: CancellationToken,
    progress?: WorkDoneProgressReporter,
  ): Promise<void>;
  /** Profiles or settings changed: nothing remembered holds any more. */
  changed(): void;
}

export function createWorkspaceCheck(context: Context): WorkspaceCheck {
  const { host, documents, desk, traits } = context;
  let remembered = new Map<string, Remembered>();
  let era = 0;

  const full = (
    uri: string,
    version: number | null,
    items: Diagnostic[],
  ): WorkspaceDocumentDiagnosticReport => ({
    kind: 'full' as typeof DocumentDiagnosticReportKind.Full,
    uri,
    version,
    items,
    resultId: resultIdOf(items),
  });
  const unchanged = (
    uri: string,
    version: number | null,
    resultId: string,
  ): WorkspaceDocumentDiagnosticReport => ({
    kind: 'unchanged' as typeof DocumentDiagnosticReportKind.Unchanged,
    uri,
    version,
    resultId,
  });

  const checkFile = async (
    file: CopyFile,
    previous: string | undefined,
  ): Promise<WorkspaceDocumentDiagnosticReport | undefined> => {
    const open = documents.get(file.uri);
    const known = remembered.get(file.uri);
    if (
      !open &&
      known &&
      known.stamp === file.stamp &&
      known.era === era &&
      known.resultId === previous
    )
      return unchanged(file.uri, null, previous);
    const text = open ? undefined : await host.readFile?.(file.uri);
    if (!open && text === undefined) return undefined;
    const languageId = isProfileFile(file.uri) ? 'yaml' : (languageIdOf(file.uri) ?? 'plaintext');
    const document = open ?? TextDocument.create(file.uri, languageId, 0, text ?? '');
    const review = await desk.review(document, open ? undefined : host.createChecker());
    const items = toDiagnostics(
      review,
      review.state === 'checked' ? review.inspection.findings : [],
      traits,
    );
    const report = full(file.uri, open ? open.version : null, items);
    const resultId = report.resultId ?? '';
    if (!open) remembered.set(file.uri, { stamp: file.stamp, era, resultId });
    return resultId === previous
      ? unchanged(file.uri, open ? open.version : null, resultId)
      : report;
  };

  return {
    async run(previous, report, token, progress) {
      progress?.begin('Checking copy', 0, 'Looking for files', true);
      try {
        const files = await listFiles(context, token);
        for (const [index, file] of files.entries()) {
          await breathe(context);
          stopIfCancelled(token);
          const item = await checkFile(file, previous.get(file.uri));
          if (item) report(item);
          if (index % 20 === 0 || index === files.length - 1)
            progress?.report(
              Math.round((100 * (index + 1)) / files.length),
              `${index + 1} of ${files.length} files`,
            );
        }
        // A file that is gone has nothing to say any more.
        const present = new Set(files.map((file) => file.uri));
        for (const uri of previous.keys())
          if (!present.has(uri) && !documents.get(uri)) report(full(uri, null, []));
      } finally {
        progress?.done();
      }
    },
    changed() {
      era += 1;
      remembered = new Map();
    },
  };
}

async function listFiles(context: Context, token: CancellationToken): Promise<CopyFile[]> {
  const files: CopyFile[] = [];
  const seen = new Set<string>();
  for (const folder of context.folders()) {
    for await (const file of context.host.listCopy?.(folder) ?? []) {
      stopIfCancelled(token);
      if (!seen.has(file.uri)) files.push(file);
      seen.add(file.uri);
    }
  }
  return files;
}

function stopIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested)
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
}

/** Lets messages in, above all a cancellation. */
function breathe({ host }: Context): Promise<void> {
  return new Promise((resolve) => host.after(0, resolve));
}

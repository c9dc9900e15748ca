import type { Finding } from '@chaperone/core';
import {
  type CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { holdUnfinished, keyOf, wordPause } from './caret.js';
import type { Context } from './context.js';
import { resultIdOf, toDiagnostics } from './diagnostics.js';
import type { Stop } from './host.js';
import type { Review } from './review.js';
import { sendStatus } from './status.js';

/** Quiet time after a keystroke before diagnostics are sent unasked, in milliseconds. */
export const debounce = 120;

/** Sends diagnostics to clients that do not ask, answers those that do. */
export interface Diagnoser {
  /** The document was opened or edited; `caret` is where the last edit ended, if it is known. */
  edited(document: TextDocument, caret: number | undefined): void;
  closed(uri: string): void;
  /** Settings, profile or the day may have changed: everything is looked at again. */
  refresh(): void;
  pull(
    uri: string,
    previous: string | undefined,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport>;
}

/** What is remembered of an open document. */
interface Desk {
  caret: number | undefined;
  /** Keys of the findings shown last. */
  shown: ReadonlySet<string>;
  stops: Stop[];
  opened: boolean;
}

export function createDiagnoser(context: Context): Diagnoser {
  const { connection, host, traits, documents, desk: reviews } = context;
  const desks = new Map<string, Desk>();
  const deskOf = (uri: string): Desk => {
    const desk = desks.get(uri) ?? {
      caret: undefined,
      shown: new Set<string>(),
      stops: [],
      opened: false,
    };
    desks.set(uri, desk);
    return desk;
  };
  const stop = (desk: Desk) => {
    for (const one of desk.stops.splice(0)) one();
  };

  /** The diagnostics of the document as it stands; undefined when it changed or closed meanwhile. */
  const diagnose = async (uri: string): Promise<readonly Diagnostic[] | undefined> => {
    const document = documents.get(uri);
    if (!document) return undefined;
    const { version } = document;
    const review = await reviews.review(document);
    if (documents.get(uri)?.version !== version) return undefined;
    sendStatus(context, review);
    return toDiagnostics(review, visible(review, deskOf(uri)), traits);
  };

  const visible = (review: Review, desk: Desk): readonly Finding[] => {
    if (review.state !== 'checked') return [];
    const { findings } = review.inspection;
    // A client that asks and cannot be told to ask again would never see a finding that was held.
    const waits = review.settings.waitForWord && (!traits.pulls || traits.refreshesDiagnostics);
    const caret = waits ? desk.caret : undefined;
    const { show, held } = holdUnfinished(findings, review.document.getText(), caret, (finding) =>
      desk.shown.has(keyOf(finding)),
    );
    desk.shown = new Set(show.map(keyOf));
    if (held) desk.stops.push(host.after(wordPause, () => release(review.document.uri, desk)));
    return show;
  };

  const release = (uri: string, desk: Desk) => {
    desk.caret = undefined;
    if (traits.pulls) void connection.languages.diagnostics.refresh().catch(() => undefined);
    else void push(uri);
  };

  const push = async (uri: string) => {
    const diagnostics = await diagnose(uri);
    const version = documents.get(uri)?.version;
    if (diagnostics === undefined || version === undefined) return;
    await connection.sendDiagnostics({ uri, version, diagnostics: [...diagnostics] });
  };

  return {
    edited(document, caret) {
      const desk = deskOf(document.uri);
      stop(desk);
      desk.caret = caret;
      if (traits.pulls) return;
      const wait = desk.opened ? debounce : 0;
      desk.opened = true;
      desk.stops.push(host.after(wait, () => void push(document.uri)));
    },
    closed(uri) {
      const desk = desks.get(uri);
      if (desk) stop(desk);
      desks.delete(uri);
      if (!traits.pulls) void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
    refresh() {
      if (traits.refreshesDiagnostics && traits.pulls)
        void connection.languages.diagnostics.refresh().catch(() => undefined);
      if (traits.pulls) return;
      for (const uri of documents.keys()) void push(uri);
    },
    async pull(uri, previous, token) {
      const diagnostics = await diagnose(uri);
      if (token.isCancellationRequested)
        throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
      if (diagnostics === undefined && documents.get(uri)) {
        throw new ResponseError(LSPErrorCodes.ServerCancelled, 'The document changed meanwhile.', {
          retriggerRequest: true,
        });
      }
      const items = [...(diagnostics ?? [])];
      const resultId = resultIdOf(items);
      if (resultId === previous) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
    },
  };
}

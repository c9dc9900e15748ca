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
import { createProfileNotices } from './profile-notices.js';
import type { Review } from './review.js';
import { sendStatus } from './status.js';

/** Quiet time after a keystroke before diagnostics are sent unasked, in milliseconds. */
export const debounce = 120;

/**
 * How long a client that can ask for diagnostics is given to do so, in milliseconds. Some only say that they
 * can (@codemirror/lsp-client does): those are told unasked from then on.
 */
export const firstQuestion = 1000;

/** Sends diagnostics to clients that do not ask, answers those that do. */
export interface Diagnoser {
  /** The document was opened or edited; `caret` is where the last edit ended, if it is known. */
  edited(document: TextDocument, caret: number | undefined): void;
  /** The document was saved: whoever saves has finished the word. */
  saved(uri: string): void;
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
  /** The next push, and the end of the wait for a word. */
  push?: Stop | undefined;
  word?: Stop | undefined;
  opened: boolean;
}

export function createDiagnoser(context: Context): Diagnoser {
  const { connection, host, traits, documents, desk: reviews } = context;
  const desks = new Map<string, Desk>();
  const deskOf = (uri: string): Desk => {
    const desk = desks.get(uri) ?? {
      caret: undefined,
      shown: new Set<string>(),
      opened: false,
    };
    desks.set(uri, desk);
    return desk;
  };
  /** The client has asked at least once: from then on it is not told unasked. */
  let asks = false;
  /** The client said it would ask, yet did not: it is told like one that never asks. */
  let waitedInVain = false;
  const pushed = new Set<string>();
  const notices = createProfileNotices(context);
  const stop = (desk: Desk) => {
    desk.push?.();
    desk.word?.();
  };

  /** The diagnostics of the document as it stands; undefined when it changed or closed meanwhile. */
  const diagnose = async (uri: string): Promise<readonly Diagnostic[] | undefined> => {
    const document = documents.get(uri);
    if (!document) return undefined;
    const { version } = document;
    const review = await reviews.review(document);
    if (documents.get(uri)?.version !== version) return undefined;
    sendStatus(context, review);
    void notices.tell(review.choice).catch(report);
    return toDiagnostics(review, visible(review, deskOf(uri)), traits);
  };

  const visible = (review: Review, desk: Desk): readonly Finding[] => {
    if (review.state !== 'checked') return [];
    const { findings } = review.inspection;
    // A client that asks and cannot be told to ask again would never see a finding that was held.
    const waits = review.settings.waitForWord && (!asks || traits.refreshesDiagnostics);
    const caret = waits ? desk.caret : undefined;
    const { show, held } = holdUnfinished(findings, review.document.getText(), caret, (finding) =>
      desk.shown.has(keyOf(finding)),
    );
    desk.shown = new Set(show.map(keyOf));
    desk.word?.();
    desk.word = held ? host.after(wordPause, () => release(review.document.uri, desk)) : undefined;
    return show;
  };

  const release = (uri: string, desk: Desk) => {
    desk.caret = undefined;
    if (asks) askAgain();
    else void push(uri).catch(report);
  };

  const askAgain = () => {
    if (traits.refreshesDiagnostics)
      void connection.languages.diagnostics.refresh().catch(() => undefined);
  };

  const push = async (uri: string) => {
    const diagnostics = await diagnose(uri);
    const version = documents.get(uri)?.version;
    if (diagnostics === undefined || version === undefined) return;
    pushed.add(uri);
    await connection.sendDiagnostics({ uri, version, diagnostics: [...diagnostics] });
  };

  /** A fault of ours, without a word of the copy. */
  const report = (fault: unknown) => {
    connection.console.error(
      `The check broke: ${fault instanceof Error ? fault.name : 'unknown fault'}.`,
    );
  };

  /** Takes back what was sent unasked. */
  const clear = (uri: string) => {
    if (pushed.delete(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
  };

  return {
    edited(document, caret) {
      const desk = deskOf(document.uri);
      stop(desk);
      desk.caret = caret;
      if (asks) return;
      const opening = desk.opened ? debounce : 0;
      const wait = traits.pulls && !waitedInVain ? firstQuestion : opening;
      desk.opened = true;
      desk.push = host.after(wait, () => {
        if (asks) return;
        waitedInVain = traits.pulls;
        void push(document.uri).catch(report);
      });
    },
    saved(uri) {
      const desk = desks.get(uri);
      if (desk?.caret === undefined) return;
      const held = desk.word;
      held?.();
      desk.word = undefined;
      if (held) release(uri, desk);
      else desk.caret = undefined;
    },
    closed(uri) {
      const desk = desks.get(uri);
      if (desk) stop(desk);
      desks.delete(uri);
      clear(uri);
    },
    refresh() {
      if (asks) askAgain();
      else for (const uri of documents.keys()) void push(uri).catch(report);
    },
    async pull(uri, previous, token) {
      asks = true;
      for (const one of pushed) clear(one);
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

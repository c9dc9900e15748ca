import { type ChaperoneConnection, connect, type Diagnosed, type Status } from '@chaperone/client';
import { type ProfileChange, profileCommand, type Report, reportsOf, textOf } from './reports.js';

/** What the server says about a part of the document. */
export interface Reading {
  readonly reports: readonly Report[];
  readonly status: Status | undefined;
}

export interface Wishes {
  readonly channel?: string;
  readonly strictness?: 'strict' | 'standard' | 'lenient';
}

/** A problem in a practice profile; `line` counts from 1. */
export interface ProfileProblem {
  readonly line: number;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

/** The language server in its worker, started again when it breaks. */
export interface Server {
  /** Checks a part of the document, which the server knows as a document of its own. One at a time. */
  check(part: string, languageId: string, text: string): Promise<Reading>;
  /** The document has these parts and no others. */
  keep(parts: ReadonlySet<string>): void;
  /** Why a place in a part was found, as Markdown. */
  why(part: string, offset: number): Promise<string | undefined>;
  wish(wishes: Wishes): void;
  useProfile(yaml: string): void;
  /** A profile with a change in it; comments and order are kept. Rejects when the server does not answer. */
  changed(yaml: string, change: ProfileChange): Promise<string>;
  /** Reads a profile without using it. */
  problems(yaml: string): Promise<readonly ProfileProblem[]>;
  end(): void;
}

export interface ServerOptions {
  startWorker(): Worker;
  /** The worker was started again, or for the last time gave up. */
  onRestart(gaveUp: boolean): void;
  /** Milliseconds without an answer after which the worker counts as hung. */
  readonly patience: number;
}

const uriOf = (part: string) => `chaperone-office:/${part === '' ? '' : `${part}/`}draft.txt`;
const mostRestarts = 3;

interface Waiting {
  readonly uri: string;
  readonly text: string;
  settle(diagnosed: Diagnosed): void;
  fail(error: Error): void;
}

/** Starts the server. A worker that fails or falls silent is replaced, at most three times. */
export function startServer(options: ServerOptions): Server {
  let restarts = 0;
  let wishes: Wishes = {};
  let profile = '';
  let profilesRead = 0;
  /** Language ids by part. */
  const opened = new Map<string, string>();
  let waiting: Waiting | undefined;
  let isBroken = false;
  let worker = options.startWorker();
  let link = start();

  return {
    async check(part, languageId, text) {
      for (;;) {
        try {
          return await checkOnce(part, languageId, text);
        } catch (error) {
          if (!(error instanceof Broken) || !restart()) throw error;
        }
      }
    },
    keep(parts) {
      for (const part of opened.keys()) {
        if (parts.has(part)) continue;
        opened.delete(part);
        link.close(uriOf(part));
      }
    },
    async why(part, offset) {
      if (!opened.has(part)) return undefined;
      return patiently(link.hover(uriOf(part), offset)).catch(() => undefined);
    },
    wish(next) {
      wishes = next;
      for (const part of opened.keys()) link.setDocumentOptions(uriOf(part), wishes);
    },
    useProfile(yaml) {
      profile = yaml;
      link.setConfiguration(settings());
    },
    async changed(yaml, change) {
      const argument = { text: yaml, ...change };
      const answer = await patiently(link.execute('chaperone.changeProfileText', argument));
      return (answer as { readonly text: string }).text;
    },
    async problems(yaml) {
      // Each reading has a name of its own, so that an answer to an earlier one is never taken for this one's.
      const profileUri = `chaperone-office:/${++profilesRead}/chaperone.yaml`;
      const answer = new Promise<readonly ProfileProblem[]>((resolve) => {
        const stop = link.onDiagnostics((diagnosed) => {
          if (diagnosed.uri !== profileUri) return;
          stop();
          link.close(profileUri);
          resolve(
            diagnosed.diagnostics.map((one) => ({
              line: one.range.start.line + 1,
              message: textOf(one.message),
              severity: one.severity === 1 ? 'error' : 'warning',
            })),
          );
        });
      });
      link.open(profileUri, 'yaml', yaml);
      return patiently(answer);
    },
    end() {
      link.dispose();
      worker.terminate();
    },
  };

  function settings() {
    return {
      waitForWord: false,
      codeLens: false,
      ...(profile.trim() === '' ? {} : { profileText: profile }),
    };
  }

  function start(): ChaperoneConnection {
    const made = connect(worker, { settings: settings(), eagerEdits: true, profileCommand });
    made.onDiagnostics((diagnosed) => {
      if (waiting?.uri === diagnosed.uri && waiting.text === diagnosed.text)
        waiting.settle(diagnosed);
    });
    made.onFailure((message) => {
      isBroken = true;
      waiting?.fail(new Broken(message));
    });
    made.ready.catch(() => undefined);
    return made;
  }

  function restart(): boolean {
    const gaveUp = ++restarts > mostRestarts;
    options.onRestart(gaveUp);
    if (gaveUp) return false;
    worker.terminate();
    isBroken = false;
    worker = options.startWorker();
    opened.clear();
    link = start();
    return true;
  }

  async function checkOnce(part: string, languageId: string, text: string): Promise<Reading> {
    if (isBroken) throw new Broken('the worker stopped');
    const uri = uriOf(part);
    const answer = new Promise<Diagnosed>((settle, fail) => {
      waiting = { uri, text, settle, fail };
    });
    if (opened.get(part) === languageId) {
      link.change(uri, text);
      // The same text is not sent again; asking with the same wishes makes the server look at it once more.
      link.setDocumentOptions(uri, wishes);
    } else {
      if (opened.has(part)) link.close(uri);
      opened.set(part, languageId);
      link.open(uri, languageId, text, wishes);
    }
    const diagnosed = await patiently(answer);
    const actions =
      diagnosed.diagnostics.length > 0
        ? await patiently(link.codeActions(uri, { start: 0, end: text.length }))
        : [];
    return { reports: await reportsOf(link, diagnosed, actions), status: link.status(uri) };
  }

  async function patiently<T>(answer: Promise<T>): Promise<T> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hung = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Broken('no answer')), options.patience);
    });
    try {
      return await Promise.race([answer, hung]);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** The worker is no longer of use. */
class Broken extends Error {}

import {
  type ChaperoneConnection,
  connect,
  type Diagnosed,
  type Fix,
  findingData,
  type Span,
  type Status,
} from '@chaperone/client';

/** A way out of a finding, in document offsets. */
export interface Rewrite {
  readonly title: string;
  readonly preferred: boolean;
  /** True for a whole reply from a template. */
  readonly whole: boolean;
  readonly edits: readonly { readonly span: Span; readonly text: string }[];
}

/** A finding as the server reports it, in document offsets. */
export interface Report {
  readonly rule: string;
  readonly title: string;
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly message: string;
  readonly span: Span;
  readonly law: readonly { readonly cite: string; readonly url: string }[];
  /** The page about the rule, where there is one. */
  readonly page: string | undefined;
  readonly rewrites: readonly Rewrite[];
}

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
  check(languageId: string, text: string): Promise<Reading>;
  /** Why a place was found, as Markdown. */
  why(offset: number): Promise<string | undefined>;
  wish(wishes: Wishes): void;
  useProfile(yaml: string): void;
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

const documentUri = 'chaperone-office:/draft.txt';
const profileUri = 'chaperone-office:/chaperone.yaml';
const mostRestarts = 3;

/** Starts the server. A worker that fails or falls silent is replaced, at most three times. */
export function startServer(options: ServerOptions): Server {
  let restarts = 0;
  let wishes: Wishes = {};
  let profile = '';
  let opened: { languageId: string } | undefined;
  let waiting:
    | { text: string; settle: (diagnosed: Diagnosed) => void; fail: (error: Error) => void }
    | undefined;
  let isBroken = false;
  let worker = options.startWorker();
  let link = start();

  return {
    async check(languageId, text) {
      for (;;) {
        try {
          return await checkOnce(languageId, text);
        } catch (error) {
          if (!(error instanceof Broken) || !restart()) throw error;
        }
      }
    },
    async why(offset) {
      return opened ? patiently(link.hover(documentUri, offset)).catch(() => undefined) : undefined;
    },
    wish(next) {
      wishes = next;
      if (opened) link.setDocumentOptions(documentUri, wishes);
    },
    useProfile(yaml) {
      profile = yaml;
      link.setConfiguration(settings());
    },
    async problems(yaml) {
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
    const made = connect(worker, { settings: settings(), eagerEdits: true });
    made.onDiagnostics((diagnosed) => {
      if (diagnosed.uri === documentUri && waiting?.text === diagnosed.text)
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
    opened = undefined;
    link = start();
    return true;
  }

  async function checkOnce(languageId: string, text: string): Promise<Reading> {
    if (isBroken) throw new Broken('the worker stopped');
    const answer = new Promise<Diagnosed>((settle, fail) => {
      waiting = { text, settle, fail };
    });
    if (opened?.languageId === languageId) {
      link.change(documentUri, text);
      // The same text is not sent again; asking with the same wishes makes the server look at it once more.
      link.setDocumentOptions(documentUri, wishes);
    } else {
      if (opened) link.close(documentUri);
      opened = { languageId };
      link.open(documentUri, languageId, text, wishes);
    }
    const diagnosed = await patiently(answer);
    const actions =
      diagnosed.diagnostics.length > 0
        ? await patiently(link.codeActions(documentUri, { start: 0, end: text.length }))
        : [];
    return { reports: await reportsOf(diagnosed, actions), status: link.status(documentUri) };
  }

  async function reportsOf(diagnosed: Diagnosed, actions: readonly Fix[]): Promise<Report[]> {
    const templates = actions.filter((one) => one.kind.startsWith('refactor'));
    const wholes = await Promise.all(templates.map((one) => rewriteOf(one)));
    const byPlace = new Map<string, Fix[]>();
    for (const one of actions) {
      for (const diagnostic of one.action.diagnostics ?? []) {
        const place = placeOf(diagnostic);
        byPlace.set(place, [...(byPlace.get(place) ?? []), one]);
      }
    }
    return Promise.all(
      diagnosed.diagnostics.flatMap((diagnostic) => {
        const data = findingData(diagnostic);
        if (!data) return [];
        const fixes = byPlace.get(placeOf(diagnostic)) ?? [];
        return [
          Promise.all(fixes.map(rewriteOf)).then(
            (own): Report => ({
              rule: data.rule,
              title: data.title,
              severity: data.severity,
              message: textOf(diagnostic.message),
              span: link.spanOf(documentUri, diagnostic.range),
              law: data.law,
              page: diagnostic.codeDescription?.href,
              rewrites: [
                ...own,
                ...wholes.filter((whole) =>
                  whole.edits.some((edit) => covers(edit.span, data.span)),
                ),
              ].filter((one) => one.edits.length > 0),
            }),
          ),
        ];
      }),
    );
  }

  async function rewriteOf(fix: Fix): Promise<Rewrite> {
    // Without an edit it is a command or a change of a file, which this host has no use for.
    const edits = fix.action.edit ? await link.resolve(documentUri, fix) : [];
    return {
      title: fix.title,
      preferred: fix.preferred,
      whole: fix.kind.startsWith('refactor'),
      edits,
    };
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

/** A worker whose script is loaded from a blob: only such a worker is bound by the page's content security policy. */
export function startWorker(...scripts: readonly string[]): Worker {
  const source = `${scripts.map((script) => `importScripts(${JSON.stringify(script)});`).join('')}(${closeNetwork.toString()})();`;
  const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const worker = new Worker(url, { name: 'chaperone' });
  // The worker has taken its copy of the address by the time the next task runs.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  return worker;
}

/** Runs inside the worker: everything that could send is taken away, on the scope and on what it inherits from. */
function closeNetwork(): void {
  const names = [
    'fetch',
    'XMLHttpRequest',
    'WebSocket',
    'WebSocketStream',
    'EventSource',
    'WebTransport',
    'importScripts',
    'Worker',
    'BroadcastChannel',
    'RTCPeerConnection',
    'caches',
    'indexedDB',
  ];
  for (let scope: object | null = self; scope; scope = Object.getPrototypeOf(scope)) {
    for (const name of names) {
      if (Object.hasOwn(scope, name))
        Object.defineProperty(scope, name, {
          value: undefined,
          configurable: false,
          writable: false,
        });
    }
  }
}

function placeOf(diagnostic: {
  readonly code?: number | string | undefined;
  readonly range: {
    readonly start: { line: number; character: number };
    readonly end: { line: number; character: number };
  };
}): string {
  const { start, end } = diagnostic.range;
  return `${diagnostic.code} ${start.line}:${start.character}-${end.line}:${end.character}`;
}

function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function textOf(message: string | { readonly value: string }): string {
  return typeof message === 'string' ? message : message.value;
}

import { type InitializeParams, MarkupKind } from 'vscode-languageserver';
import { chooseEncoding, type Encoding } from './positions.js';

/** What the client told us about itself and wishes, read once. */
export interface Traits {
  readonly encoding: Encoding;
  /** The client says that it asks for diagnostics. */
  readonly pulls: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesLenses: boolean;
  readonly versionedEdits: boolean;
  readonly createsFiles: boolean;
  readonly resolvesEdits: boolean;
  readonly relatedInformation: boolean;
  readonly markdown: boolean;
  readonly snippets: boolean;
  readonly configuration: boolean;
  readonly configurationEvents: boolean;
  readonly folders: boolean;
  readonly watches: boolean;
  /** The client can watch a folder that is not open. */
  readonly watchesOutside: boolean;
  readonly progress: boolean;
  readonly options: Options;
}

/** `initializationOptions`: what a client of ours may set at start. */
export interface Options {
  /** Address of the rule pages; `#rule-id` is added. */
  readonly rulesUrl: string;
  /** Where the worker finds worker-formats.js, when it does not stand beside worker.js. */
  readonly formatsUrl?: string;
  /** Settings of a client that cannot answer workspace/configuration. */
  readonly settings?: unknown;
  /** A command of the client's that asks for a reason and then runs `chaperone.ignore`. */
  readonly ignoreCommand?: string;
  /** A command of the client's that makes a change of the profile, for clients that hold it themselves. */
  readonly profileCommand?: string;
  /** A command of the client's to run when a code lens is clicked. */
  readonly lensCommand?: string;
  /** False for a client that says it asks for diagnostics and does not. */
  readonly pull: boolean;
  /** False turns workspace diagnostics off. */
  readonly workspaceDiagnostics: boolean;
  /** The client answers `chaperone/readFile` (`{uri}` to the file's text or null). */
  readonly readsFiles: boolean;
}

export const defaultRulesUrl =
  'https://github.com/chaperone-copy/chaperone/blob/main/docs/rules.md';

/** Reads the client's capabilities and options. Unknown or ill-typed options count as absent. */
export function traitsOf(params: InitializeParams): Traits {
  const { textDocument, workspace, window, general } = params.capabilities;
  const options = optionsOf(params.initializationOptions);
  return {
    encoding: chooseEncoding(general?.positionEncodings),
    pulls: textDocument?.diagnostic !== undefined && options.pull,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    resolvesEdits: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
    relatedInformation:
      textDocument?.publishDiagnostics?.relatedInformation === true ||
      textDocument?.diagnostic?.relatedInformation === true,
    markdown: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) !== false,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    configuration: workspace?.configuration === true,
    configurationEvents: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    folders: workspace?.workspaceFolders === true,
    watches: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesOutside: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    progress: window?.workDoneProgress === true,
    options,
  };
}

function optionsOf(given: unknown): Options {
  const fields = isRecord(given) ? given : {};
  const text = (key: string) => (typeof fields[key] === 'string' ? fields[key] : undefined);
  const formatsUrl = text('formatsUrl');
  const ignoreCommand = text('ignoreCommand');
  const profileCommand = text('profileCommand');
  const lensCommand = text('lensCommand');
  return {
    rulesUrl: text('rulesUrl') ?? defaultRulesUrl,
    ...(formatsUrl === undefined ? {} : { formatsUrl }),
    ...(fields.settings === undefined ? {} : { settings: fields.settings }),
    ...(ignoreCommand === undefined ? {} : { ignoreCommand }),
    ...(profileCommand === undefined ? {} : { profileCommand }),
    ...(lensCommand === undefined ? {} : { lensCommand }),
    pull: fields.pull !== false,
    workspaceDiagnostics: fields.workspaceDiagnostics !== false,
    readsFiles: fields.readsFiles === true,
  };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import type { Event, ExtensionContext, Uri } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { Status } from './protocol.js';

/** A client with its server, and what must be let go when both are ended. */
export interface Connected {
  readonly client: BaseLanguageClient;
  readonly release: () => void;
}

export type Connect = (options: LanguageClientOptions) => Connected;

/** What the parts of the extension share while it is active. */
export interface Session {
  readonly context: ExtensionContext;
  /** The running client. Throws a plain message while there is none. */
  client(): BaseLanguageClient;
  /** Ends the server and starts it anew. */
  restart(): Promise<void>;
  /** What the server last said of an open document. */
  statusOf(uri: Uri): Status | undefined;
  readonly onStatus: Event<Status>;
  /** The server has started, for the first time or anew. */
  readonly onStart: Event<void>;
}

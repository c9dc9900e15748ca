import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Host } from './host.js';
import type { Profiles } from './profiles.js';
import type { ReviewDesk } from './review.js';
import type { Traits } from './traits.js';
import type { OpenDocuments, Wire } from './wire.js';

/** What every feature of the server works with. */
export interface Context {
  readonly connection: Wire;
  readonly host: Host;
  readonly traits: Traits;
  readonly documents: OpenDocuments<TextDocument>;
  readonly desk: ReviewDesk;
  readonly profiles: Profiles;
  /** The text of a file: as it stands in an open editor, else on disk or as the client reads it. */
  readonly readText: (uri: string) => Promise<string | undefined>;
  /** URIs of the open workspace folders, without a slash at the end. */
  readonly folders: () => readonly string[];
}

import type { Diagnostic } from 'vscode-languageserver-protocol';

/** What the server says with `chaperone/status`. */
export interface Status {
  readonly uri: string;
  readonly version: number;
  readonly state: 'checked' | 'not-checked' | 'off' | 'profile';
  readonly risks: number;
  readonly severities: Readonly<Record<'error' | 'warning' | 'info' | 'hint', number>>;
  readonly channel?: string;
  readonly channelKnown?: boolean;
  /** Why this channel, or why it is not checked; half a sentence. */
  readonly because: string;
  readonly strictness?: 'strict' | 'standard' | 'lenient';
  readonly profileUri?: string;
  readonly profileProblems: number;
}

/** `diagnostic.data` of a finding. Spans are UTF-16 offsets in the version that was checked. */
export interface FindingData {
  readonly kind: 'finding';
  readonly rule: string;
  readonly title: string;
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly span: { readonly start: number; readonly end: number };
  readonly law: readonly { readonly id: string; readonly cite: string; readonly url: string }[];
  readonly version: number;
}

/** What a host knows of one document beyond its text. */
export interface DocumentOptions {
  readonly channel?: string;
  readonly strictness?: 'strict' | 'standard' | 'lenient';
  /** The review being answered, where it does not stand in the document. */
  readonly context?: string;
}

/** Settings of the section `chaperone`; docs/language-server.md says what each does. */
export interface Settings extends Omit<DocumentOptions, 'context'> {
  readonly enable?: boolean;
  readonly profileText?: string;
  readonly codeLens?: boolean;
  readonly waitForWord?: boolean;
}

/** The finding behind a diagnostic; undefined for notes that are no finding. */
export function findingData(diagnostic: Diagnostic): FindingData | undefined {
  const data: unknown = diagnostic.data;
  const isFinding =
    typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'finding';
  return isFinding ? (data as FindingData) : undefined;
}

import type { Diagnostic } from 'vscode-languageclient';

/** What the Chaperone server says beyond the language server protocol. The server's own README describes it. */

export const severities = ['error', 'warning', 'info', 'hint'] as const;
export type Severity = (typeof severities)[number];

export const channels = [
  'review-reply',
  'social-post',
  'direct-message',
  'newsletter',
  'web-page',
  'internal-draft',
] as const;
export type Channel = (typeof channels)[number];

export const levels = ['strict', 'standard', 'lenient'] as const;
export type Level = (typeof levels)[number];

/** `chaperone/status`, sent whenever an open document was looked at. */
export interface Status {
  readonly uri: string;
  readonly version: number;
  readonly state: 'checked' | 'not-checked' | 'off' | 'profile';
  readonly risks: number;
  readonly severities: Readonly<Record<Severity, number>>;
  readonly channel?: Channel;
  readonly channelKnown?: boolean;
  /** Why this channel, or why it is not checked; half a sentence. */
  readonly because: string;
  readonly strictness?: Level;
  readonly profileUri?: string;
  readonly profileProblems: number;
  /** False where the document's format has no comments, and so no place for a directive. */
  readonly takesDirectives: boolean;
}

/** What commands of the server take: always one object. `range` as the protocol writes it. */
export interface ProtocolRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** A finding that a directive silenced, and one that silences nothing. */
export interface IgnoredFinding {
  readonly rule: string;
  readonly reason: string;
  readonly range: ProtocolRange;
}
export interface IdleDirective {
  readonly kind: string;
  readonly message: string;
  readonly range: ProtocolRange;
}

/** The answer to `chaperone.inspect` with a file's uri, languageId and text. */
export interface Inspected {
  readonly state: Status['state'];
  readonly because: string;
  readonly channel?: Channel;
  readonly diagnostics: readonly Diagnostic[];
  readonly ignored: readonly IgnoredFinding[];
  readonly idle: readonly IdleDirective[];
}

/** One of `chaperone.replies`. */
export interface ReplyTemplate {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** What the code action that ignores a finding hands to our command. Offsets in UTF-16 code units. */
export interface IgnoreTarget {
  readonly uri: string;
  readonly rule: string;
  readonly span: { readonly start: number; readonly end: number };
}

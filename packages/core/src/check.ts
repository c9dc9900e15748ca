import type { Channel, ChannelChoice, Strictness } from './channel.js';
import type { Finding } from './finding.js';
import { createInspector } from './inspect.js';
import type { Notice, Passage, SourceDocument } from './passage.js';
import type { PracticeProfile } from './profile.js';
import type { Span } from './span.js';

/** What a caller knows beyond the text. */
export interface CheckOptions {
  /** Overrides what the document says of itself. */
  readonly channel?: Channel;
  /** Overrides the profile's. */
  readonly strictness?: Strictness;
  /** The review being answered, where it does not stand in the document. */
  readonly context?: string;
}

/** A finding that a directive silenced. */
export interface Ignored {
  readonly finding: Finding;
  readonly reason: string;
  readonly author?: string;
  /** The directive that silenced it, in document offsets. */
  readonly span: Span;
}

/** A directive that has no effect any more. */
export interface IdleDirective {
  readonly kind: 'unused-ignore' | 'expired-authorization' | 'unused-authorization';
  readonly message: string;
  readonly span: Span;
}

/** All there is to say about one document. */
export interface Inspection {
  readonly channel: ChannelChoice;
  /** In document order. */
  readonly findings: readonly Finding[];
  readonly ignored: readonly Ignored[];
  readonly idle: readonly IdleDirective[];
  /** Things the author should know about how the document was read: an unknown directive, an unknown front matter key. */
  readonly notices: readonly Notice[];
  readonly passages: readonly Passage[];
}

/**
 * Checks one document. A pure function: same text, same profile, same day, same findings; never throws.
 * `today` is an ISO date (YYYY-MM-DD) because authorizations expire. All spans are UTF-16 document offsets.
 */
export function check(
  document: SourceDocument,
  profile: PracticeProfile,
  today: string,
  options: CheckOptions = {},
): readonly Finding[] {
  return inspect(document, profile, today, options).findings;
}

/** As `check`, with everything else that is known about the document. */
export function inspect(
  document: SourceDocument,
  profile: PracticeProfile,
  today: string,
  options: CheckOptions = {},
): Inspection {
  return createChecker().inspect(document, profile, today, options);
}

/**
 * A check that remembers one document: what has not changed since the last call is not read or judged again, so that
 * a keystroke costs the paragraph it falls in. Gives the same findings as `inspect` on the same arguments. Earlier
 * results stay as they are, except that `passages` of an earlier result move with the text.
 */
export interface Checker {
  inspect(
    document: SourceDocument,
    profile: PracticeProfile,
    today: string,
    options?: CheckOptions,
  ): Inspection;
}

export function createChecker(): Checker {
  return createInspector();
}

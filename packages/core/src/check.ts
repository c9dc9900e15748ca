import type { Channel, ChannelChoice, Strictness } from './channel.js';
import type { Finding } from './finding.js';
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

/** A finding that a directive or the profile silenced. */
export interface Ignored {
  readonly finding: Finding;
  readonly reason: string;
  /** The directive that silenced it, in document offsets. */
  readonly span: Span;
}

/** A `chaperone: ignore` directive that silenced nothing, or an authorization that has expired. */
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
export function check(document: SourceDocument, profile: PracticeProfile, today: string, options: CheckOptions = {}): readonly Finding[] {
  return inspect(document, profile, today, options).findings;
}

/** As `check`, with everything else that is known about the document. */
export function inspect(_document: SourceDocument, _profile: PracticeProfile, _today: string, _options: CheckOptions = {}): Inspection {
  return {
    channel: { channel: 'social-post', known: false, because: 'nothing says where this will appear' },
    findings: [],
    ignored: [],
    idle: [],
    notices: [],
    passages: [],
  };
}

/**
 * A check that remembers: results are kept per passage, keyed by its text and context, so that a keystroke costs
 * one passage and the rules that span passages. Gives the same findings as `inspect` on the same arguments.
 */
export interface Checker {
  inspect(document: SourceDocument, profile: PracticeProfile, today: string, options?: CheckOptions): Inspection;
}

export function createChecker(): Checker {
  return { inspect };
}

import type { Channel, Severity, Strictness } from './channel.js';
import type { Part } from './passage.js';
import type { Tone } from './tone.js';

/**
 * A piece of copy with the words that must be marked between « and ». Without a channel: the rule's first.
 * Without a language id: plain text.
 */
export type Example =
  | string
  | { readonly channel: Channel; readonly text: string; readonly languageId?: string };

/**
 * A way out, as data. `replace` swaps the sentence, the marked words or the whole passage; an empty `with`
 * removes it together with its white space; 'reply' swaps all paragraphs of the reply, 'words' what `where` finds,
 * 'label' the name of the header field (To, Cc). `with` may hold {phone} (the practice's own number), {practice},
 * {year} (the year in the words that go) and {treatment|this} (the treatment that the copy names, else "this"); a piece in square brackets falls away when what it names is not known:
 * "Please call our office[ at {phone}]."
 */
export type FixTemplate =
  | {
      readonly title: string;
      readonly replace: 'sentence' | 'mark' | 'passage' | 'reply' | 'words' | 'label';
      readonly with: string;
      /** Phrases; the fix is offered only where one of them is found at the mark. */
      readonly where?: readonly string[];
      /** The fix is offered only in these channels, and only in these parts. */
      readonly channels?: readonly Channel[];
      readonly in?: readonly Part[];
      /** The fix answers praise, or a complaint, and is not offered where the other stands. */
      readonly tone?: Tone;
      /** Right without a human looking: the meaning stays, nothing is made up, and it reads well. */
      readonly safe?: boolean;
    }
  | { readonly title: string; readonly insert: 'authorization' };

export interface Condition {
  /** 'document' looks at the passages next door and of the same record too. */
  readonly within: 'sentence' | 'passage' | 'document';
  readonly in?: readonly Part[];
  readonly all: readonly string[];
  readonly any?: readonly string[];
  readonly unless?: readonly string[];
  /** The signal whose match is underlined. */
  readonly mark: string;
  /** Never worse than this: for evidence that speaks with less certainty. */
  readonly atMost?: Severity;
  /** Said instead of the rule's message when this condition alone holds. */
  readonly message?: string;
  readonly escalate?: { readonly any: readonly string[]; readonly to: Severity };
}

/** A disclosure, as data. Only signals hold code. */
export interface Rule {
  /** kebab-case. */
  readonly id: string;
  /** For the lawyer: what the copy does. */
  readonly title: string;
  /** Ids of `law.ts`. */
  readonly law: readonly string[];
  readonly why: string;
  /** At level strict. A channel not named is a channel where the rule is silent. */
  readonly severity: Partial<Record<Channel, Severity>>;
  /** Severities at the milder levels where they differ from `severity`; 'off' silences. */
  readonly standard?: Partial<Record<Channel, Severity | 'off'>>;
  readonly lenient?: Partial<Record<Channel, Severity | 'off'>>;
  /** The mildest strictness at which the rule speaks; default lenient. */
  readonly strictness?: Strictness;
  /** Words only this rule needs, in the phrase language of `phrases.ts`; found as the signal 'phrase'. */
  readonly phrases?: readonly string[];
  /** One condition or several alternatives. */
  readonly when: Condition | readonly Condition[];
  /** One sentence: what a reader of the copy learns. */
  readonly message: string;
  readonly fixes: readonly FixTemplate[];
  readonly examples: { readonly violating: readonly Example[]; readonly clean: readonly Example[] };
}

/** Marks an object as a rule, so that its type is checked where it is written. */
export function rule<const R extends Rule>(data: R): R {
  return data;
}

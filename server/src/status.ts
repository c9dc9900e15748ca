import type { Channel, Severity, Strictness } from '@chaperone/core';
import type { Context } from './context.js';
import { takesDirectives } from './directive-edits.js';
import type { Review } from './review.js';

/** `chaperone/status`: what a client may show beside the document. */
export interface StatusParams {
  readonly uri: string;
  readonly version: number;
  readonly state: 'checked' | 'not-checked' | 'off' | 'profile';
  /** The number of findings, and how many there are of each severity. */
  readonly risks: number;
  readonly severities: Readonly<Record<Severity, number>>;
  readonly channel?: Channel;
  /** False when nothing pointed to the channel. */
  readonly channelKnown?: boolean;
  /** Why this channel, or why it is not checked; half a sentence. */
  readonly because: string;
  readonly strictness?: Strictness;
  /** The chaperone.yaml that rules the document. */
  readonly profileUri?: string;
  /** Errors and warnings in that file. */
  readonly profileProblems: number;
  /** True where the document's format has comments, so that a directive can be written in it. */
  readonly takesDirectives: boolean;
}

export function sendStatus({ connection }: Context, review: Review): void {
  void connection.sendNotification('chaperone/status', statusOf(review));
}

export function statusOf(review: Review): StatusParams {
  const { document, choice, settings } = review;
  const severities = { error: 0, warning: 0, info: 0, hint: 0 };
  const findings = review.state === 'checked' ? review.inspection.findings : [];
  for (const finding of findings) severities[finding.severity] += 1;
  const channel = review.state === 'checked' ? review.inspection.channel : undefined;
  return {
    uri: document.uri,
    version: document.version,
    state: review.state,
    risks: findings.length,
    severities,
    ...(channel ? { channel: channel.channel, channelKnown: channel.known } : {}),
    because:
      channel?.because ?? ('because' in review ? review.because : 'this is the practice profile'),
    strictness: settings.strictness ?? choice.profile.strictness,
    ...(choice.uri === undefined ? {} : { profileUri: choice.uri }),
    profileProblems: choice.problems.length,
    takesDirectives: takesDirectives(review.languageId),
  };
}

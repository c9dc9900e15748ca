import type { Span } from './span.js';

/** Where the copy will appear. */
export const channels = [
  'review-reply',
  'social-post',
  'direct-message',
  'newsletter',
  'web-page',
  'internal-draft',
] as const;
export type Channel = (typeof channels)[number];

/** How bad a finding is. */
export const severities = ['error', 'warning', 'info', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** What the practice's counsel chose: `strict` reports most. */
export const strictnesses = ['strict', 'standard', 'lenient'] as const;
export type Strictness = (typeof strictnesses)[number];

/** The worse of the two severities. */
export function worse(a: Severity, b: Severity): Severity {
  return severities.indexOf(a) <= severities.indexOf(b) ? a : b;
}

/** The less bad of the two severities. */
export function milder(a: Severity, b: Severity): Severity {
  return severities.indexOf(a) >= severities.indexOf(b) ? a : b;
}

/** True when `a` is as bad as `b` or worse. */
export function atLeast(a: Severity, b: Severity): boolean {
  return severities.indexOf(a) <= severities.indexOf(b);
}

/** A channel, and in plain words why it was chosen ("the front matter says so"). */
export interface ChannelChoice {
  readonly channel: Channel;
  /** False when nothing pointed to a channel: severities are then capped at warning. */
  readonly known: boolean;
  readonly because: string;
  /** True where records say for themselves where they appear, and nobody said so of the whole. */
  readonly byRecord?: boolean;
  readonly span?: Span;
}

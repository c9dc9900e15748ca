import type { Channel } from './channel.js';
import type { Span } from './span.js';

/** A recorded permission, by reference: never a patient's name. 45 CFR 164.508. */
export interface Authorization {
  readonly id: string;
  readonly channels: readonly Channel[];
  /** ISO date, the last day it is good for. */
  readonly expires?: string;
  readonly scope: readonly ('name' | 'photo' | 'quote')[];
  readonly span: Span;
}

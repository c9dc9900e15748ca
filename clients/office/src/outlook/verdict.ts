/// <reference types="office-js" preserve="true" />
import type { Store } from '../host.js';
import { digest } from '../paragraphs.js';
import { ask, type Item } from './item.js';

/** A finding as the send check needs it. Offsets of the checked text; the words themselves are not kept. */
export interface VerdictFinding {
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** The number by which an ignored finding is known. */
  readonly key: string;
}

/** What the pane found, for the send check to use while the draft is still that draft. */
export interface Verdict {
  /** Of the text, and of everything else that decides what is found. */
  readonly hash: string;
  readonly findings: readonly VerdictFinding[];
}

const slot = 'chaperone.verdict';
/** Outlook keeps no more in one session, in characters; some room is left to others. */
const longest = 40_000;

/**
 * Stands for a text, and for what else decides what is found in it when no pane is open. What a person chooses in the
 * pane (channel, ignored findings) needs no part in it: the pane leaves a new verdict at once.
 */
export function verdictHash(text: string, person: Store, today: string): string {
  return [text.length, digest(text), digest(person.get('profile') ?? ''), today].join('/');
}

/** Leaves the verdict with the open item. Outlooks before 1.11 have no place for it; the send check then looks itself. */
export async function leaveVerdict(item: Item, verdict: Verdict): Promise<void> {
  if (!item.sessionData) return;
  const text = JSON.stringify(verdict);
  if (text.length > longest) await ask<void>((done) => item.sessionData.removeAsync(slot, done));
  else await ask<void>((done) => item.sessionData.setAsync(slot, text, done));
}

/** The verdict that the pane left; undefined when there is none, or one that cannot be read. */
export async function findVerdict(item: Item): Promise<Verdict | undefined> {
  if (!item.sessionData) return undefined;
  try {
    const value: unknown = JSON.parse(
      await ask<string>((done) => item.sessionData.getAsync(slot, done)),
    );
    return isVerdict(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isVerdict(value: unknown): value is Verdict {
  const { hash, findings } = (value ?? {}) as { hash?: unknown; findings?: unknown };
  return (
    typeof hash === 'string' &&
    Array.isArray(findings) &&
    findings.every(
      (one: Partial<VerdictFinding> | null) =>
        typeof one?.message === 'string' &&
        typeof one.start === 'number' &&
        typeof one.end === 'number' &&
        typeof one.key === 'string',
    )
  );
}

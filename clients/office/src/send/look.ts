/// <reference types="office-js" preserve="true" />
import { readProfile } from '@chaperone/config';
import { type Channel, check, type Strictness } from '@chaperone/core';
import type { Store } from '../host.js';
import { bodyParagraphs, draftParagraphs, type Item, readDraft } from '../outlook/item.js';
import { findVerdict, type VerdictFinding, verdictHash } from '../outlook/verdict.js';
import { digest, join, pieces } from '../paragraphs.js';
import { documentSettings } from '../settings.js';

/** A finding at sending. */
export interface SendFinding extends VerdictFinding {
  /** The words it is about. */
  readonly words: string;
}

/** What the send check found, and who looked. */
export interface Look {
  readonly by: 'pane' | 'send-check';
  /** Those that a writer should see before sending; ignored ones are not among them. */
  readonly findings: readonly SendFinding[];
}

/** What may have to be read from Outlook beside the item. */
export interface SendSurroundings {
  readonly document: Store;
  readonly person: Store;
  /** The day, YYYY-MM-DD. */
  readonly today: string;
}

/** Reads the item and finds what the pane would: by the pane's own verdict if the draft is still the same, else anew. */
export async function look(item: Item, around: SendSurroundings): Promise<Look> {
  const draft = await readDraft(item);
  const body = bodyParagraphs(draft.type, draft.body);
  const joined = join(
    draftParagraphs(
      draft,
      body,
      body.map((_, at) => `body/${at}`),
    ),
  );
  const { text } = joined;
  const verdict = await findVerdict(item);
  if (verdict?.hash === verdictHash(text, around.person, around.today)) {
    const findings = verdict.findings.map((one) => ({
      ...one,
      words: text.slice(one.start, one.end),
    }));
    return { by: 'pane', findings };
  }
  const { channel, strictness, ignored } = documentSettings(around.document);
  const { profile } = readProfile(around.person.get('profile') ?? '', 'chaperone.yaml');
  const findings = check(
    { uri: 'chaperone-office:/draft.txt', languageId: 'email', text },
    profile,
    around.today,
    {
      ...(channel ? { channel: channel as Channel } : {}),
      ...(strictness ? { strictness: strictness as Strictness } : {}),
    },
  );
  const kept = new Set(ignored.map(({ key }) => key));
  return {
    by: 'send-check',
    findings: findings.flatMap((one): SendFinding[] => {
      if (one.severity !== 'error' && one.severity !== 'warning') return [];
      const [piece] = pieces(joined, one.span.start, one.span.end);
      if (!piece) return [];
      const words = joined.paragraphs[piece.index]!.text.slice(piece.start, piece.end);
      const key = digest(`${one.rule}|${words.toLowerCase()}`);
      if (kept.has(key)) return [];
      return [{ message: one.message, ...one.span, key, words }];
    }),
  };
}

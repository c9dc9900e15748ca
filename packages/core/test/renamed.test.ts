import { ok } from 'node:assert/strict';
import { check } from '../src/check.js';
import { defaultProfile } from '../src/profile.js';

const today = '2026-11-28';

/** Sentences whose care words alone would say "a treatment", and the rule that says what they tell. */
const sentences: readonly (readonly [rule: string, text: string])[] = [
  ['reply-invites-return', 'We are looking forward to your next appointment.'],
  ['reply-invites-return', 'We want to get you back in and make your next visit better.'],
  ['reply-confirms-patient', 'We are so sorry about your visit.'],
  ['reply-confirms-patient', 'We have loved taking care of your skin these past three years.'],
  ['reply-discusses-billing', 'Your plan applied the visit to the deductible.'],
  ['reply-discusses-billing', 'You had the student rate for your facial.'],
  ['reply-thanks-for-visit', 'So glad you finally came in for your consult.'],
  ['reply-thanks-for-visit', 'Thank you for coming in for your facial.'],
];

describe('A finding that goes by form', () => {
  it('is more often than not spoken for by the rule whose kind of disclosure it comes nearest to', () => {
    const told = sentences.filter(([rule, text]) =>
      check({ uri: 'reply.txt', languageId: 'plaintext', text }, defaultProfile, today, {
        channel: 'review-reply',
      }).some((finding) => finding.rule === rule),
    );
    // Which ones they are moves with the weights.
    ok(
      told.length > sentences.length / 2,
      `named well: ${told.map(([, text]) => text).join(' | ')}`,
    );
  });

  it('stays one finding a place', () => {
    for (const [, text] of sentences) {
      const found = check(
        { uri: 'reply.txt', languageId: 'plaintext', text },
        defaultProfile,
        today,
        {
          channel: 'review-reply',
        },
      );
      ok(found.length > 0, text);
      const places = found.map(({ span }) => `${span.start}`);
      ok(new Set(places).size === places.length, text);
    }
  });
});

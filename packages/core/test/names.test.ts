import { deepEqual, ok } from 'node:assert/strict';
import { check } from '../src/check.js';
import { identify } from '../src/identify.js';
import { defaultProfile } from '../src/profile.js';

const openers =
  `Additionally Absolutely Amazingly Basically Brides Chiropractors Complications Consistency Essentially Fortunately
  Furthermore Generally Gentlemen Historically Hydration Ideally Invariably Lately Moms Nonetheless Nowadays
  Occasionally Realtors Regrettably Runners Similarly Somehow Thankfully Truthfully Understandably Wellness
  Whenever`.split(/\s+/);

describe('A word that opens a sentence', () => {
  it('is no name for its capital alone', () => {
    for (const word of openers)
      for (const channel of ['social-post', 'newsletter', 'web-page'] as const) {
        const text = `${word}, we see people who want Botox for jaw pain.`;
        const found = check(
          { uri: 'x', languageId: 'plaintext', text },
          defaultProfile,
          '2026-11-28',
          {
            channel,
          },
        );
        deepEqual(
          found.map((finding) => finding.rule),
          [],
          text,
        );
      }
  });

  it('is one where lists know it, and in an answer to one person', () => {
    const named = (text: string, reply: boolean) =>
      check({ uri: 'x', languageId: 'plaintext', text }, defaultProfile, '2026-11-28', {
        channel: reply ? 'review-reply' : 'social-post',
      }).some(({ rule }) => rule === 'reply-names-reviewer' || rule === 'name-with-treatment');
    for (const name of ['Emily', 'Kelly', 'Molly', 'Kimberly', 'Felicity', 'Marisol'])
      ok(named(`${name}, we love how your lip filler turned out!`, false), name);
    for (const name of ['Xiomarys', 'Oluwaseyi', 'Thandiswe'])
      ok(named(`${name}, thank you for the kind words!`, true), name);
  });

  it('does not hide the names behind it', () => {
    const people = identify('Occasionally, Karen Whitfield calls. Fortunately Priya answers.')
      .filter(({ kind }) => kind === 'PERSON')
      .map(({ text }) => text);
    deepEqual(people, ['Karen Whitfield', 'Priya']);
  });
});

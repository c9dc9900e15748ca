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

describe('In a reply', () => {
  const named = (text: string) =>
    check({ uri: 'x', languageId: 'plaintext', text }, defaultProfile, '2026-11-28', {
      channel: 'review-reply',
    }).filter(({ rule }) => rule === 'reply-names-reviewer').length;

  it('whoever stands beside a number, a title or the practice’s own name is no reviewer', () => {
    for (const text of [
      'We would welcome a call. Anita, (555) 010-0122.',
      'Please contact our treatment coordinator, Philippa, at (555) 010-0119.',
      'Thank you for recognizing our nurse practitioner, Ekaterina!',
      'Feel free to call me, Jon.',
      'Love it! The whole Cove crew says thank you.',
      'With appreciation, the Ridgeline family',
      'We will miss Denise when she moves to Denver.',
      'Hope you have a lovely week.',
    ])
      deepEqual(named(text), 0, text);
  });

  it('whoever is thanked or greeted is one', () => {
    for (const text of [
      'Thank you for the kind words, Denise!',
      'Hi Philippa, thank you for the review.',
      'Miss Denise, thank you for writing.',
      'Thanks so much, Hope!',
    ])
      ok(named(text) > 0, text);
  });
});

describe('To live with something', () => {
  it('is no broadcast', () => {
    const found = (text: string) =>
      check({ uri: 'x', languageId: 'plaintext', text }, defaultProfile, '2026-11-28', {
        channel: 'social-post',
      }).map(({ rule }) => rule);
    deepEqual(
      found('Our patients live with their results for years, so we plan a peel together.'),
      [],
    );
    ok(found('Live from the treatment room: lip filler in the chair!').length > 0);
  });
});

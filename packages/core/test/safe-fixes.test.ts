import { deepEqual, doesNotMatch, equal, ok } from 'node:assert/strict';
import type { Channel } from '../src/channel.js';
import { check } from '../src/check.js';
import { examplePractice } from '../src/explain.js';
import { applyFix, type Finding } from '../src/finding.js';
import { rules } from '../src/rules/index.js';

const { profile, today } = examplePractice;

interface Copy {
  readonly channel: Channel;
  readonly text: string;
  readonly languageId?: string;
}

function findings({ channel, text, languageId = 'plaintext' }: Copy): readonly Finding[] {
  return check({ uri: 'example', languageId, text }, profile, today, {
    channel,
    strictness: 'strict',
  });
}

/** The copy after the safe fixes of one rule, one after the other, as fix-all makes them. */
function fixed(copy: Copy, rule: string): string {
  let { text } = copy;
  for (let round = 0; round < 5; round++) {
    const fix = findings({ ...copy, text })
      .filter((finding) => finding.rule === rule)
      .flatMap((finding) => finding.fixes.find((candidate) => candidate.safe) ?? [])[0];
    if (!fix) break;
    text = applyFix(text, fix);
  }
  return text;
}

const reply = 'review-reply';
const cases: Readonly<Record<string, readonly (readonly [Channel, string, string, string?])[]>> = {
  'reply-thanks-for-visit': [
    [reply, 'Thank you so much for coming in to see us!', 'Thank you so much for your review!'],
    [reply, 'Thanks for trusting us with your skin.', 'Thanks for your review.'],
    [reply, 'Thank you for choosing Luma Aesthetics!', 'Thank you for your review!'],
    [reply, 'We appreciate your business!', 'We appreciate your review!'],
    [reply, 'Thank you for letting Nurse Kelly take care of you.', 'Thank you for your review.'],
    [reply, 'Many thanks for stopping by today 💛', 'Many thanks for your review 💛'],
  ],
  'reply-names-reviewer': [
    [reply, 'Hi Sarah, thank you for the kind words!', 'Hi, thank you for the kind words!'],
    [reply, 'Thank you for the kind words, Sarah!', 'Thank you for the kind words!'],
    [reply, 'Hello Sarah! We read every review.', 'Hello! We read every review.'],
  ],
  'reply-invites-return': [
    [reply, 'Thanks for the review. See you soon!', 'Thanks for the review.'],
    [reply, 'We hope to see you again soon. Thanks for the review.', 'Thanks for the review.'],
  ],
  'reply-confirms-patient': [
    [
      reply,
      'We are not allowed to discuss your case here due to HIPAA.',
      'We are not allowed to discuss individual experiences here due to HIPAA.',
    ],
    [reply, 'We truly value patients like you!', 'We truly value everyone who contacts us!'],
    [reply, 'We are so sorry about your visit.', 'We are so sorry to hear this.'],
  ],
  'reply-apologizes-for-care': [
    [reply, 'We are so sorry about your experience.', 'We are so sorry to hear this.'],
    [reply, "We're sorry that you had such a bad experience with us.", "We're sorry to hear this."],
  ],
  'exact-date-of-service': [
    [
      'newsletter',
      'A longtime client stopped by last Thursday for her touch-up.',
      'A longtime client stopped by recently for her touch-up.',
    ],
    [
      'web-page',
      'Case 7: 41-year-old, abdominoplasty 06/12/2025, photos 09/20/2025.',
      'Case 7: 41-year-old, abdominoplasty 2025, photos 2025.',
    ],
    [
      'web-page',
      'She had her second IPL on March 14, 2025 and left smiling.',
      'She had her second IPL in 2025 and left smiling.',
    ],
  ],
  'age-over-89': [
    [
      'web-page',
      'Patient: female, 97, skin cancer scar revision.',
      'Patient: female, over 89, skin cancer scar revision.',
    ],
  ],
  'image-metadata-identifies': [
    [
      'web-page',
      '![Melissa Tran lip filler before](/img/ba/001.jpg)',
      '![Lip filler before](/img/ba/001.jpg)',
      'markdown',
    ],
  ],
  'name-with-treatment': [
    [
      'web-page',
      '<img src="a.jpg" alt="Maria Lopez after Botox">',
      '<img src="a.jpg" alt="After Botox">',
      'html',
    ],
  ],
  'cc-patient-list': [
    [
      'newsletter',
      'From: hello@luma.example\nTo: ann@gmail.com; bk@yahoo.com; carla@hotmail.com\nSubject: Spring\n\nHello!\n',
      'From: hello@luma.example\nBcc: ann@gmail.com; bk@yahoo.com; carla@hotmail.com\nSubject: Spring\n\nHello!\n',
      'email',
    ],
  ],
  'tag-or-mention-patient': [
    [
      'social-post',
      'Look at this glow after one Botox visit! @thejennaedit',
      'Look at this glow after one Botox visit!',
    ],
  ],
};

describe('A fix that is safe without a look', () => {
  for (const [rule, lines] of Object.entries(cases)) {
    for (const [channel, before, after, languageId = 'plaintext'] of lines) {
      it(`${rule}: makes ${JSON.stringify(after)}`, () => {
        const copy = { channel, text: before, languageId };
        ok(
          findings(copy).some((finding) => finding.rule === rule),
          'there is something to fix',
        );
        equal(fixed(copy, rule), after);
        deepEqual(
          findings({ ...copy, text: after }).filter((finding) => finding.rule === rule),
          [],
        );
      });
    }
  }

  it('is tried for every rule that has one', () => {
    const having = rules.filter((rule) => rule.fixes.some((fix) => 'safe' in fix && fix.safe));
    deepEqual(having.map(({ id }) => id).sort(), Object.keys(cases).sort());
  });

  it('is not offered where it would read badly, leave nothing, or say the same twice', () => {
    const none: readonly (readonly [string, Channel, string])[] = [
      ['reply-thanks-for-visit', reply, 'Thank you for coming in last May for your filler!'],
      ['reply-thanks-for-visit', reply, 'Thanks for your review. Thank you for coming in!'],
      ['reply-invites-return', reply, 'See you soon!'],
      ['reply-invites-return', reply, 'Thanks for the review. See you in two weeks!'],
      ['reply-names-reviewer', reply, 'Thank you, Tomas and Lena!'],
      ['tag-or-mention-patient', 'social-post', 'Fresh lips on @maddie.rose 💋 1 syringe Kysse'],
      ['exact-date-of-service', 'social-post', 'She came in on March 14 for her second IPL.'],
    ];
    for (const [rule, channel, text] of none) {
      const found = findings({ channel, text }).filter((finding) => finding.rule === rule);
      ok(found.length > 0, `${rule} finds something in ${text}`);
      for (const { fixes } of found)
        deepEqual(
          fixes.filter(({ safe }) => safe),
          [],
          text,
        );
    }
  });

  it('leaves no hole: no double space, no lost capital, no stray comma', () => {
    for (const rule of rules)
      for (const example of rule.examples.violating) {
        const copy: Copy =
          typeof example === 'string'
            ? { channel: Object.keys(rule.severity)[0] as Channel, text: example }
            : example;
        const plain = { ...copy, text: copy.text.replace(/[«»]/g, '') };
        for (const finding of findings(plain))
          for (const fix of finding.fixes.filter(({ safe }) => safe)) {
            const text = applyFix(plain.text, fix);
            doesNotMatch(text, / {2}(?! )|^[\s,;:]| [,.!?]|[,;:][,.!?]/, text);
            if (/^\p{Lu}/u.test(plain.text)) ok(/^\p{Lu}/u.test(text), text);
          }
      }
  });
});

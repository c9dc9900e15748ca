import { deepEqual, ok } from 'node:assert/strict';
import { check } from '../src/check.js';
import { defaultProfile } from '../src/profile.js';

/** What the fixes of all findings of a reply would write. */
function offered(text: string, context?: string): readonly string[] {
  return check({ uri: 'reply.txt', languageId: 'plaintext', text }, defaultProfile, '2026-11-28', {
    channel: 'review-reply',
    ...(context === undefined ? {} : { context }),
  }).flatMap(({ fixes }) => fixes.flatMap(({ edits }) => edits.map((edit) => edit.text)));
}

const thanksForPraise = (words: readonly string[]) =>
  words.filter((each) => /kind words/.test(each));
const answersToComplaints = (words: readonly string[]) =>
  words.filter((each) => /feedback|Privacy rules|feel heard|glad to talk/.test(each));

describe('The tone of a fix', () => {
  it('suits a complaint: nobody is thanked for kind words that were not said', () => {
    for (const [reply, review] of [
      [
        'Your lips were swollen because you skipped the aftercare.',
        'Terrible. Lumpy lips for $900.',
      ],
      ['Thank you for coming in last week.', 'Rude front desk and they overcharged me'],
      ['Thanks for trusting us with your Botox.', '1 star. Nope.'],
      ["We're so sorry about your appointment. Thank you for choosing us.", undefined],
    ] as const) {
      const words = offered(reply, review);
      ok(answersToComplaints(words).length > 0, reply);
      deepEqual(thanksForPraise(words), [], reply);
    }
  });

  it('suits praise: nobody is told of privacy rules for a compliment', () => {
    for (const [reply, review] of [
      ['Thank you for coming in! Your lips look great.', 'Best filler ever, love this place'],
      ['So glad you love your Botox!', undefined],
      ['Dr. Lee spent an hour with you and it shows.', 'Amazing, gentle, wonderful doctor'],
    ] as const) {
      const words = offered(reply, review);
      ok(thanksForPraise(words).length > 0, reply);
      deepEqual(answersToComplaints(words), [], reply);
    }
  });

  it('goes by the review before the reply', () => {
    const reply = 'Sorry for the wait, and so happy that you love your new smile!';
    deepEqual(answersToComplaints(offered(reply, 'Wonderful, the best dentist in town')), []);
    deepEqual(thanksForPraise(offered(reply, 'Waited an hour. Awful.')), []);
  });

  it('leaves both to choose from where nothing shows it', () => {
    const words = offered('You have been with us since 2019.');
    ok(thanksForPraise(words).length > 0 && answersToComplaints(words).length > 0);
  });
});

import { inspect, type PracticeProfile } from '@chaperone/core';

/** A whole reply that tells readers nothing about anyone. */
export interface SafeReply {
  readonly title: string;
  readonly text: string;
}

/**
 * Replies to a review that pass the check at the practice's own strictness, the best fit first. At strict, where
 * counsel advises not to answer at all, they are judged at standard.
 */
export function safeReplies(
  review: string,
  isCritical: boolean,
  profile: PracticeProfile,
  today: string,
): readonly SafeReply[] {
  const [phone] = profile.phones;
  const call =
    phone === undefined
      ? 'Our practice manager is glad to talk by phone.'
      : `Our practice manager is glad to talk at ${phone}.`;
  const kind: SafeReply[] = [
    {
      title: 'Thank for the words',
      text: 'Thank you for the kind words! Comments like this mean a lot to our team.',
    },
    { title: 'Thank for the review', text: 'Thanks for taking the time to write a review.' },
  ];
  const critical: SafeReply[] = [
    {
      title: 'Move it to the phone',
      text: `Thank you for the feedback. Because privacy matters to everyone who contacts us, we don't discuss individual experiences online. ${call}`,
    },
    {
      title: 'Say that privacy rules bind us',
      text: `We take all feedback seriously. Privacy rules mean we can't confirm whether anyone is or isn't a patient here. ${call}`,
    },
  ];
  const strictness = profile.strictness === 'strict' ? 'standard' : profile.strictness;
  const options = { channel: 'review-reply', strictness, context: review } as const;
  return [...(isCritical ? critical : kind), ...(isCritical ? [] : critical)].filter(({ text }) => {
    const { findings } = inspect(
      { uri: 'file:///reply.txt', languageId: 'plaintext', text },
      profile,
      today,
      options,
    );
    return findings.every(({ severity }) => severity === 'info' || severity === 'hint');
  });
}

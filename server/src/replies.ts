import {
  cover,
  type Inspection,
  type Passage,
  type PracticeProfile,
  type Span,
} from '@chaperone/core';

/** A whole reply that tells readers nothing about anyone. `{phone}` and `{practice}` come from the profile. */
export interface ReplyTemplate {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export const replyTemplates: readonly ReplyTemplate[] = [
  {
    id: 'thanks',
    title: 'Thank for the kind words',
    text: 'Thank you for the kind words! Comments like this mean a lot to our team.',
  },
  {
    id: 'short-thanks',
    title: 'Thank for the review, briefly',
    text: 'Thanks for taking the time to write a review.',
  },
  {
    id: 'privacy',
    title: 'Answer criticism and move it to the phone',
    text: 'Thank you for the feedback. Because privacy matters to everyone who contacts us, we do not discuss individual experiences online. {Call}',
  },
  {
    id: 'cannot-confirm',
    title: 'Say that privacy rules bind us',
    text: 'We take all feedback seriously. Privacy rules mean we cannot confirm whether anyone is or is not a patient here. {Call}',
  },
  {
    id: 'aim',
    title: 'Say what the practice aims for',
    text: 'We aim to give every person who walks in honest advice and attentive care. {Call}',
  },
];

/** The template's words for this practice. */
export function replyText(template: ReplyTemplate, profile: PracticeProfile): string {
  const [phone] = profile.phones;
  const call = phone
    ? `Anyone with a question can reach our office manager at ${phone}.`
    : 'Anyone with a question can reach our office manager by phone.';
  return template.text.replace('{Call}', call);
}

/** One reply in a document: the passages with which the practice answers one review. */
export interface Reply {
  readonly span: Span;
  readonly passages: readonly Passage[];
}

/** The replies of a document, in order. */
export function repliesOf(inspection: Inspection): readonly Reply[] {
  const replies: { span: Span; passages: Passage[]; key: string }[] = [];
  let before: Passage | undefined;
  for (const passage of inspection.passages) {
    const last = replies.at(-1);
    const isReply =
      passage.channel === 'review-reply' &&
      passage.voice === 'practice' &&
      passage.part !== 'heading';
    if (isReply) {
      const span = passage.locate({ start: 0, end: passage.text.length });
      const key = `${passage.group ?? ''}/${passage.answers ?? ''}`;
      const goes = last !== undefined && last.key === key && before === last.passages.at(-1);
      if (goes) {
        last.passages.push(passage);
        last.span = cover(last.span, span);
      } else replies.push({ span, passages: [passage], key });
    }
    before = passage;
  }
  return replies;
}

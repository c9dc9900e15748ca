import { filled } from './fixes.js';
import type { PracticeProfile } from './profile.js';

/** A whole reply to a review that tells readers nothing about anyone. */
export interface ReplyTemplate {
  /** kebab-case. */
  readonly id: string;
  readonly title: string;
  /** As in a rule's fixes: {phone} is the practice's own, and what stands in square brackets falls away without one. */
  readonly text: string;
  /** The kind of review that it answers. */
  readonly answers: 'praise' | 'criticism';
}

/** Built only of acts that are safe: thanks for words, standing policy about everyone, privacy, whom to call. */
export const replyTemplates: readonly ReplyTemplate[] = [
  {
    id: 'thanks',
    title: 'Thank for the kind words',
    text: 'Thank you for the kind words! Comments like this mean a lot to our team.',
    answers: 'praise',
  },
  {
    id: 'short-thanks',
    title: 'Thank for the review, briefly',
    text: 'Thanks for taking the time to write a review.',
    answers: 'praise',
  },
  {
    id: 'privacy',
    title: 'Answer criticism and move it to the phone',
    text: "Thank you for the feedback. Because privacy matters to everyone who contacts us, we don't discuss individual experiences online. Our office manager is glad to talk[ at {phone}].",
    answers: 'criticism',
  },
  {
    id: 'cannot-confirm',
    title: 'Say that privacy rules bind us',
    text: "We take all feedback seriously. Privacy rules mean we can't confirm whether anyone is or isn't a patient here. Anyone with a concern can reach our office manager[ at {phone}].",
    answers: 'criticism',
  },
  {
    id: 'aim',
    title: 'Say what the practice aims for',
    text: 'We aim to give every person who walks in honest advice and attentive care. Anyone with a question can reach our office manager[ at {phone}].',
    answers: 'criticism',
  },
];

/** The template's words for this practice. */
export function replyText(template: ReplyTemplate, profile: PracticeProfile): string {
  return filled(template.text, profile);
}

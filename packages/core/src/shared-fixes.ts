import type { Part } from './passage.js';
import type { FixTemplate } from './rule.js';

/** Ways out that several rules offer, since the same words can be found by any of them. */

/** "Sorry about your visit" becomes "Sorry to hear this". */
export const regretOnly = {
  title: 'Say only that you are sorry to hear it',
  replace: 'words',
  where: [
    'sorry «(about|for|to hear about) (your|the) (bad|poor|negative|unpleasant|disappointing|recent|difficult)? (experience|visit|appointment) (here|with {us})?» <name>? $',
    'sorry «to? hear? that? you had (a|such a) (bad|poor|negative|unpleasant|disappointing|difficult) (experience|visit|appointment) (here|with {us})?» <name>? $',
  ],
  with: 'to hear this',
  safe: true,
} as const satisfies FixTemplate;

/** An apology that tells of the care, where no part of the sentence can stay: thanks would sound deaf to a complaint. */
export const regretSentence = {
  title: 'Say only that you are sorry to hear it',
  replace: 'sentence',
  where: ['(sorry|regret|apologize|apologise|apologies) ..6 (your|you)'],
  with: "We're sorry to hear this.",
  channels: ['review-reply'],
} as const satisfies FixTemplate;

/** Parts that speak to a reader: a sentence in their place would describe no picture. */
export const spoken: readonly Part[] = ['body', 'heading', 'quote', 'subject', 'comment'];

/** An alternative text goes on without the name it begins with. */
export const namelessAltText = {
  title: 'Take the name out',
  replace: 'mark',
  where: ["^ <name> !and|or|'s|<name>"],
  with: '',
  in: ['alt-text'],
  safe: true,
} as const satisfies FixTemplate;

/**
 * What describes a picture, and the title of a page, go on without the name within them: "Before and after of Karen" loses
 * "of Karen", "See Karen's photo" loses "Karen's". Two people joined by "and" are left to a person.
 */
export const namelessTitle = {
  title: 'Leave the name out',
  replace: 'words',
  where: [
    "^ «<name> 's»",
    "(of|with|for|by|from|featuring|after|before|see|meet|our|patient|client|is|:) «<name> 's»",
    "«(of|with|for|by|from|featuring) <name>» !and|or|'s|<name>",
    '«(of|with|for|by|from|featuring) <name>» $',
    "(after|before|patient|client|gallery|photo~|picture~|result~|case) «<name>» !and|or|'s|<name>",
    '(after|before|patient|client|gallery|photo~|picture~|result~|case) «<name>» $',
  ],
  with: '',
  in: ['alt-text', 'heading'],
} as const satisfies FixTemplate;

/** Thanks for words in place of what was said of the care. */
export const thankForWords = {
  title: 'Thank them for the words instead',
  replace: 'sentence',
  with: 'Thank you for the kind words!',
  tone: 'praise',
} as const satisfies FixTemplate;

/** The same for a complaint, which holds no kind words. */
export const thankForFeedback = {
  title: 'Thank them for the feedback instead',
  replace: 'sentence',
  with: 'Thank you for the feedback.',
  tone: 'criticism',
  channels: ['review-reply'],
} as const satisfies FixTemplate;

export const removeSentence = {
  title: 'Remove the sentence',
  replace: 'sentence',
  with: '',
} as const satisfies FixTemplate;

/** A whole reply to praise. */
export const praiseReply = {
  title: 'Replace the whole reply with a safe one',
  replace: 'reply',
  with: 'Thank you for the kind words! Comments like this mean a lot to our team.',
  tone: 'praise',
} as const satisfies FixTemplate;

/** A whole reply to a complaint: we listen, privacy binds us, whom to call. */
export const complaintReply = {
  title: 'Replace the whole reply with a safe one',
  replace: 'reply',
  with: "We take all feedback seriously. Privacy rules mean we can't confirm whether anyone is or isn't a patient here. Anyone with a concern can reach our office manager directly[ at {phone}].",
  tone: 'criticism',
} as const satisfies FixTemplate;

/** A whole reply to a complaint that moves the talk to the phone. */
export const offlineReply = {
  title: 'Replace it with a reply that takes the talk offline',
  replace: 'reply',
  with: "Thank you for the feedback. Because privacy matters to everyone who contacts us, we don't discuss individual experiences online. Our practice manager is glad to talk[ at {phone}].",
  tone: 'criticism',
} as const satisfies FixTemplate;

/** What the practice offers everyone in place of its side of a story. */
export const offerEveryone = {
  title: 'Say what you offer everyone, and invite a call',
  replace: 'sentence',
  with: 'We want everyone who contacts us to feel heard. Please call our office[ at {phone}].',
  tone: 'criticism',
} as const satisfies FixTemplate;

/** A whole reply that gives the practice's policy in place of its side of a story. */
export const policyReply = {
  title: 'Answer with your policy instead',
  replace: 'reply',
  with: "We aim to give every person who walks in honest advice and attentive care. Please call us[ at {phone}]; we'd like to listen.",
  tone: 'criticism',
} as const satisfies FixTemplate;

/** In place of the practice's side of a story: an ear for everyone and its policy. */
export const insteadOfDefense = [
  complaintReply,
  offerEveryone,
  thankForWords,
  removeSentence,
  praiseReply,
  policyReply,
] as const;

/** In place of kindness to a patient: thanks for the words, or for the feedback. */
export const insteadOfKindness = [
  thankForWords,
  thankForFeedback,
  removeSentence,
  praiseReply,
  complaintReply,
  offlineReply,
] as const;

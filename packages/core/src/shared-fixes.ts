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

/** An alternative text goes on without the name it begins with. */
export const namelessAltText = {
  title: 'Take the name out',
  replace: 'mark',
  where: ["^ <name> !and|or|'s"],
  with: '',
  in: ['alt-text'],
  safe: true,
} as const satisfies FixTemplate;

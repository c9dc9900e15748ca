import { type Channel, channels } from './channel.js';
import { plainName } from './formats/roles.js';

/** One word that stands for a channel where a channel is asked for. "Post" and "page" mean much else elsewhere. */
const short: Readonly<Record<string, Channel>> = {
  post: 'social-post',
  caption: 'social-post',
  story: 'social-post',
  social: 'social-post',
  x: 'social-post',
  text: 'direct-message',
  campaign: 'newsletter',
  page: 'web-page',
  web: 'web-page',
  draft: 'internal-draft',
  internal: 'internal-draft',
  note: 'internal-draft',
  notes: 'internal-draft',
  brief: 'internal-draft',
};

/** What people call the places where copy appears; the first that is found counts. */
const places: readonly (readonly [Channel, RegExp])[] = [
  [
    'direct-message',
    /\b(?:dms?|direct messages?|sms|text messages?|inbox|messenger|whatsapp|private (?:reply|message))\b/,
  ],
  ['newsletter', /\b(?:e ?mails?|newsletters?|mailchimp|klaviyo|constant contact|eblast|edm)\b/],
  ['review-reply', /\b(?:repl(?:y|ies)|respon(?:se|ses|d|ding)|(?:review|owner) answers?)\b/],
  [
    'social-post',
    /\b(?:instagram|insta|ig|facebook|fb|tik ?tok|linked ?in|twitter|threads|pinterest|snapchat|you ?tube|reels?|social media|social posts?|gbp|google (?:business )?(?:profile )?posts?)\b/,
  ],
  ['web-page', /\b(?:web ?sites?|web ?pages?|blogs?|landing ?pages?|home ?page)\b/],
];

/** The channel that words name where one is asked for: one of the six, or what people call them, such as "Google reply". */
export function channelOf(words: string): Channel | undefined {
  return short[plainName(words)] ?? channelNamed(words);
}

/** The channel that words name wherever they stand: "Instagram reel", but not "post". Words of a sentence's length name none. */
export function channelNamed(words: string): Channel | undefined {
  if (words.length > 60) return undefined;
  const name = plainName(words);
  return (
    channels.find((channel) => plainName(channel) === name) ??
    places.find(([, place]) => place.test(name))?.[0]
  );
}

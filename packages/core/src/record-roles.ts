import type { Channel } from './channel.js';
import { channelNamed, channelOf } from './channel-names.js';
import { plainName, roleKind } from './formats/roles.js';
import type { Block } from './passage.js';

/** Whose words a field of a record with a reply holds: the practice's answer, the review, or neither. */
export function voiceOfRole(role: string): 'reply' | 'review' | undefined {
  const known = voices.get(role);
  if (known !== undefined) return known === 'neither' ? undefined : known;
  const name = plainName(role);
  const kind = roleKind(role);
  const words =
    !/\b(?:date|time|at|on|id|by|to|url|link|email|status|rating|count|author|name|language)$/.test(
      name,
    );
  // Keys come in lower case: reviewReply and reviewBody as one word.
  const bare = name.replaceAll(' ', '');
  const voice = !words
    ? 'neither'
    : kind === 'reply' ||
        /(?:reply|response)(?:text|body|content|comment)?$|^(?:owner|business|practice|management|public)(?:comment|answer)$/.test(
          bare,
        )
      ? 'reply'
      : kind === 'review' ||
          kind === 'post' ||
          /^(?:original|question|rating text)$/.test(name) ||
          /^review(?:text|body|content|comment)$/.test(bare)
        ? 'review'
        : 'neither';
  if (voices.size < mostRoles) voices.set(role, voice);
  return voice === 'neither' ? undefined : voice;
}

/** Files name few fields, and ask for each in every record. */
const voices = new Map<string, 'reply' | 'review' | 'neither'>();
const mostRoles = 1000;

/** The names that planners give the column that says where a post runs. */
const placeRole =
  /^(?:(?:post|content|copy|social|media|message|publishing) )?(?:channels?|platforms?|networks?|placements?|mediums?|surfaces?|destinations?|where(?: it runs)?)$/;

/** Columns that say it in passing, among much else. */
const typeRole =
  /^(?:(?:post|content|copy|social|media|message) )?(?:types?|kinds?|formats?|profiles?|accounts?)$/;

/** What a record says of itself: the channel it is for, or that it holds a review. */
export type RecordKind = Channel | 'review';

/**
 * What a value under a key such as "Channel", "Platform" or "Type" says its record is: "Google reply" an answer to a
 * review, "Instagram" a post. Undefined for other keys and for words that name no such thing.
 */
export function recordKind({ role, text }: Pick<Block, 'role' | 'text'>): RecordKind | undefined {
  if (role === undefined || text.length > 60) return undefined;
  const name = plainName(role);
  const place = placeRole.test(name);
  if (!place && !typeRole.test(name)) return undefined;
  const channel = place ? channelOf(text) : channelNamed(text);
  return channel !== 'review-reply' && /\breviews?$/i.test(text.trim()) ? 'review' : channel;
}

/** The records of a document that say what they are. */
export function recordKinds(blocks: readonly Block[]): ReadonlyMap<number, RecordKind> {
  const kinds = new Map<number, RecordKind>();
  for (const block of blocks) {
    if (block.group === undefined) continue;
    const kind = recordKind(block);
    if (kind !== undefined && !kinds.has(block.group)) kinds.set(block.group, kind);
  }
  // Reviews alone are testimonials: what they are here is for the page to say.
  if (![...kinds.values()].includes('review-reply'))
    for (const [group, kind] of kinds) if (kind === 'review') kinds.delete(group);
  return kinds;
}

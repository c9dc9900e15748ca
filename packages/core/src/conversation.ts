import type { Channel, ChannelChoice } from './channel.js';
import { plainName, roleKind } from './formats/roles.js';
import { startsReply, startsReview } from './labels.js';
import type { Block } from './passage.js';
import { type RecordKind, recordKind, recordKinds, voiceOfRole } from './record-roles.js';

/** A block and its place in the conversation. */
export interface Turn {
  readonly block: Block;
  readonly voice: 'practice' | 'reviewer';
  readonly channel: Channel;
  readonly reply: boolean;
  readonly thread: number;
  readonly answers?: string;
}

/** Where a conversation stands between two pieces of a document. */
export interface TurnState {
  readonly voice: 'practice' | 'reviewer';
  readonly review: string | undefined;
  readonly thread: number;
  /** True when the block before was a quotation. */
  readonly quoted: boolean;
}

/** The state at the top of a document; `context` is a review that does not stand in it. */
export function firstState(context: string | undefined): TurnState {
  return { voice: 'practice', review: context, thread: 0, quoted: false };
}

/**
 * Segments blocks into turns: whose words each block holds, and which review an answer answers. Gives the state in
 * which the next piece of the document begins.
 */
export function turnsOf(
  blocks: readonly Block[],
  choice: ChannelChoice,
  context: string | undefined,
  state: TurnState,
): { turns: readonly Turn[]; state: TurnState } {
  const records = recordsWithReplies(blocks);
  const kinds = choice.byRecord ? recordKinds(blocks) : undefined;
  const isReply = choice.channel === 'review-reply' || context !== undefined;
  let { voice, review, thread, quoted: quotedBefore } = state;
  let lastReview: string | undefined;
  const turns = blocks.map((block): Turn => {
    const recorded = block.group === undefined ? undefined : records.get(block.group);
    if (recorded) return recordTurn(block, recorded, choice);
    const kind = block.group === undefined ? undefined : kinds?.get(block.group);
    if (kind !== undefined) {
      const turn = kindTurn(block, kind, lastReview);
      if (kind === 'review' && block.part === 'body' && !isAside(block)) lastReview = block.text;
      return turn;
    }
    if (isReply && block.part === 'comment')
      return { block, voice: 'practice', channel: 'web-page', reply: false, thread: asides };
    const quoted = (block.quoteDepth ?? 0) > 0 || block.part === 'quote';
    const next: 'practice' | 'reviewer' = isReply
      ? voiceOf(block, quoted, voice, quotedBefore)
      : 'practice';
    // A label, a heading and a line across begin another reply also where no review stands between two.
    if (next !== voice || (isReply && !quoted && parts(block))) thread++;
    if (next !== voice && next === 'reviewer') review = undefined;
    voice = next;
    quotedBefore = quoted;
    if (isReply && voice === 'reviewer')
      review = review === undefined ? block.text : `${review}\n${block.text}`;
    const speaker = quoted ? 'reviewer' : voice;
    const aside = isReply && speaker === 'practice' && isAside(block);
    const reply = isReply && speaker === 'practice' && !aside;
    return {
      block,
      voice: speaker,
      channel: aside ? 'web-page' : choice.channel,
      reply,
      thread: aside ? asides : thread,
      ...(reply && review !== undefined ? { answers: review } : {}),
    };
  });
  return { turns, state: { voice, review, thread, quoted: quotedBefore } };
}

/** True of what stands beside the replies of a document: the head of a column, a title, a comment, an author in front matter. */
function isAside({ role, path, part, text }: Block): boolean {
  if (role === 'th' || part === 'comment' || isTitle(text)) return true;
  // One word in small letters under a name is a setting of the program.
  if (role !== undefined && /^[a-z\d]+(?:[-_.:/][a-z\d]+)*$/.test(text)) return true;
  if (path === undefined || role === undefined || voiceOfRole(role)) return false;
  return roleKind(role) !== undefined || !speaksToSomebody(role, text);
}

/** True of "Replies for June", which stands above them. */
function isTitle(text: string): boolean {
  return (
    text.length < 80 &&
    /\b(?:replies|responses|reviews|answers|drafts?)\b/i.test(text) &&
    !/[.!?:\n]|\b(?:we|our|us|i|you|your|thank|thanks|sorry)\b/i.test(text)
  );
}

/** True of a sentence to one person under a key that says nothing of it, such as "option_a" or "short". */
function speaksToSomebody(role: string, text: string): boolean {
  return (
    !/\b(?:notes?|summary|brief|context|purpose|audience|instructions?|prompt|about)\b/.test(
      plainName(role),
    ) &&
    /\S\s+\S+\s+\S/.test(text) &&
    /[.!?…]["'”’)]?\s*$/.test(text) &&
    /\b(?:you|your|yours|thanks|thank|sorry)\b/i.test(text)
  );
}

/** The thread of what stands beside the replies. */
const asides = -1;

function parts({ part, text }: Block): boolean {
  return part === 'heading' || !/[\p{L}\p{N}]/u.test(text) || startsReply(text);
}

function voiceOf(
  block: Block,
  quoted: boolean,
  before: 'practice' | 'reviewer',
  quotedBefore: boolean,
): 'practice' | 'reviewer' {
  if (quoted) return 'reviewer';
  if (startsReply(block.text)) return 'practice';
  if (startsReview(block)) return 'reviewer';
  if (block.part === 'heading') return 'practice';
  // After a quotation the practice speaks again; after a labelled review only a label changes the voice.
  if (quotedBefore) return 'practice';
  return before;
}

interface ReviewRecord {
  readonly review: string;
}

const noRecords: ReadonlyMap<number, ReviewRecord> = new Map();

/** Records that hold a reply, and in their company those with a review that nobody has answered yet. */
function recordsWithReplies(blocks: readonly Block[]): ReadonlyMap<number, ReviewRecord> {
  if (blocks.every(({ group }) => group === undefined)) return noRecords;
  const answered = new Set<number>();
  const reviews = new Map<number, { readonly role: string; readonly text: string }>();
  for (const { group, role, text } of blocks) {
    if (group === undefined || role === undefined) continue;
    const voice = voiceOfRole(role);
    if (voice === 'review') reviews.set(group, { role, text });
    if (voice === 'reply') answered.add(group);
  }
  const records = new Map<number, ReviewRecord>();
  const roles = new Set<string>();
  for (const group of answered) {
    const review = reviews.get(group);
    records.set(group, { review: review?.text ?? '' });
    if (review) roles.add(review.role);
  }
  for (const [group, { role, text }] of reviews)
    if (roles.has(role) && !answered.has(group)) records.set(group, { review: text });
  return records;
}

/** A record that says what it is: its words are a review, an answer to the review before, or copy for a channel. */
function kindTurn(block: Block, kind: RecordKind, lastReview: string | undefined): Turn {
  const about = isAside(block) || block.part !== 'body' || recordKind(block) !== undefined;
  const isReview = kind === 'review';
  // A reviewer's name is part of the review; what stands beside a reply goes out with it like a page.
  const author = about && roleKind(block.role ?? '') === 'author';
  const reply = kind === 'review-reply' && !about;
  return {
    block,
    voice: isReview || (author && kind === 'review-reply') ? 'reviewer' : 'practice',
    channel:
      kind === 'review-reply' && !reply && !author ? 'web-page' : isReview ? 'review-reply' : kind,
    reply,
    thread: 2_000_000 + (block.group ?? 0),
    ...(reply && lastReview !== undefined ? { answers: lastReview } : {}),
  };
}

function recordTurn(block: Block, record: ReviewRecord, choice: ChannelChoice): Turn {
  const reply = voiceOfRole(block.role ?? '') === 'reply';
  return {
    block,
    voice: reply ? 'practice' : 'reviewer',
    channel: reply ? 'review-reply' : choice.channel,
    reply,
    thread: 1_000_000 + (block.group ?? 0),
    ...(reply && record.review !== '' ? { answers: record.review } : {}),
  };
}

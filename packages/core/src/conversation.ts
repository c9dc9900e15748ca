import type { Channel, ChannelChoice } from './channel.js';
import { plainName, roleKind } from './formats/roles.js';
import type { Block } from './passage.js';

/** A block and its place in the conversation. */
export interface Turn {
  readonly block: Block;
  readonly voice: 'practice' | 'reviewer';
  readonly channel: Channel;
  readonly reply: boolean;
  readonly thread: number;
  readonly answers?: string;
}

const replyLabel =
  /^[\s>*_#-]*(?:(?:public|owner'?s?|practice|office|our|business|manager'?s?|suggested|draft)\s+)?(?:reply|response|answer|re)\b(?:\s+#?\d{1,3})?(?:\s+(?:from|by|of)\s[^:\n]{1,80})?(?:\s*\([^()\n]{1,60}\))?[\s*_]*(?::|$|\n)/i;
const ownerLabel =
  /^[\s>*_#-]*(?:response|reply|comment)\s+from\b|^[\s>*_#-]*(?:owner|practice)\s+(?:response|reply)\b|\(owner\)\s*(?::|$)/i;
const reviewLabel =
  /^[\s>*_#-]*(?:(?:google|yelp|facebook|realself|healthgrades|zocdoc|patient|customer|original|the)\s+)?(?:review|reviewer|comment)\b(?:\s+#?\d{1,3})?(?:\s+(?:from|by|of|on)\s[^:\n]{1,60})?(?:\s*\([^()\n]{1,60}\))?[\s*_]*(?::|$|\n)/i;
/** "Jenna P. wrote:" on the first line, or at the end. */
const wroteLabel =
  /^[^\n:]{1,80}\b(?:wrote|posted|commented|says|said)\s*:\s*\n|\b(?:wrote|posted|commented|says|said)\s*:\s*$/i;
const stars = /^[\s>*_"“(]*(?:[★⭐🌟]|[1-5](?:\.0)?(?:\/5|\s*(?:-\s*)?stars?\b))/iu;

const starsBehind = /[★⭐🌟]{2}[\s*_"”)]*$/u;

/** Whose words a field of a record with a reply holds: the practice's answer, the review, or neither. */
function voiceOfRole(role: string): 'reply' | 'review' | undefined {
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
    : kind === 'reply' || /(?:reply|response)(?:text|body|content|comment)?$/.test(bare)
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

/** True of a line with which a review or a reply begins, by its label. */
export function startsTurn(line: string): boolean {
  const text = line.slice(0, 200);
  return replyLabel.test(text) || ownerLabel.test(text) || reviewLabel.test(text);
}

/** Where the words begin after a label such as "Reply:" or "Response from the owner:"; 0 where a passage has none. */
export function labelEnd(text: string): number {
  const head = text.slice(0, 200);
  const label = ownerLabel.exec(head) ?? replyLabel.exec(head);
  if (label === null) return 0;
  const end = /[:\n]/.test(label[0].slice(-1))
    ? label[0].length
    : label[0].length +
      (/^[^:\n]{0,80}[:\n]/.exec(head.slice(label[0].length))?.[0].length ?? Infinity);
  return end === Infinity ? 0 : end + (/^[\s*_]*/.exec(head.slice(end))?.[0].length ?? 0);
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
  const isReply = choice.channel === 'review-reply' || context !== undefined;
  let { voice, review, thread, quoted: quotedBefore } = state;
  const turns = blocks.map((block): Turn => {
    const recorded = block.group === undefined ? undefined : records.get(block.group);
    if (recorded) return recordTurn(block, recorded, choice);
    const quoted = (block.quoteDepth ?? 0) > 0 || block.part === 'quote';
    const next: 'practice' | 'reviewer' = isReply
      ? voiceOf(block, quoted, voice, quotedBefore)
      : 'practice';
    if (next !== voice) {
      thread++;
      if (next === 'reviewer') review = undefined;
    }
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

/** True of a field beside the replies of a document: the head of a column, a title or an author in front matter. */
function isAside({ role, path }: Block): boolean {
  return role === 'th' || (path !== undefined && role !== undefined && !voiceOfRole(role));
}

/** The thread of what stands beside the replies. */
const asides = -1;

function voiceOf(
  block: Block,
  quoted: boolean,
  before: 'practice' | 'reviewer',
  quotedBefore: boolean,
): 'practice' | 'reviewer' {
  if (quoted) return 'reviewer';
  const text = block.text.slice(0, 200);
  if (replyLabel.test(text) || ownerLabel.test(text)) return 'practice';
  const end = block.text.slice(-40);
  if (
    reviewLabel.test(text) ||
    stars.test(text) ||
    starsBehind.test(end) ||
    wroteLabel.test(text) ||
    wroteLabel.test(end)
  )
    return 'reviewer';
  if (block.part === 'heading') return 'practice';
  // After a quotation the practice speaks again; after a labelled review only a label changes the voice.
  if (quotedBefore) return 'practice';
  return before;
}

interface ReviewRecord {
  readonly review: string;
}

/** Records that hold a reply, and in their company those with a review that nobody has answered yet. */
function recordsWithReplies(blocks: readonly Block[]): ReadonlyMap<number, ReviewRecord> {
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

/** Chooses the channel from what the document says of itself; first match wins. */
export function inferChannel(
  blocks: readonly Block[],
  languageId: string,
  uri: string,
): ChannelChoice {
  const all = blocks
    .slice(0, 60)
    .map((block) => block.text)
    .join('\n')
    .slice(0, 12_000);
  const name = uri.slice(uri.lastIndexOf('/') + 1).toLowerCase();
  // On a web page, words to the reader behind a quotation are the page's own, not an answer.
  const quoteThenYou = blocks.some(
    (block, index) =>
      languageId !== 'html' &&
      (block.quoteDepth ?? 0) > 0 &&
      blocks
        .slice(index + 1, index + 3)
        .some((next) => !next.quoteDepth && /\b(?:you|your|thank|thanks|sorry)\b/i.test(next.text)),
  );
  const hasStars = blocks.some(
    (block) => stars.test(block.text.slice(0, 60)) || starsBehind.test(block.text.slice(-40)),
  );
  const labelled = blocks.some(
    (block) =>
      replyLabel.test(block.text.slice(0, 200)) || ownerLabel.test(block.text.slice(0, 200)),
  );
  const reviewed = blocks.some((block) => {
    const start = block.text.slice(0, 200);
    return (
      reviewLabel.test(start) || wroteLabel.test(start) || wroteLabel.test(block.text.slice(-40))
    );
  });
  if (/(?:^|[-_./])(?:reply|replies|response|responses)(?:[-_.]|$)/.test(name))
    return known('review-reply', 'the file name speaks of a reply');
  if (blocks.some((block) => block.role !== undefined && voiceOfRole(block.role) === 'reply'))
    return known('review-reply', 'it holds reviews with replies');
  if ((hasStars || reviewed || quoteThenYou) && (labelled || quoteThenYou))
    return known('review-reply', 'a review stands above the answer');
  if (
    languageId === 'email' ||
    /^(?:subject|preheader|to|cc|bcc)\s*:/im.test(all) ||
    /\bunsubscribe\b|\*\|[A-Z_:]+\|\*|\{\{\s*(?:first_?name|contact\.|subscriber\.)/i.test(all)
  )
    return known('newsletter', 'it has the marks of an e-mail or a newsletter');
  const hashtags = all.match(/(?:^|\s)#[a-z]\w+/gi)?.length ?? 0;
  const emoji = all.match(/\p{Extended_Pictographic}/gu)?.length ?? 0;
  if (
    hashtags >= 2 ||
    /\blink in bio\b|\bswipe\b|👉|\bDM us\b/iu.test(all) ||
    (emoji >= 2 && all.length < 1500) ||
    /(?:^|\s)@[a-z][\w.]{2,}/i.test(all.slice(0, 400))
  )
    return known('social-post', 'it has hashtags, handles or emoji');
  if (
    /\bthank(?:s| you)\b.{0,30}\b(?:review|feedback|kind words)\b|\bwe take (?:all|your) feedback\b/i.test(
      all,
    )
  )
    return known('review-reply', 'it reads like an answer to a review');
  if (labelled && !/^\s*re\b/i.test(all))
    return known('review-reply', 'it is labelled as an answer');
  if (
    /^(?:html|mdx|json|jsonc|yaml|javascript|javascriptreact|typescript|typescriptreact)$/.test(
      languageId,
    )
  )
    return known('web-page', 'it is content of a web page');
  if (languageId === 'csv') return known('social-post', 'it is a table of posts');
  if (/\b(?:TODO|DRAFT|internal only|creative brief)\b/.test(all))
    return known('internal-draft', 'it calls itself a draft');
  if (languageId === 'markdown' && blocks.some((block) => block.part === 'heading'))
    return known('web-page', 'it is a page with headings');
  if (answersSomebody(all, blocks.length))
    return {
      channel: 'review-reply',
      known: false,
      because: 'it thanks or comforts somebody, as answers to reviews do',
    };
  return {
    channel: 'social-post',
    known: false,
    because: 'nothing in it says where it will appear',
  };
}

/** How an answer opens: a greeting perhaps, then thanks, regret or joy. */
const opensAnswer =
  /^[\s"“*_]*(?:(?:hi|hello|hey|dear|hola|aw+|wow|oh)\b[^.!?\n]{0,40}[,.!—–:-]\s*)?(?:(?:many |big |huge |so many )?thank(?:s| you| u)\b|(?:(?:we|i)(?:['’]?re| are|['’]?m| am)? )?(?:so |very |truly |really |deeply )?(?:sorry|glad|happy|thrilled|delighted|grateful|appreciate|apologi[sz]e|regret)\b)/i;
const ofPosts =
  /\bhttps?:|\bwww\.|\blink in\b|\$\d|\d ?%|\bbook (?:now|your|online|today)\b|\bgiveaway|\bspecials?\b|\bthank(?:s| you)?,? (?:to|and)\b/i;

/** No post opens with regret for what befell its reader; an answer that does may go on about money. */
const regrets =
  /^[^.!?]{0,60}\b(?:sorry|apologi[sz]e|regret)\b[^.!?]{0,20}\b(?:your|you (?:had|feel|felt|are|were)|to hear)\b/i;

/** A short text that opens like an answer, speaks to one reader and sells nothing. */
function answersSomebody(text: string, blocks: number): boolean {
  return (
    text.length < 900 &&
    blocks <= 5 &&
    opensAnswer.test(text) &&
    /\b(?:you|your|u|ur)\b/i.test(text) &&
    (regrets.test(text) || !ofPosts.test(text))
  );
}

function known(channel: Channel, because: string): ChannelChoice {
  return { channel, known: true, because };
}

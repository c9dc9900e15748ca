import type { Channel, ChannelChoice } from './channel.js';
import { hasStars, isLabelledReview, startsReply } from './labels.js';
import type { Block } from './passage.js';
import { recordKinds, voiceOfRole } from './record-roles.js';

const beyondAscii = /[\u00a9\u00ae\u2000-\uffff]/;
/** A quick look that spares most texts a pattern over all of Unicode. */
const mayBePost = /in bio|swipe|dm us|[\u0130-\uffff]/i;

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
  const labelled = blocks.some((block) => startsReply(block.text));
  const reviewed = () => blocks.some((block) => hasStars(block) || isLabelledReview(block.text));
  if (/(?:^|[-_./])(?:reply|replies|response|responses)(?:[-_.]|$)/.test(name))
    return known('review-reply', 'the file name speaks of a reply');
  if (holdsReplies(blocks)) return known('review-reply', 'it holds reviews with replies');
  const named = namedByRecords(blocks);
  if (named !== undefined) return named;
  if (quoteThenYou || (labelled && reviewed()))
    return known('review-reply', 'a review stands above the answer');
  if (
    languageId === 'email' ||
    /^(?:subject|preheader|to|cc|bcc)\s*:/im.test(all) ||
    /\bunsubscribe\b|\*\|[A-Z_:]+\|\*|\{\{\s*(?:first_?name|contact\.|subscriber\.)/i.test(all)
  )
    return known('newsletter', 'it has the marks of an e-mail or a newsletter');
  const hashtags = all.match(/(?:^|\s)#[a-z]\w+/gi)?.length ?? 0;
  const emoji = beyondAscii.test(all) ? (all.match(/\p{Extended_Pictographic}/gu)?.length ?? 0) : 0;
  if (
    hashtags >= 2 ||
    (mayBePost.test(all) && /\blink in bio\b|\bswipe\b|👉|\bDM us\b/iu.test(all)) ||
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
      because: 'it speaks to one person, as answers to reviews do',
    };
  return {
    channel: 'social-post',
    known: false,
    because: 'nothing in it says where it will appear',
  };
}

/** True where fields hold replies and they are what the document is about: a page may hold one among much else. */
function holdsReplies(blocks: readonly Block[]): boolean {
  const isReply = ({ role }: Block) => role !== undefined && voiceOfRole(role) === 'reply';
  const replies = blocks.filter(isReply);
  if (replies.length === 0) return false;
  const records = new Set(replies.map(({ group }) => group));
  records.delete(undefined);
  let [inside, outside] = [0, 0];
  for (const block of blocks)
    if (records.has(block.group) || isReply(block)) inside += block.text.length;
    else if (block.path === undefined && /^(?:body|heading)$/.test(block.part))
      outside += block.text.length;
  return inside >= outside;
}

/** The channel that the records name; where they differ, the one that most name stands for the whole. */
function namedByRecords(blocks: readonly Block[]): ChannelChoice | undefined {
  const counts = new Map<Channel, number>();
  for (const kind of recordKinds(blocks).values()) {
    const channel = kind === 'review' ? 'review-reply' : kind;
    counts.set(channel, (counts.get(channel) ?? 0) + 1);
  }
  const [first, ...others] = [...counts].sort((a, b) => b[1] - a[1]);
  if (first === undefined) return undefined;
  const because =
    others.length === 0
      ? 'a field of it says so'
      : 'most of its records say so; each is read as what it says';
  return { ...known(first[0], because), byRecord: true };
}

/** How an answer opens: a greeting perhaps, then thanks, regret or joy. */
const opensAnswer =
  /^[\s"“*_]*(?:(?:hi|hello|hey|dear|hola|aw+|wow|oh)\b[^.!?\n]{0,40}[,.!—–:-]\s*)?(?:(?:many |big |huge |so many )?thank(?:s| you| u)\b|(?:(?:we|i)(?:['’]?re| are|['’]?m| am)? )?(?:so |very |truly |really |deeply )?(?:sorry|glad|happy|thrilled|delighted|grateful|appreciate|apologi[sz]e|regret)\b)/i;
const ofPosts =
  /\bhttps?:|\bwww\.|\blink in\b|\$\d|\d ?%|\bbook (?:now|your|online|today)\b|\bgiveaway|\bspecials?\b|\bthank(?:s| you)?,? (?:to|and)\b/i;

/** No post opens with regret for what befell its reader; an answer that does may go on about money. */
const regrets =
  /^[^.!?]{0,60}\b(?:sorry|apologi[sz]e|regret)\b[^.!?]{0,20}\b(?:your|you (?:had|feel|felt|are|were)|to hear)\b/i;

/** What is said to somebody who wrote a review, and hardly to the readers of a post: of the review, the records, what was discussed. */
const toReviewer = [
  /\b(?:this|that|your) (?:review|comment|rating|complaint)\b(?! (?:of|link|page|site|helps|will|could|can|may))/i,
  /\b(?:thank\w*|grateful|thx)\b[^.!?]{0,30}\b(?:stars|review|comment|feedback|rating)\b/i,
  /\bwe hear you\b|\bpoint taken\b|\byou(?:['’]re| are) right\b|\bmake (?:this|things) right\b/i,
  /\b(?:our records|no record of you|as (?:we )?discussed (?:at|in|during|with)|reviewed your (?:chart|file|record)|your chart)\b/i,
  /\bmade (?:our|my|her|his) (?:day|week|morning)\b/i,
  /\bour (?:sincere(?:st)? )?apologies\b/i,
  /\b(?:glad|happy|thrilled|delighted|relieved) you(?:['’]re| are| love| like| had| feel| found| came| enjoyed)\b/i,
  /\b(?:pleasure|great|lovely|wonderful|nice|joy) (?:seeing|meeting|treating|having|helping) you\b(?! (?:all|guys|at|there|soon))/i,
];

/** A short text that opens like an answer, or speaks of a review, speaks to one reader and sells nothing. */
function answersSomebody(text: string, blocks: number): boolean {
  return (
    text.length < 900 &&
    blocks <= 5 &&
    (opensAnswer.test(text) || toReviewer.some((said) => said.test(text))) &&
    /\b(?:you|your|u|ur|review)\b/i.test(text) &&
    (regrets.test(text) || !ofPosts.test(text))
  );
}

function known(channel: Channel, because: string): ChannelChoice {
  return { channel, known: true, because };
}

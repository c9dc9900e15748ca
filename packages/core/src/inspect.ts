import type { ChannelChoice } from './channel.js';
import type { Checker, CheckOptions } from './check.js';
import { type Directive, readDirectives } from './directives.js';
import { formatOf } from './document.js';
import { matchesGlob } from './glob.js';
import { inferChannel } from './infer-channel.js';
import { type Judged, judgePieces } from './judged.js';
import { inspectionOf } from './outcome.js';
import type { Block, Comment, Format, MetaEntry, Notice, SourceDocument } from './passage.js';
import { inDocument, type Piece, updatePieces } from './pieces.js';
import type { PracticeProfile } from './profile.js';

interface Version {
  readonly key: string;
  readonly profile: PracticeProfile;
  readonly format: Format;
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly judged: readonly Judged[];
}

/** A Checker: see there. */
export function createInspector(): Checker {
  let last: Version | undefined;
  const guess = createGuess();
  return {
    inspect(document, profile, today, options = {}) {
      const format = formatOf(document.languageId);
      const base = last?.format === format ? last : undefined;
      const pieces = updatePieces(base?.pieces ?? [], base?.text ?? '', document.text, format);
      const aside = asideOf(pieces);
      const { directives, notices } = readDirectives(aside, document.text);
      const channel = channelFor(document, pieces, directives, profile, options, guess);
      const strictness = options.strictness ?? profile.strictness;
      const key = JSON.stringify([
        channel.channel,
        channel.known,
        channel.byRecord,
        strictness,
        today,
        options.context,
      ]);
      const reusable = base?.key === key && base.profile === profile ? base.judged : [];
      const judged = judgePieces(pieces, reusable, {
        channel,
        strictness,
        profile,
        today,
        context: options.context,
      });
      last = { key, profile, format, text: document.text, pieces, judged };
      return inspectionOf(judged, {
        channel,
        directives,
        notices: [...aside.notices, ...notices],
        format,
        text: document.text,
        profile,
        today,
      });
    },
  };
}

/** What stands beside the prose: comments, front matter, and what could not be read. */
function asideOf(pieces: readonly Piece[]) {
  const comments: Comment[] = [];
  const meta: MetaEntry[] = [];
  const notices: Notice[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at] as Piece;
    if (!piece.hasAside) continue;
    const { read } = piece;
    for (const comment of read.comments)
      comments.push({ ...comment, span: inDocument(piece, comment.span) });
    for (const entry of read.meta) meta.push({ ...entry, span: inDocument(piece, entry.span) });
    for (const notice of read.notices)
      notices.push({ ...notice, span: inDocument(piece, notice.span) });
  }
  return { comments, meta, notices };
}

/** How many blocks are looked at to guess a channel: a page says early what it is. */
const blocksToGuess = 400;

function channelFor(
  document: SourceDocument,
  pieces: readonly Piece[],
  directives: readonly Directive[],
  profile: PracticeProfile,
  options: CheckOptions,
  guess: Guess,
): ChannelChoice {
  if (options.channel)
    return { channel: options.channel, known: true, because: 'it was chosen for this document' };
  const said = directives.find((directive) => directive.kind === 'channel');
  if (said)
    return { channel: said.channel, known: true, because: 'the document says so', span: said.span };
  for (const [glob, channel] of Object.entries(profile.channels)) {
    if (matchesGlob(glob, document.uri))
      return { channel, known: true, because: `the practice profile says so for ${glob}` };
  }
  if (options.context !== undefined)
    return {
      channel: 'review-reply',
      known: true,
      because: 'the review that it answers was given with it',
    };
  return guess(document, pieces);
}

type Guess = (document: SourceDocument, pieces: readonly Piece[]) => ChannelChoice;

/** Guesses the channel from the first blocks; guesses again only when one of them has changed. */
function createGuess(): Guess {
  let seen: readonly Piece[] = [];
  let name = '';
  let choice: ChannelChoice | undefined;
  return (document, pieces) => {
    const looked: Piece[] = [];
    const blocks: Block[] = [];
    for (const piece of pieces) {
      if (blocks.length >= blocksToGuess) break;
      looked.push(piece);
      for (const block of piece.read.blocks.slice(0, blocksToGuess)) blocks.push(block);
    }
    const same =
      choice &&
      name === `${document.languageId} ${document.uri}` &&
      looked.length === seen.length &&
      looked.every((piece, index) => piece === seen[index]);
    if (same && choice) return choice;
    seen = looked;
    name = `${document.languageId} ${document.uri}`;
    choice = inferChannel(blocks, document.languageId, document.uri);
    return choice;
  };
}

import type { Reading, Signals } from '../signal.js';
import { overlaps, type Span } from '../span.js';
import { Tag } from '../tag.js';

export { signals } from '../signal.js';
export type { Signals };

const none: readonly Span[] = [];

interface Options {
  /** Signals whose matches take a match out of the running where they overlap. */
  readonly except?: readonly string[];
  readonly also?: (reading: Reading) => boolean;
}

/** Finds the signal's own phrases, in the practice's answer to a review or comment only. */
export function inReply(
  name: string,
  options: Options = {},
): (reading: Reading) => readonly Span[] {
  return (reading) => {
    const found = reading.phraseMatches(name);
    return found.length > 0 && (isReply(reading) || isDraft(reading))
      ? without(reading, found, options)
      : none;
  };
}

/** Finds the signal's own phrases wherever the practice speaks in public. */
export function inPublic(
  name: string,
  options: Options = {},
): (reading: Reading) => readonly Span[] {
  return (reading) => {
    const found = reading.phraseMatches(name);
    return found.length > 0 && reading.passage.voice === 'practice'
      ? without(reading, found, options)
      : none;
  };
}

/** How a planner notes that a line goes under somebody's post: "(our comment on her photo)". */
const commentNote =
  /\((?:our |a |as a )?(?:comment|reply)\b[^()]{0,80}\)\s*$|\((?:under|on) (?:her|his|their|a|the) [^()]{0,80}\)\s*$/i;

/** A draft may hold anything: what only a reply says is heard there too. */
function isDraft({ passage }: Reading): boolean {
  return (
    passage.channel === 'internal-draft' && passage.voice === 'practice' && passage.part === 'body'
  );
}

/** True where the practice answers one person: a review reply, a comment that opens with a handle or a name, a message. */
export function isReply(reading: Reading): boolean {
  const { passage, tokens } = reading;
  if (
    passage.voice !== 'practice' ||
    passage.part === 'heading' ||
    passage.part === 'data' ||
    passage.part === 'alt-text'
  )
    return false;
  if (passage.reply || passage.channel === 'review-reply' || passage.channel === 'direct-message')
    return true;
  if (passage.channel !== 'social-post' || tokens.count === 0) return false;
  return ((tokens.tags[0] as number) & Tag.handle) !== 0 || endsWithCommentNote(passage.text);
}

function endsWithCommentNote(text: string): boolean {
  let last = text.length - 1;
  while (last >= 0 && text.charCodeAt(last) <= 32) last--;
  // White space of other kinds is left to the pattern.
  const code = text.charCodeAt(last);
  return (code === 41 || code >= 128) && commentNote.test(text.slice(-120));
}

function without(reading: Reading, spans: readonly Span[], options: Options): readonly Span[] {
  if (spans.length === 0 || (options.also && !options.also(reading))) return [];
  if (!options.except?.length) return spans;
  const excluded = options.except.flatMap((name) => reading.matches(name));
  return excluded.length === 0
    ? spans
    : spans.filter((span) => !excluded.some((other) => overlaps(span, other)));
}

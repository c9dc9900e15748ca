import { parse, postprocess, preprocess } from 'micromark';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import type { Event, Extension, ParseContext } from 'micromark-util-types';

/** Reads a piece of Markdown as micromark's events, whose offsets are of the piece. */
export type EventsReader = (text: string) => Event[];

/**
 * A reader of CommonMark with GFM and `extensions`. Its parsers are made once. Bare addresses and tables cost half of
 * the time, since the parser looks for them at every letter and every line: it does so only where there may be one.
 */
export function eventsReader(extensions: readonly Extension[]): EventsReader {
  const parsers = new Map<string, ParseContext>();
  return (text) => {
    const links = mayHoldAddress.test(text);
    const tables = mayHoldTable.test(text);
    const key = `${links} ${tables}`;
    const parser =
      parsers.get(key) ??
      parse({
        extensions: [
          ...(links ? [gfmAutolinkLiteral()] : []),
          gfmFootnote(),
          gfmStrikethrough({ singleTilde: false }),
          ...(tables ? [gfmTable()] : []),
          gfmTaskListItem(),
          ...extensions,
        ],
      });
    parsers.set(key, parser);
    // What it remembers of a text is cleared before the next.
    Object.assign(parser, {
      defined: everyReference(text),
      lazy: {},
      gfmFootnotes: everyFootnote(text),
    });
    return postprocess(parser.document().write(preprocess()(text, undefined, true)));
  };
}

const mayHoldAddress = /@|https?:|www\./i;
/** A table's second line has a pipe, or a colon for the alignment of its only column. */
const mayHoldTable = /\||:-|-:/;

/**
 * The labels that count as defined. A definition may stand in another piece, and a piece must read the same by itself:
 * so `[words][label]` and `[words][]` are always links, and `[words]` alone is one only where its definition is at hand.
 */
function everyReference(text: string): string[] {
  const labels: string[] = [];
  for (const [, label, words] of text.matchAll(/\[([^[\]\n]{0,200})\]\[([^[\]\n]{0,200})\]/g))
    labels.push(((words ?? '') || (label ?? '')).replace(/\s+/g, ' ').trim().toUpperCase());
  return labels;
}

/** In the same way, `[^label]` always calls a note. */
function everyFootnote(text: string): string[] {
  return Array.from(text.matchAll(/\[\^([^\s[\]]{1,200})\]/g), ([, label]) =>
    (label ?? '').toUpperCase(),
  );
}

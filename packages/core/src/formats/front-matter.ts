import { straight } from '../offset-map.js';
import type { Block, Comment, MetaEntry, ReadDocument } from '../passage.js';
import { partOfRole } from './roles.js';

/**
 * Reads front matter without a YAML parser, for bundles that leave it out: `key: value` and
 * TOML's `key = "value"` on one line each. What it cannot read, such as lists and nested keys, it leaves alone.
 */
export function readFrontMatter(source: string): ReadDocument {
  const blocks: Block[] = [];
  const meta: MetaEntry[] = [];
  const comments: Comment[] = [];
  for (let start = 0; start < source.length; ) {
    const feed = source.indexOf('\n', start);
    const end = feed === -1 ? source.length : feed;
    const remark = /^[ \t]*#+(.*)$/.exec(source.slice(start, end).trimEnd())?.[1];
    if (remark !== undefined) comments.push({ text: remark.trim(), span: { start, end } });
    const line = /^([\w.-]{1,80})[ \t]*([:=])[ \t]+(["']?)(.*)$/.exec(
      source.slice(start, end).trimEnd(),
    );
    const value = line === null ? undefined : scalarOf(line[3] as string, line[4] as string);
    if (line !== null && value !== undefined) {
      const from = start + line[0].length - (line[4] as string).length;
      const key = (line[1] as string).toLowerCase();
      const span = { start: from, end: from + value.length };
      meta.push({ key, value, span });
      blocks.push({
        text: value,
        map: straight(from, value.length),
        encode: encoder(line[3] as string),
        role: key,
        ...partOfRole(key, value),
      });
    }
    start = end + 1;
  }
  return {
    blocks: blocks.filter((block) => /\p{L}/u.test(block.text)),
    comments,
    meta,
    notices: [],
  };
}

/** The value without its quotes; undefined where it needs a real parser. */
function scalarOf(quote: string, rest: string): string | undefined {
  if (quote === '')
    return rest === '' || /^[[{&*!|>%@`#-]|^-\s/.test(rest) ? undefined : bare(rest);
  const close = rest.indexOf(quote);
  return close <= 0 || rest.includes('\\') || rest[close + 1] === quote
    ? undefined
    : rest.slice(0, close);
}

function bare(rest: string): string {
  const hash = rest.indexOf(' #');
  return (hash === -1 ? rest : rest.slice(0, hash)).trimEnd();
}

function encoder(quote: string): (text: string) => string {
  if (quote === '"')
    return (text) => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
  if (quote === "'") return (text) => text.replaceAll("'", "''").replaceAll('\n', ' ');
  // A colon and a hash mean something in a bare value, so they are written otherwise.
  return (text) => text.replaceAll('\n', ' ').replaceAll(': ', ' \u2013 ').replaceAll(' #', ' ');
}

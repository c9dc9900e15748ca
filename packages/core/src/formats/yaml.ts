import {
  isMap,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  parseAllDocuments,
  type Scalar,
} from 'yaml';
import type { Block, Comment, Format, MetaEntry, ReadDocument } from '../passage.js';
import { annotateYaml, hashComment } from './annotate.js';
import { guarded } from './embed.js';
import { belongsToRecord, holdsReplies, type ValueReaders, valueBlocks } from './records.js';
import { scalarBlock } from './yaml-block.js';

/** YAML files: one block per string value, as in JSON. */
export function createYaml(readers: ValueReaders = {}): Format {
  return {
    languageIds: ['yaml'],
    extensions: ['.yaml', '.yml'],
    comment: hashComment,
    annotate: annotateYaml(hashComment),
    read: guarded((text) => {
      const document = readYaml(text, readers);
      // Keys of a data file are its own business, but for the channel.
      return {
        ...document,
        meta: document.meta.filter((entry) => /^(?:channel|chaperone)\b/.test(entry.key)),
      };
    }),
  };
}

interface Place {
  readonly path: readonly string[];
  readonly group: number | undefined;
  readonly inFlow: boolean;
}

/** Reads YAML with its scalar keys as meta entries, nested ones with dots; also front matter. Throws only on absurd nesting. */
export function readYaml(source: string, readers: ValueReaders = {}): ReadDocument {
  const blocks: Block[] = [];
  const meta: MetaEntry[] = [];
  let groups = 0;

  const walk = (node: unknown, place: Place): void => {
    if (isScalar(node)) {
      scalar(node, place);
      return;
    }
    if (isSeq(node)) {
      const inFlow = place.inFlow || node.flow === true;
      const joins = holdsReplies(place.path.at(-1));
      for (const item of node.items)
        walk(item, { ...place, inFlow, group: isMap(item) && !joins ? groups++ : place.group });
      return;
    }
    if (!isMap(node)) return;
    const inFlow = place.inFlow || node.flow === true;
    for (const pair of node.items) {
      if (!isPair(pair)) continue;
      const key = isScalar(pair.key) ? String(pair.key.value) : '';
      const joins = !isMap(pair.value) || belongsToRecord(key);
      walk(pair.value, {
        inFlow,
        path: [...place.path, key],
        group: joins ? place.group : groups++,
      });
    }
  };
  const scalar = (node: Scalar, place: Place) => {
    const [start, end] = node.range ?? [0, 0];
    if (place.path.length > 0 && end > start)
      meta.push({
        key: place.path.join('.').toLowerCase(),
        value: String(node.value ?? ''),
        span: { start, end },
      });
    if (typeof node.value !== 'string') return;
    const block = scalarBlock(source, node, place.inFlow);
    if (block !== undefined) blocks.push(...valueBlocks(block, place.path, place.group, readers));
  };

  for (const document of parseAllDocuments(source, {
    keepSourceTokens: true,
    logLevel: 'silent',
    uniqueKeys: false,
  })) {
    const contents = (document as { contents?: Node | null }).contents;
    walk(contents, { path: [], group: groups++, inFlow: false });
  }
  return { blocks, comments: commentsOf(source), meta, notices: [] };
}

/** The lexer's pieces stand one after the other; those that mark a scalar, a document or a flow's end take no room. */
function commentsOf(source: string): Comment[] {
  const comments: Comment[] = [];
  let offset = 0;
  let scalar = false;
  for (const piece of new Lexer().lex(source)) {
    const marker = piece === '\u001f' || piece === '\u0002' || piece === '\u0018';
    if (marker) {
      scalar = piece === '\u001f';
      continue;
    }
    if (!scalar && piece.startsWith('#'))
      comments.push({
        text: piece.replace(/^#+/, '').trim(),
        span: { start: offset, end: offset + piece.length },
      });
    scalar = false;
    offset += piece.length;
  }
  return comments;
}

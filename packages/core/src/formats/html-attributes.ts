import { BlockBuilder } from '../offset-map.js';
import type { Block } from '../passage.js';
import type { Span } from '../span.js';
import { addressAttributes, personalAttribute, proseAttributes } from './html-names.js';
import { addAttributeText, encodeAttribute } from './html-text.js';
import { isAddress } from './roles.js';

/** A start tag as the tokenizer gives it: attribute values decoded, places in the source by name. */
export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, { readonly value: string; readonly place: Span }>;
  readonly span: Span;
}

/** The blocks of a tag's attributes: what is shown or read aloud, and the addresses and data that tell on people. */
export function attributeBlocks(tag: Tag, source: string): Block[] {
  const blocks: Block[] = [];
  for (const [name, { value, place }] of tag.attributes) {
    if (value.trim() === '') continue;
    const kind = kindOf(tag, name, value);
    if (kind === undefined) continue;
    blocks.push({ ...valueBlock(source, place), ...kind });
  }
  return blocks;
}

type Kind = Pick<Block, 'part' | 'role' | 'editable'>;

function kindOf(tag: Tag, name: string, value: string): Kind | undefined {
  if (tag.name === 'script') return undefined;
  if (tag.name === 'meta') return name === 'content' ? metaKind(tag, value) : undefined;
  if (
    tag.name === 'link' &&
    !/canonical|alternate|image_src/.test(tag.attributes.get('rel')?.value ?? '')
  )
    return undefined;
  if (name === 'alt') return { part: 'alt-text', role: 'alt' };
  if (proseAttributes.has(name)) return { part: 'alt-text', role: name };
  if (name === 'value' && tag.name === 'input')
    return /submit|button/.test(tag.attributes.get('type')?.value ?? '')
      ? { part: 'body', role: 'value' }
      : undefined;
  // An address within the page, a script and an image written out in letters name nobody.
  if (addressAttributes.has(name))
    return /^(?:#|javascript:|data:)/i.test(value)
      ? undefined
      : { part: 'data', role: name, editable: false };
  if (personalAttribute.test(name)) return { part: 'data', role: name, editable: false };
  return undefined;
}

function metaKind(tag: Tag, value: string): Kind | undefined {
  const name = (
    tag.attributes.get('name') ??
    tag.attributes.get('property') ??
    tag.attributes.get('itemprop')
  )?.value.toLowerCase();
  if (
    name === undefined ||
    !/^(?:description|keywords|author|abstract|subject|title|(?:og|twitter|article|fb):.*|dc\..*|name)$/.test(
      name,
    )
  )
    return undefined;
  if (isAddress(value)) return { part: 'data', role: name, editable: false };
  if (/(?::type|:card|:locale|:width|:height|:site|app_id|:image:type|_time)$/.test(name))
    return undefined;
  if (/title$/.test(name)) return { part: 'heading', role: name };
  return { part: /:alt$/.test(name) ? 'alt-text' : 'body', role: name };
}

/** The value of an attribute; `place` spans the whole `name="value"`. */
function valueBlock(source: string, place: Span): Block {
  let start = source.indexOf('=', place.start + 1) + 1;
  while (start < place.end && /\s/.test(source[start] ?? '')) start++;
  const quote = source[start] === '"' || source[start] === "'" ? (source[start] as string) : '';
  if (quote !== '') start++;
  const end =
    quote !== '' && source[place.end - 1] === quote && place.end > start
      ? place.end - 1
      : place.end;
  const words = new BlockBuilder();
  addAttributeText(words, source, start, end);
  return { text: words.text(), part: 'data', map: words.map(), encode: encodeAttribute(quote) };
}

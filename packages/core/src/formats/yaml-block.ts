import type { CST, Scalar } from 'yaml';
import type { Edit } from '../finding.js';
import { locate } from '../offset-map.js';
import type { Block } from '../passage.js';
import type { Span } from '../span.js';
import { asIs } from './plain-text.js';
import { blockScalar, flowScalar, type ScalarText } from './yaml-scalar.js';

/** A string scalar as a block that can be edited in its style; undefined where it stands nowhere in the source. */
export function scalarBlock(source: string, node: Scalar, inFlow: boolean): Block | undefined {
  const token = node.srcToken;
  const value = String(node.value);
  if (token === undefined || node.range == null) return undefined;
  const place = { start: node.range[0], end: node.range[1] };
  if (token.type === 'block-scalar') return blockScalarBlock(source, token, place, value);
  const style =
    token.type === 'single-quoted-scalar'
      ? 'single'
      : token.type === 'double-quoted-scalar'
        ? 'double'
        : 'plain';
  const inset = style === 'plain' ? 0 : 1;
  const closed =
    inset === 1 && place.end - place.start > 1 && source[place.end - 1] === source[place.start];
  const read = flowScalar(source, place.start + inset, closed ? place.end - 1 : place.end, style);
  if (read.text !== value) return coarse(value, place);
  const base = { ...read, part: 'body' as const };
  if (style === 'double') return { ...base, encode: encodeDouble };
  const simple =
    style === 'plain'
      ? (text: string) => isSafePlain(text, inFlow)
      : (text: string) => !text.includes('\n');
  const encode = style === 'plain' ? asIs : (text: string) => text.replaceAll("'", "''");
  return {
    ...base,
    encode,
    replace: (span, text) => flowEdits(read, place, simple, encode, span, text),
  };
}

/** A value whose characters could not be traced is shown, but no fix writes in it. */
function coarse(text: string, place: Span): Block | undefined {
  if (text === '') return undefined;
  return {
    text,
    part: 'body',
    map: { text: [0], source: [place.start], sourceEnd: [place.end], textLength: text.length },
    encode: encodeDouble,
    editable: false,
  };
}

/** An edit in place where the scalar's style can hold the new words; else the whole value anew in double quotes. */
function flowEdits(
  read: ScalarText,
  place: Span,
  simple: (text: string) => boolean,
  encode: (text: string) => string,
  span: Span,
  text: string,
): Edit[] {
  const words = read.text.slice(0, span.start) + text + read.text.slice(span.end);
  if (simple(words) && !text.includes('\n'))
    return [{ span: locate(read.map, span), text: encode(text) }];
  return [{ span: place, text: `"${encodeDouble(words)}"` }];
}

/** True when YAML reads the words, written bare, as this very string. */
function isSafePlain(text: string, inFlow: boolean): boolean {
  if (text === '' || text !== text.trim()) return false;
  if (/[\n\r\t]|:(?:\s|$)|\s#|^[-?:](?:\s|$)|^[,[\]{}#&*!|>'"%@`]|^(?:---|\.\.\.)/.test(text))
    return false;
  if (inFlow && /[,[\]{}]/.test(text)) return false;
  return !/^(?:true|false|null|yes|no|on|off|y|n|~|[-+.]?(?:\d|inf|nan).*|<<|=)$/i.test(text);
}

function encodeDouble(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function blockScalarBlock(
  source: string,
  token: CST.BlockScalar,
  place: Span,
  value: string,
): Block | undefined {
  const header = token.props.map((prop) => ('source' in prop ? prop.source : '')).join('');
  const start = token.offset + header.length;
  const folded = header.trimStart().startsWith('>');
  const deepest = indentOf(token.source);
  for (let indent = deepest; indent >= 0; indent--) {
    const read = blockScalar(source, start, start + token.source.length, indent, folded);
    if (read.text === '') return undefined;
    if (read.text !== value.replace(/\n+$/, '')) continue;
    const encode = blockEncoder(' '.repeat(indent), folded);
    return {
      ...read,
      part: 'body',
      encode,
      replace: (span, text) => blockEdits(read, place, value, encode, span, text),
    };
  }
  return coarse(value.trimEnd(), place);
}

function indentOf(body: string): number {
  const line = body.split('\n').find((candidate) => candidate.trim() !== '') ?? '';
  return line.length - line.trimStart().length;
}

function blockEncoder(indent: string, folded: boolean): (text: string) => string {
  return (text) => text.replace(/[ \t]*\n[ \t]*/g, folded ? `\n\n${indent}` : `\n${indent}`);
}

/** A line must not begin with white space that the edit left over: YAML would read it as deeper. */
function blockEdits(
  read: ScalarText,
  place: Span,
  value: string,
  encode: (text: string) => string,
  span: Span,
  text: string,
): Edit[] {
  let { end } = span;
  const atLineStart = span.start === 0 || read.text[span.start - 1] === '\n';
  const words = atLineStart ? text.replace(/^[ \t]+/, '') : text;
  if (atLineStart && (words === '' || words.endsWith('\n')))
    while (/[ \t]/.test(read.text[end] ?? '')) end++;
  const whole = read.text.slice(0, span.start) + words + read.text.slice(end);
  if (whole.trim() !== '' && !/^\s/.test(whole))
    return [{ span: locate(read.map, { start: span.start, end }), text: encode(words) }];
  const tail = /\n*$/.exec(value)?.[0] ?? '';
  return [{ span: place, text: `"${encodeDouble(whole.trim() + tail)}"\n` }];
}

/** Tokens that come in pairs around words. */
export const pairs: ReadonlySet<string> = new Set([
  'strong',
  'emphasis',
  'strikethrough',
  'codeText',
]);

/** The delimiters of such pairs. */
export const sequences: ReadonlySet<string> = new Set([
  'strongSequence',
  'emphasisSequence',
  'strikethroughSequence',
  'codeTextSequence',
]);

/** Tokens that read as they stand. */
export const words: ReadonlySet<string> = new Set([
  'data',
  'codeTextData',
  'literalAutolinkEmail',
  'literalAutolinkHttp',
  'literalAutolinkWww',
]);

/** Where a link or an image leads. */
export const addresses: ReadonlySet<string> = new Set([
  'resourceDestinationString',
  'definitionDestinationString',
]);

/** What shows when the pointer rests on a link. */
export const titles: ReadonlySet<string> = new Set([
  'resourceTitleString',
  'definitionTitleString',
]);

/** Tokens whose words are not prose. */
export const unwanted: ReadonlySet<string> = new Set([
  'referenceString',
  'definitionLabelString',
  'codeFencedFence',
  'gfmFootnoteCall',
  'gfmFootnoteDefinitionLabel',
  'taskListCheck',
]);

/** What a further line needs before it to stay in the same block: quote marks, and spaces for list marks. */
export function prefixOf(source: string, start: number): string {
  const line = source.lastIndexOf('\n', start - 1) + 1;
  const before = source.slice(line, Math.min(start, line + 200));
  const markers = /^(?:[ \t]|[-+*>]|\d{1,9}[.)])*/.exec(before)?.[0] ?? '';
  return markers.replace(/[^>\s]/g, ' ');
}

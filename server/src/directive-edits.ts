import {
  contains,
  type Edit,
  formatOf,
  type Inspection,
  type Passage,
  type Span,
} from '@chaperone/core';

/** Formats whose comments may stand within a line of prose. */
const inline: readonly string[] = ['markdown', 'mdx', 'html', 'vue', 'svelte', 'astro'];

/** True where the format has comments, so that a directive can be written. */
export function takesDirectives(languageId: string): boolean {
  return formatOf(languageId).comment !== undefined;
}

/** The edit that silences a rule for the passage that holds `span`, with its reason; undefined where there is no place for one. */
export function ignoreEdit(
  inspection: Inspection,
  languageId: string,
  text: string,
  span: Span,
  rule: string,
  reason: string,
): Edit | undefined {
  const words = `chaperone: ignore ${rule} reason="${reason.replaceAll('"', "'").replace(/\s+/g, ' ').trim()}"`;
  return directiveEdit(inspection, languageId, text, span, words);
}

/** The edit that writes a directive at the passage that holds `span`; undefined where the format has no place for one. */
export function directiveEdit(
  inspection: Inspection,
  languageId: string,
  text: string,
  span: Span,
  words: string,
): Edit | undefined {
  // Between two passages, a directive speaks of the one that follows.
  const passage =
    inspection.passages.find((candidate) => contains(extentOf(candidate), span)) ??
    inspection.passages.find((candidate) => extentOf(candidate).start >= span.start);
  return passage && formatOf(languageId).annotate?.(text, passage, extentOf(passage), words);
}

function extentOf(passage: Passage): Span {
  return passage.locate({ start: 0, end: passage.text.length });
}

/** The edit that names the document's channel at its top. */
export function channelEdit(
  languageId: string,
  text: string,
  channel: string,
  standing: Span | undefined,
): Edit | undefined {
  const comment = formatOf(languageId).comment?.(`chaperone: channel=${channel}`);
  if (comment === undefined) return undefined;
  const old =
    standing &&
    /^(?:<!--|\{?\/\*|#|\/\/)\s*chaperone:\s*channel/i.test(
      text.slice(standing.start, standing.end),
    )
      ? standing
      : undefined;
  if (old) return { span: old, text: comment };
  const matter = /^---\r?\n[\s\S]*?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  const at = matter ? matter[0].length : 0;
  const eol = lineBreakOf(text);
  return {
    span: { start: at, end: at },
    text: inline.includes(languageId) ? `${comment}${eol}${eol}` : `${comment}${eol}`,
  };
}

function lineBreakOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

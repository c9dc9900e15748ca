import { contains, type Edit, formatOf, type Inspection, type Span } from '@chaperone/core';

/** Formats whose comments may stand within a line of prose. */
const inline: readonly string[] = ['markdown', 'mdx', 'html', 'vue', 'svelte', 'astro'];

/** True where the format has comments, so that a directive can be written. */
export function takesDirectives(languageId: string): boolean {
  return formatOf(languageId).comment !== undefined;
}

/** The edit that silences a rule for the passage that holds `span`, with its reason; undefined where the format has no comments. */
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

/** The edit that writes a directive at the passage that holds `span`. */
export function directiveEdit(
  inspection: Inspection,
  languageId: string,
  text: string,
  span: Span,
  words: string,
): Edit | undefined {
  const comment = formatOf(languageId).comment?.(words);
  if (comment === undefined) return undefined;
  const passage = inspection.passages.find((candidate) =>
    contains(candidate.locate({ start: 0, end: candidate.text.length }), span),
  );
  const whole = passage?.locate({ start: 0, end: passage.text.length }) ?? span;
  // Behind the passage's own words, a comment changes neither list nor table nor quotation.
  if (inline.includes(languageId))
    return { span: { start: whole.end, end: whole.end }, text: ` ${comment}` };
  const line = text.lastIndexOf('\n', whole.start - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(line))?.[0] ?? '';
  return { span: { start: line, end: line }, text: `${indent}${comment}${lineBreakOf(text)}` };
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

import { contains, overlaps, type Span } from '../span.js';

/**
 * A tag of a template language in the words of a block. `open`, `middle` and `close` belong to a condition or a loop;
 * `other` does something else than print (it sets a value, it includes a file). Tags that print are words. Block offsets.
 */
export interface TemplateTag {
  readonly span: Span;
  readonly kind: 'open' | 'middle' | 'close' | 'other';
}

/** Cheap to look for: no tag goes without one of these. */
const marks = /\{[%{#:/a-z]|\*\||<%|%%\[|%\/?[A-Z]|\[(?:if:|else|endif\])/;

/**
 * One alternative for each family: Liquid, Jinja, Twig and Django; Handlebars, Mustache and Go; Mailchimp; ERB and EJS;
 * AMPscript; ActiveCampaign; Campaign Monitor; Smarty and Svelte. Bounded, so that it cannot backtrack far.
 */
const tag = new RegExp(
  [
    '\\{%[-+~]?\\s{0,9}(?<block>\\w{0,40})[^\\n]{0,300}?%\\}',
    '\\{\\{[-~{]?\\s{0,9}(?<curly>[#^/>!]?\\s{0,3}[\\w.-]{0,60})[^{}\\n]{0,200}\\}\\}',
    '\\*\\|(?<star>[A-Z_]{1,30}:?)[^|\\n]{0,200}\\|\\*',
    '<%(?<code>[^=\\n-])[^\\n]{0,300}?%>',
    '%%\\[(?<script>)[^\\n]{0,300}?\\]%%',
    '%(?<percent>/?(?:IF|ELSEIF|ELSE)\\b)[^%\\n]{0,200}%',
    '\\[(?<square>if:|elseif:|else(?=\\])|endif(?=\\]))[^\\][\\n]{0,100}\\]',
    '\\{(?<brace>[#:/@]?(?:if|else|elseif|each|foreach|foreachelse|for|section|while|await|key)\\b)[^{}\\n]{0,200}\\}',
  ].join('|'),
  'g',
);

const blockOpens =
  /^(?:if|unless|for|case|switch|capture|block|raw|verbatim|comment|tablerow|form|paginate|macro|call|filter|autoescape|with|trans|blocktrans|blocktranslate|spaceless|cache|while|ifchanged|ifequal|ifnotequal|embed|apply|sandbox|section|region|dnd_area)$/;
const blockMiddles = /^(?:else|elsif|elif|elseif|when|default|empty|plural)$/;
const goOpens = /^(?:if|with|range|define|block)$/;

/** The tags of a text that print nothing, in order. */
export function templateTags(text: string): readonly TemplateTag[] {
  if (!marks.test(text)) return [];
  const tags: TemplateTag[] = [];
  for (const match of text.matchAll(tag)) {
    const kind = kindOf(match);
    if (kind !== undefined)
      tags.push({ span: { start: match.index, end: match.index + match[0].length }, kind });
  }
  return tags;
}

function kindOf(match: RegExpMatchArray): TemplateTag['kind'] | undefined {
  const { block, curly, star, percent, square, brace } = match.groups ?? {};
  if (block !== undefined) return ofBlock(block);
  if (curly !== undefined) return ofCurly(curly.replace(/\s/g, ''), match[0]);
  if (star !== undefined) return ofStar(star, match[0]);
  if (percent !== undefined)
    return percent.startsWith('/') ? 'close' : percent === 'IF' ? 'open' : 'middle';
  if (square !== undefined)
    return square === 'if:' ? 'open' : square === 'endif' ? 'close' : 'middle';
  if (brace !== undefined)
    return brace.startsWith('/')
      ? 'close'
      : /^(?::|else|elseif|foreachelse)/.test(brace)
        ? 'middle'
        : 'open';
  return 'other';
}

function ofBlock(name: string): TemplateTag['kind'] {
  if (blockOpens.test(name)) return 'open';
  if (blockMiddles.test(name)) return 'middle';
  return name.startsWith('end') ? 'close' : 'other';
}

function ofCurly(name: string, whole: string): TemplateTag['kind'] | undefined {
  if (name === '^' || /^else(?:$|if)/.test(name)) return 'middle';
  if (/^[#^]/.test(name)) return 'open';
  if (name.startsWith('/') || name === 'end') return 'close';
  if (name.startsWith('!')) return 'other';
  return goOpens.test(name) && /\s[^\s}-]/.test(whole.slice(whole.indexOf(name) + name.length))
    ? 'open'
    : undefined;
}

function ofStar(name: string, whole: string): TemplateTag['kind'] | undefined {
  if (name === 'END:') return 'close';
  if (/^ELSE(?:IF)?:?$/.test(name)) return 'middle';
  if (/^(?:IF|IFNOT|INTERESTED|GROUP|FEEDBLOCK|FEEDITEMS|RSSITEMS|DATECOND):$/.test(name))
    return 'open';
  return /^\*\|(?:SET|DEFINE):/.test(whole) ? 'other' : undefined;
}

/**
 * The tags that an edit of `span` has to leave where they are, so that no condition or loop loses one of its ends: all
 * but those whose every part the span holds. In order; block offsets.
 */
export function tagsToKeep(tags: readonly TemplateTag[], span: Span): readonly TemplateTag[] {
  const kept = new Set<TemplateTag>();
  const groups: TemplateTag[][] = [];
  for (const one of tags) {
    if (!overlaps(one.span, span)) continue;
    const group = groups.at(-1);
    if (!contains(span, one.span)) kept.add(one);
    else if (one.kind === 'open') groups.push([one]);
    else if (group === undefined) kept.add(one);
    else {
      group.push(one);
      if (one.kind !== 'close') continue;
      groups.pop();
      // What else it does may matter to what follows.
      if (group.some(({ kind }) => kind === 'other')) for (const part of group) kept.add(part);
    }
  }
  for (const part of groups.flat()) kept.add(part);
  return tags.filter((one) => kept.has(one));
}

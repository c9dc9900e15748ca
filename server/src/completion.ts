import { channels, replyTemplates, replyText, rules } from '@chaperone/core';
import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  type Position,
  TextEdit,
} from 'vscode-languageserver';
import { takesDirectives } from './directive-edits.js';
import { offsetAt, rangeOf } from './positions.js';
import type { Review } from './review.js';
import type { Traits } from './traits.js';

export const triggerCharacters = [':', '='];

/** Directives inside a comment, whole safe replies where a reply begins. */
export function completionsAt(
  review: Review,
  position: Position,
  traits: Traits,
): CompletionItem[] {
  if (review.state !== 'checked') return [];
  const { document } = review;
  const offset = offsetAt(document, position, traits.encoding);
  const line = document.getText().slice(0, offset);
  const before = line.slice(line.lastIndexOf('\n') + 1);
  const directive = /(<!--|\{?\/\*)?[ \t]*chaperone:[ \t]*([^\r\n]*)$/.exec(before);
  if (directive) {
    const [, opening = '', typed = ''] = directive;
    const after = /^[^\r\n]*/.exec(document.getText().slice(offset))?.[0] ?? '';
    return directiveItems(typed, endOfComment(opening, after), offset, review, traits);
  }
  return replyItems(before, offset, review, traits);
}

/** What closes the comment that `opening` began, where the rest of the line does not: an open comment hides all copy below. */
function endOfComment(opening: string, after: string): string {
  const end = { '<!--': '-->', '/*': '*/', '{/*': '*/}' }[opening];
  return end === undefined || after.includes(end) ? '' : ` ${end}`;
}

/** `end` closes the comment after a directive. */
function directiveItems(
  typed: string,
  end: string,
  offset: number,
  review: Review,
  traits: Traits,
): CompletionItem[] {
  if (!takesDirectives(review.languageId)) return [];
  const word = /[\w-]*$/.exec(typed)?.[0] ?? '';
  const range = rangeOf(
    review.document,
    { start: offset - word.length, end: offset },
    traits.encoding,
  );
  const item = (label: string, detail: string, snippet = label): CompletionItem => ({
    label,
    detail,
    kind: CompletionItemKind.Keyword,
    insertTextFormat: traits.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: TextEdit.replace(
      range,
      (traits.snippets ? snippet : snippet.replace(/\$\{\d+:?([^}]*)\}/g, '$1')) + end,
    ),
  });
  if (/^ignore\s+[\w-]*$/.test(typed))
    return rules.map((rule) =>
      item(rule.id, rule.title, `${rule.id} reason="${slot(1, 'why this is fine')}"`),
    );
  if (/^channel\s*=\s*[\w-]*$/.test(typed))
    return channels.map((channel) => item(channel, 'Where this copy will appear'));
  if (/\s/.test(typed)) return [];
  return [
    item('channel=', 'Say where this copy will appear', `channel=${slot(1, 'review-reply')}`),
    item(
      'ignore',
      'Silence one rule here, with a reason',
      `ignore ${slot(1, 'rule')} reason="${slot(2, 'why this is fine')}"`,
    ),
    item(
      'authorized',
      'A signed authorization covers this passage',
      `authorized id=${slot(1, 'A-1')} channels=${slot(2, 'web')} expires=${slot(3, '2027-01-31')}`,
    ),
    item('synthetic', 'The person in this text is made up'),
    item('templates', 'This file is a library of approved replies'),
    item('end', 'End of what an authorization covers'),
  ];
}

/** A place in a snippet to fill in. */
function slot(number: number, words: string): string {
  return `\${${number}:${words}}`;
}

function replyItems(
  before: string,
  offset: number,
  review: Review,
  traits: Traits,
): CompletionItem[] {
  if (review.state !== 'checked') return [];
  const typed = /^[ \t>*-]*(\p{L}*)$/u.exec(before)?.[1];
  if (typed === undefined) return [];
  const { channel, known } = review.inspection.channel;
  const asksForReply =
    typed.length > 1 &&
    ['reply', 'safe', 'response'].some((word) => word.startsWith(typed.toLowerCase()));
  if (channel !== 'review-reply' && (known || !asksForReply)) return [];
  const range = rangeOf(
    review.document,
    { start: offset - typed.length, end: offset },
    traits.encoding,
  );
  return replyTemplates.map((template, index) => {
    const text = replyText(template, review.choice.profile);
    return {
      label: `Safe reply: ${template.title}`,
      kind: CompletionItemKind.Text,
      detail: 'Tells readers nothing about anyone',
      documentation: text,
      filterText: `${typed} reply safe response ${text}`,
      sortText: `~${index}`,
      textEdit: TextEdit.replace(range, text),
    };
  });
}

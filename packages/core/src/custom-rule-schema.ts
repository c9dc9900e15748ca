import * as v from 'valibot';
import { channels, severities, strictnesses } from './channel.js';

const severity = v.picklist(severities);
const perChannel = v.strictObject(v.entriesFromList(channels, v.optional(severity)));
const perChannelOrOff = v.strictObject(
  v.entriesFromList(channels, v.optional(v.picklist([...severities, 'off']))),
);
const line = v.pipe(v.string(), v.trim(), v.nonEmpty());
const names = v.array(line);
const parts = v.picklist([
  'body',
  'heading',
  'quote',
  'alt-text',
  'subject',
  'recipients',
  'comment',
  'data',
]);

const condition = v.strictObject({
  within: v.picklist(['sentence', 'passage', 'document']),
  in: v.optional(v.array(parts)),
  all: v.pipe(names, v.minLength(1)),
  any: v.optional(names),
  unless: v.optional(names),
  mark: line,
  escalate: v.optional(v.strictObject({ any: names, to: severity })),
  atMost: v.optional(severity),
  message: v.optional(line),
});
const conditions = v.lazy((input) =>
  Array.isArray(input) ? v.pipe(v.array(condition), v.minLength(1)) : condition,
);
const rewrite = v.strictObject({
  title: line,
  replace: v.picklist(['sentence', 'mark', 'passage', 'reply', 'words', 'label']),
  with: v.string(),
  where: v.optional(v.pipe(names, v.minLength(1))),
  channels: v.optional(v.array(v.picklist(channels))),
  in: v.optional(v.array(parts)),
  tone: v.optional(v.picklist(['praise', 'criticism'])),
  safe: v.optional(v.boolean()),
});
const insertion = v.strictObject({ title: line, insert: v.literal('authorization') });
const fix = v.lazy((input) => (isObject(input) && 'insert' in input ? insertion : rewrite));
const example = v.lazy((input) =>
  typeof input === 'string'
    ? line
    : v.strictObject({ channel: v.picklist(channels), text: line, languageId: v.optional(line) }),
);

/** An agency's rule as it stands in YAML: the same data as the built-in rules. */
export const customRuleSchema = v.strictObject({
  id: v.pipe(line, v.regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)),
  title: line,
  law: v.optional(names, []),
  why: line,
  severity: v.pipe(
    perChannel,
    v.check((table) => Object.keys(table).length > 0),
  ),
  standard: v.optional(perChannelOrOff),
  lenient: v.optional(perChannelOrOff),
  strictness: v.optional(v.picklist(strictnesses)),
  phrases: v.optional(names),
  when: conditions,
  message: line,
  fixes: v.pipe(v.array(fix), v.minLength(1)),
  examples: v.strictObject({
    violating: v.pipe(v.array(example), v.minLength(1)),
    clean: v.pipe(v.array(example), v.minLength(1)),
  }),
});

function isObject(input: unknown): input is Record<string, unknown> {
  return typeof input === 'object' && input !== null;
}

import { channels, profileSchema, rules, severities, strictnesses } from '@chaperone/core';

const texts = (description) => ({ type: 'array', items: { type: 'string' }, description });
const severity = { enum: [...severities, 'off'] };
const channelSeverities = {
  type: 'object',
  description:
    'How bad it is, by where the copy appears. A place that is not named is a place where the rule is silent.',
  properties: Object.fromEntries(channels.map((channel) => [channel, { enum: [...severities] }])),
  additionalProperties: false,
};
const condition = {
  type: 'object',
  required: ['within', 'all', 'mark'],
  additionalProperties: false,
  properties: {
    within: {
      enum: ['sentence', 'passage', 'document'],
      description: 'How close together the signals must stand.',
    },
    in: {
      type: 'array',
      items: {
        enum: ['body', 'heading', 'quote', 'alt-text', 'subject', 'recipients', 'comment', 'data'],
      },
      description: 'The parts of a document to look at.',
    },
    all: texts('Signals that must all be there. "phrase" stands for the phrases of this rule.'),
    any: texts('Signals of which one must be there.'),
    unless: texts('Signals that make the rule silent.'),
    mark: { type: 'string', description: 'The signal whose words are underlined.' },
    escalate: {
      type: 'object',
      required: ['any', 'to'],
      additionalProperties: false,
      properties: { any: texts('Signals that make it worse.'), to: { enum: [...severities] } },
    },
  },
};
const customRule = {
  type: 'object',
  required: ['id', 'title', 'why', 'severity', 'when', 'message', 'fixes', 'examples'],
  properties: {
    id: {
      type: 'string',
      pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
      description: 'A name in lower case with hyphens. It must not be one of the built-in rules.',
    },
    title: { type: 'string', description: 'What the copy does, for whoever signs off.' },
    why: { type: 'string', description: 'Why it is a risk.' },
    standard: { type: 'object', description: 'Other severities, or off, at level standard.' },
    lenient: { type: 'object', description: 'Other severities, or off, at level lenient.' },
    law: texts('Ids of authorities.'),
    severity: channelSeverities,
    strictness: {
      enum: [...strictnesses],
      description: 'The mildest level at which the rule speaks.',
    },
    phrases: texts('Words that only this rule looks for.'),
    when: {
      anyOf: [condition, { type: 'array', items: condition }],
      description: 'What must come together for a finding.',
    },
    message: { type: 'string', description: 'One sentence: what a reader of the copy learns.' },
    fixes: {
      type: 'array',
      description: 'Ways out, the best first.',
      items: { type: 'object', required: ['title'] },
    },
    examples: {
      type: 'object',
      required: ['violating', 'clean'],
      properties: {
        violating: {
          type: 'array',
          minItems: 1,
          description: 'Copy that must be found, with the words to underline between « and ».',
        },
        clean: { type: 'array', minItems: 1, description: 'Copy that must stay silent.' },
      },
    },
  },
};

const base = profileSchema();

/** The JSON Schema of chaperone.yaml: core's own, with each rule and the shape of a rule of one's own spelled out. */
export const schema = {
  ...base,
  description:
    'Who the people of a practice are, and how strict its counsel is. Everything is optional.',
  properties: {
    ...base.properties,
    rules: {
      type: 'object',
      description: base.properties.rules.description,
      properties: Object.fromEntries(
        rules.map(({ id, title }) => [id, { ...severity, description: title }]),
      ),
      additionalProperties: severity,
    },
    customRules: { ...base.properties.customRules, items: customRule },
  },
};

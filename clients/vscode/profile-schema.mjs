import { channels, defaultProfile, rules, severities, strictnesses } from '@chaperone/core';

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

const properties = {
  name: { type: 'string', description: 'What the practice is called in its copy.' },
  staff: texts(
    'Your own people, as your copy names them. They are never a finding. Never list a patient.',
  ),
  handles: texts('Your own social media accounts, with the @.'),
  partners: texts('Accounts of others that you may mention, such as a manufacturer or a charity.'),
  phones: texts('Your own phone numbers.'),
  domains: texts('Your own web and e-mail domains.'),
  addresses: texts('Your own street addresses.'),
  strictness: {
    enum: [...strictnesses],
    default: defaultProfile.strictness,
    description:
      'How much to point out. strict points out every public reply; lenient only what clearly reveals something.',
  },
  jurisdiction: {
    type: 'array',
    items: { enum: ['us', 'us-ca', 'us-tx', 'us-wa', 'us-ftc', 'eu'] },
    description: 'Whose law is cited. Never turns a rule off.',
  },
  channels: {
    type: 'object',
    description: 'Where copy will appear, by file name pattern; the first that matches wins.',
    additionalProperties: { enum: [...channels] },
  },
  rules: {
    type: 'object',
    description: 'Rules that count for more or less in this practice, or are off.',
    properties: Object.fromEntries(
      rules.map(({ id, title }) => [id, { ...severity, description: title }]),
    ),
    additionalProperties: severity,
  },
  customRules: { type: 'array', description: "The practice's own rules.", items: customRule },
};

/** The JSON Schema of chaperone.yaml. Its keys are those of core's profile; its lists are core's. */
export const profileSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Chaperone practice profile',
  description:
    'Who the people of a practice are, and how strict its counsel is. Everything is optional.',
  type: 'object',
  additionalProperties: false,
  properties,
};

const missing = Object.keys(defaultProfile).filter((key) => !(key in properties));
if (missing.length > 0)
  throw new Error(
    `profile-schema.mjs does not describe ${missing.join(', ')} of core's practice profile`,
  );

import { explain } from './explain.js';
import { macros } from './lexicon/macros.js';
import type { Rule } from './rule.js';
import { rules } from './rules/index.js';
import { allSignals } from './signals/index.js';
import { tagNames } from './tag.js';

/** docs/rules.md: every rule as `explain` prints it, then what a custom rule may use. */
export function rulesPage(): string {
  return [
    introduction,
    contents(),
    ...families.map(familySection),
    phraseLanguage,
    signalList(),
  ].join('\n');
}

interface Family {
  readonly title: string;
  readonly ids: readonly string[];
}

const families: readonly Family[] = [
  {
    title: 'Replies to reviews and comments',
    ids: rules.filter(({ id }) => id.startsWith('reply-')).map(({ id }) => id),
  },
  {
    title: 'Outreach',
    ids: [
      'public-thanks-after-visit',
      'public-checkin-on-patient',
      'public-appointment-talk',
      'tag-or-mention-patient',
      'patient-shoutout',
      'dm-treatment-detail',
    ],
  },
  {
    title: 'Stories and testimonials',
    ids: [
      'name-with-treatment',
      'case-story-identifiable',
      'testimonial-without-authorization',
      'repost-review-as-marketing',
      'relative-or-employer-identifies',
    ],
  },
  {
    title: 'Pictures and captions',
    ids: [
      'before-after-without-authorization',
      'distinctive-feature',
      'image-metadata-identifies',
      'live-or-behind-the-scenes',
    ],
  },
  {
    title: 'Identifiers',
    ids: [
      'exact-date-of-service',
      'age-over-89',
      'small-geography',
      'contact-identifier',
      'record-or-account-number',
    ],
  },
  {
    title: 'Newsletters and e-mail',
    ids: [
      'cc-patient-list',
      'subject-line-reveals-care',
      'merge-field-treatment',
      'list-basis-reveals-care',
      'patient-list-leak',
    ],
  },
  { title: 'Insinuation and celebrities', ids: ['celebrity-client', 'coy-insinuation'] },
  { title: 'Staff and notes', ids: ['internal-note-leak', 'staff-day-story', 'staff-as-patient'] },
  {
    title: 'Consent',
    ids: ['weak-consent-claim', 'authorization-incomplete', 'waiver-by-posting'],
  },
  {
    title: 'Asking for reviews',
    ids: [
      'review-request-reveals-care',
      'review-gating',
      'incentivized-review',
      'review-suppression',
      'insider-review',
    ],
  },
  { title: 'Trackers', ids: ['tracker-on-patient-page'] },
];

const introduction = `# Rules

<!-- Written by \`pnpm docs\` from packages/core/src/rules. Change the rules, not this page. -->

What Chaperone looks for, why, what it rests on, and how to write it instead. Words in bold are what it underlines.
Chaperone flags wording risks. It gives no legal advice and certifies nothing; your counsel decides.

A finding is an **error** (a reader learns that somebody is a patient, or more), a **warning**, an **info** or a **hint**.
The level is your counsel's choice: **strict** (no public reply at all; the default), **standard** (template replies are fine),
**lenient** (advice for editors). A practice turns a rule up, down or off under \`rules:\` in chaperone.yaml.
`;

function contents(): string {
  const lines = families.flatMap(({ title, ids }) => [
    `- ${title}`,
    ...known(ids).map((rule) => `  - [${rule.id}](#${rule.id}): ${rule.title}`),
  ]);
  return `${lines.join('\n')}\n- [The phrase language](#the-phrase-language)\n- [Signals](#signals)\n`;
}

function familySection({ title, ids }: Family): string {
  return [`# ${title}`, '', ...known(ids).map((rule) => explain(rule))].join('\n');
}

function known(ids: readonly string[]): Rule[] {
  return ids.flatMap((id) => rules.find((rule) => rule.id === id) ?? []);
}

const phraseLanguage = `# Rules of your own

A rule under \`customRules:\` in chaperone.yaml is the same data as the rules above. Its examples are run whenever the
profile is read; a rule whose examples fail is refused, with the reason beside the line.

\`\`\`yaml
customRules:
  - id: luma-pet-names
    title: The reply uses a pet name for a client
    why: Counsel reads our pet names as confirming that the person is a client.
    severity: { review-reply: warning }
    phrases: [lovebug, Luma babe]
    when: { within: sentence, all: [phrase], mark: phrase }
    message: This reply uses a name we only give to clients.
    fixes: [{ title: Say it to anyone, replace: sentence, with: Thank you for the kind words! }]
    examples: { violating: ['Love you too, «lovebug»!'], clean: ['Thank you for the kind words!'] }
\`\`\`

\`when\` names signals: \`all\` must be there, one of \`any\`, none of \`unless\`, within a \`sentence\`, \`passage\` or \`document\`;
the match of \`mark\` is underlined. \`phrase\` means the rule's own phrases.

## The phrase language

| write | it matches |
|---|---|
| \`thank you so? much?\` | the words; \`?\` makes the one before it optional |
| \`(coming in\\|stopping by)\` | one of these, of one or several words |
| \`thanks\\|thank\` | one of these words |
| \`visit~\` | any form: visit, visits, visited, visiting |
| \`<treatment>\` | one or more words that carry this tag; \`<treatment\\|body>\` either |
| \`{thanks}\` | a macro: many ways to say one thing |
| \`..\` or \`..3\` | up to 4 (or up to 3) words, within the clause |
| \`^\` and \`$\` | the start and the end of a sentence |
| \`«coming in»\` | only these words are the match |
| \`!you\` | one word that is none of these; \`!and\\|<name>\` nor carries this tag |

Tags: ${tagNames.map((name) => `\`<${name}>\``).join(', ')}.

Macros: ${Object.keys(macros)
  .map((name) => `\`{${name}}\``)
  .join(', ')}.
`;

function signalList(): string {
  const rows = Object.entries(allSignals)
    .sort(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([name, { describes }]) => `| \`${name}\` | ${describes.replaceAll('|', '\\|')} |`);
  return `## Signals\n\n| signal | it finds |\n|---|---|\n${rows.join('\n')}\n`;
}

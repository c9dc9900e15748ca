import { type Channel, channels, type Strictness, strictnesses } from './channel.js';
import { findingsIn, markedCopy } from './examples.js';
import { applyFix } from './finding.js';
import { filled } from './fixes.js';
import { severityOf } from './judge.js';
import { type Authority, lawOf } from './law.js';
import { defaultProfile, type PracticeProfile } from './profile.js';
import type { Example, FixTemplate, Rule } from './rule.js';

/** The day on which the examples on a page are computed: a page must not change with the calendar. */
const day = '2026-11-24';

/** A practice for the examples: rewrites need its name and its number. */
const practice: PracticeProfile = {
  ...defaultProfile,
  name: 'Luma Aesthetics',
  staff: ['Dr. Smith', 'Dr. Anaya Patel', 'Nurse Kelly', 'Marcus', 'Bri', 'Dana Cole LE'],
  handles: ['@lumaaesthetics', '@drsmithmd'],
  partners: ['@galderma', '@planochamber', '@planofoodbank', '@planophotoco'],
  phones: ['(555) 010-0142'],
  domains: ['lumaaesthetics.example'],
  addresses: ['210 Ash Street, Plano TX'],
};

/** The practice of all examples and the day on which they are run. */
export const examplePractice = { profile: practice, today: day } as const;

/**
 * A rule as Markdown: docs/rules.md, the hover, the task pane and `chaperone explain` all print this. The heading is the
 * rule's id, so that it is the anchor too. With `jurisdictions` (as in a profile) their law is added.
 */
export function explain(rule: Rule, jurisdictions: readonly string[] = ['us']): string {
  const sections = [
    `## ${rule.id}`,
    `**${plain(rule.title)}.**`,
    plain(rule.message),
    `**Why.** ${plain(rule.why)}`,
    law(lawOf(rule, jurisdictions)),
    `**How severe**\n\n${severityTable(rule)}`,
    waysOut(rule.fixes),
    violating(rule),
    clean(rule),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

/** What a channel is called in running text. */
export const channelTitles: Readonly<Record<Channel, string>> = {
  'review-reply': 'review reply',
  'social-post': 'social post',
  'direct-message': 'direct message',
  newsletter: 'newsletter',
  'web-page': 'web page',
  'internal-draft': 'internal draft',
};

function law(authorities: readonly Authority[]): string {
  if (authorities.length === 0) return '';
  const lines = authorities.map(
    ({ cite, says, url, kind }) =>
      `- ${kind === 'case' ? 'Case: ' : ''}[${plain(cite)}](${url.replaceAll('(', '%28').replaceAll(')', '%29')}): ${plain(says)}`,
  );
  return `**Law and cases**\n\n${lines.join('\n')}`;
}

function severityTable(rule: Rule): string {
  const used = channels.filter((channel) => rule.severity[channel]);
  const row = (level: Strictness) =>
    `| ${level} | ${used.map((channel) => severityOf({ ...rule }, channel, level, defaultProfile)).join(' | ')} |`;
  return [
    `| level | ${used.map((channel) => channelTitles[channel]).join(' | ')} |`,
    `|---|${used.map(() => '---|').join('')}`,
    ...strictnesses.map(row),
  ].join('\n');
}

function waysOut(fixes: readonly FixTemplate[]): string {
  if (fixes.length === 0) return '';
  const lines = fixes.map((fix) => {
    if ('insert' in fix)
      return `- ${plain(fix.title)}: a comment with the id of the signed form, where the copy may appear and until when`;
    const words = fix.with === '' ? '' : `: "${plain(filled(fix.with, practice))}"`;
    return `- ${plain(fix.title)}${words}${fix.safe ? ' (safe without a look, where it fits)' : ''}`;
  });
  return `**Ways out**\n\n${[...new Set(lines)].join('\n')}`;
}

function violating(rule: Rule): string {
  if (rule.examples.violating.length === 0) return '';
  const rows = rule.examples.violating.map((example) => {
    const copy = markedCopy(rule, example);
    return `| ${channelTitles[copy.channel]} | ${cell(emphasized(example))} | ${cell(plain(rewritten(rule, example)))} |`;
  });
  return `**What it finds**\n\n| where | copy | after the first fix |\n|---|---|---|\n${rows.join('\n')}`;
}

/** What the rule's preferred fix makes of an example; the example itself when it has no fix there. */
function rewritten(rule: Rule, example: Example): string {
  const copy = markedCopy(rule, example);
  const fix = findingsIn(copy, rule, practice, day)[0]?.fixes[0];
  if (!fix) return '';
  const text = applyFix(copy.text, fix).trim();
  return text === '' ? '(nothing: the sentence goes)' : text;
}

function clean(rule: Rule): string {
  if (rule.examples.clean.length === 0) return '';
  const rows = rule.examples.clean.map((example) => {
    const copy = markedCopy(rule, example);
    return `| ${channelTitles[copy.channel]} | ${cell(plain(copy.text))} |`;
  });
  return `**What it leaves alone**\n\n| where | copy |\n|---|---|\n${rows.join('\n')}`;
}

/** The example with the marked words in bold. */
function emphasized(example: Example): string {
  const text = typeof example === 'string' ? example : example.text;
  return text
    .split(/(«[^»]*»)/)
    .map((piece) =>
      piece.startsWith('«') ? `**${plain(piece.slice(1, -1)).trim()}**` : plain(piece),
    )
    .join('');
}

/** Words as Markdown that shows them letter for letter. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&');
}

function cell(text: string): string {
  return text.replace(/\r?\n/g, '<br>');
}

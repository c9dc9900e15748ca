import { isHeldOut } from './corpus.js';
import { type Outcome, scoreOf } from './measure.js';

/** A Markdown table of what was found and what stayed silent, by channel or by file. */
export function tableOf(outcomes: readonly Outcome[], by: 'channel' | 'file' = 'channel'): string {
  const groups = [...new Set(outcomes.map(({ text }) => text[by]))].sort();
  const rows = groups.map((name) =>
    row(
      name,
      outcomes.filter(({ text }) => text[by] === name),
    ),
  );
  return [
    `| ${by} | texts | passages found | under another rule | risky texts noticed | clean texts silent |`,
    '|---|---:|---:|---:|---:|---:|',
    ...rows,
    ...(groups.length > 1 ? [row('all', outcomes)] : []),
  ].join('\n');
}

function row(name: string, outcomes: readonly Outcome[]): string {
  const score = scoreOf(outcomes);
  const cells = [
    score.texts,
    share(score.found, score.marks),
    score.misnamed,
    share(score.noticed, score.violating),
    share(score.silent, score.clean),
  ];
  return `| ${name} | ${cells.join(' | ')} |`;
}

/** The page docs/accuracy.md. */
export function accuracyPage(outcomes: readonly Outcome[]): string {
  const heldOut = outcomes.filter(({ text }) => isHeldOut(text.id));
  const others = outcomes.filter(({ text }) => !isHeldOut(text.id));
  return `# How accurate Chaperone is

Produced by \`pnpm --filter @chaperone/training accuracy\`; do not edit by hand.

The command runs the same \`check\` that every editor runs, at level standard, over the labelled copy in
[corpus/](../corpus/README.md). All of that copy was written for this project; no patient, practice or review in it
is real.

- **Passages found**: risky passages that a warning or an error underlines, at least in part, under a rule that fits.
- **Under another rule**: passages that are underlined, but under a rule that is not among those that fit. They do not
  count as found.
- **Risky texts noticed**: texts with a risky passage that show at least one warning.
- **Clean texts silent**: texts without a risky passage that show no warning at all.

## The fifth that was kept aside

Every fifth text, chosen by a hash of its id, is kept aside: nobody looks at it while writing rules, and nothing
is trained on it. These are the figures to go by.

${tableOf(heldOut)}

By kind of copy:

${tableOf(heldOut, 'file')}

## The four fifths that rules were written from

Better than the truth, since the rules have seen these texts.

${tableOf(others)}

## Ordinary clinic copy

Pages, posts and newsletters that a clinic writes every day and that must stay silent.

${ordinaryTable(heldOut, others)}

How the learned part of this comes about, and where it ends: [learned-signal.md](learned-signal.md).
`;
}

function ordinaryTable(heldOut: readonly Outcome[], others: readonly Outcome[]): string {
  const line = (name: string, outcomes: readonly Outcome[]) => {
    const { words, findings, clean, silent } = scoreOf(
      outcomes.filter(({ text }) => text.file.startsWith('ordinary')),
    );
    return `| ${name} | ${words} | ${findings} | ${words === 0 ? '-' : ((findings * 1000) / words).toFixed(2)} | ${share(silent, clean)} |`;
  };
  return [
    '| part | words | findings | per 1,000 words | texts silent |',
    '|---|---:|---:|---:|---:|',
    line('kept aside', heldOut),
    line('the rest', others),
  ].join('\n');
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((part * 100) / whole).toFixed(1)} % (${part}/${whole})`;
}

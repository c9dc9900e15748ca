import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { channels } from '@chaperone/core';
import { type CorpusText, isHeldOut, readCorpus } from './corpus.js';
import { type Outcome, outcomeOf, scoreOf } from './measure.js';
import { accuracyPage, tableOf } from './report.js';

const usage = `Measures the real check over the labelled corpus at level standard.

  --held-out     only the fifth that is kept aside
  --train        only the other four fifths (the default with --list)
  --all          everything
  --channel X    only one channel (review-reply, social-post, direct-message, newsletter, web-page, internal-draft)
  --file X       only one file of the corpus (replies-owner)
  --list         what was missed and what was flagged in clean copy
Without options it writes docs/accuracy.md.`;

const { values: options } = parseArgs({
  options: {
    'held-out': { type: 'boolean' },
    train: { type: 'boolean' },
    all: { type: 'boolean' },
    channel: { type: 'string' },
    file: { type: 'string' },
    list: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});

if (options.help) console.log(usage);
else if (options.channel && !(channels as readonly string[]).includes(options.channel)) {
  console.error(`There is no channel "${options.channel}".\n\n${usage}`);
  process.exitCode = 2;
} else if (Object.keys(options).length === 0) writePage();
else print();

function writePage(): void {
  const page = accuracyPage(readCorpus().map((text) => outcomeOf(text)));
  writeFileSync(fileURLToPath(new URL('../../../docs/accuracy.md', import.meta.url)), page);
  console.log(page);
}

function print(): void {
  const outcomes = readCorpus()
    .filter(isAskedFor)
    .map((text) => outcomeOf(text));
  if (options.list) list(outcomes);
  console.log(`${tableOf(outcomes)}\n\n${tableOf(outcomes, 'file')}`);
  const { stray } = scoreOf(outcomes);
  console.log(`\nBeside the marked words, in violating texts: ${stray} findings`);
}

function isAskedFor(text: CorpusText): boolean {
  if (options.channel && text.channel !== options.channel) return false;
  if (options.file && text.file !== options.file) return false;
  if (options['held-out']) return isHeldOut(text.id);
  return options.all || (!options.train && !options.list) || !isHeldOut(text.id);
}

function list(outcomes: readonly Outcome[]): void {
  for (const { text, findings, missed, misnamed, stray } of outcomes) {
    const words = ({ start, end }: { start: number; end: number }) =>
      JSON.stringify(text.text.slice(start, end));
    for (const mark of missed) {
      const said = findings.filter(
        ({ span }) => span.start < mark.span.end && mark.span.start < span.end,
      );
      console.log(
        `${misnamed.includes(mark) ? 'OTHER' : 'MISS '} ${text.id} ${text.channel} ${mark.rules.join('|')} : ${mark.words}${said.map(({ rule }) => ` -> ${rule}`).join('')}`,
      );
    }
    for (const { rule, span } of text.clean ? findings : [])
      console.log(`FALSE ${text.id} ${text.channel} ${rule} : ${words(span)}`);
    for (const { rule, span } of text.clean ? [] : stray)
      console.log(`STRAY ${text.id} ${text.channel} ${rule} : ${words(span)}`);
  }
}

import { channels, severities, strictnesses } from '@chaperone/core';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { CheckCall } from './commands/check.js';
import { addOthers } from './program-commands.js';
import {
  colorOption,
  documentOptions,
  given,
  languageOption,
  noColorOption,
} from './program-options.js';
import { type ReportName, reportNames } from './reports/index.js';
import { version } from './version.js';

/** Hands a command's exit code to the caller of `createProgram`. */
export type Finish = (code: number) => void;

/** The command line. Every command loads its code when it is called. `cwd` is the folder that paths are relative to. */
export function createProgram(cwd: string, finish: Finish): Command {
  const program = new Command('chaperone')
    .description(
      'Finds patient-privacy risk in medical marketing copy. No text leaves this machine.',
    )
    .version(version)
    .helpCommand(true)
    .showHelpAfterError('(chaperone --help says what there is)')
    .exitOverride();
  addCheck(program, cwd, finish);
  addOthers(program, cwd, finish);
  return program;
}

function addCheck(program: Command, cwd: string, finish: Finish): void {
  program
    .command('check')
    .description('check files, folders or patterns')
    .argument('[targets...]', 'files, folders or patterns in quotation marks')
    .addOption(
      new Option('-f, --format <name>', 'how to report').choices(reportNames).default('pretty'),
    )
    .option('-o, --output <file>', 'write the report to a file')
    .option(
      '--report <format=file>',
      'write a further report to a file (repeatable)',
      collectReport,
      [],
    )
    .addOption(
      new Option(
        '--channel <name>',
        'where the copy will appear; else each file says or shows it',
      ).choices(channels),
    )
    .addOption(
      new Option('--level <name>', 'how much to report; else the profile says it').choices(
        strictnesses,
      ),
    )
    .addOption(languageOption())
    .option('--context <text>', 'the review that is being answered')
    .option('--profile <file>', 'this profile for every file, not the nearest chaperone.yaml')
    .option('--stdin', 'check standard input')
    .option('--stdin-filename <name>', 'the name standard input would have as a file')
    .option(
      '--batch <file.jsonl>',
      'check one {id, text} a line and print one {id, findings} a line; - is standard input',
    )
    .option(
      '--files-from <file>',
      'read further names from a file, one a line; - is standard input',
    )
    .option('--since <revision>', 'only the lines changed since a git revision')
    .option('--fix', 'apply the fixes that are right without a person looking')
    .option('--suggested', 'with --fix: also each finding’s preferred rewrite')
    .option('--dry-run', 'with --fix: print the changes as a diff and write nothing')
    .option('--baseline [file]', 'report only findings that this baseline does not know')
    .option('--update-baseline [file]', 'write all present findings to the baseline')
    .addOption(
      new Option('--fail-on <severity>', 'the mildest finding that makes the exit code 1')
        .choices([...severities, 'never'])
        .default('error'),
    )
    .option('--cache', 'skip files that were clean and have not changed')
    .option('--cache-location <folder>', 'where the cache stands')
    .option('--no-ignore', 'check what .gitignore and .chaperoneignore leave out')
    .option('--show-text', 'show the flagged words in the formats that travel')
    .option('-q, --quiet', 'list errors and warnings only')
    .option('-v, --verbose', 'also list clean files and what was left out')
    .addOption(colorOption())
    .addOption(noColorOption())
    .addHelpText('after', examples)
    .action(async (targets: string[], options: CheckOptions) => {
      const document = await documentOptions(options);
      if (options.batch !== undefined) {
        const { checkBatch } = await import('./commands/check-batch.js');
        finish(
          await checkBatch({
            cwd,
            batch: options.batch,
            document,
            failOn: options.failOn,
            ...given({ profile: options.profile }),
          }),
        );
        return;
      }
      const { checkCommand } = await import('./commands/check.js');
      finish(await checkCommand(checkCall(cwd, targets, document, options)));
    });
}

/** What a call says of the documents it is about. */
export interface DocumentCall {
  channel?: (typeof channels)[number];
  level?: (typeof strictnesses)[number];
  lang?: string;
  context?: string;
}

interface CheckOptions extends DocumentCall {
  format: ReportName;
  output?: string;
  report: CheckCall['reports'];
  profile?: string;
  stdin?: true;
  stdinFilename?: string;
  batch?: string;
  filesFrom?: string;
  since?: string;
  fix?: true;
  suggested?: true;
  dryRun?: true;
  baseline?: string | true;
  updateBaseline?: string | true;
  failOn: CheckCall['failOn'];
  cache?: true;
  cacheLocation?: string;
  ignore: boolean;
  showText?: true;
  quiet?: true;
  verbose?: true;
  color?: boolean;
}

function checkCall(
  cwd: string,
  targets: readonly string[],
  document: CheckCall['document'],
  options: CheckOptions,
): CheckCall {
  return {
    cwd,
    targets,
    format: options.format,
    reports: options.report,
    document,
    stdin: options.stdin ?? false,
    fix: options.fix ?? false,
    suggested: options.suggested ?? false,
    dryRun: options.dryRun ?? false,
    failOn: options.failOn,
    cache: options.cache ?? false,
    ignoreFiles: options.ignore,
    showText: options.showText ?? false,
    verbose: options.verbose ?? false,
    quiet: options.quiet ?? false,
    ...given({
      output: options.output,
      profile: options.profile,
      stdinFilename: options.stdinFilename,
      filesFrom: options.filesFrom,
      since: options.since,
      baseline: options.baseline,
      updateBaseline: options.updateBaseline,
      cacheLocation: options.cacheLocation,
      color: options.color,
    }),
  };
}

function collectReport(value: string, before: CheckCall['reports']): CheckCall['reports'] {
  const [name, file] = [value.slice(0, value.indexOf('=')), value.slice(value.indexOf('=') + 1)];
  const format = reportNames.find((each) => each === name);
  if (format === undefined || file === '') {
    throw new InvalidArgumentError(
      `Give a format and a file, such as sarif=chaperone.sarif. The formats are ${reportNames.join(', ')}.`,
    );
  }
  return [...before, { format, file }];
}

const examples = `
Examples:
  chaperone check replies/ "posts/**/*.md"
  chaperone check draft.md --channel review-reply --level standard
  chaperone check . --since main --format github
  chaperone check site --fix --dry-run

Exit codes: 0 clean, 1 findings, 2 the call or a file was bad, 3 Chaperone itself failed.`;

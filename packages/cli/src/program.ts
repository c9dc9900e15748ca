import { channels, severities, strictnesses } from '@chaperone/core';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import type { CheckCall } from './commands/check.js';
import { CallError } from './exit.js';
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

interface CheckOptions {
  format: ReportName;
  output?: string;
  report: CheckCall['reports'];
  channel?: (typeof channels)[number];
  level?: (typeof strictnesses)[number];
  lang?: string;
  context?: string;
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

function addOthers(program: Command, cwd: string, finish: Finish): void {
  program
    .command('explain')
    .description('explain a rule, or what is and is not flagged on a line')
    .argument('<rule or file:line>', 'reply-thanks-for-visit, or replies/jane.md:12')
    .addOption(new Option('--channel <name>', 'where the copy will appear').choices(channels))
    .addOption(new Option('--level <name>', 'how much to report').choices(strictnesses))
    .addOption(languageOption())
    .option('--profile <file>', 'this profile, not the nearest chaperone.yaml')
    .addOption(colorOption())
    .addOption(noColorOption())
    .action(async (subject: string, options: CheckOptions) => {
      const { explainCommand } = await import('./commands/explain.js');
      const document = await documentOptions(options);
      finish(
        await explainCommand({
          cwd,
          subject,
          document,
          ...given({ profile: options.profile, color: options.color }),
        }),
      );
    });
  const rules = program.command('rules').description('list the rules, or test the practice’s own');
  rules
    .command('list', { isDefault: true })
    .description('list all rules with their severities')
    .addOption(
      new Option('-f, --format <name>', 'how to list')
        .choices(['pretty', 'json'])
        .default('pretty'),
    )
    .option('--profile <file>', 'this profile, not the nearest chaperone.yaml')
    .addOption(colorOption())
    .addOption(noColorOption())
    .action(async (options: { format: 'pretty' | 'json'; profile?: string; color?: boolean }) => {
      const { rulesCommand } = await import('./commands/rules.js');
      finish(
        await rulesCommand({
          cwd,
          format: options.format,
          ...given({ profile: options.profile, color: options.color }),
        }),
      );
    });
  rules
    .command('test')
    .description('run the examples of the rules in chaperone.yaml')
    .argument('[profile]', 'a chaperone.yaml; else the nearest one')
    .addOption(colorOption())
    .addOption(noColorOption())
    .action(async (profile: string | undefined, options: { color?: boolean }) => {
      const { rulesTestCommand } = await import('./commands/rules-test.js');
      finish(await rulesTestCommand({ cwd, ...given({ profile, color: options.color }) }));
    });
  program
    .command('identify')
    .description(
      'list what identifies a person (names, numbers, addresses, dates, …) without judging it',
    )
    .argument('[files...]', 'text files')
    .addOption(
      new Option('-f, --format <name>', 'how to list')
        .choices(['pretty', 'json'])
        .default('pretty'),
    )
    .option('--stdin', 'read standard input')
    .option(
      '--batch <file.jsonl>',
      'read one {id, text} a line and print one {id, entities} a line; - is standard input',
    )
    .option('--profile <file>', 'this profile, not the nearest chaperone.yaml')
    .addOption(colorOption())
    .addOption(noColorOption())
    .action(
      async (
        files: string[],
        options: {
          format: 'pretty' | 'json';
          stdin?: true;
          batch?: string;
          profile?: string;
          color?: boolean;
        },
      ) => {
        const { identifyCommand } = await import('./commands/identify.js');
        const { batch, profile, color } = options;
        finish(
          await identifyCommand({
            cwd,
            files,
            format: options.format,
            stdin: options.stdin ?? false,
            ...given({ batch, profile, color }),
          }),
        );
      },
    );
  program
    .command('config')
    .description('show the profile that holds for a file or folder')
    .command('print', { isDefault: true })
    .description('show the profile that holds for a file or folder, and where it comes from')
    .argument('[path]', 'a file or folder', '.')
    .addOption(
      new Option('-f, --format <name>', 'how to print').choices(['yaml', 'json']).default('yaml'),
    )
    .option('--profile <file>', 'this profile, not the nearest chaperone.yaml')
    .action(async (path: string, options: { format: 'yaml' | 'json'; profile?: string }) => {
      const { configCommand } = await import('./commands/config.js');
      finish(
        await configCommand({
          cwd,
          path,
          format: options.format,
          ...given({ profile: options.profile }),
        }),
      );
    });
  program
    .command('init')
    .description('write a chaperone.yaml for a practice or an agency')
    .addOption(new Option('--preset <name>', 'whose copy this is').choices(['clinic', 'agency']))
    .option('--name <name>', 'the name of the practice')
    .option('-y, --yes', 'ask nothing')
    .option('--force', 'write over a chaperone.yaml that is there')
    .action(
      async (options: {
        preset?: 'clinic' | 'agency';
        name?: string;
        yes?: true;
        force?: true;
      }) => {
        const { initCommand } = await import('./commands/init.js');
        const { preset, name } = options;
        finish(
          await initCommand({
            cwd,
            yes: options.yes ?? false,
            force: options.force ?? false,
            ...given({ preset, name }),
          }),
        );
      },
    );
  program
    .command('ignores')
    .description('list every ignored finding with its reason, author and age')
    .argument('[targets...]', 'files, folders or patterns', ['.'])
    .addOption(
      new Option('-f, --format <name>', 'how to list')
        .choices(['pretty', 'json'])
        .default('pretty'),
    )
    .option('--profile <file>', 'this profile, not the nearest chaperone.yaml')
    .option('--strict', 'exit code 1 when an ignore or authorization is unused or expired')
    .addOption(colorOption())
    .addOption(noColorOption())
    .action(
      async (
        targets: string[],
        options: { format: 'pretty' | 'json'; profile?: string; strict?: true; color?: boolean },
      ) => {
        const { ignoresCommand } = await import('./commands/ignores.js');
        const { profile, color } = options;
        finish(
          await ignoresCommand({
            cwd,
            targets,
            format: options.format,
            strict: options.strict ?? false,
            ...given({ profile, color }),
          }),
        );
      },
    );
  program
    .command('completion')
    .description('print a completion script for a shell')
    .addArgument(new Argument('<shell>', 'the shell').choices(['bash', 'zsh', 'fish']))
    .action(async (shell: 'bash' | 'zsh' | 'fish') => {
      const { completionScript } = await import('./commands/completion.js');
      process.stdout.write(completionScript(program, shell));
    });
  program
    .command('mcp')
    .description(
      'serve the check to writing agents over the Model Context Protocol (standard input and output)',
    )
    .option('--profile <file>', 'this profile, not the nearest chaperone.yaml')
    .action(async (options: { profile?: string }) => {
      const { mcpCommand } = await import('./commands/mcp.js');
      finish(await mcpCommand({ cwd, ...given({ profile: options.profile }) }));
    });
}

/** Loads the readers only when a language is named. Throws a CallError for one that nothing reads. */
async function documentOptions({ channel, level, lang, context }: CheckOptions) {
  if (lang !== undefined) {
    const { languageIds } = await import('./kinds.js');
    const known = languageIds();
    if (!known.includes(lang)) {
      throw new CallError(
        `"${lang}" is no language that is read.`,
        `The languages are ${known.join(', ')}.`,
      );
    }
  }
  return given({ channel, strictness: level, languageId: lang, context });
}

/** The object without the keys that have no value. */
function given<T extends object>(options: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
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

function languageOption(): Option {
  return new Option(
    '--lang <id>',
    'what the text is (plaintext, markdown, html, …); else the file’s name says it',
  );
}

function colorOption(): Option {
  return new Option('--color', 'color even where the output is no terminal');
}

function noColorOption(): Option {
  return new Option('--no-color', 'no color').default(undefined);
}

const examples = `
Examples:
  chaperone check replies/ "posts/**/*.md"
  chaperone check draft.md --channel review-reply --level standard
  chaperone check . --since main --format github
  chaperone check site --fix --dry-run

Exit codes: 0 clean, 1 findings, 2 the call or a file was bad, 3 Chaperone itself failed.`;

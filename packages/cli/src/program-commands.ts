import { channels, strictnesses } from '@chaperone/core';
import { Argument, type Command, Option } from 'commander';
import type { DocumentCall, Finish } from './program.js';
import {
  colorOption,
  documentOptions,
  given,
  languageOption,
  noColorOption,
} from './program-options.js';

/** Adds every command but `check`. */
export function addOthers(program: Command, cwd: string, finish: Finish): void {
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
    .action(
      async (subject: string, options: DocumentCall & { profile?: string; color?: boolean }) => {
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
      },
    );
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

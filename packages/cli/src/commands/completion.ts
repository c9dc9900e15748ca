import type { Command, Option } from 'commander';

export type Shell = 'bash' | 'zsh' | 'fish';

/** A completion script made from the program's own commands and options. */
export function completionScript(program: Command, shell: Shell): string {
  const commands = commandsOf(program, []);
  if (shell === 'fish') return fish(commands);
  const script = bash(commands);
  return shell === 'bash'
    ? script
    : `#compdef chaperone\nautoload -U +X bashcompinit && bashcompinit\n${script}`;
}

interface Completed {
  /** The words that lead to the command: [], ['check'], ['rules', 'test']. */
  readonly words: readonly string[];
  readonly description: string;
  readonly subcommands: readonly string[];
  readonly options: readonly Option[];
}

function commandsOf(command: Command, words: readonly string[]): Completed[] {
  const { commands } = command;
  const own: Completed = {
    words,
    description: command.description(),
    subcommands: commands.map((each) => each.name()),
    options: command.createHelp().visibleOptions(command),
  };
  return [own, ...commands.flatMap((each) => commandsOf(each, [...words, each.name()]))];
}

function bash(commands: readonly Completed[]): string {
  const cases = commands.map(({ words, subcommands, options }) => {
    const flags = options
      .flatMap((option) => [option.short, option.long])
      .filter((flag) => flag !== undefined);
    return `    ${quote(words.join(' '))}) offered=${quote([...subcommands, ...flags].join(' '))} ;;`;
  });
  const values = new Map<string, readonly string[]>();
  for (const option of commands.flatMap((command) => command.options)) {
    if (option.argChoices && option.long)
      values.set(option.long, [...(values.get(option.long) ?? []), ...option.argChoices]);
  }
  const choices = [...values].map(
    ([flag, words]) =>
      `    ${flag}) COMPREPLY=($(compgen -W ${quote([...new Set(words)].join(' '))} -- "$current")); return ;;`,
  );
  const names = commands
    .filter(({ words }) => words.length > 0)
    .map(({ words }) => quote(words.join(' ')));
  return `_chaperone() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="" offered="" word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "\${command:+$command }$word" in
      ${names.join('|')}) command="\${command:+$command }$word" ;;
    esac
  done
  case "$previous" in
${choices.join('\n')}
  esac
  case "$command" in
${cases.join('\n')}
  esac
  if [[ "$current" == -* || -z "$command" ]]; then COMPREPLY=($(compgen -W "$offered" -- "$current"))
  else COMPREPLY=($(compgen -W "$offered" -- "$current") $(compgen -f -- "$current")); fi
}
complete -o filenames -F _chaperone chaperone
`;
}

function fish(commands: readonly Completed[]): string {
  const byWords = new Map(commands.map((command) => [command.words.join(' '), command]));
  const lines = commands.flatMap(({ words, subcommands, options }) => {
    const when =
      words.length === 0
        ? '__fish_use_subcommand'
        : words.map((word) => `__fish_seen_subcommand_from ${word}`).join('; and ');
    const subs = subcommands.map((name) => {
      const about = byWords.get([...words, name].join(' '))?.description ?? '';
      return `complete -c chaperone -n ${quote(when)} -a ${quote(name)} -d ${quote(about)}`;
    });
    const flags = options.map((option) => {
      const short = option.short === undefined ? '' : ` -s ${option.short.slice(1)}`;
      const long = option.long === undefined ? '' : ` -l ${option.long.slice(2)}`;
      const values = option.argChoices
        ? ` -x -a ${quote(option.argChoices.join(' '))}`
        : option.required
          ? ' -r'
          : '';
      return `complete -c chaperone -n ${quote(when)}${short}${long}${values} -d ${quote(option.description)}`;
    });
    return [...subs, ...flags];
  });
  return `${lines.join('\n')}\n`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

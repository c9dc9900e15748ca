import { existsSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CallError, exitCodes } from '../exit.js';
import { print } from '../terminal.js';

export type Preset = 'clinic' | 'agency';

export interface InitCall {
  readonly cwd: string;
  readonly preset?: Preset;
  readonly name?: string;
  readonly yes: boolean;
  readonly force: boolean;
}

interface Answers {
  readonly preset: Preset;
  readonly name: string;
  readonly staff: readonly string[];
  readonly phone: string;
}

/** `chaperone init`: writes a chaperone.yaml, asking what it should hold. Resolves to the exit code. */
export async function initCommand(call: InitCall): Promise<number> {
  const file = join(call.cwd, 'chaperone.yaml');
  if (existsSync(file) && !call.force)
    throw new CallError(
      'chaperone.yaml: it is there already.',
      'Edit it, or give --force to write it anew.',
    );
  if (!call.yes && process.stdin.isTTY !== true) {
    throw new CallError(
      'there is no terminal to ask questions on.',
      'Give --yes, with --preset and --name as you need them.',
    );
  }
  const answers = call.yes ? defaults(call) : await ask(call);
  if (answers === undefined) {
    await print('Nothing was written.\n');
    return exitCodes.clean;
  }
  writeFileSync(file, profileText(answers));
  await print('Wrote chaperone.yaml. Try it: chaperone check .\n');
  return exitCodes.clean;
}

function defaults({ preset, name, cwd }: InitCall): Answers {
  return { preset: preset ?? 'clinic', name: name ?? basename(cwd), staff: [], phone: '' };
}

/** Asks for what the profile should hold; undefined when the user leaves at any question. */
async function ask(call: InitCall): Promise<Answers | undefined> {
  const { intro, isCancel, outro, select, text } = await import('@clack/prompts');
  intro('A profile tells Chaperone who your own people are, so that only patients are flagged.');
  const preset = await select<Preset>({
    message: 'Whose copy do you write?',
    initialValue: call.preset ?? 'clinic',
    options: [
      { value: 'clinic', label: 'Our own practice’s' },
      { value: 'agency', label: 'Several practices’, as an agency' },
    ],
  });
  if (isCancel(preset)) return undefined;
  const own = call.name ?? basename(call.cwd);
  const name = await text({
    message: 'The name of the practice or agency',
    placeholder: own,
    defaultValue: own,
  });
  if (isCancel(name)) return undefined;
  const staff = await text({
    message: 'Names of people who work there, with commas between',
    placeholder: 'Dr. Ana Reyes, Kim Patel',
    defaultValue: '',
  });
  if (isCancel(staff)) return undefined;
  const phone = await text({
    message: 'The phone number that replies may give',
    placeholder: '(555) 010-0142',
    defaultValue: '',
  });
  if (isCancel(phone)) return undefined;
  outro('chaperone.yaml is for your whole team: keep it with the copy.');
  const people = staff.split(',').map((each) => each.trim());
  return { preset, name, staff: people.filter(Boolean), phone };
}

/** The profile as YAML with a comment for each choice. */
export function profileText({ preset, name, staff, phone }: Answers): string {
  return `# Chaperone's practice profile: the editor, the command line and Office all read it.
name: ${quoted(name)}

# People who work here: their names are never flagged.
staff:${list(staff, 'Dr. Ana Reyes')}
# The practice's own contact data and accounts.
phones:${list(phone === '' ? [] : [phone], '(555) 010-0142')}
domains:${list([], 'example.com')}
handles:${list([], '@ourpractice')}
# Businesses you name in public, such as brands and neighbors.
partners:${list([], 'Corner Bakery')}
# strict reports most; standard leaves out what is only a hint of risk; lenient reports the plain cases.
strictness: ${preset === 'agency' ? 'strict' : 'standard'}

# Laws beside the federal ones: us-ca, us-tx, us-wa, us-ftc, eu.
jurisdiction: [us]

# Where copy will appear, by the place of its file; the first pattern that fits wins.
channels:
${channelLines(preset)}
# Turn a rule down or off here, with a comment that says why.
rules: {}
`;
}

function list(items: readonly string[], example: string): string {
  return items.length === 0
    ? ` [] # such as ${quoted(example)}\n`
    : `\n${items.map((item) => `  - ${quoted(item)}\n`).join('')}`;
}

function channelLines(preset: Preset): string {
  const below = preset === 'agency' ? '**/' : '';
  return [
    ['replies', 'review-reply'],
    ['posts', 'social-post'],
    ['newsletters', 'newsletter'],
    ['site', 'web-page'],
    ['drafts', 'internal-draft'],
  ]
    .map(([folder, channel]) => `  ${quoted(`${below}${folder}/**`)}: ${channel}\n`)
    .join('');
}

/** A YAML string in double quotation marks, which JSON's are too. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

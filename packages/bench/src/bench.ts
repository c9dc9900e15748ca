import { parseArgs } from 'node:util';
import { accuracy } from './accuracy.js';
import { speed } from './speed.js';

const usage = `pnpm bench [accuracy | speed] [--data DIR] [--list KIND]

  accuracy   identify beside compromise, redact-pii and openredaction on the public measuring sets in DIR
             (or in the directory that CHAPERONE_DATA names); --list prints each miss and each extra of a kind
  speed      the check on ordinary copy beside retext, a keystroke in a document of 1 MB, bundle sizes
Without a subcommand: speed, and accuracy where the data is known.`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { data: { type: 'string' }, list: { type: 'string' }, help: { type: 'boolean' } },
});
const [command] = positionals;
const directory = values.data ?? process.env.CHAPERONE_DATA;

if (values.help || (command !== undefined && command !== 'accuracy' && command !== 'speed')) {
  console.log(usage);
  process.exitCode = values.help ? 0 : 2;
} else await run();

async function run(): Promise<void> {
  const print = (line: string) => console.log(line);
  if (command !== 'accuracy') await speed(print);
  if (command === 'speed' || (command === undefined && !directory)) return;
  if (!directory) {
    console.error('Say where the measuring sets are: --data DIR or CHAPERONE_DATA.');
    process.exitCode = 2;
    return;
  }
  await accuracy(directory, print, values.list);
}

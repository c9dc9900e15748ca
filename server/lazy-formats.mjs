import { fileURLToPath } from 'node:url';
import { lent, moduleOf } from './lazy-data.mjs';

const source = new URL('../packages/core/src/document.ts', import.meta.url);
const folder = fileURLToPath(new URL('.', source));

/**
 * For the worker: core's list of formats with only plain text in it. Each other one knows its names, and fetches
 * the rest from worker-formats.js when it is first asked to read.
 */
export const lazyFormats = {
  name: 'lazy-formats',
  setup({ onLoad }) {
    onLoad({ filter: /core[\\/]src[\\/]document\.ts$/ }, async () => ({
      contents: await lazyDocument(),
      loader: 'ts',
      resolveDir: folder,
    }));
  },
};

/**
 * For worker-formats.js: of core it holds the formats and what reads a profile. Whatever else it needs of core it
 * takes from the worker, which has it already.
 */
export const coreOfWorker = {
  name: 'core-of-worker',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@chaperone\/core$/ }, ({ path }) => ({
      path,
      namespace: 'core-of-worker',
    }));
    onLoad({ filter: /.*/, namespace: 'core-of-worker' }, () => ({
      contents: `
        export { formats } from './document.ts';
        export { filled, fixesOf } from './fixes.ts';
        export { parseProfile } from './profile.ts';
        export { rules } from './rules/index.js';
      `,
      loader: 'ts',
      resolveDir: folder,
    }));
    onResolve({ filter: /^\./ }, ({ path, importer }) =>
      path in lent && (importer === '' || importer.includes('core'))
        ? { path, namespace: 'lent' }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'lent' }, ({ path }) => ({
      contents: `export const { ${lent[path].join(', ')} } = globalThis.chaperoneCore;`,
    }));
  },
};

async function lazyDocument() {
  const { formats } = await moduleOf('document.ts');
  const [plainText] = formats;
  const lazy = formats.map((format, index) => {
    if (format === plainText) return 'plainText';
    const methods = Object.keys(format).filter(
      (key) => typeof format[key] === 'function' && key !== 'comment',
    );
    const fixed = JSON.stringify({
      languageIds: format.languageIds,
      extensions: format.extensions,
    });
    const comment = format.comment ? JSON.stringify(format.comment('\0')) : 'undefined';
    return `lazyFormat(${index}, ${fixed}, ${JSON.stringify(methods)}, ${comment})`;
  });
  return `
    import { plainText } from './formats/plain-text.js';
    import { lazyFormat } from ${JSON.stringify(fileURLToPath(new URL('src/rarer.ts', import.meta.url)))};
    export const formats = [${lazy.join(',\n')}];
    export const coreFormats = formats;
    export const languageIdOf = (path, among = formats) => {
      const name = path.toLowerCase();
      return among.find((format) => format.extensions.some((extension) => name.endsWith(extension)))?.languageIds[0];
    };
    export const formatOf = (id, among = formats) => among.find((format) => format.languageIds.includes(id)) ?? plainText;
  `;
}

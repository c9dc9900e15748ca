import { readFile } from 'node:fs/promises';

/** For the check at sending: of core's formats only those that a draft is read with. */
export const mailOnly = {
  name: 'mail-only',
  setup({ onLoad }) {
    onLoad({ filter: /core[\\/]src[\\/]document\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const list = /export const (coreFormats|formats): readonly Format\[\] = \[[\s\S]*?\];/g;
      if (source.match(list)?.length !== 2)
        throw new Error('document.ts has no lists of formats where they stood.');
      return {
        contents: source.replace(
          list,
          (_, name) => `export const ${name}: readonly Format[] = [plainText, createEmail()];`,
        ),
        loader: 'ts',
      };
    });
  },
};

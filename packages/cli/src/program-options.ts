import { Option } from 'commander';
import { CallError } from './exit.js';
import type { DocumentCall } from './program.js';

/** Loads the readers only when a language is named. Throws a CallError for one that nothing reads. */
export async function documentOptions({ channel, level, lang, context }: DocumentCall) {
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
export function given<T extends object>(options: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

export function languageOption(): Option {
  return new Option(
    '--lang <id>',
    'what the text is (plaintext, markdown, html, …); else the file’s name says it',
  );
}

export function colorOption(): Option {
  return new Option('--color', 'color even where the output is no terminal');
}

export function noColorOption(): Option {
  return new Option('--no-color', 'no color').default(undefined);
}

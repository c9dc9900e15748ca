import { formats, languageIdOf } from '@chaperone/core';

/** The language id of a file by its name; undefined when no reader understands such files. */
export function kindOf(path: string): string | undefined {
  return languageIdOf(path) ?? (isPackedDocument(path) ? 'document' : undefined);
}

/** The language ids that `--lang` and a batch line's `lang` may name. */
export function languageIds(): readonly string[] {
  return [...new Set(formats.flatMap((format) => format.languageIds))];
}

/** Word documents and saved mail are unpacked before they are read. */
export function isPackedDocument(path: string): boolean {
  return /\.(docx|docm|dotx|eml)$/i.test(path);
}

import { createMarkdown } from './formats/markdown.js';
import { plainText } from './formats/plain-text.js';
import type { Format } from './passage.js';

/** Every format core reads. */
export const formats: readonly Format[] = [plainText, createMarkdown()];

/** The language id for a file name, by its ending; undefined when no format reads such files. */
export function languageIdOf(path: string): string | undefined {
  const name = path.toLowerCase();
  const format = formats.find((candidate) => candidate.extensions.some((extension) => name.endsWith(extension)));
  return format?.languageIds[0];
}

/** The format that reads a language id; plain text where none does. */
export function formatOf(languageId: string): Format {
  return formats.find((format) => format.languageIds.includes(languageId)) ?? plainText;
}

import jsTokens from 'js-tokens';
import type { Format, ReadDocument } from '../passage.js';
import { annotateScript, lineComment } from './annotate.js';
import { guarded } from './embed.js';
import { ScriptReader } from './script-reader.js';

/** Content kept in JavaScript: string literals, templates and JSX text. */
export const javascript: Format = scriptFormat('javascript', ['.js', '.mjs', '.cjs'], true);
export const javascriptReact: Format = scriptFormat('javascriptreact', ['.jsx'], true);

/** TypeScript without JSX, where `<` begins a type. */
export const typescript: Format = scriptFormat('typescript', ['.ts', '.mts', '.cts'], false);
export const typescriptReact: Format = scriptFormat('typescriptreact', ['.tsx'], true);

function scriptFormat(languageId: string, extensions: readonly string[], jsx: boolean): Format {
  return {
    languageIds: [languageId],
    extensions,
    comment: lineComment,
    annotate: annotateScript,
    read: guarded((text) => readScript(text, jsx)),
  };
}

/** Reads a script by its tokens, which half-typed code has too. */
export function readScript(source: string, jsx: boolean): ReadDocument {
  const reader = new ScriptReader(source);
  let offset = 0;
  for (const token of jsTokens(jsx ? withoutGenerics(source) : source, { jsx })) {
    reader.take(token.type, offset, offset + token.value.length);
    offset += token.value.length;
  }
  return reader.end();
}

/** The tokenizer takes `<T,>(` and `<T extends …>(` for tags; they are blotted out. Offsets stay. */
function withoutGenerics(source: string): string {
  return source.replace(/<[A-Z]\w*(?:,|\s+extends\s[^<>(){};\n]{1,80})\s*>(?=\s*\()/g, (generic) =>
    ' '.repeat(generic.length),
  );
}

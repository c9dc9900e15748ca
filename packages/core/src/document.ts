import { createCsv } from './formats/csv.js';
import { createEmail } from './formats/email.js';
import { html, readHtml } from './formats/html.js';
import { javascript, javascriptReact, typescript, typescriptReact } from './formats/javascript.js';
import { createJson, createJsonc, createJsonLines } from './formats/json.js';
import { createMarkdown } from './formats/markdown.js';
import { createMdx } from './formats/mdx.js';
import { plainText } from './formats/plain-text.js';
import { createYaml, readYaml } from './formats/yaml.js';
import type { Format } from './passage.js';

/** What people write in by hand, without the parsers of the rarer formats: for bundles that must stay small. */
export const coreFormats: readonly Format[] = [plainText, /* @__PURE__ */ createMarkdown()];

/** Every format core reads. */
export const formats: readonly Format[] = [
  plainText,
  /* @__PURE__ */ createMarkdown({ html: readHtml, frontMatter: readYaml }),
  /* @__PURE__ */ createMdx({ html: readHtml, frontMatter: readYaml }),
  html,
  /* @__PURE__ */ createJson({ html: readHtml }),
  /* @__PURE__ */ createJsonc({ html: readHtml }),
  /* @__PURE__ */ createJsonLines({ html: readHtml }),
  /* @__PURE__ */ createYaml({ html: readHtml }),
  /* @__PURE__ */ createCsv({ html: readHtml }),
  /* @__PURE__ */ createEmail({ html: readHtml }),
  javascript,
  javascriptReact,
  typescript,
  typescriptReact,
];

/** The language id for a file name, by its ending; undefined when no format reads such files. */
export function languageIdOf(path: string, among: readonly Format[] = formats): string | undefined {
  const name = path.toLowerCase();
  const format = among.find((candidate) =>
    candidate.extensions.some((extension) => name.endsWith(extension)),
  );
  return format?.languageIds[0];
}

/** The format that reads a language id; plain text where none does. */
export function formatOf(languageId: string, among: readonly Format[] = formats): Format {
  return among.find((format) => format.languageIds.includes(languageId)) ?? plainText;
}

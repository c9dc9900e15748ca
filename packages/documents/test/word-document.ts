import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';

const folder = fileURLToPath(new URL('./fixtures/word', import.meta.url));

/** A document in the shape in which Word writes it: split runs, spelling marks, smart tags, fields, text boxes, revisions. */
export function wordDocument(): Uint8Array {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return zipSync(
    Object.fromEntries(
      names.map((name) => [
        relative(folder, name).split(sep).join('/'),
        new Uint8Array(readFileSync(name)),
      ]),
    ),
  );
}

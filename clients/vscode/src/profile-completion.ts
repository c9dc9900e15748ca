/** As much of JSON Schema as describes a practice profile. */
export interface Schema {
  readonly description?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

/** Something that may be written at the caret. */
export interface Suggestion {
  readonly label: string;
  readonly kind: 'key' | 'value';
  /** What to write, with line breaks and indentation. */
  readonly insert: string;
  readonly description: string;
}

interface Line {
  readonly indent: number;
  readonly key: string | undefined;
  /** Where the key begins, behind the hyphens of a list. */
  readonly column: number;
  readonly isItem: boolean;
  readonly isEmpty: boolean;
}

/**
 * What may be written at a place of a chaperone.yaml, by its schema. Reads lines and their indentation only,
 * since a file in the making is seldom valid YAML. `line` and `character` count from zero.
 */
export function suggestionsAt(
  text: string,
  line: number,
  character: number,
  schema: Schema,
): Suggestion[] {
  const lines = text.split(/\r?\n/);
  const before = (lines[line] ?? '').slice(0, character);
  if (/^[^"']*(?:^|\s)#/.test(before)) return [];
  const value = /^(\s*(?:- +)*)([^\s:#][^:#]*?):\s+[\w-]*$/.exec(before);
  if (value) {
    const path = [...pathTo(lines, line, value[1]?.length ?? 0), unquoted(value[2] ?? '')];
    return valuesOf(at(schema, path));
  }
  const item = /^(\s*)- +[\w-]*$/.exec(before);
  if (item) {
    const list = at(schema, pathTo(lines, line, (item[1]?.length ?? 0) + 1, true));
    return [
      ...valuesOf(list?.items),
      ...keysOf(list?.items, new Set(), before.length - (/[\w-]*$/.exec(before)?.[0].length ?? 0)),
    ];
  }
  const word = /^(\s*)[\w-]*$/.exec(before);
  if (!word) return [];
  const column = word[1]?.length ?? 0;
  return keysOf(at(schema, pathTo(lines, line, column)), siblings(lines, line, column), column);
}

/** What the schema says about the key at a place; undefined where there is none. */
export function descriptionAt(
  text: string,
  line: number,
  character: number,
  schema: Schema,
): string | undefined {
  const lines = text.split(/\r?\n/);
  const { key, column } = read(lines[line] ?? '');
  if (key === undefined || character < column || character > column + key.length) return undefined;
  return at(schema, [...pathTo(lines, line, column), key])?.description;
}

/** The keys above a place, outermost first; '-' stands for an item of a list. */
function pathTo(lines: readonly string[], line: number, column: number, isItem = false): string[] {
  const path: string[] = [];
  let edge = column;
  const own = read(lines[line] ?? '');
  if (!isItem && own.isItem && own.indent < column) {
    path.unshift('-');
    edge = own.indent + 1;
  }
  for (let index = line - 1; index >= 0 && edge > 0; index--) {
    const above = read(lines[index] ?? '');
    if (above.isEmpty) continue;
    if (above.key !== undefined && above.column < edge) {
      path.unshift(above.key);
      edge = above.column;
    }
    if (above.isItem && above.indent < edge) {
      path.unshift('-');
      edge = above.indent + 1;
    }
  }
  return path;
}

function read(line: string): Line {
  const [, indent = '', hyphen = '', rest = ''] = /^(\s*)((?:- +)?)(.*)$/.exec(line) ?? [];
  const key = /^("[^"]*"|'[^']*'|[^\s:#'"-][^:#]*?):(?:\s|$)/.exec(rest)?.[1];
  return {
    indent: indent.length,
    key: key === undefined ? undefined : unquoted(key),
    column: indent.length + hyphen.length,
    isItem: hyphen !== '' || rest === '-',
    isEmpty: rest.trim() === '' || rest.startsWith('#'),
  };
}

function unquoted(key: string): string {
  return key.replace(/^(["'])(.*)\1$/, '$2');
}

/** Keys that stand in the same map already. */
function siblings(lines: readonly string[], line: number, column: number): Set<string> {
  const found = new Set<string>();
  for (const step of [-1, 1]) {
    for (let index = line + step; index >= 0 && index < lines.length; index += step) {
      const other = read(lines[index] ?? '');
      if (other.isEmpty) continue;
      if (other.column < column) break;
      if (other.column === column && other.key !== undefined) found.add(other.key);
      if (other.isItem && other.column === column) break;
    }
  }
  return found;
}

function at(schema: Schema, path: readonly string[]): Schema | undefined {
  let node: Schema | undefined = schema;
  for (const key of path) {
    const objects: readonly Schema[] = node?.anyOf ?? (node ? [node] : []);
    node = objects
      .map((one) => (key === '-' ? one.items : childOf(one, key)))
      .find((child) => child !== undefined);
  }
  return node;
}

function childOf({ properties, additionalProperties }: Schema, key: string): Schema | undefined {
  const own = properties && Object.hasOwn(properties, key) ? properties[key] : undefined;
  return own ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined);
}

function valuesOf(schema: Schema | undefined): Suggestion[] {
  return (schema?.enum ?? []).map((value) => ({
    label: value,
    kind: 'value',
    insert: value,
    description: schema?.description ?? '',
  }));
}

function keysOf(
  schema: Schema | undefined,
  present: ReadonlySet<string>,
  column: number,
): Suggestion[] {
  const objects = schema?.anyOf ?? (schema ? [schema] : []);
  return objects.flatMap(({ properties = {} }) =>
    Object.entries(properties)
      .filter(([key]) => !present.has(key))
      .map(
        ([key, child]): Suggestion => ({
          label: key,
          kind: 'key',
          insert: key + openingOf(child, column),
          description: child.description ?? '',
        }),
      ),
  );
}

/** What follows a new key: the first item of a list, the indentation of a map, or a space for a value. */
function openingOf({ type }: Schema, column: number): string {
  const deeper = `\n${' '.repeat(column + 2)}`;
  if (type === 'array') return `:${deeper}- `;
  return type === 'object' ? `:${deeper}` : ': ';
}

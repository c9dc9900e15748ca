import { isMap, isSeq, parseDocument } from 'yaml';

/** What the form shows of a profile; everything else in the YAML stays as it is. */
export interface ProfileForm {
  readonly name: string;
  readonly lists: Readonly<Record<ListName, readonly string[]>>;
  readonly strictness: string;
  readonly jurisdiction: readonly string[];
}

export const listNames = [
  'staff',
  'phones',
  'handles',
  'domains',
  'addresses',
  'partners',
] as const;
export type ListName = (typeof listNames)[number];

/** Reads the form's fields from YAML; undefined when the YAML cannot be read. */
export function formOf(yaml: string): ProfileForm | undefined {
  const document = parseDocument(yaml);
  if (document.errors.length > 0) return undefined;
  if (document.contents !== null && !isMap(document.contents)) return undefined;
  const read = (name: string): unknown => {
    const value = document.get(name, false);
    return isSeq(value) ? value.toJSON() : value;
  };
  const list = (name: string): string[] => {
    const value = read(name);
    return Array.isArray(value)
      ? value.filter((item) => item !== null && typeof item !== 'object').map(String)
      : typeof value === 'string' && value !== ''
        ? [value]
        : [];
  };
  const text = (name: string): string => {
    const value = read(name);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  return {
    name: text('name'),
    lists: Object.fromEntries(listNames.map((name) => [name, list(name)])) as Record<
      ListName,
      string[]
    >,
    strictness: text('strictness'),
    jurisdiction: list('jurisdiction'),
  };
}

/** The YAML with the form's fields in it. Comments, order and everything the form does not know are kept. */
export function withForm(yaml: string, form: ProfileForm): string {
  const document = parseDocument(yaml);
  const before = formOf(yaml);
  const put = (
    name: string,
    value: string | readonly string[],
    old: string | readonly string[] | undefined,
  ) => {
    // Untouched fields are not written anew, so that comments inside them stay.
    if (JSON.stringify(value) === JSON.stringify(old)) return;
    if (value.length === 0) document.delete(name);
    else document.set(name, typeof value === 'string' ? value : document.createNode([...value]));
  };
  put('name', form.name, before?.name);
  for (const name of listNames) put(name, form.lists[name], before?.lists[name]);
  put('strictness', form.strictness, before?.strictness);
  put('jurisdiction', form.jurisdiction, before?.jurisdiction);
  const isEmpty =
    document.contents === null ||
    (isMap(document.contents) && document.contents.items.length === 0);
  return isEmpty && !yaml.includes('#') ? '' : document.toString({ lineWidth: 0 });
}

/** One entry a line, without blanks and doubles. */
export function linesOf(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    ),
  ];
}

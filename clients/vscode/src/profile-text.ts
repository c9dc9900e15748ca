import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  stringify,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';

/** The lists of a practice profile that hold its own people and particulars. */
export type ProfileList = 'staff' | 'phones' | 'handles' | 'partners' | 'domains' | 'addresses';

/**
 * The profile's text with `value` added to a list, everything else byte for byte as it was.
 * Undefined when the list holds it already. Throws a plain message when the text is not a profile.
 */
export function addToList(text: string, list: ProfileList, value: string): string | undefined {
  const root = rootOf(text);
  const items = root?.get(list, true);
  if (
    isSeq(items) &&
    items.items.some((item) => isScalar(item) && sameWords(String(item.value), value))
  )
    return undefined;
  const next = isSeq(items)
    ? withItem(text, items, value)
    : withKey(text, root, list, `\n  - ${scalar(value)}`);
  return verified(next, (profile) => Array.isArray(profile[list]) && profile[list].includes(value));
}

/** The profile's text with a top-level key set to a plain value; undefined when it has that value already. */
export function setValue(text: string, key: string, value: string): string | undefined {
  const root = rootOf(text);
  const old = root?.get(key, true);
  if (isScalar(old) && old.value === value) return undefined;
  const next =
    isScalar(old) && old.range && old.value !== null
      ? text.slice(0, old.range[0]) + scalar(value) + text.slice(old.range[1])
      : withKey(text, root, key, ` ${scalar(value)}`);
  return verified(next, (profile) => profile[key] === value);
}

/** The profile's text with a rule's severity set; undefined when it is set so already. */
export function setRule(text: string, rule: string, severity: string): string | undefined {
  const root = rootOf(text);
  const rules = root?.get('rules', true);
  const old = isMap(rules) ? rules.get(rule, true) : undefined;
  if (isScalar(old) && old.value === severity) return undefined;
  return verified(
    withRule(text, root, rules, old, rule, severity),
    (profile) => (profile.rules as Record<string, unknown>)[rule] === severity,
  );
}

function withRule(
  text: string,
  root: YAMLMap | undefined,
  rules: unknown,
  old: unknown,
  rule: string,
  severity: string,
): string {
  const entry = `${rule}: ${scalar(severity)}`;
  if (isScalar(old) && old.range && old.value !== null)
    return text.slice(0, old.range[0]) + scalar(severity) + text.slice(old.range[1]);
  if (!isMap(rules) || !rules.range) return withKey(text, root, 'rules', `\n  ${entry}`);
  const { items, flow, range } = rules;
  if (flow || items.length === 0) {
    const close = text.lastIndexOf('}', range[1]);
    return `${text.slice(0, close).trimEnd()}${items.length > 0 ? ', ' : ' '}${entry} ${text.slice(close)}`;
  }
  const line = text.lastIndexOf('\n', range[0] - 1) + 1;
  return `${text.slice(0, line)}${text.slice(line, range[0])}${entry}${newline(text)}${text.slice(line)}`;
}

function rootOf(text: string): YAMLMap | undefined {
  const document: Document = parseDocument(text);
  const [problem] = document.errors;
  if (problem) throw new Error(problem.message.split('\n')[0]);
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === null)) return undefined;
  if (!isMap(contents)) throw new Error('The file is not a list of keys and values.');
  return contents;
}

/** Writes the item the way its neighbors are written. */
function withItem(text: string, list: YAMLSeq, value: string): string {
  const last = list.items.at(-1);
  const [start = 0, end = 0] = list.range ?? [];
  if (list.flow || !last) {
    const close = text.lastIndexOf(']', end);
    const comma = last ? (/,\s*$/.test(text.slice(start, close)) ? ' ' : ', ') : '';
    return text.slice(0, close).trimEnd() + comma + scalar(value) + text.slice(close);
  }
  if (!isNode(last) || !last.range) return text;
  const [from, to] = last.range;
  const line = text.lastIndexOf('\n', from - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(line))?.[0] ?? '';
  const lineEnd = text.indexOf('\n', to === from ? to : to - 1);
  const at = lineEnd === -1 ? text.length : lineEnd;
  const item = `${newline(text)}${indent}- ${scalar(value)}`;
  return (
    text.slice(0, at).replace(/\r$/, '') +
    item +
    (text[at - 1] === '\r' ? '\r' : '') +
    text.slice(at)
  );
}

/** Sets a key that is absent, or present and empty. */
function withKey(text: string, root: YAMLMap | undefined, key: string, value: string): string {
  const feed = newline(text);
  const written = value.replaceAll('\n', feed);
  const pair = root?.items.find(
    (candidate) => isScalar(candidate.key) && candidate.key.value === key,
  );
  if (pair && isScalar(pair.key) && pair.key.range) {
    const colon = text.indexOf(':', pair.key.range[1]) + 1;
    const ends = text.slice(colon).search(/[\r\n#]|$/);
    return (
      text.slice(0, colon) +
      written +
      (/^\s*#/.test(text.slice(colon)) ? ' ' : '') +
      text.slice(colon + ends)
    );
  }
  const gap = text === '' || text.endsWith('\n') ? '' : feed;
  return `${text}${gap}${key}:${written}${feed}`;
}

/** Phone numbers and the like would be read as numbers, so whatever YAML would not read as this text is quoted. */
function scalar(value: string): string {
  return stringify(value, { lineWidth: 0 }).trimEnd();
}

function newline(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

function sameWords(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** An edit that does not read back as meant is never written. */
function verified(text: string, holds: (profile: Record<string, unknown>) => boolean): string {
  const profile: unknown = parseDocument(text).toJS();
  if (
    typeof profile !== 'object' ||
    profile === null ||
    !holds(profile as Record<string, unknown>)
  ) {
    throw new Error(
      'The entry could not be added without changing other lines. Please add it by hand.',
    );
  }
  return text;
}

import {
  type PracticeProfile,
  type ProfileProblem,
  parseProfile,
  rules,
  type Span,
} from '@chaperone/core';
import {
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from 'yaml';

/** Where something stands in a file. */
export interface Place {
  /** The file, as it was handed in. */
  readonly file: string;
  /** UTF-16 offsets in the file's text. */
  readonly span: Span;
  /** One-based. */
  readonly line: number;
  /** One-based, in UTF-16 code units. */
  readonly column: number;
}

/** A problem with its place in the file. */
export interface PlacedProblem extends ProfileProblem, Place {}

export interface ReadProfile {
  readonly profile: PracticeProfile;
  readonly problems: readonly PlacedProblem[];
  /** Where the deepest key of a path stands that the file has: `['ruleFiles', '0']`. */
  place(path: readonly string[]): Place;
}

/** What follows the first few errors of a file that is no YAML only follows from them. */
const mostErrors = 5;

/**
 * Reads the text of a chaperone.yaml. Never throws: what is wrong is reported with its place, and the rest is used.
 * `path` only names the file in the problems; nothing is read from disk.
 */
export function readProfile(yamlText: string, path: string): ReadProfile {
  const lines = new LineCounter();
  const document = parseDocument(yamlText, { lineCounter: lines, prettyErrors: false });
  const place = (span: Span): Place => {
    const { line, col } = lines.linePos(span.start);
    return { file: path, span, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const broken = [...document.errors, ...document.warnings].slice(0, mostErrors).map(
    (problem): PlacedProblem => ({
      path: [],
      message: `This file is not readable as YAML here: ${problem.message}`,
      remedy:
        'Check the indentation, brackets, colons and quotation marks here and on the line above.',
      severity: problem.name === 'YAMLWarning' ? 'warning' : 'error',
      ...place({ start: problem.pos[0], end: Math.max(problem.pos[1], problem.pos[0] + 1) }),
    }),
  );
  const { profile, problems: all } = parseProfile(plainValue(document));
  const problems = all.filter(({ path }) => !isCutShort(document, path));
  return {
    place: (path) => place(spanOf(document, path, yamlText)),
    profile,
    problems: [
      ...broken,
      ...[...problems, ...unknownRules(profile, problems)].map((problem) => ({
        ...problem,
        ...place(spanOf(document, problem.path, yamlText)),
      })),
    ],
  };
}

/** Rules set to a severity that no one has heard of. Where rule files are named, they may hold them. */
function unknownRules(
  { rules: severities, customRules, ruleFiles }: PracticeProfile,
  problems: readonly ProfileProblem[],
): ProfileProblem[] {
  if (ruleFiles.length > 0) return [];
  const known = new Set([...rules, ...customRules].map(({ id }) => id));
  const said = new Set(problems.map(({ path }) => path.join('.')));
  return Object.keys(severities)
    .filter((id) => !known.has(id) && !said.has(`rules.${id}`))
    .map((id) => ({
      path: ['rules', id],
      message: `There is no rule "${id}".`,
      remedy: '"chaperone rules" and docs/rules.md list all.',
      severity: 'warning',
    }));
}

/** True where the value at the path is not what its author wrote, since the file is not readable as YAML within it. */
function isCutShort(document: Document, path: readonly string[]): boolean {
  if (document.errors.length === 0 || path.length === 0) return false;
  const value = document.getIn([path[0]], true);
  const range = isNode(value) ? value.range : undefined;
  return !!range && document.errors.some(({ pos }) => pos[0] >= range[0] && pos[0] <= range[2]);
}

/** The document as plain values; undefined when it cannot be made (an alias that leads nowhere). */
function plainValue(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    return undefined;
  }
}

/** The deepest key of the path that stands in the file; the file's first line when none does. */
function spanOf(document: Document, path: readonly string[], text: string): Span {
  let node: unknown = document.contents;
  let found: Span | undefined;
  for (const key of path) {
    const next = step(node, key);
    if (next === undefined) break;
    found = next.span ?? found;
    node = next.value;
  }
  const firstLine = text.search(/[\r\n]|$/);
  return found ?? { start: 0, end: firstLine };
}

function step(node: unknown, key: string): { value: unknown; span?: Span } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(
      (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key,
    );
    if (!pair) return undefined;
    return withSpan(pair.value, pair.key);
  }
  if (isSeq(node)) {
    const item = node.items[Number(key)];
    return item === undefined ? undefined : withSpan(item, item);
  }
  return undefined;
}

function withSpan(value: unknown, marked: unknown): { value: unknown; span?: Span } {
  const range = isNode(marked) ? (marked as Node).range : undefined;
  return range ? { value, span: { start: range[0], end: range[1] } } : { value };
}

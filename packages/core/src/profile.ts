import * as v from 'valibot';
import {
  type Channel,
  channels,
  type Severity,
  type Strictness,
  severities,
  strictnesses,
} from './channel.js';
import { parseCustomRules } from './custom-rule.js';
import { nearest } from './nearest.js';
import type { Rule } from './rule.js';
import { rules } from './rules/index.js';

/** The practice whose copy this is: who its own people are, and how strict its counsel is. */
export interface PracticeProfile {
  readonly name: string;
  readonly staff: readonly string[];
  readonly handles: readonly string[];
  readonly partners: readonly string[];
  readonly phones: readonly string[];
  readonly domains: readonly string[];
  readonly addresses: readonly string[];
  readonly strictness: Strictness;
  /** 'us' is always there; the others add citations and severities. */
  readonly jurisdiction: readonly string[];
  /** Globs to channels; the first that matches wins. */
  readonly channels: Readonly<Record<string, Channel>>;
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** Files with more custom rules, relative to the profile. Whoever reads files reads them. */
  readonly ruleFiles: readonly string[];
  readonly customRules: readonly Rule[];
}

/** The profile of a practice nothing is known about. Checking works well with it. */
export const defaultProfile: PracticeProfile = {
  name: '',
  staff: [],
  handles: [],
  partners: [],
  phones: [],
  domains: [],
  addresses: [],
  strictness: 'strict',
  jurisdiction: ['us'],
  channels: {},
  rules: {},
  ruleFiles: [],
  customRules: [],
};

/** The packs of citations a profile may choose from. */
export const jurisdictions = ['us', 'us-ca', 'us-tx', 'us-wa', 'us-ftc', 'eu'] as const;

/** A problem in a profile: `path` names the place as keys ("customRules", "0", "id"). */
export interface ProfileProblem {
  readonly path: readonly string[];
  readonly message: string;
  /** What to do about it, in plain words. */
  readonly remedy: string;
  readonly severity: 'error' | 'warning';
}

const severityWords = [...severities, 'off'] as const;

/** What stands under each key of chaperone.yaml; also what the JSON Schema is made from. */
const lists = {
  staff: 'The names of the practice’s own people: they are never taken for patients.',
  handles: 'The practice’s own handles and those of its people.',
  partners: 'Handles and names of vendors, sponsors and neighbors that may be thanked in public.',
  phones: 'The practice’s own telephone numbers. The first one is used in rewrites.',
  domains: 'The practice’s own web and e-mail domains.',
  addresses: 'The practice’s own street addresses.',
  ruleFiles: 'Files with custom rules, relative to this one.',
} as const;
type ListKey = keyof typeof lists;

/**
 * Reads a practice profile from parsed YAML or JSON. Never throws: what is wrong is reported and the rest
 * is used, so that a broken profile never takes checking down.
 */
export function parseProfile(input: unknown): {
  profile: PracticeProfile;
  problems: readonly ProfileProblem[];
} {
  if (input === undefined || input === null) return { profile: defaultProfile, problems: [] };
  if (typeof input !== 'object' || Array.isArray(input)) {
    return {
      profile: defaultProfile,
      problems: [
        {
          path: [],
          message: 'A profile is a list of keys with values.',
          remedy: 'Begin with a line like "name: Luma Aesthetics".',
          severity: 'error',
        },
      ],
    };
  }
  const problems: ProfileProblem[] = [];
  let profile = defaultProfile;
  for (const [key, value] of Object.entries(input)) {
    if (value === null || value === undefined) continue;
    profile = { ...profile, ...readKey(key, value, problems) };
  }
  return { profile, problems };
}

function readKey(
  key: string,
  value: unknown,
  problems: ProfileProblem[],
): Partial<PracticeProfile> {
  if (key === 'name')
    return v.is(v.string(), value)
      ? { name: value.trim() }
      : refuse(
          problems,
          [key],
          'The name of the practice is one line of text.',
          'Write it as name: Luma Aesthetics.',
        );
  if (key === 'practice') return readKey('name', value, problems);
  if (Object.hasOwn(lists, key)) return { [key]: readList(key as ListKey, value, problems) };
  if (key === 'strictness' || key === 'level') return readStrictness(key, value, problems);
  if (key === 'jurisdiction') return readJurisdiction(value, problems);
  if (key === 'channels') return { channels: readTable(key, value, channels, 'channel', problems) };
  if (key === 'rules') return { rules: readRules(value, problems) };
  if (key === 'customRules') {
    const { rules: customRules, problems: found } = parseCustomRules(value);
    problems.push(...found.map((problem) => ({ ...problem, path: [key, ...problem.path] })));
    return { customRules };
  }
  const known = Object.keys(defaultProfile);
  const meant = nearest(key, known);
  problems.push({
    path: [key],
    message: `Chaperone does not know the key "${key}".`,
    remedy: meant ? `Did you mean "${meant}"?` : `The keys are ${known.join(', ')}.`,
    severity: 'warning',
  });
  return {};
}

function refuse(
  problems: ProfileProblem[],
  path: readonly string[],
  message: string,
  remedy: string,
): Record<string, never> {
  problems.push({ path, message, remedy, severity: 'error' });
  return {};
}

function readList(key: ListKey, value: unknown, problems: ProfileProblem[]): readonly string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value).trim()];
  if (!Array.isArray(value)) {
    refuse(
      problems,
      [key],
      `"${key}" is a list.`,
      `Write one entry a line, each after "- ", or ${key}: [first, second].`,
    );
    return [];
  }
  return value.flatMap((entry: unknown, index) => {
    if (typeof entry === 'string' && entry.trim() !== '') return [entry.trim()];
    if (typeof entry === 'number') return [String(entry)];
    refuse(
      problems,
      [key, String(index)],
      `This entry of "${key}" is not text.`,
      'Put it in quotation marks, or delete the line.',
    );
    return [];
  });
}

function readStrictness(
  key: string,
  value: unknown,
  problems: ProfileProblem[],
): Partial<PracticeProfile> {
  const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
  if (v.is(v.picklist(strictnesses), word)) return { strictness: word };
  return refuse(
    problems,
    [key],
    `${said(value)} is not a level.`,
    `The levels are ${strictnesses.join(', ')}.`,
  );
}

function readJurisdiction(value: unknown, problems: ProfileProblem[]): Partial<PracticeProfile> {
  const words = (Array.isArray(value) ? value : [value]).map((word) =>
    String(word).trim().toLowerCase(),
  );
  const good = words.filter((word) => (jurisdictions as readonly string[]).includes(word));
  words.forEach((word, index) => {
    if (!good.includes(word))
      refuse(
        problems,
        Array.isArray(value) ? ['jurisdiction', String(index)] : ['jurisdiction'],
        `"${word}" is not a jurisdiction that Chaperone has citations for.`,
        `It has ${jurisdictions.join(', ')}.`,
      );
  });
  return { jurisdiction: [...new Set(['us', ...good])] };
}

function readTable<const T extends string>(
  key: string,
  value: unknown,
  allowed: readonly T[],
  what: string,
  problems: ProfileProblem[],
): Record<string, T> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    refuse(
      problems,
      [key],
      `"${key}" is a table.`,
      `Write one line each: "replies/**": ${allowed[0]}.`,
    );
    return {};
  }
  const table: Record<string, T> = {};
  for (const [name, word] of Object.entries(value)) {
    if ((allowed as readonly unknown[]).includes(word)) table[name] = word as T;
    else
      refuse(
        problems,
        [key, name],
        `${said(word)} is not a ${what}.`,
        `A ${what} is one of ${allowed.join(', ')}.`,
      );
  }
  return table;
}

function readRules(value: unknown, problems: ProfileProblem[]): Record<string, Severity | 'off'> {
  // YAML 1.1 reads a bare off as false.
  const plain =
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value).map(([id, word]) => [id, word === false ? 'off' : word]),
        )
      : value;
  const table = readTable('rules', plain, severityWords, 'severity', problems);
  const ids = rules.map(({ id }) => id);
  for (const id of Object.keys(table)) {
    if (ids.includes(id) || !/^[a-z]+(?:-[a-z0-9]+)*$/.test(id)) continue;
    const meant = nearest(id, ids);
    if (meant)
      problems.push({
        path: ['rules', id],
        message: `There is no built-in rule "${id}".`,
        remedy: `Did you mean "${meant}"? A custom rule may have this name too.`,
        severity: 'warning',
      });
  }
  return table;
}

function said(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : 'This';
}

/** The JSON Schema of chaperone.yaml (draft 07): completion and validation while it is edited. */
export function profileSchema(): Record<string, unknown> {
  const word = (description: string) => ({ type: 'string', description });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Chaperone practice profile',
    type: 'object',
    additionalProperties: false,
    properties: {
      name: word('The name of the practice.'),
      ...Object.fromEntries(
        Object.entries(lists).map(([key, description]) => [
          key,
          { type: 'array', items: { type: 'string' }, description },
        ]),
      ),
      strictness: {
        enum: strictnesses,
        description:
          'strict: any public reply is a risk (default). standard: template replies are fine. lenient: only the plainest disclosures.',
      },
      jurisdiction: {
        type: 'array',
        items: { enum: jurisdictions },
        description: 'Chooses citations; never switches a rule off.',
      },
      channels: {
        type: 'object',
        additionalProperties: { enum: channels },
        description: 'Which channel the files of a glob belong to: "replies/**": review-reply.',
      },
      rules: {
        type: 'object',
        propertyNames: { anyOf: [{ enum: rules.map(({ id }) => id) }, { type: 'string' }] },
        additionalProperties: { enum: severityWords },
        description: 'Turns a rule up, down or off. A visible line, for counsel to see.',
      },
      customRules: {
        type: 'array',
        items: { type: 'object' },
        description: 'Rules of your own, with examples that are run.',
      },
    },
  };
}

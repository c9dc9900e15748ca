import type { Packed, PackedWords } from '../../core/src/signals/learned/packed.js';

export type { PackedWords };

/** The kinds of disclosure that a clause can come nearest to; each stands for one of the reply rules. */
export const families = [
  'visit',
  'patient',
  'treatment',
  'return',
  'apology',
  'defense',
  'records',
  'billing',
  'blame',
] as const;
export type Family = (typeof families)[number];

/** A feature's slot is this many low bits of its hash. */
export const slotBits = 18;

/** Everything that training learned for one kind of copy. */
export interface TrainedModel {
  readonly words: PackedWords;
  readonly signals: readonly (readonly [name: string, whole: number, clause: number])[];
  readonly whole: Packed;
  readonly clause: Packed;
  readonly families: readonly (readonly [Family, Packed])[];
  readonly combine: { readonly whole: number; readonly clause: number; readonly bias: number };
  readonly likely: number;
  readonly strong: number;
  readonly aloneAtLeast: number;
}

/** The source of core's weights.ts. */
export function weightsModule(models: Readonly<Record<string, TrainedModel>>): string {
  const names = Object.keys(models);
  const union = (words: readonly string[]) => words.map((word) => `'${word}'`).join(' | ');
  return `// Written by \`pnpm --filter @chaperone/training train\` from corpus/; do not edit. docs/learned-signal.md says what it is.
// biome-ignore-all format: weights are data
import type { Packed, PackedWords } from './packed.js';

export type Family = ${union(families)};
export type ModelName = ${union(names)};

/** What training learned: sparse tables of weights, and how to read them. */
export const weights: {
  /** A feature's slot is this many low bits of its hash. */
  readonly bits: number;
  readonly models: Readonly<Record<ModelName, {
    readonly whole: Packed;
    readonly clause: Packed;
    /** What each word weighs by its meaning. */
    readonly words: PackedWords;
    /** What a written signal weighs when it was found: in the passage, and in the clause. */
    readonly signals: readonly (readonly [name: string, whole: number, clause: number])[];
    readonly families: readonly (readonly [Family, Packed])[];
    /** How the log odds of the passage and of the clause make one score. */
    readonly combine: { readonly whole: number; readonly clause: number; readonly bias: number };
    /** A clause that scores this much is a finding. */
    readonly likely: number;
    /** A clause that scores this much is hardly ever clean. */
    readonly strong: number;
    /** Beside the best clause, others are findings only when they reach this by themselves, in log odds. */
    readonly aloneAtLeast: number;
  }>>;
} = {
  bits: ${slotBits},
  models: {
${names.map((name) => `    ${name}: ${modelSource(models[name] as TrainedModel)},`).join('\n')}
  },
};
`;
}

function modelSource(model: TrainedModel): string {
  const { combine } = model;
  return `{
      combine: { whole: ${short(combine.whole)}, clause: ${short(combine.clause)}, bias: ${short(combine.bias)} },
      likely: ${short(model.likely)}, strong: ${short(model.strong)}, aloneAtLeast: ${short(model.aloneAtLeast)},
      whole: ${tableSource(model.whole)},
      clause: ${tableSource(model.clause)},
      words: ${wordsSource(model.words)},
      signals: [${model.signals.map(([name, whole, clause]) => `['${name}', ${short(whole)}, ${short(clause)}]`).join(', ')}],
      families: [
${model.families.map(([family, table]) => `        ['${family}', ${tableSource(table)}],`).join('\n')}
      ],
    }`;
}

function wordsSource({ gaps, whole, clause, rarity, wholeScale, clauseScale }: PackedWords): string {
  return `{ wholeScale: ${short(wholeScale)}, clauseScale: ${short(clauseScale)}, gaps: '${gaps}', whole: '${whole}', clause: '${clause}', rarity: '${rarity}' }`;
}

function tableSource({ gaps, values, scale, bias }: Packed): string {
  return `{ scale: ${short(scale)}, bias: ${short(bias)}, gaps: '${gaps}', values: '${values}' }`;
}

function short(value: number): string {
  return String(Number(value.toPrecision(5)));
}

import type { Packed, PackedNetwork, PackedRows } from '../../core/src/signals/learned/packed.js';
import { tensorNames } from '../../core/src/signals/learned/packed.js';

/** Kinds of disclosure that a clause can come nearest to, each with the rules that it stands for, the first one before all. */
export type Kinds = Readonly<Record<string, readonly string[]>>;

/** What a reply can tell. */
export const replyKinds: Kinds = {
  visit: ['reply-thanks-for-visit', 'public-thanks-after-visit'],
  patient: ['reply-confirms-patient'],
  treatment: ['reply-confirms-treatment'],
  return: ['reply-invites-return', 'public-appointment-talk'],
  apology: ['reply-apologizes-for-care'],
  defense: ['reply-defends-care'],
  records: ['reply-cites-records'],
  billing: ['reply-discusses-billing'],
  blame: ['reply-blames-reviewer'],
};

/** What other copy can tell. */
export const copyKinds: Kinds = {
  thanks: ['public-thanks-after-visit'],
  tag: ['tag-or-mention-patient'],
  shoutout: ['patient-shoutout'],
  coy: ['coy-insinuation', 'celebrity-client'],
  named: ['name-with-treatment', 'internal-note-leak', 'patient-list-leak'],
  story: [
    'case-story-identifiable',
    'relative-or-employer-identifies',
    'small-geography',
    'exact-date-of-service',
    'age-over-89',
  ],
  result: [
    'before-after-without-authorization',
    'image-metadata-identifies',
    'distinctive-feature',
  ],
  quote: ['testimonial-without-authorization', 'repost-review-as-marketing'],
  day: [
    'staff-day-story',
    'live-or-behind-the-scenes',
    'public-checkin-on-patient',
    'public-appointment-talk',
  ],
};

/** A feature's slot is this many low bits of its hash. */
export const slotBits = 18;

/** Everything that training learned for one kind of copy. */
export interface TrainedModel {
  readonly signals: readonly (readonly [name: string, whole: number, clause: number])[];
  readonly whole: Packed;
  readonly clause: Packed;
  readonly families: PackedRows;
  readonly combine: {
    readonly whole: number;
    readonly clause: number;
    readonly heardWhole: number;
    readonly heardClause: number;
    readonly bias: number;
  };
  readonly likely: number;
  readonly strong: number;
  readonly aloneAtLeast: number;
}

/** The source of core's weights.ts. */
export function weightsModule(
  network: PackedNetwork,
  models: Readonly<Record<string, TrainedModel>>,
): string {
  const names = Object.keys(models);
  const union = (words: readonly string[]) => words.map((word) => `'${word}'`).join(' | ');
  return `// Written by \`pnpm --filter @chaperone/training train\` from corpus/; do not edit. docs/learned-signal.md says what it is.
// biome-ignore-all format lint: weights are data
import type { Packed, PackedNetwork, PackedRows } from './packed.js';

export type Family = ${union([...Object.keys(replyKinds), ...Object.keys(copyKinds)])};
export type ModelName = ${union(names)};

/** What training learned: sparse tables of weights, and how to read them. */
export const weights: {
  /** A feature's slot is this many low bits of its hash. */
  readonly bits: number;
  /** What reads beside the tables; one for all models. */
  readonly network: PackedNetwork;
  readonly models: Readonly<Record<ModelName, {
    readonly whole: Packed;
    readonly clause: Packed;
    /** What each word weighs by its meaning. */
      /** What a written signal weighs when it was found: in the passage, and in the clause. */
    readonly signals: readonly (readonly [name: string, whole: number, clause: number])[];
    readonly families: PackedRows<Family>;
    /** How the log odds of the passage and of the clause, by the tables and by the network, make one score. */
    readonly combine: { readonly whole: number; readonly clause: number; readonly heardWhole: number; readonly heardClause: number; readonly bias: number };
    /** A clause that scores this much is a finding. */
    readonly likely: number;
    /** A clause that scores this much is hardly ever clean. */
    readonly strong: number;
    /** Beside the best clause, others are findings only when they reach this by themselves, in log odds. */
    readonly aloneAtLeast: number;
  }>>;
} = {
  bits: ${slotBits},
  network: ${networkSource(network)},
  models: {
${names.map((name) => `    ${name}: ${modelSource(models[name] as TrainedModel)},`).join('\n')}
  },
};
`;
}

function modelSource(model: TrainedModel): string {
  const { combine } = model;
  return `{
      combine: { whole: ${short(combine.whole)}, clause: ${short(combine.clause)}, heardWhole: ${short(combine.heardWhole)}, heardClause: ${short(combine.heardClause)}, bias: ${short(combine.bias)} },
      likely: ${short(model.likely)}, strong: ${short(model.strong)}, aloneAtLeast: ${short(model.aloneAtLeast)},
      whole: ${tableSource(model.whole)},
      clause: ${tableSource(model.clause)},
      signals: [${model.signals.map(([name, whole, clause]) => `['${name}', ${short(whole)}, ${short(clause)}]`).join(', ')}],
      families: ${rowsSource(model.families)},
    }`;
}

function networkSource(network: PackedNetwork): string {
  const { shape, gaps, tensors } = network;
  const numbers = (values: readonly number[]) => `[${values.map(short).join(', ')}]`;
  return `{
    shape: { dimensions: ${shape.dimensions}, channels: ${shape.channels}, hidden: ${shape.hidden}, reviewChannels: ${shape.reviewChannels} },
    clauseBias: ${numbers(network.clauseBias)}, wholeBias: ${numbers(network.wholeBias)}, wholeByBest: ${numbers(network.wholeByBest)},
    gaps: '${gaps}',
    tensors: {
${tensorNames.map((name) => `      ${name}: { scale: ${short(tensors[name].scale)}, values: '${tensors[name].values}' },`).join('\n')}
    },
  }`;
}

function tableSource({ gaps, values, scale, bias }: Packed): string {
  return `{ scale: ${short(scale)}, bias: ${short(bias)}, gaps: '${gaps}', values: '${values}' }`;
}

function rowsSource({ gaps, scale, rows }: PackedRows): string {
  return `{ scale: ${short(scale)}, gaps: '${gaps}', rows: [
${rows.map(({ name, bias, values }) => `        { name: '${name}', bias: ${short(bias)}, values: '${values}' },`).join('\n')}
      ] }`;
}

function short(value: number): string {
  return String(Number(value.toPrecision(5)));
}

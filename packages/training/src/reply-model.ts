import { within } from '../../core/src/signals/learned/network.js';
import { type Packed, pack } from '../../core/src/signals/learned/packed.js';
import { type CorpusText, fnv1a, pairKey } from './corpus.js';
import { type PassageExample, type Piece, signalNames } from './dataset.js';
import { trainFamilies } from './family-model.js';
import { fit, logisticLoss, packRows, type Rows } from './logistic.js';
import type { Heard } from './network.js';
import { type Slots, slotsOf } from './slots.js';
import { areaUnderCurve, quantile } from './statistics.js';
import type { Kinds, TrainedModel } from './weights-module.js';

/** How strongly each table is held back, and how many weights it may keep. */
const settings = {
  whole: { strength: 30, keep: 3500, leastTexts: 2 },
  clause: { strength: 16, keep: 3500, leastTexts: 2 },
} as const;
type Setting = { readonly strength: number; readonly keep: number; readonly leastTexts: number };

/** How much the written signals count beside the features, before training weighs them. */
const signalScale = 0.2;
/** Copy written to fool the reader counts less in training, and not at all where thresholds are set. */
const riddles = 'replies-riddles';
/** How much the texts of a file count in training, where that is not 1. The rulebook's own examples must come out right. */
const importances: Readonly<Record<string, number>> = { [riddles]: 0.4, rulebook: 3 };
/** Ordinary copy is rare in the corpus and common in life. */
const ordinary = { files: /^ordinary(?:-\d+)?$/, importance: 3 };

/** How much a text counts in training. */
export function importanceOf({ file }: CorpusText): number {
  return ordinary.files.test(file) ? ordinary.importance : (importances[file] ?? 1);
}

/** Shares of clean texts that may be above a threshold in cross-validation. */
const allowed = { likely: 0.045, strong: 0.005 };

/** True for copy that answers one person: what the reply model is for. */
export function isReplyLike(text: CorpusText): boolean {
  return (
    text.channel === 'review-reply' ||
    text.channel === 'direct-message' ||
    (text.channel === 'social-post' && text.review !== undefined)
  );
}

/** True for copy that speaks to everybody: posts, newsletters, pages and drafts, which one model reads together. */
export function isCopy(text: CorpusText): boolean {
  return !isReplyLike(text);
}

/** True where one telling sentence stands in much ordinary copy. */
function isPage({ channel }: CorpusText): boolean {
  return channel !== 'review-reply' && channel !== 'direct-message' && channel !== 'social-post';
}

/** Trains on all examples; beside the best clause, others count that reach `aloneAtLeast`, in log odds; combination and thresholds come from five-fold cross-validation by document. */
export function trainModel(
  examples: readonly PassageExample[],
  heard: ReadonlyMap<PassageExample, Heard>,
  kinds: Kinds,
  aloneAtLeast: number,
): {
  model: TrainedModel;
  log: string;
} {
  const predictions = crossValidate(examples).map((own) => ({
    ...own,
    heard: heard.get(own.example) ?? silent,
  }));
  const combine = combination(predictions);
  const texts = byText(predictions, combine).filter(({ text }) => text.file !== riddles);
  const [pages, others] = [
    texts.filter(({ text }) => isPage(text)),
    texts.filter(({ text }) => !isPage(text)),
  ];
  const likely = threshold(others, allowed.likely);
  const strong = threshold(others, allowed.strong);
  const log = [
    `${texts.length} texts, area under the curve ${areaUnderCurve(
      texts.map(({ score }) => score),
      texts.map((text) => (text.risky ? 1 : 0)),
    ).toFixed(3)} (cross-validated)`,
    `likely ${likely.toFixed(3)} finds ${share(others, likely)} %, strong ${strong.toFixed(3)} finds ${share(others, strong)} % of risky texts`,
    ...(pages.length === 0 ? [] : [`on pages it finds ${share(pages, likely)} %`]),
    `combine ${JSON.stringify(combine)}`,
  ].join('\n');
  const { whole, clause } = trainTables(examples);
  return {
    model: {
      signals: signalNames.flatMap((name, index) => {
        const own = [whole.signals[index] ?? 0, clause.signals[index] ?? 0] as const;
        return own.some((weight) => Math.abs(weight) > 0.02) ? [[name, ...own] as const] : [];
      }),
      whole: packed(whole),
      clause: packed(clause),
      families: trainFamilies(
        examples.flatMap(({ clauses }) => clauses).filter(({ marks }) => marks.length > 0),
        kinds,
      ),
      combine,
      likely,
      strong,
      aloneAtLeast,
    },
    log,
  };
}

type Scored = ReturnType<typeof byText>;

/** The score that only a share of the clean texts reaches. */
function threshold(texts: Scored, share: number): number {
  return quantile(
    texts.filter(({ risky }) => !risky).map(({ score }) => score),
    1 - share,
  );
}

/** How many of the risky texts reach a score, in percent. */
function share(texts: Scored, score: number): string {
  const risky = texts.filter((text) => text.risky);
  return ((risky.filter((text) => text.score >= score).length * 100) / risky.length).toFixed(1);
}

/** Weights by slot, whole numbers times `scale`. */
export interface Table {
  readonly weights: ReadonlyMap<number, number>;
  readonly scale: number;
  readonly bias: number;
  /** The weight of each written signal. */
  readonly signals: readonly number[];
}

/** What the tables say of a passage, and what the network does. */
export interface Prediction {
  readonly example: PassageExample;
  readonly whole: number;
  readonly clauses: readonly number[];
}
type FullPrediction = Prediction & { readonly heard: Heard };
const silent: Heard = { whole: 0, clauses: [] };

/** The tables for whole passages and for clauses. */
export function trainTables(examples: readonly PassageExample[]): { whole: Table; clause: Table } {
  const clauses = examples.flatMap((example) => example.clauses);
  const importance = ({ text }: PassageExample) => importanceOf(text);
  return {
    whole: trainTable(
      examples.map(({ whole }) => whole),
      examples.map(importance),
      settings.whole,
    ),
    clause: trainTable(
      clauses,
      examples.flatMap((example) => example.clauses.map(() => importance(example))),
      settings.clause,
    ),
  };
}

/** What the tables say of examples, as core would say it. */
export function predict(
  { whole, clause }: { whole: Table; clause: Table },
  examples: readonly PassageExample[],
): Prediction[] {
  return examples.map((example) => ({
    example,
    whole: logOdds(whole, example.whole),
    clauses: example.clauses.map((piece) => logOdds(clause, piece)),
  }));
}

/** How many parts cross-validation makes. */
export const folds = 5;

/** The part that an example's document falls into; the two texts of a pair share one. */
export function foldOf({ text }: PassageExample): number {
  return fnv1a(`fold ${pairKey(text.id)}`) % folds;
}

/** Predictions for every example by tables that have not seen its document. */
export function crossValidate(examples: readonly PassageExample[]): Prediction[] {
  return Array.from({ length: folds }, (_, fold) => {
    const tables = trainTables(examples.filter((example) => foldOf(example) !== fold));
    return predict(
      tables,
      examples.filter((example) => foldOf(example) === fold),
    );
  }).flat();
}

/** A text's score is that of its best clause. */
export function byText(
  predictions: readonly FullPrediction[],
  combine: TrainedModel['combine'],
): { text: CorpusText; risky: boolean; score: number }[] {
  const texts = new Map<string, { text: CorpusText; risky: boolean; score: number }>();
  for (const { example, whole, clauses, heard } of predictions) {
    const shared = combine.whole * whole + combine.heardWhole * within(heard.whole) + combine.bias;
    const score = Math.max(
      ...clauses.map((own, clause) =>
        logistic(
          shared +
            combine.clause * own +
            combine.heardClause * within(heard.clauses[clause] as number),
        ),
      ),
    );
    const before = texts.get(example.text.id)?.score ?? 0;
    texts.set(example.text.id, {
      text: example.text,
      risky: !example.text.clean,
      score: Math.max(before, score),
    });
  }
  return [...texts.values()];
}

function logistic(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

function isRisky({ marks }: Piece): number {
  return marks.length > 0 ? 1 : 0;
}

function trainTable(
  pieces: readonly Piece[],
  importance: readonly number[],
  { strength, keep, leastTexts }: Setting,
): Table {
  const slotted = pieces.map(slotsOf);
  const texts = new Map<number, number>();
  for (const { slots } of slotted)
    for (const slot of slots.keys()) texts.set(slot, (texts.get(slot) ?? 0) + 1);
  const all = [...texts].filter(([, count]) => count >= leastTexts).map(([slot]) => slot);
  const loss = logisticLoss(pieces.map(isRisky), importance);
  const first = fit(rowsOf(pieces, slotted, all), loss, 1 / strength);
  const heavy = all
    .map((slot, column) => [slot, Math.abs(first[column] as number)] as const)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, keep)
    .map(([slot]) => slot);
  const weights =
    heavy.length === all.length ? first : fit(rowsOf(pieces, slotted, heavy), loss, 1 / strength);
  const columns = heavy.length === all.length ? all : heavy;
  const largest = columns.reduce(
    (most, _, column) => Math.max(most, Math.abs(weights[column] as number)),
    1e-9,
  );
  const scale = largest / 31;
  const table = new Map<number, number>();
  columns.forEach((slot, column) => {
    const value = Math.round((weights[column] as number) / scale);
    if (value !== 0) table.set(slot, value);
  });
  const signals = [...weights.slice(columns.length, -1)].map((weight) => weight * signalScale);
  return {
    weights: table,
    scale,
    bias: weights[weights.length - 1] as number,
    signals,
  };
}

function rowsOf(
  pieces: readonly Piece[],
  slotted: readonly Slots[],
  columns: readonly number[],
): Rows {
  const columnOf = new Map(columns.map((slot, column) => [slot, column]));
  const rows = slotted.map(({ slots, size }, at) => {
    const row: [number, number][] = [];
    for (const [slot, count] of slots) {
      const column = columnOf.get(slot);
      if (column !== undefined) row.push([column, count / size]);
    }
    const piece = pieces[at] as Piece;
    for (const signal of piece.signals) row.push([columns.length + signal, signalScale]);
    return row;
  });
  return packRows(rows, columns.length + signalNames.length);
}

function logOdds({ weights, scale, bias, signals }: Table, piece: Piece): number {
  const { slots, size } = slotsOf(piece);
  let sum = 0;
  for (const [slot, count] of slots) sum += (weights.get(slot) ?? 0) * count;
  let rest = bias;
  for (const signal of piece.signals) rest += signals[signal] ?? 0;
  return (sum * scale) / size + rest;
}

/**
 * Tables and network each bring two log odds: of the passage, and of the clause that the two together hold for the most
 * telling. What would count against a text where it is high counts for nothing.
 */
function combination(predictions: readonly FullPrediction[]): TrainedModel['combine'] {
  const all = predictions.map(({ whole, clauses, heard }) => {
    const sums = clauses.map((own, clause) => own + within(heard.clauses[clause] as number));
    const best = sums.indexOf(Math.max(...sums));
    return [
      whole,
      clauses[best] as number,
      within(heard.whole),
      within(heard.clauses[best] as number),
    ] as const;
  });
  const loss = logisticLoss(predictions.map(({ example }) => isRisky(example.whole)));
  const fitted = (columns: readonly number[]): number[] => {
    const rows = all.map((own) => columns.map((at) => [at, own[at] as number] as const));
    return [...fit(packRows(rows, 4), loss, 1e-3)];
  };
  let columns: readonly number[] = [0, 1, 2, 3];
  let weights = fitted(columns);
  while (columns.some((at) => (weights[at] as number) < 0)) {
    columns = columns.filter((at) => (weights[at] as number) > 0);
    weights = fitted(columns);
  }
  const [whole = 0, clause = 0, heardWhole = 0, heardClause = 0, bias = 0] = weights;
  // Core measures the network's word in log odds of the tables.
  if (whole <= 0 || clause <= 0) throw new Error('the tables say nothing');
  return { whole, clause, heardWhole, heardClause, bias };
}

function packed({ weights, scale, bias }: Table): Packed {
  return { ...pack([...weights].sort((a, b) => a[0] - b[0])), scale, bias };
}

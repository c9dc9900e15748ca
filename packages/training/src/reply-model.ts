import { hashWord } from '../../core/src/signals/learned/features.js';
import { type Packed, pack } from '../../core/src/signals/learned/packed.js';
import { type CorpusText, fnv1a, pairKey } from './corpus.js';
import { type PassageExample, type Piece, signalNames } from './dataset.js';
import { trainFamilies } from './family-model.js';
import { fit, logisticLoss, packRows, type Rows } from './logistic.js';
import { type Slots, slotMask, slotsOf } from './slots.js';
import { areaUnderCurve, quantile } from './statistics.js';
import { dimensions, raritiesOf, readVectors, vectorOf } from './vectors.js';
import type { Kinds, PackedMeaning, PackedWords, TrainedModel } from './weights-module.js';

/** How strongly each table is held back, and how many weights it may keep. */
const settings = {
  whole: { strength: 30, keep: 3500, leastTexts: 2 },
  clause: { strength: 16, keep: 3500, leastTexts: 2 },
} as const;
type Setting = { readonly strength: number; readonly keep: number; readonly leastTexts: number };

/** How much the vectors and the written signals count beside the features, before training weighs them. */
const vectorScale = 0.1;
const signalScale = 0.2;
/** Copy written to fool the reader counts less in training, and not at all where thresholds are set. */
const riddles = 'replies-riddles';
/** How much the texts of a file count in training, where that is not 1. The rulebook's own examples must come out right. */
const importances: Readonly<Record<string, number>> = { [riddles]: 0.4, rulebook: 3 };
/** Words whose own weight goes into core. */
const keptWords = 4500;

/** Shares of clean texts that may be above a threshold in cross-validation. */
const allowed = { likely: 0.045, onPages: 0.015, strong: 0.005 };

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

/** Trains on all examples; beside the best clause, others count that reach `aloneAtLeast`, in log odds; combination and thresholds come from five-fold cross-validation by document. Vectors must be prepared. */
export function trainModel(
  examples: readonly PassageExample[],
  kinds: Kinds,
  aloneAtLeast: number,
): {
  model: TrainedModel;
  log: string;
} {
  const predictions = crossValidate(examples);
  const combine = combination(predictions);
  const texts = byText(predictions, combine).filter(({ text }) => text.file !== riddles);
  const [pages, others] = [
    texts.filter(({ text }) => isPage(text)),
    texts.filter(({ text }) => !isPage(text)),
  ];
  const likely = threshold(others, allowed.likely);
  const likelyOnPages = pages.length === 0 ? likely : threshold(pages, allowed.onPages);
  const strong = threshold(others, allowed.strong);
  const log = [
    `${texts.length} texts, area under the curve ${areaUnderCurve(
      texts.map(({ score }) => score),
      texts.map((text) => (text.risky ? 1 : 0)),
    ).toFixed(3)} (cross-validated)`,
    `likely ${likely.toFixed(3)} finds ${share(others, likely)} %, strong ${strong.toFixed(3)} finds ${share(others, strong)} % of risky texts`,
    ...(pages.length === 0
      ? []
      : [`on pages ${likelyOnPages.toFixed(3)} finds ${share(pages, likelyOnPages)} %`]),
    `combine ${JSON.stringify(combine)}`,
  ].join('\n');
  const { whole, clause } = trainTables(examples);
  return {
    model: {
      meaning: packedMeaning(whole, clause),
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
      likelyOnPages,
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
  /** The weight of each dimension of the words' vectors. */
  readonly vector: readonly number[];
  /** The weight of each written signal. */
  readonly signals: readonly number[];
}

let known:
  | {
      readonly vectors: ReadonlyMap<string, readonly number[]>;
      readonly rarityOf: (word: string) => number;
    }
  | undefined;
const vectorsOf = new WeakMap<Piece, Float64Array | false>();

/** Chooses the words that carry vectors: those of the texts, then the most frequent of the language. */
export function prepareVectors(examples: readonly PassageExample[]): void {
  const all = readVectors();
  const words = new Set(
    examples.flatMap(({ whole }) => whole.words.toLowerCase().match(/[a-z'-]+/g) ?? []),
  );
  const vectors = new Map([...all].filter(([word]) => words.has(word)));
  for (const [word, vector] of all) {
    if (vectors.size >= keptWords) break;
    vectors.set(word, vector);
  }
  known = { vectors, rarityOf: raritiesOf(examples.map(({ whole }) => whole.words)) };
}

function vectorOfPiece(piece: Piece): Float64Array | undefined {
  const before = vectorsOf.get(piece);
  if (before !== undefined) return before || undefined;
  const vector = known && vectorOf(piece.words, known.vectors, known.rarityOf);
  vectorsOf.set(piece, vector ?? false);
  return vector;
}

export interface Prediction {
  readonly example: PassageExample;
  readonly whole: number;
  readonly clauses: readonly number[];
}

/** The tables for whole passages and for clauses. */
export function trainTables(examples: readonly PassageExample[]): { whole: Table; clause: Table } {
  const clauses = examples.flatMap((example) => example.clauses);
  const importance = ({ text }: PassageExample) => importances[text.file] ?? 1;
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

/** Predictions for every example by tables that have not seen its document. */
export function crossValidate(examples: readonly PassageExample[], folds = 5): Prediction[] {
  const foldOf = ({ text }: PassageExample) => fnv1a(`fold ${pairKey(text.id)}`) % folds;
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
  predictions: readonly Prediction[],
  combine: TrainedModel['combine'],
): { text: CorpusText; risky: boolean; score: number }[] {
  const texts = new Map<string, { text: CorpusText; risky: boolean; score: number }>();
  for (const { example, whole, clauses } of predictions) {
    const best = Math.max(...clauses);
    const score =
      1 / (1 + Math.exp(-(combine.whole * whole + combine.clause * best + combine.bias)));
    const before = texts.get(example.text.id)?.score ?? 0;
    texts.set(example.text.id, {
      text: example.text,
      risky: !example.text.clean,
      score: Math.max(before, score),
    });
  }
  return [...texts.values()];
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
  const own = [...weights.slice(columns.length, columns.length + dimensions)].map(
    (weight) => weight * vectorScale,
  );
  const signals = [...weights.slice(columns.length + dimensions, -1)].map(
    (weight) => weight * signalScale,
  );
  return {
    weights: table,
    scale,
    bias: weights[weights.length - 1] as number,
    vector: own,
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
    vectorOfPiece(piece)?.forEach((value, index) => {
      row.push([columns.length + index, value * vectorScale]);
    });
    for (const signal of piece.signals)
      row.push([columns.length + dimensions + signal, signalScale]);
    return row;
  });
  return packRows(rows, columns.length + dimensions + signalNames.length);
}

function logOdds({ weights, scale, bias, vector, signals }: Table, piece: Piece): number {
  const { slots, size } = slotsOf(piece);
  let sum = 0;
  for (const [slot, count] of slots) sum += (weights.get(slot) ?? 0) * count;
  let rest = bias;
  vectorOfPiece(piece)?.forEach((value, index) => {
    rest += value * (vector[index] as number);
  });
  for (const signal of piece.signals) rest += signals[signal] ?? 0;
  return (sum * scale) / size + rest;
}

/** The words that carry vectors, by slot; of two words in one slot the more frequent one speaks. */
function wordSlots(): readonly (readonly [
  slot: number,
  vector: readonly number[],
  rarity: number,
])[] {
  const { vectors, rarityOf } = known as NonNullable<typeof known>;
  const slots = new Map<number, readonly [number, readonly number[], number]>();
  for (const [word, vector] of vectors) {
    const slot = hashWord(word) & slotMask;
    if (!slots.has(slot)) slots.set(slot, [slot, vector, rarityOf(word)]);
  }
  return [...slots.values()].sort((a, b) => a[0] - b[0]);
}

/** Which words are known, and how rare they are. */
export function packedWords(): PackedWords {
  const { gaps, values } = pack(wordSlots().map(([slot, , rarity]) => [slot, rarity] as const));
  return { gaps, rarity: values };
}

/** A vector's weights, word by word: the same score without the vectors. */
function packedMeaning(whole: Table, clause: Table): PackedMeaning {
  const column = ({ vector: own }: Table) => {
    const entries = wordSlots().map(
      ([slot, vector]) =>
        [
          slot,
          vector.reduce((sum, value, index) => sum + value * (own[index] as number), 0),
        ] as const,
    );
    const scale = Math.max(1e-9, ...entries.map(([, weight]) => Math.abs(weight))) / 31;
    return {
      scale,
      values: pack(entries.map(([slot, weight]) => [slot, Math.round(weight / scale)] as const))
        .values,
    };
  };
  const [a, b] = [column(whole), column(clause)];
  return { whole: a.values, wholeScale: a.scale, clause: b.values, clauseScale: b.scale };
}

function combination(predictions: readonly Prediction[]): TrainedModel['combine'] {
  const rows = packRows(
    predictions.map(({ whole, clauses }) => [
      [0, whole] as const,
      [1, Math.max(...clauses)] as const,
    ]),
    2,
  );
  const weights = fit(
    rows,
    logisticLoss(predictions.map(({ example }) => isRisky(example.whole))),
    1e-3,
  );
  return { whole: weights[0] as number, clause: weights[1] as number, bias: weights[2] as number };
}

function packed({ weights, scale, bias }: Table): Packed {
  return { ...pack([...weights].sort((a, b) => a[0] - b[0])), scale, bias };
}

import { atLeast, check, defaultProfile, type Finding, type Strictness } from '@chaperone/core';
import type { CorpusText, Mark } from './corpus.js';

/** What `check` said of one labelled text. */
export interface Outcome {
  readonly text: CorpusText;
  /** Findings of severity warning or error. */
  readonly findings: readonly Finding[];
  readonly found: readonly Mark[];
  readonly missed: readonly Mark[];
  /** Marks where something was underlined, under a rule that is not among the alternatives. */
  readonly misnamed: readonly Mark[];
  /** Findings that overlap no mark. */
  readonly stray: readonly Finding[];
}

/** Counts over many outcomes. */
export interface Score {
  readonly texts: number;
  readonly marks: number;
  readonly found: number;
  readonly misnamed: number;
  readonly violating: number;
  /** Violating texts with at least one warning. */
  readonly noticed: number;
  readonly clean: number;
  /** Clean texts without any warning. */
  readonly silent: number;
  /** Findings in violating texts that overlap no mark. */
  readonly stray: number;
  readonly words: number;
  readonly findings: number;
}

/** Runs the real check over a labelled text as a client would: the channel chosen, the review as context. */
export function outcomeOf(text: CorpusText, strictness: Strictness = 'standard'): Outcome {
  const findings = check(
    { uri: `corpus/${text.id}`, languageId: text.languageId, text: text.text },
    defaultProfile,
    '2026-11-24',
    { channel: text.channel, strictness, ...(text.review ? { context: text.review } : {}) },
  ).filter((finding) => atLeast(finding.severity, 'warning'));
  const touching = (mark: Mark) =>
    findings.filter(({ span }) => span.start < mark.span.end && mark.span.start < span.end);
  const found = text.marks.filter((mark) =>
    touching(mark).some(({ rule }) => mark.rules.includes(rule)),
  );
  const missed = text.marks.filter((mark) => !found.includes(mark));
  const misnamed = missed.filter((mark) => touching(mark).length > 0);
  const stray = findings.filter(
    ({ span }) =>
      !text.marks.some((mark) => span.start < mark.span.end && mark.span.start < span.end),
  );
  return { text, findings, found, missed, misnamed, stray };
}

/** Adds outcomes up. */
export function scoreOf(outcomes: readonly Outcome[]): Score {
  const sum = (count: (outcome: Outcome) => number) =>
    outcomes.reduce((total, outcome) => total + count(outcome), 0);
  return {
    texts: outcomes.length,
    marks: sum(({ text }) => text.marks.length),
    found: sum(({ found }) => found.length),
    misnamed: sum(({ misnamed }) => misnamed.length),
    violating: sum(({ text }) => (text.clean ? 0 : 1)),
    noticed: sum(({ text, findings }) => (!text.clean && findings.length > 0 ? 1 : 0)),
    clean: sum(({ text }) => (text.clean ? 1 : 0)),
    silent: sum(({ text, findings }) => (text.clean && findings.length === 0 ? 1 : 0)),
    stray: sum(({ text, stray }) => (text.clean ? 0 : stray.length)),
    words: sum(({ text }) => text.text.match(/\S+/g)?.length ?? 0),
    findings: sum(({ findings }) => findings.length),
  };
}

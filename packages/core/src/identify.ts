import { createLexicon, type Lexicon, tagWords } from './lexicon/index.js';
import { defaultProfile, type PracticeProfile } from './profile.js';
import { findIdentifiers } from './signals/identifiers/find.js';
import { ownContact } from './signals/identifiers/own.js';
import { originalSpan, sourceOf } from './signals/identifiers/source.js';
import { tagPeople } from './signals/people.js';
import { overlaps, type Span } from './span.js';
import { tokenize } from './tokens.js';

/** A particular that identifies a person or a thing of theirs. The 18 kinds of 45 CFR 164.514(b)(2)(i) and a few more. */
export interface Entity {
  /** PERSON, PHONE, EMAIL, URL, DATE, ADDRESS, ZIP, AGE, SSN, CARD, IP, MRN, NPI, DEA, MEMBER_ID, ACCOUNT, … */
  readonly kind: string;
  /** UTF-16 code units of the text as it was given. */
  readonly span: Span;
  readonly text: string;
  /** 0 to 1. */
  readonly score: number;
}

/** Names below this score are more often something else. */
const nameThreshold = 0.42;
let lexicon: Lexicon | undefined;

/**
 * Lists the identifiers in plain text, in order, without overlaps. Offsets are UTF-16 code units. Names of staff are
 * listed too (they are names); what the profile gives as the practice's own name, people and contact data is not.
 */
export function identify(
  text: string,
  profile: PracticeProfile = defaultProfile,
): readonly Entity[] {
  const source = sourceOf(text);
  const own = ownContact(profile);
  const entities: Entity[] = [];
  const add = (kind: string, span: Span, score: number) =>
    entities.push({
      kind,
      span,
      text: text.slice(span.start, span.end),
      score: Math.round(score * 100) / 100,
    });
  for (const found of findIdentifiers(source)) {
    if (!own(found.kind, source.text.slice(found.start, found.end)))
      add(found.kind, originalSpan(source, found), found.score);
  }
  for (const { span, score } of namesIn(source.text, profile)) {
    const original = originalSpan(source, span);
    if (!entities.some((entity) => overlaps(entity.span, original))) add('PERSON', original, score);
  }
  return entities.sort((a, b) => a.span.start - b.span.start);
}

function namesIn(text: string, profile: PracticeProfile): { span: Span; score: number }[] {
  lexicon ??= createLexicon();
  const tokens = tokenize(text);
  tagWords(tokens, lexicon);
  return tagPeople(tokens, profile)
    .filter(
      ({ kind, cue, score }) => kind !== 'practice' && cue !== 'profile' && score >= nameThreshold,
    )
    .map(({ from, to, score, kind, cue }) => {
      // A clinician's title is no part of the name.
      let first = from;
      while (
        kind === 'staff' &&
        cue === 'title' &&
        to - from > 3 &&
        first < to - 1 &&
        (tokens.word[first] === '.' || first === from)
      )
        first++;
      return {
        span: { start: tokens.start[first] as number, end: tokens.end[to - 1] as number },
        score,
      };
    });
}

import type { PracticeProfile } from '../../profile.js';
import { Kind, tokenize } from '../../tokens.js';
import { isNameWord } from './runs.js';

/** The practice's own names, made ready for comparing with words. */
export interface OwnNames {
  /** Words of staff names, lower case, titles and credentials left out. */
  readonly staff: ReadonlySet<string>;
  readonly handles: ReadonlySet<string>;
  /** The words of the practice's name. */
  readonly practice: readonly string[];
}

const known = new WeakMap<PracticeProfile, OwnNames>();
const titles = /^(?:dr|doctor|nurse|mr|mrs|ms|miss|mx|rn|np|pa|pa-c|md|do|le|the|and|of)$/;

export function ownNames(profile: PracticeProfile): OwnNames {
  const cached = known.get(profile);
  if (cached) return cached;
  const staff = new Set<string>();
  for (const entry of profile.staff) {
    // "Marcus (office manager, front desk)", "Dana Cole LE", "Peg, billing": the name stands first.
    const name = entry.replace(/[(,;–—].*$/, '');
    for (const word of name.toLowerCase().match(/[\p{L}'-]+/gu) ?? [])
      if (!titles.test(word)) staff.add(word);
  }
  const handles = new Set(
    [...profile.handles, ...profile.partners].map((handle) =>
      handle.toLowerCase().replace(/^@?/, '@'),
    ),
  );
  const own = { staff, handles, practice: profile.name === '' ? [] : tokenWords(profile.name) };
  known.set(profile, own);
  return own;
}

function tokenWords(text: string): string[] {
  const tokens = tokenize(text);
  return tokens.word.filter((_, token) => tokens.kind[token] === Kind.word);
}

const kin =
  /^(?:my|our|her|his|husband|wife|son|daughter|mom|mother|dad|father|sister|brother|friend|kid|boy|girl|baby|niece|nephew|grandson|granddaughter|hubby|fiancé|fiance|cousin|twins|aunt|uncle)$/;

/**
 * The names that a review speaks of: who served its author. The author's own name ("Walter H.: …", "- Dana") and
 * those of relatives are left out.
 */
export function namesServing(review: string): ReadonlySet<string> {
  const tokens = tokenize(review.slice(0, 4000));
  const names = new Set<string>();
  for (let token = 0; token < tokens.count; token++) {
    if (!isNameWord(tokens, token)) continue;
    const before = tokens.word[token - 1] ?? '';
    const after = tokens.word[token + 1] ?? '';
    if (after === ':' || before === '-' || before === '—' || kin.test(before)) continue;
    if (
      tokens.word[token + 2] === ':' ||
      (tokens.word[token + 2] === '.' && tokens.word[token + 3] === ':')
    )
      continue;
    names.add(tokens.word[token] as string);
  }
  return names;
}

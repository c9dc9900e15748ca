import { Kind, Shape } from '../../tokens.js';
import { careTitles, credentials, greetings, honorifics, kinTitles, workTitles } from './cues.js';
import { isNameWord, type Run } from './runs.js';
import { type Around, is, type Verdict } from './verdict-types.js';
import type { Words } from './words.js';

/** Titles and credentials of the practice's own people, before or after the name. */
export function asStaff(words: Words, run: Run, around: Around): Verdict | undefined {
  const { tokens, previous, left } = words;
  const honorific = honorifics.has(left);
  if (careTitles.has(left) && isTitleHere(words, previous))
    return is('staff', run, 0.95, 'title', previous);
  if (workTitles.has(left) && (words.capital(previous) || ownWork(words, previous)))
    return is('staff', run, 0.85, 'work title');
  if (left === ',' && ownTitle(words, previous - 1)) return is('staff', run, 0.85, 'work title');
  if (words.next === 'here' || (words.next === ',' && words.word(run.to + 1) === 'here'))
    return is('staff', run, 0.85, 'introduces itself');
  if (honorific && /^[,]$/.test(words.word(previous - 1)) && ownTitle(words, previous - 2))
    return is('staff', run, 0.85, 'work title', previous);
  if (honorific && workTitles.has(words.word(previous - 1)))
    return is('staff', run, 0.85, 'work title', previous);
  if (
    around.reply &&
    /^(?:for|to|with|from)$/.test(
      honorific || kinTitles.has(left) ? words.word(previous - 1) : '',
    ) &&
    /^(?:ask|talk|speak|call|said|deal)$/.test(words.word(previous - 2))
  )
    return is('staff', run, 0.8, 'work title', previous);
  if (!greetedDirectly(words, previous) && titleAfter(words, run.to))
    return is('staff', run, 0.9, 'credentials', honorific ? previous : run.from);
  if (!honorific && around.own(words.word(run.from))) return is('staff', run, 1, 'profile');
  if (
    words.word(run.to) === '(' &&
    (workTitles.has(words.word(run.to + 1)) || careTitles.has(words.word(run.to + 1)))
  )
    return is('staff', run, 0.85, 'work title');
  if (askFor(words, previous) || numberFollows(words, run.to))
    return is('staff', run, 0.75, 'whom to ask');
  // "Feel free to call me, Jon."
  if (left === ',' && words.last && words.word(previous - 1) === 'me')
    return is('staff', run, 0.75, 'introduces itself');
  if (/^(?:at|from|in|on|up|with|of)$/.test(words.next) && atDesk(words, run.to))
    return is('staff', run, 0.85, 'works here');
  if (
    tokens.word[run.to] === 'and' &&
    /^(?:the|our)$/.test(words.word(run.to + 1)) &&
    /^(?:team|crew|staff|girls|gang)$/.test(words.word(run.to + 2))
  )
    return is('staff', run, 0.8, 'works here');
  return undefined;
}

/** "Ask for Dolores", "Call Lisbeth at", "talk to Beatrix": the one to ask works here. */
function askFor(words: Words, previous: number): boolean {
  const before = words.word(previous - 1);
  if (words.left === 'for' && before === 'ask') return true;
  if (/^(?:to|with)$/.test(words.left) && /^(?:talk|speak|talking)$/.test(before))
    return !/^(?:'ve|have|we|i)$/.test(words.word(previous - 2));
  return (
    /^(?:ask|call|contact|email)$/.test(words.left) &&
    words.capital(previous) &&
    words.next !== "'s"
  );
}

/** "Anita, (555) 010-0122", "Philippa, at (555) 010-0119": a reviewer's number stands in no reply. */
export function numberFollows(words: Words, to: number): boolean {
  let at = to;
  while (/^(?:,|at|is|on|:|\(|\+)$/.test(words.word(at)) && at < to + 4) at++;
  return (
    at > to &&
    words.tokens.kind[at] === Kind.number &&
    /^\(?\+?\d[\d() .-]{8,}/.test(
      words.tokens.text
        .slice(words.tokens.start[at - 1], (words.tokens.start[at] ?? 0) + 20)
        .replace(/^[^\d(+]*/, ''),
    )
  );
}

/** A title of work or care that somebody at this practice has: "our treatment coordinator". */
export function ownTitle(words: Words, at: number): boolean {
  return (workTitles.has(words.word(at)) || careTitles.has(words.word(at))) && ownWork(words, at);
}

/** "Hello Priscilla, office manager here": the writer has the title, not the one greeted. */
function greetedDirectly(words: Words, previous: number): boolean {
  return greetings.has(words.left) && words.left !== 'welcome' && previous >= 0;
}

function isTitleHere(words: Words, at: number): boolean {
  const word = words.word(at);
  if (/^(?:dr|doctor|doc|nurse)$/.test(word))
    return (
      word !== 'nurse' ||
      words.capital(at) ||
      /^(?:our|my|the|your|by|with|dear|and|,)$/.test(words.word(at - 1))
    );
  return words.capital(at) && ((words.tokens.shape[at] as number) & Shape.firstInSentence) === 0
    ? true
    : ownWork(words, at) || words.capital(at);
}

/** "our billing lead", "the office manager", "practice administrator": work at this practice. */
function ownWork(words: Words, at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 4); back--) {
    const word = words.word(back);
    if (
      /^(?:our|my|the|us|practice|office|front|your|by|with|staff|team|lead|head|new|newest|local)$/.test(
        word,
      )
    )
      return true;
    if (words.tokens.kind[back] !== Kind.word)
      return words.word(at) === 'manager' || words.capital(at);
  }
  return at === 0 || words.word(at) === 'manager';
}

/** Credentials or a title right after the name, a comma or brackets between: "Kelly, RN", "Barb, Office Manager". */
export function titleAfter(words: Words, to: number): boolean {
  const { tokens } = words;
  let at = to;
  if (/^(?:and|&)$/.test(words.word(at)) && isNameWord(tokens, at + 1)) at += 2;
  while (isNameWord(tokens, at) && at < to + 4) at++;
  if (credentials.has(words.word(at)) && ((tokens.shape[at] as number) & Shape.allCapitals) !== 0)
    return true;
  if (
    words.word(at) !== ',' &&
    words.word(at) !== '(' &&
    words.word(at) !== '-' &&
    words.word(at) !== '—'
  )
    return false;
  at++;
  if (credentials.has(words.word(at)) && ((tokens.shape[at] ?? 0) & Shape.allCapitals) !== 0)
    return true;
  for (let look = at; look < Math.min(tokens.count, at + 5); look++) {
    if (tokens.kind[look] === Kind.stop || words.word(look) === ',') return false;
    if (
      /^(?:who|whose|whom|when|after|while|because|for|you|we|she|he|is|was|has|and|it|the|her|his)$/.test(
        words.word(look),
      ) &&
      words.word(look) !== 'the'
    )
      return false;
    if (workTitles.has(words.word(look)) || careTitles.has(words.word(look))) return true;
  }
  return false;
}

function atDesk(words: Words, at: number): boolean {
  for (let look = at + 1; look < at + 5; look++)
    if (/^(?:desk|front|reception|billing|phones|phone|team|staff|office)$/.test(words.word(look)))
      return true;
  return false;
}

import { formsOf } from './inflect.js';
import { Tag, type TagName, tagNames } from './tag.js';

/**
 * The phrase language of built-in and custom rules.
 *
 *   thank you so? much?        words; `?` makes the item before it optional
 *   (coming in|stopping by)    alternatives, of one or several words
 *   thanks|thank               alternatives of single words need no brackets
 *   visit~                     any form of the word: visit, visits, visited, visiting
 *   <treatment>                one or more words that carry the tag (see tag.ts); <treatment|body> either
 *   {thanks}                   a macro: the text of `macros` stands here
 *   .. or ..3                  a gap of up to 4 (or up to 3) words within the sentence and the clause
 *   ^ and $                    the start and the end of a sentence
 *   «coming in»                only these words are the match; without marks the whole phrase is
 *   !you                       one word that is none of these (`!you|your`), nor carries a tag (`!and|<name>`)
 *
 * Words are matched on normalised tokens: lower case, contractions split ("didn't" is `did not`, "we're" is
 * `we are`, "let's" is `let 's`), possessive `'s` a word of its own, commas, quotation marks and emoji looked through.
 * There is no unbounded repetition other than of a tag, so matching is linear.
 */
export interface Phrase {
  /** What the match is called: a signal's name. */
  readonly signal: string;
  readonly source: string;
}

/** A mistake in a phrase, with the place in its text. */
export class PhraseError extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** What one token must be. */
export interface Atom {
  readonly words: ReadonlySet<string>;
  readonly tags: number;
  /** Any word, or (with `words` or `tags`) any word but these. */
  readonly any: boolean;
  readonly edge: '' | 'start' | 'end';
}

/** One place in a phrase: an atom, and the places that may follow. Numbered within its phrase. */
export interface Position {
  readonly atom: Atom;
  readonly marked: boolean;
  readonly follow: number[];
}

/** A phrase as an automaton without empty moves (Glushkov 1961). */
export interface CompiledPhrase {
  readonly signal: string;
  readonly positions: readonly Position[];
  readonly first: readonly number[];
  readonly last: ReadonlySet<number>;
  readonly hasMark: boolean;
}

interface Piece {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly nullable: boolean;
}

const empty: Piece = { first: [], last: [], nullable: true };
const defaultGap = 4;
const maximumGap = 12;

/** Compiles one phrase. Throws PhraseError on a mistake. */
export function compilePhrase(
  phrase: Phrase,
  macros: Readonly<Record<string, string>>,
): CompiledPhrase {
  const parser = new Parser(phrase.source, macros);
  const piece = parser.parse();
  if (piece.nullable)
    throw new PhraseError('A phrase must have at least one word that is not optional', 0);
  return {
    signal: phrase.signal,
    positions: parser.positions,
    first: piece.first,
    last: new Set(piece.last),
    hasMark: parser.hasMark,
  };
}

const wordPattern = /^!?[^\s()<>{}«»?|^$]+/;
const wordsPattern = /^!?[^\s()<>{}«»?|^$]+(?:\|[^\s()<>{}«»?|^$]+)*/;

class Parser {
  readonly positions: Position[] = [];
  hasMark = false;
  readonly #text: string;
  readonly #macros: Readonly<Record<string, string>>;
  readonly #depth: number;
  #at = 0;
  #marked = false;
  /** Inside brackets and macros a bar separates whole alternatives; outside it separates single words. */
  #brackets = 0;

  constructor(text: string, macros: Readonly<Record<string, string>>, shared?: Parser, depth = 0) {
    this.#text = text;
    this.#macros = macros;
    this.#depth = depth;
    if (shared) {
      this.positions = shared.positions;
      this.#marked = shared.#marked;
      this.#brackets = 1;
    }
  }

  parse(): Piece {
    const piece = this.#alternatives();
    if (this.#at < this.#text.length)
      throw new PhraseError(`"${this.#text[this.#at]}" has no partner here`, this.#at);
    return piece;
  }

  #alternatives(): Piece {
    const pieces: Piece[] = [];
    // Neighboring alternatives of one word each share one place: which of them it was makes no difference.
    let shared: number | undefined;
    for (;;) {
      const piece = this.#sequence();
      const place = this.#singleWord(piece);
      if (place === undefined || shared === undefined || !this.#share(shared, place)) {
        pieces.push(piece);
        shared = place;
      }
      if (this.#text[this.#at] !== '|') break;
      this.#at++;
    }
    if (pieces.length === 1) return pieces[0] as Piece;
    return {
      first: pieces.flatMap((piece) => piece.first),
      last: pieces.flatMap((piece) => piece.last),
      nullable: pieces.some((piece) => piece.nullable),
    };
  }

  /** The place of a piece that is one word or one of several; undefined for every other piece. */
  #singleWord({ first, last, nullable }: Piece): number | undefined {
    const [place] = first;
    if (place === undefined || nullable || first.length > 1 || last.length > 1) return undefined;
    const { atom, follow } = this.#position(place);
    const isWord = !atom.any && atom.tags === 0 && atom.edge === '';
    return isWord && last[0] === place && follow.length === 0 ? place : undefined;
  }

  /** Takes the last place back and lets an earlier one stand for its words too, where both are marked alike. */
  #share(place: number, other: number): boolean {
    const { atom, marked } = this.#position(place);
    if (other !== this.positions.length - 1 || marked !== this.#position(other).marked)
      return false;
    const words = new Set([...atom.words, ...this.#position(other).atom.words]);
    this.positions[place] = { atom: { ...atom, words }, marked, follow: [] };
    this.positions.pop();
    return true;
  }

  #sequence(): Piece {
    let whole = empty;
    for (;;) {
      while (this.#text[this.#at] === ' ') this.#at++;
      const character = this.#text[this.#at];
      if (character === undefined || character === '|' || character === ')') return whole;
      if (character === '«' || character === '»') {
        this.#marked = character === '«';
        this.hasMark = true;
        this.#at++;
        continue;
      }
      whole = this.#join(whole, this.#optional(this.#item(character)));
    }
  }

  #optional(piece: Piece): Piece {
    if (this.#text[this.#at] !== '?') return piece;
    this.#at++;
    return { ...piece, nullable: true };
  }

  #join(left: Piece, right: Piece): Piece {
    for (const from of left.last) this.#position(from).follow.push(...right.first);
    return {
      first: left.nullable ? [...left.first, ...right.first] : left.first,
      last: right.nullable ? [...left.last, ...right.last] : right.last,
      nullable: left.nullable && right.nullable,
    };
  }

  #item(character: string): Piece {
    if (character === '(') return this.#group();
    if (character === '<') return this.#tag();
    if (character === '{') return this.#macro();
    if (character === '^' || character === '$') {
      this.#at++;
      return this.#place({
        words: new Set(),
        tags: 0,
        any: false,
        edge: character === '^' ? 'start' : 'end',
      });
    }
    if (this.#text.startsWith('..', this.#at)) return this.#gap();
    if (this.#text.startsWith('!<', this.#at)) {
      this.#at++;
      return this.#place({ words: new Set(), tags: this.#tags(), any: true, edge: '' });
    }
    return this.#words();
  }

  #group(): Piece {
    const open = this.#at++;
    this.#brackets++;
    const piece = this.#alternatives();
    this.#brackets--;
    if (this.#text[this.#at] !== ')') throw new PhraseError('This bracket is never closed', open);
    this.#at++;
    return piece;
  }

  #tag(): Piece {
    const piece = this.#place({ words: new Set(), tags: this.#tags(), any: false, edge: '' });
    const position = piece.first[0] as number;
    this.#position(position).follow.push(position);
    return piece;
  }

  /** The tags between angle brackets, as bits. */
  #tags(): number {
    const close = this.#text.indexOf('>', this.#at);
    if (close === -1) throw new PhraseError('This < is never closed', this.#at);
    let tags = 0;
    for (const name of this.#text.slice(this.#at + 1, close).split('|')) {
      const bit = Tag[name as TagName];
      if (bit === undefined)
        throw new PhraseError(
          `There is no tag <${name}>. The tags are ${tagNames.join(', ')}`,
          this.#at,
        );
      tags |= bit;
    }
    this.#at = close + 1;
    return tags;
  }

  #macro(): Piece {
    const close = this.#text.indexOf('}', this.#at);
    const name = this.#text.slice(this.#at + 1, close);
    const text = close === -1 ? undefined : this.#macros[name];
    if (text === undefined) throw new PhraseError(`There is no macro {${name}}`, this.#at);
    if (this.#depth > 8) throw new PhraseError(`The macro {${name}} names itself`, this.#at);
    this.#at = close + 1;
    return new Parser(text, this.#macros, this, this.#depth + 1).parse();
  }

  #gap(): Piece {
    this.#at += 2;
    const digits = /^\d+/.exec(this.#text.slice(this.#at, this.#at + 3))?.[0] ?? '';
    this.#at += digits.length;
    const width = digits === '' ? defaultGap : Number(digits);
    if (width > maximumGap)
      throw new PhraseError(`A gap spans at most ${maximumGap} words`, this.#at);
    let whole = empty;
    // A gap at the edge of a mark is context, not part of what is underlined.
    const marked = this.#marked;
    this.#marked = false;
    for (let index = 0; index < width; index++) {
      const one = this.#place({ words: new Set(), tags: 0, any: true, edge: '' });
      whole = this.#join(whole, { ...one, nullable: true });
    }
    this.#marked = marked;
    return whole;
  }

  #words(): Piece {
    const start = this.#at;
    const match = (this.#brackets > 0 ? wordPattern : wordsPattern).exec(this.#text.slice(start));
    if (!match) throw new PhraseError(`"${this.#text[start]}" cannot stand here`, start);
    this.#at += match[0].length;
    const negated = match[0].startsWith('!');
    const words = new Set<string>();
    for (const word of match[0].slice(negated ? 1 : 0).split('|')) {
      if (word.endsWith('~'))
        for (const form of formsOf(word.slice(0, -1).toLowerCase())) words.add(form);
      else words.add(word.toLowerCase());
    }
    const tagged = negated && this.#text.startsWith('|<', this.#at);
    if (tagged) this.#at++;
    return this.#place({ words, tags: tagged ? this.#tags() : 0, any: negated, edge: '' });
  }

  #place(atom: Atom): Piece {
    const index = this.positions.length;
    this.positions.push({ atom, marked: this.#marked, follow: [] });
    return { first: [index], last: [index], nullable: false };
  }

  #position(index: number): Position {
    return this.positions[index] as Position;
  }
}

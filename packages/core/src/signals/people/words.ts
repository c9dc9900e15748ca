import type { Tokens } from '../../tokens.js';
import { Kind, Shape } from '../../tokens.js';
import { careTitles, honorifics, kinTitles } from './cues.js';
import type { Run } from './runs.js';

/** The words around a run, looked at once. */
export class Words {
  readonly tokens: Tokens;
  readonly run: Run;
  /** Token before the run, title dots, quotation marks and emphasis looked through; -1 at the start. */
  readonly previous: number;
  /** Word before on the same sentence, '' at its start. */
  readonly left: string;
  /** The token right after the run. */
  readonly next: string;
  readonly nextKind: number;

  constructor(tokens: Tokens, run: Run) {
    this.tokens = tokens;
    this.run = run;
    let at = run.from - 1;
    while (at >= 0 && /^["'*_(]$/.test(this.word(at))) at--;
    if (
      at >= 1 &&
      this.word(at) === '.' &&
      tokens.end[at - 1] === tokens.start[at] &&
      isTitle(this.word(at - 1))
    )
      at--;
    this.previous = at;
    this.left = at >= 0 && tokens.kind[at] !== Kind.stop ? this.word(at) : '';
    this.next = this.word(run.to);
    this.nextKind = tokens.kind[run.to] ?? Kind.stop;
  }

  word(at: number): string {
    return this.tokens.word[at] ?? '';
  }

  tagged(at: number, tags: number): boolean {
    return ((this.tokens.tags[at] ?? 0) & tags) !== 0;
  }

  capital(at: number): boolean {
    return ((this.tokens.shape[at] ?? 0) & Shape.capital) !== 0;
  }

  /** True when nothing of the sentence stands before the run. */
  get first(): boolean {
    return (
      this.left === '' ||
      ((this.tokens.shape[this.run.from] as number) & Shape.firstInSentence) !== 0
    );
  }

  /** True when the sentence or the line ends after the run. */
  get last(): boolean {
    return (
      this.nextKind === Kind.stop ||
      this.nextKind === Kind.emoji ||
      this.run.to >= this.tokens.count
    );
  }
}

/** True of a word that stands as a title before names. */
export function isTitle(word: string): boolean {
  return honorifics.has(word) || careTitles.has(word) || kinTitles.has(word);
}

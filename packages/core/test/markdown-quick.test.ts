import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { MarkdownBlocks, type MarkdownEvent } from '../src/formats/markdown-blocks.js';
import { nextMarkdownCut } from '../src/formats/markdown-cuts.js';
import { withoutMergeTags } from '../src/formats/markdown-encode.js';
import { eventsReader } from '../src/formats/markdown-events.js';
import { quickEvents } from '../src/formats/markdown-quick.js';
import { cutsBy } from '../src/formats/plain-text.js';
import { stripTags } from '../src/formats/strip-tags.js';

const parse = eventsReader([]);

function blocksOf(source: string, events: Iterable<MarkdownEvent>) {
  const blocks = new MarkdownBlocks({ source, base: 0, html: stripTags });
  blocks.read(events);
  const found = blocks.found.map(({ block: { encode, ...block }, target }) => ({
    ...block,
    encoded: encode('a\nb *c*'),
    marks: target?.allMarks(),
  }));
  return { found, comments: blocks.comments, groups: blocks.groups };
}

/** The pieces of a text that are read without the parser; each must read as the parser reads it. */
function compare(text: string): number {
  const cuts = [...cutsBy(nextMarkdownCut, text), text.length];
  let quick = 0;
  for (let at = 0; at + 1 < cuts.length; at++) {
    const piece = withoutMergeTags(text.slice(cuts[at], cuts[at + 1]));
    const events = quickEvents(piece);
    if (!events) continue;
    quick++;
    assert.deepEqual(
      blocksOf(piece, events),
      blocksOf(piece, parse(piece) as unknown as MarkdownEvent[]),
    );
  }
  return quick;
}

const bits = fc.constantFrom(
  ...'# |## |####### |- |* |+ |1. |12) |2. |3.|> |**|*|***|Amy|words|a|Dr.|5|,|.|:|!|?|(|)|"|é|😍|#|=|---|===|-|+|~|_|`|[|]|<b>|&amp;|&|%|$|{{x}}|@amy|www.a.com|\\|\t|  '.split(
    '|',
  ),
  ' ',
  ' ',
  ' ',
  '\n',
  '\n',
  '\n\n',
  'bold words',
  '**Ready?** Book',
  '\n- one',
  '\n1. one',
);

describe('Markdown without the parser', () => {
  it('reads as with the parser, the corpus', () => {
    const corpus = new URL('../../../corpus/', import.meta.url);
    let quick = 0;
    for (const name of readdirSync(corpus).filter((file) => /^(?:ordinary|mail-web)/.test(file)))
      for (const piece of readFileSync(new URL(name, corpus), 'utf8').split(/^=== .*$/m))
        quick += compare(piece.trim());
    assert.ok(quick > 1000, `${quick} pieces`);
  });

  it('reads as with the parser, whatever is put together', () => {
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 14 }), (parts) => void compare(parts.join(''))),
      { numRuns: 5000 },
    );
  });

  for (const text of [
    '# Botox in **San Antonio**\n',
    '- **Talk.** Bring your list\n- *Treat*, ten minutes\n',
    '1. one\n7. two\n',
    'Two lines\nof **bold\nwords** here.',
  ])
    it(`does without the parser in ${JSON.stringify(text)}`, () => {
      assert.equal(compare(text), 1);
    });
});

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { decodeHTML } from 'entities/decode';
import fc from 'fast-check';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Event } from 'micromark-util-types';
import { editsFor } from '../src/block-edit.js';
import { inspect } from '../src/check.js';
import { formatOf, formats, languageIdOf } from '../src/document.js';
import { applyFix } from '../src/finding.js';
import { shiftedDocument } from '../src/formats/embed.js';
import { decodeWords } from '../src/formats/encoded-words.js';
import { eventsReader } from '../src/formats/markdown-events.js';
import { decodeQuotedPrintable } from '../src/formats/quoted-printable.js';
import { composed, locate, type OffsetMap, sliced } from '../src/offset-map.js';
import type { Block, Passage, ReadDocument } from '../src/passage.js';
import { defaultProfile } from '../src/profile.js';

const folder = new URL('./fixtures/', import.meta.url);
const fixtures = readdirSync(folder).map((name) => ({
  name,
  languageId: name === 'outlook-draft.txt' ? 'email' : (languageIdOf(name) as string),
  source: readFileSync(new URL(name, folder), 'utf8'),
}));

const languageIds = formats.map((format) => format.languageIds[0] as string);

/** Fragments that mean something in one format or another, and words. */
const fragment = fc.oneof(
  fc.constantFrom(
    ...[
      '**',
      '*',
      '_',
      '`',
      '```',
      '\n',
      '\n\n',
      '\r\n',
      '<b>',
      '</b>',
      '<p>',
      '<!--',
      '-->',
      '<',
      '>',
      '&amp;',
      '&',
      '"',
      "'",
      '""',
      '\\',
      '\\n',
      '\\u00e9',
      '{',
      '}',
      '[',
      ']',
      '](x)',
      '![',
      '# ',
      '- ',
      '> ',
      '| a | b |\n|---|---|\n',
      '---\n',
      'a: ',
      '|\n  ',
      '>-\n  ',
      ',',
      ';',
      ':',
      '${',
      '{/*',
      '*/}',
      '//',
      '<script type="application/ld+json">',
      '</script>',
      '=?UTF-8?Q?',
      '?=',
      '=\r\n',
      '=E2',
      'To: ',
      'Subject: ',
      'Content-Type: multipart/mixed; boundary=b\n\n--b\n',
      'On x wrote:\n',
      '*|FNAME|*',
      '{{x}}',
      '[^1]',
      '<!DOCTYPE',
      '<td>',
      '<table>',
      '\ufeff',
      '\ud83d',
      '\u{1f600}',
      'e\u0301',
      '\u00a0',
      '  ',
      '\t',
      'import x from "y"\n',
      'export const a = `',
      '\0',
      '1. ',
      '~~~',
      '<![CDATA[',
      '<Card title="x">',
    ],
  ),
  fc.constantFrom('thank', 'you', 'Jane', 'for coming', 'Botox', 'in two weeks'),
  fc.string({ maxLength: 6, unit: 'binary' }),
);
const soup = fc.array(fragment, { maxLength: 30 }).map((pieces) => pieces.join(''));

/** Fixtures cut short and with soup thrown in. */
const broken = fc
  .tuple(fc.constantFrom(...fixtures), fc.nat(), fc.nat(), soup)
  .map(([{ languageId, source }, from, length, words]) => {
    const start = from % (source.length + 1);
    const end = Math.min(source.length, start + (length % 200));
    return { languageId, source: source.slice(0, start) + words + source.slice(end) };
  });

const anything = fc.oneof(
  fc
    .tuple(fc.constantFrom(...languageIds), soup)
    .map(([languageId, source]) => ({ languageId, source })),
  broken,
  fc.tuple(fc.constantFrom(...fixtures), fc.nat()).map(([{ languageId, source }, cut]) => ({
    languageId,
    source: source.slice(0, cut % source.length),
  })),
);

describe('Any source', () => {
  it('is read without an error, and every block leads back into it', () => {
    fc.assert(
      fc.property(anything, ({ languageId, source }) => {
        const document = formatOf(languageId).read(source);
        for (const block of document.blocks) assertMap(block, source);
        for (const { span } of [...document.comments, ...document.meta, ...document.notices]) {
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= source.length);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('gives edits inside itself, whatever is asked for', () => {
    fc.assert(
      fc.property(
        anything,
        fc.nat(),
        fc.nat(),
        fc.nat(),
        soup,
        ({ languageId, source }, which, a, b, text) => {
          const { blocks } = formatOf(languageId).read(source);
          const block = blocks[which % blocks.length];
          if (block === undefined) return;
          const [start, end] = [a % (block.text.length + 1), b % (block.text.length + 1)].sort(
            (x, y) => x - y,
          ) as [number, number];
          let last = 0;
          for (const edit of editsFor(block, { start, end }, text)) {
            assert.ok(
              last <= edit.span.start &&
                edit.span.start <= edit.span.end &&
                edit.span.end <= source.length,
            );
            last = edit.span.end;
          }
        },
      ),
      { numRuns: 600 },
    );
  });

  it('cuts into pieces that give the blocks of the whole', () => {
    const cutting = formats.filter((format) => format.cuts !== undefined);
    fc.assert(
      fc.property(
        fc.constantFrom(...cutting),
        fc.oneof(
          soup,
          broken.map(({ source }) => source),
        ),
        (format, source) => {
          const cuts = format.cuts?.(source) ?? [];
          assert.equal(cuts[0], 0);
          assert.ok(cuts.every((cut, index) => index === 0 || cut > (cuts[index - 1] as number)));
          for (const [index, cut] of cuts.entries()) {
            assert.equal(format.nextCut?.(source, cut), cuts[index + 1] ?? source.length);
          }
          const pieces = cuts.flatMap(
            (cut, index) =>
              shiftedDocument(format.read(source.slice(cut, cuts[index + 1])), cut).blocks,
          );
          assert.deepEqual(pieces.map(outline), format.read(source).blocks.map(outline));
        },
      ),
      { numRuns: 500 },
    );
  });
});

function outline(block: Block) {
  return [
    block.text,
    block.part,
    block.role,
    locate(block.map, { start: 0, end: block.text.length }),
  ];
}

function assertMap(block: Block, source: string): void {
  const { map, text } = block;
  assert.equal(map.textLength, text.length);
  assert.ok(text.trim() !== '');
  assert.ok(map.text.length === map.source.length && map.text.length === map.sourceEnd.length);
  assert.equal(map.text[0], 0);
  for (let run = 0; run < map.text.length; run++) {
    const start = map.source[run] as number;
    const end = map.sourceEnd[run] as number;
    assert.ok(start <= end && end <= source.length, `run ${run} of ${JSON.stringify(text)}`);
    if (run > 0)
      assert.ok(
        (map.sourceEnd[run - 1] as number) <= start &&
          (map.text[run - 1] as number) < (map.text[run] as number),
      );
  }
}

/** Source to text by the rules of each format, for what a single run can hold. */
const decoders: Readonly<Record<string, (source: string) => string>> = {
  // Also JSON-LD in a page.
  html: (source) => (source.startsWith('\\') ? JSON.parse(`"${source}"`) : decodeHTML(source)),
  // An address in angle brackets is one run.
  markdown: (source) =>
    decodeHTML(source.replace(/^<(\S+)>$/, '$1').replace(/\\([!-/:-@[-`{-~])/g, '$1')),
  mdx: (source) => decodeHTML(source.replace(/\\([!-/:-@[-`{-~])/g, '$1')),
  json: (source) => JSON.parse(`"${source}"`),
  // Also HTML in a value.
  jsonc: (source) => decodeHTML(JSON.parse(`"${source}"`)),
  typescript: (source) => runInNewContext(`\`${source}\``),
  jsonl: (source) => JSON.parse(`"${source}"`),
  yaml: (source) => (source === "''" ? "'" : JSON.parse(`"${source}"`)),
  csv: (source) => source.replaceAll('""', '"'),
  email: (source) =>
    source.startsWith('=?')
      ? decodeWords(source, 0).text
      : decodeQuotedPrintable(source, 0, source.length, 'utf-8').text,
  typescriptreact: decodeHTML,
};

describe('The Markdown parser', () => {
  it('finds the same whether or not it is told to look for addresses and tables', () => {
    const markup = fc.constantFrom(
      ...[
        '|',
        ':-',
        '-:',
        '---',
        '\n',
        '\n',
        '@',
        'a@b.co',
        'www.a.co',
        'http://a.co',
        'a',
        ' ',
        '- [ ] ',
      ],
      ...['~~', '[^a]', '[^a]: b', '> ', '# ', '`', '*', ':', '-', '\\|', 'mailto:'],
    );
    const text = fc.oneof(
      soup,
      fc.array(markup, { maxLength: 16 }).map((pieces) => pieces.join('')),
    );
    const light = eventsReader([]);
    // An extension is there to be looked for in every text: with both, the reader looks for all.
    const whole = eventsReader([gfmAutolinkLiteral(), gfmTable()]);
    fc.assert(
      fc.property(text, (source) => {
        assert.deepEqual(light(source).map(outlineEvent), whole(source).map(outlineEvent));
      }),
      { numRuns: 3000 },
    );
  });
});

function outlineEvent([kind, { type, start, end }]: Event) {
  return [kind, type, start.offset, end.offset];
}

describe('Every run of every fixture', () => {
  for (const { name, languageId, source } of fixtures) {
    it(`${name}: the slice, decoded, is the text`, () => {
      const decode = decoders[languageId] ?? ((slice: string) => slice);
      for (const block of formatOf(languageId).read(source).blocks) {
        for (const { text, slice } of runsOf(block.map, block.text, source)) {
          // A line break or a tab of the source may stand for a space.
          if (text === slice || text === slice.replace(/\s/g, ' ')) continue;
          if (/^[ \n]+$/.test(text) && !slice.includes('\\n')) {
            assert.match(slice, /^[\s>\\]+$|^<br\b.*>\s*$|^\{' '\}\s*$/s);
          } else assert.equal(decode(slice), text);
        }
      }
    });
  }
});

function runsOf(map: OffsetMap, text: string, source: string) {
  return Array.from(map.text, (start, run) => ({
    text: text.slice(start, map.text[run + 1] ?? map.textLength),
    slice: source.slice(map.source[run] as number, map.sourceEnd[run] as number),
  }));
}

/** Words that try to break out of where they are put. */
const words = fc
  .array(
    fc.constantFrom(
      'Thank',
      'you',
      'all',
      "it's",
      '"so"',
      'a & b',
      '<b>',
      '*x*',
      '_y_',
      'p|q',
      'k: v',
      '# 1',
      'a, b',
      '{z}',
      '`c`',
      '\\',
      '$' + '{q}',
      '--',
      '=',
      'caf\u00e9',
      '\u{1f495}',
      '[n]',
      '~~s~~',
      '!',
      '\u2019s',
      '- i',
      '1. x',
      '</p>',
      '&amp;',
      ';',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((pieces) => `${pieces.join(' ')} end`);

describe('An edit of a fixture', () => {
  for (const { name, languageId, source } of fixtures) {
    it(`${name}: the new words are read, and all else is as before`, () => {
      const format = formatOf(languageId);
      const before = format.read(source).blocks;
      const editable = before.filter((block) => block.editable !== false);
      fc.assert(
        fc.property(fc.nat(), fc.nat(), fc.nat(), words, (which, a, b, said) => {
          const block = editable[which % editable.length] as Block;
          // A value or a comment with tags in it is read as HTML, whoever wrote them.
          const text =
            block.part === 'comment' || /^(?:json|jsonc|jsonl|csv|yaml)$/.test(languageId)
              ? said.replaceAll('<', '(')
              : said;
          const [start, end] = spanOf(block, a, b);
          const edited = applyFix(source, {
            title: '',
            edits: editsFor(block, { start, end }, text),
          });
          const after = format.read(edited);
          const expected = block.text.slice(0, start) + text + block.text.slice(end);
          assertEdited(before, block, { start, end }, expected, after, edited);
        }),
        { numRuns: 150 },
      );
    });
  }
});

/** A span of the block between whole characters and words' edges, as rules mark them. */
function spanOf(block: Block, a: number, b: number): [number, number] {
  const edges = [0, block.text.length];
  // A placeholder or an address is edited whole or not at all; see the table of edits.
  const bare = block.text.replace(/\$?\{[^{}]*\}|(?:https?:|www\.)\S*/g, (placeholder) =>
    ' '.repeat(placeholder.length),
  );
  for (const match of bare.matchAll(/[\p{L}\p{N}]+/gu))
    edges.push(match.index, match.index + match[0].length);
  return [edges[a % edges.length] as number, edges[b % edges.length] as number].sort(
    (x, y) => x - y,
  ) as [number, number];
}

function assertEdited(
  before: readonly Block[],
  block: Block,
  span: { start: number; end: number },
  expected: string,
  after: ReadDocument,
  edited: string,
): void {
  const target = locate(block.map, span);
  const inside = (other: Block) =>
    other !== block &&
    (other.map.source[0] as number) >= target.start &&
    (other.map.source[0] as number) < target.end;
  const optional = new Set(before.filter(inside).map((other) => squeezed(other.text)));
  const wanted = before
    .filter((other) => !inside(other))
    .map((other) => squeezed(other === block ? expected : other.text));
  const found = after.blocks.map((other) => squeezed(other.text));
  let next = 0;
  for (const text of found) {
    if (text === wanted[next]) next++;
    else
      assert.ok(
        optional.has(text),
        `found ${JSON.stringify(text)}, expected ${JSON.stringify(wanted[next])} in\n${edited}`,
      );
  }
  assert.equal(next, wanted.length, edited);
}

/** White space as readers see it; a comment cannot hold two hyphens. */
function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('--', '\u2014').trim().toLowerCase();
}

describe('A directive beside any block of a fixture', () => {
  for (const { name, languageId, source } of fixtures) {
    it(`${name}: is read, speaks of the block and changes no other words`, () => {
      const format = formatOf(languageId);
      const before = format.read(source).blocks.filter((block) => block.part !== 'comment');
      let written = 0;
      for (const [index, block] of before.entries()) {
        const place = locate(block.map, { start: 0, end: block.text.length });
        const edit = format.annotate?.(source, block, place, 'chaperone: ignore x reason="y -- z"');
        if (edit === undefined) continue;
        written++;
        const edited = applyFix(source, { title: '', edits: [edit] });
        const { blocks, comments } = format.read(edited);
        const after = blocks.filter((other) => other.part !== 'comment');
        assert.deepEqual(
          after.map((other) => squeezed(other.text)),
          before.map((other) => squeezed(other.text)),
          edited,
        );
        const comment = comments.find(({ text }) => /^chaperone: ignore x reason=.*z/.test(text));
        assert.ok(comment, `no directive in ${edited}`);
        const now = after[index] as Block;
        const end = locate(now.map, { start: 0, end: now.text.length }).end;
        assert.ok(
          comment.span.start <= end + 4 || comment.span.end <= (now.map.source[0] as number),
        );
        const between = after.filter(
          (other) => (other.map.source[0] as number) >= comment.span.end && other.part !== 'data',
        );
        assert.ok(
          // The other attributes of the same picture.
          (between.includes(now) &&
            between.slice(0, between.indexOf(now)).every(({ part }) => part === 'alt-text')) ||
            comment.span.start >= (now.map.source[0] as number) ||
            now.part === 'data',
          edited,
        );
      }
      if (format.annotate !== undefined) assert.ok(written > 0);
    });
  }
});

describe('Every fix for a fixture', () => {
  const strict = { ...defaultProfile, strictness: 'strict' } as const;
  for (const { name, languageId, source } of fixtures) {
    it(`${name}: its edits do not overlap, and no reviewer's words change`, () => {
      const look = (text: string) =>
        inspect({ uri: `file:///${name}`, languageId, text }, strict, '2026-01-01');
      const before = look(source);
      const reviewers = said(before.passages);
      for (const { fixes } of before.findings)
        for (const fix of fixes) {
          const edits = [...fix.edits].sort((a, b) => a.span.start - b.span.start);
          for (const [index, { span }] of edits.entries())
            assert.ok(span.start >= (edits[index - 1]?.span.end ?? 0), fix.title);
          // Without its reply a record is no longer one.
          if (edits.some(({ text }) => /^(?:"")?$/.test(text))) continue;
          const after = said(look(applyFix(source, fix)).passages);
          for (const words of reviewers) assert.ok(after.has(words), `${fix.title}: ${words}`);
        }
    });
  }
});

function said(passages: readonly Passage[]): ReadonlySet<string> {
  return new Set(passages.filter(({ voice }) => voice === 'reviewer').map(({ text }) => text));
}

describe('Offset maps', () => {
  const mapArb = fc
    .array(
      fc.tuple(
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 0, max: 3 }),
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map((runs) => {
      const map = {
        text: [] as number[],
        source: [] as number[],
        sourceEnd: [] as number[],
        textLength: 0,
      };
      let source = 0;
      for (const [length, sourceLength, gap] of runs) {
        map.text.push(map.textLength);
        map.source.push(source + gap);
        map.sourceEnd.push(source + gap + sourceLength);
        map.textLength += length;
        source += gap + sourceLength;
      }
      return map;
    });

  it('a slice locates as the whole does', () => {
    fc.assert(
      fc.property(mapArb, fc.nat(), fc.nat(), fc.nat(), fc.nat(), (map, a, b, c, d) => {
        const [from, to] = [a % (map.textLength + 1), b % (map.textLength + 1)].sort(
          (x, y) => x - y,
        ) as [number, number];
        if (from === to) return;
        const length = to - from;
        const [start, end] = [c % (length + 1), d % (length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        if (start === end) return;
        const part = locate(sliced(map, from, to), { start, end });
        const whole = locate(map, { start: from + start, end: from + end });
        assert.ok(whole.start <= part.start && part.end <= whole.end);
      }),
    );
  });

  it('a map through a straight map is the map itself', () => {
    fc.assert(
      fc.property(mapArb, (map) => {
        const end = map.sourceEnd.at(-1) as number;
        const through = composed(map, {
          text: [0],
          source: [7],
          sourceEnd: [7 + end],
          textLength: end,
        });
        for (let start = 0; start < map.textLength; start++) {
          const direct = locate(map, { start, end: start + 1 });
          if (direct.start === direct.end) continue;
          assert.deepEqual(locate(through, { start, end: start + 1 }), {
            start: direct.start + 7,
            end: direct.end + 7,
          });
        }
      }),
    );
  });
});

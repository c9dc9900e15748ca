import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editsFor } from '../src/block-edit.js';
import { inspect } from '../src/check.js';
import { formatOf } from '../src/document.js';
import { applyFix } from '../src/finding.js';
import { templateTags } from '../src/formats/template-tags.js';
import { defaultProfile } from '../src/profile.js';

/** A source in each format that holds the words, and how to write them there. */
const sources: Readonly<Record<string, (words: string) => string>> = {
  plaintext: (words) => `Above.\n\n${words}\n`,
  markdown: (words) => `# Above\n\n${words}\n`,
  html: (words) => `<h1>Above</h1><p>${words}</p>`,
  json: (words) => JSON.stringify({ text: words }),
  yaml: (words) => `text: ${JSON.stringify(words)}\n`,
  csv: (words) => `text,note\n"${words.replaceAll('"', '""')}",x\n`,
  email: (words) => `Subject: Above\n\n${words}\n`,
};

/** The source after `words` were replaced by `by`. */
function edited(languageId: string, source: string, words: string, by: string): string {
  const block = formatOf(languageId)
    .read(source)
    .blocks.find(({ text }) => text.includes(words));
  assert.ok(block, `${languageId} holds "${words}"`);
  const start = block.text.indexOf(words);
  const edits = editsFor(block, { start, end: start + words.length }, by);
  return applyFix(source, { title: '', edits });
}

describe('Tags of templates', () => {
  it('are known with what they do, in the languages of the mail services', () => {
    const kinds = (text: string) => templateTags(text).map(({ kind }) => kind);
    const condition = ['open', 'middle', 'close'];
    for (const text of [
      '{% if vip %}a{% else %}b{% endif %}',
      '{%- if vip -%}a{%- elsif x -%}b{%- endif -%}',
      '{{#if vip}}a{{else}}b{{/if}}',
      '{{#unless vip}}a{{^}}b{{/unless}}',
      '{{ if .Vip }}a{{ else }}b{{ end }}',
      '*|IF:VIP|*a*|ELSE:|*b*|END:IF|*',
      '%IF in_array(1, $TAGS)%a%ELSE%b%/IF%',
      '[if:vip=1]a[else]b[endif]',
      '{if $vip}a{else}b{/if}',
      '{#if vip}a{:else}b{/if}',
    ])
      assert.deepEqual(kinds(text), condition, text);
    assert.deepEqual(kinds('{% assign a = 1 %} %%[ SET @a = 1 ]%% <% if (a) { %>'), [
      'other',
      'other',
      'other',
    ]);
    // What prints is words, and so is what only looks like a tag.
    assert.deepEqual(
      kinds(
        'Hi {{first_name}} *|FNAME|* <%= name %> %%name%% {name} [name], 20% off and 10% more: #end @if',
      ),
      [],
    );
  });

  it('stay where an edit would leave one without its other end', () => {
    const table: [text: string, words: string, by: string, result: string][] = [
      ['Hi! {% if vip %}Thanks. {% endif %}Call us.', '{% if vip %}Thanks. ', '', 'Hi! Call us.'],
      [
        '{% if a %}One. Two.{% endif %} Three.',
        '{% if a %}One. ',
        '',
        '{% if a %}Two.{% endif %} Three.',
      ],
      [
        '{% if a %}One.{% else %}Two.{% endif %}',
        '{% if a %}One.',
        'New.',
        '{% if a %}New.{% else %}Two.{% endif %}',
      ],
      [
        '{{#if a}}One.{{else}}Two.{{/if}}',
        '{{else}}Two.',
        'New.',
        '{{#if a}}One.{{else}}New.{{/if}}',
      ],
      ['*|IF:A|*One. *|END:IF|*Two.', '*|IF:A|*One. ', 'New.', '*|IF:A|*New. *|END:IF|*Two.'],
      [
        'One{{#if a}}, Jo{{/if}}, two. Three.',
        'One{{#if a}}, Jo{{/if}}, two.',
        'New.',
        'New. Three.',
      ],
      ['{% assign x = 1 %}One. Two.', '{% assign x = 1 %}One. ', '', '{% assign x = 1 %}Two.'],
      [
        '{% if a %}{% set b = 1 %}One.{% endif %} Two.',
        '{% if a %}{% set b = 1 %}One.{% endif %} ',
        '',
        '{% if a %}{% set b = 1 %}{% endif %}Two.',
      ],
      [
        '{{#if a}} One. Two. {{/if}} Three.',
        '{{#if a}} One. Two. ',
        'New.',
        '{{#if a}} New. {{/if}} Three.',
      ],
      // A span that ends within a tag leaves it whole.
      ['One. {% if a %}Two.{% endif %}', 'One. {% if', '', '{% if a %}Two.{% endif %}'],
    ];
    for (const [text, words, by, result] of table)
      for (const [languageId, source] of Object.entries(sources))
        assert.equal(
          edited(languageId, source(text), words, by),
          source(result),
          `${languageId}: ${text}`,
        );
  });

  it('are left to a person where the finding is in one of them', () => {
    for (const text of ['{{!-- Jane Doe had Botox here --}} Fine.', '*|IF:LAST_TX=Botox|* Fine.']) {
      const document = { uri: 'copy', languageId: 'plaintext', text };
      const { findings } = inspect(document, defaultProfile, '2026-11-28', {
        channel: 'newsletter',
      });
      assert.ok(findings.length > 0, text);
      for (const fix of findings.flatMap(({ fixes }) => fixes))
        assert.ok(applyFix(text, fix).includes('Fine.'), fix.title);
    }
  });

  it('stay where a value has to be written as a whole', () => {
    assert.equal(
      edited(
        'csv',
        'text\nOne. {{#if a}}Two. {{else}}Three.{{/if}}\n',
        'One. {{#if a}}Two. {{else}}Three.',
        'New, "so".',
      ),
      'text\n"New, ""so"". {{#if a}}{{else}}{{/if}}"\n',
    );
    assert.equal(
      edited('yaml', 'text: One. {{#if a}}Two. {{/if}}\n', 'One. {{#if a}}Two. ', 'New: yes.'),
      'text: "New: yes. {{#if a}}{{/if}}"\n',
    );
  });

  it('are in balance after every fix of a finding', () => {
    const part = fc.constantFrom(
      ...[
        '{% if vip %}',
        '{% else %}',
        '{% endif %}',
        '{{#if a}}',
        '{{/if}}',
        '*|IF:A|*',
        '*|END:IF|*',
      ],
      ...[
        'Thank you for coming in for your Botox. ',
        "We're sorry your filler swelled, Jane. ",
        'Call us. ',
        '\n\n',
      ],
    );
    const ends: Readonly<Record<string, string>> = {
      '{% if vip %}': '{% endif %}',
      '{{#if a}}': '{{/if}}',
      '*|IF:A|*': '*|END:IF|*',
    };
    /** The parts with what is needed to close every tag, and without what closes none. */
    const balanced = fc.array(part, { minLength: 2, maxLength: 12 }).map((parts) => {
      const open: string[] = [];
      const kept = parts.filter((one) => {
        if (one in ends) open.push(ends[one] as string);
        else if (one === '{% else %}') return open.at(-1) === '{% endif %}';
        else if (Object.values(ends).includes(one)) return open.at(-1) === one && open.pop();
        return true;
      });
      return [...kept, ...open.reverse()].join('').trim();
    });
    const isBalanced = (text: string) => {
      let depth = 0;
      for (const { kind } of templateTags(text)) {
        if (kind === 'open') depth++;
        else if (depth === 0) return false;
        else if (kind === 'close') depth--;
      }
      return depth === 0;
    };
    let fixes = 0;
    fc.assert(
      fc.property(
        balanced,
        fc.constantFrom('plaintext', 'markdown', 'html', 'email'),
        (words, languageId) => {
          const text = (sources[languageId] as (words: string) => string)(words);
          const document = { uri: 'copy', languageId, text };
          const { findings } = inspect(document, defaultProfile, '2026-11-28', {
            channel: 'review-reply',
          });
          for (const fix of findings.flatMap((finding) => finding.fixes)) {
            fixes++;
            const result = applyFix(text, fix);
            assert.ok(isBalanced(result), `${fix.title}: ${text} became ${result}`);
          }
        },
      ),
      { numRuns: 200 },
    );
    assert.ok(fixes > 200, `${fixes} fixes`);
  });
});

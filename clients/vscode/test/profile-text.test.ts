import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { addToList, setRule, setValue } from '../src/profile-text.js';

const added: [title: string, before: string, after: string][] = [
  ['an empty file', '', 'staff:\n  - Nurse Kelly\n'],
  ['only a comment', '# Our practice\n', '# Our practice\nstaff:\n  - Nurse Kelly\n'],
  ['no final line break', 'name: Luma', 'name: Luma\nstaff:\n  - Nurse Kelly\n'],
  [
    'a block list',
    'staff:\n  - Dr. Smith\nphones: []\n',
    'staff:\n  - Dr. Smith\n  - Nurse Kelly\nphones: []\n',
  ],
  [
    'a block list at the end without a line break',
    'staff:\n- Dr. Smith',
    'staff:\n- Dr. Smith\n- Nurse Kelly',
  ],
  [
    'a comment after the last item',
    'staff:\n  - Dr. Smith # founder\n\n# numbers\nphones: []\n',
    'staff:\n  - Dr. Smith # founder\n  - Nurse Kelly\n\n# numbers\nphones: []\n',
  ],
  [
    'a flow list',
    'staff: [Dr. Smith, "Bri"] # ours\n',
    'staff: [Dr. Smith, "Bri", Nurse Kelly] # ours\n',
  ],
  ['an empty flow list', 'staff: []\n', 'staff: [Nurse Kelly]\n'],
  ['a key without a value', 'staff:\nname: Luma\n', 'staff:\n  - Nurse Kelly\nname: Luma\n'],
  [
    'a key with only a comment',
    'staff: # who works here\nname: Luma\n',
    'staff:\n  - Nurse Kelly # who works here\nname: Luma\n',
  ],
  [
    'Windows line breaks',
    'staff:\r\n  - Bri\r\nname: Luma\r\n',
    'staff:\r\n  - Bri\r\n  - Nurse Kelly\r\nname: Luma\r\n',
  ],
];

describe('adding to the practice profile', () => {
  for (const [title, before, after] of added) {
    it(`keeps everything else as it is: ${title}`, () =>
      assert.equal(addToList(before, 'staff', 'Nurse Kelly'), after));
  }

  it('adds nothing twice', () =>
    assert.equal(addToList('staff: [nurse kelly]\n', 'staff', 'Nurse Kelly'), undefined));

  it('quotes what YAML would read as something else', () => {
    const next = addToList('phones: []\n', 'phones', '5550100142') ?? '';
    assert.deepEqual(parse(next), { phones: ['5550100142'] });
  });

  it('reads back as meant, whatever is added', () => {
    const word = fc
      .string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
      .filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(
        fc.uniqueArray(word, {
          selector: (text) => text.trim().toLowerCase(),
          minLength: 1,
          maxLength: 5,
        }),
        (values) => {
          let text = '# ours\nname: Luma\nstaff:\n  - Dr. Smith # founder\nrules: {}\n';
          const fresh = values.filter((value) => value.trim().toLowerCase() !== 'dr. smith');
          for (const value of fresh)
            text = addToList(text, 'staff', value) ?? assert.fail('not added');
          assert.deepEqual(parse(text), {
            name: 'Luma',
            staff: ['Dr. Smith', ...fresh],
            rules: {},
          });
          assert.ok(
            text.startsWith('# ours\nname: Luma\nstaff:\n  - Dr. Smith # founder\n') &&
              text.endsWith('rules: {}\n'),
          );
        },
      ),
    );
  });

  it('says what is wrong with a broken file instead of writing to it', () => {
    assert.throws(() => addToList('staff: [a\nname: b', 'staff', 'Kelly'), /./);
    assert.throws(() => addToList('- a\n- b\n', 'staff', 'Kelly'), /keys and values/);
  });
});

describe('setting a value in the practice profile', () => {
  it('replaces only the value', () =>
    assert.equal(
      setValue('name: L\nstrictness: strict # counsel\n', 'strictness', 'lenient'),
      'name: L\nstrictness: lenient # counsel\n',
    ));
  it('adds the key where it is absent', () =>
    assert.equal(
      setValue('name: L\n', 'strictness', 'standard'),
      'name: L\nstrictness: standard\n',
    ));
  it('fills a key without a value', () =>
    assert.equal(
      setValue('strictness:\nname: L\n', 'strictness', 'standard'),
      'strictness: standard\nname: L\n',
    ));
  it('changes nothing where the value stands', () =>
    assert.equal(setValue('strictness: standard\n', 'strictness', 'standard'), undefined));
});

describe('setting a rule in the practice profile', () => {
  const cases: [title: string, before: string, after: string][] = [
    ['no rules yet', 'name: L\n', 'name: L\nrules:\n  reply-at-all: info\n'],
    ['an empty map', 'rules: {}\nname: L\n', 'rules: { reply-at-all: info }\nname: L\n'],
    [
      'a flow map',
      'rules: { age-over-89: off }\n',
      'rules: { age-over-89: off, reply-at-all: info }\n',
    ],
    [
      'a block map',
      'rules: # counsel\n  age-over-89: "off" # why\nname: L\n',
      'rules: # counsel\n  reply-at-all: info\n  age-over-89: "off" # why\nname: L\n',
    ],
    [
      'the rule with another severity',
      'rules:\n  reply-at-all: error # yes\n',
      'rules:\n  reply-at-all: info # yes\n',
    ],
    [
      'Windows line breaks',
      'rules:\r\n  age-over-89: hint\r\n',
      'rules:\r\n  reply-at-all: info\r\n  age-over-89: hint\r\n',
    ],
  ];
  for (const [title, before, after] of cases) {
    it(`keeps everything else as it is: ${title}`, () =>
      assert.equal(setRule(before, 'reply-at-all', 'info'), after));
  }
  it('changes nothing where it stands', () =>
    assert.equal(setRule('rules: { reply-at-all: info }', 'reply-at-all', 'info'), undefined));
});

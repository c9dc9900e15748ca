import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { detectors } from '../src/signals/identifiers/find.js';
import { outlineOf } from '../src/signals/identifiers/outline.js';
import { sourceOf } from '../src/signals/identifiers/source.js';

const corpus = new URL('../../../corpus/', import.meta.url);

/** Pieces of identifiers of all kinds, to be put together in any way. */
const identifiers =
  '(210) 555-0163|+1 210.555.0163|555-0117|+44 20 7946 0958|call 2105550163|536-22-8726|ssn 123 45 6789|4111 1111 1111 1111|192.168.10.42|::1|fe80::1|00:1B:44:11:3A:B7|00-1B-44-11-3A-B7|1EG4-TE5-MK73|1HGCM82633A004352|GB82 WEST 1234 5698 7654 32|06/12/2025|2025-06-12T10:15|1.2.2024|June 3, 2025|3rd of May 2024|Sept. 14|aged 91|is 92,|turned 95!|a 34|yo |34 y/o|91-year-old|45F|62 M,|age: 99|12 Oak Street|1200 N Main St., Austin, TX 78701|P.O. Box 12|POBox 9|zip 78701|TX 78701|"patient_zip": "78701"|post code SW1A 1AA|MRN 1015952|MRN-1015952|chart no. A-4411|planNo5512|lot-55A1|driver\'s license D1234567|member id: XK 5521|s/n 44AA1|a/c 551233|NPI 1245319599|DEA AB1234563|routing 021000021|INS-407183542|amy.f@x.com|amy%40x.com|amy at gmail dot com|amy(at)x.com|https://x.test/a|www.5a.com|luma.example|@amy_f|$12.50|3|é|\u2028|\u00a0|'.split(
    '|',
  );
const pieces = fc.constantFrom(...identifiers, ' ', ' ', '. ', 'x', '-', '\n');

describe('Detectors of identifiers', () => {
  const missed = (text: string) => {
    const outline = outlineOf(text);
    return detectors.flatMap(({ find, opens }) => (opens(outline, text) ? [] : [...find(text)]));
  };

  it('give the groups that they say they give', () => {
    const groupOf = (kind: string) =>
      kind === 'DATE'
        ? 'date'
        : kind === 'AGE'
          ? 'age'
          : /^(?:PHONE|EMAIL|URL|ADDRESS|IP)$/.test(kind)
            ? 'contact'
            : /^(?:HANDLE|ZIP|LICENSE|NPI|DEA|BIOMETRIC)$/.test(kind)
              ? 'other'
              : 'record';
    for (const { find, gives } of detectors)
      for (const piece of identifiers)
        for (const { kind } of find(piece)) assert.ok(gives.includes(groupOf(kind)), kind);
  });

  it('find nothing where the outline of a text announces nothing (corpus)', () => {
    for (const name of readdirSync(corpus).filter((file) => file.endsWith('.txt')))
      for (const line of readFileSync(new URL(name, corpus), 'utf8').split('\n')) {
        const { text } = sourceOf(line);
        assert.deepEqual(missed(text), [], text);
      }
  });

  it('find nothing where the outline of a text announces nothing (pieces put together)', () => {
    // A detector that never finds anything would show nothing.
    for (const { find } of detectors)
      assert.ok(
        identifiers.some((piece) => [...find(piece)].length > 0),
        find.name,
      );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 7 }), (parts) => {
        const { text } = sourceOf(parts.join(''));
        assert.deepEqual(missed(text), []);
      }),
      { numRuns: 4000 },
    );
  });
});

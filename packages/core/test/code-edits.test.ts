import assert from 'node:assert/strict';
import { transformSync } from 'esbuild';
import { inspect } from '../src/check.js';
import { applyFix } from '../src/finding.js';
import { defaultProfile } from '../src/profile.js';

/** What each fix makes of a source whose copy answers a review. */
function fixed(languageId: string, text: string): readonly string[] {
  const document = { uri: 'copy', languageId, text };
  const { findings } = inspect(document, defaultProfile, '2026-11-28', {
    channel: 'review-reply',
    strictness: 'strict',
  });
  const results = findings.flatMap(({ fixes }) => fixes.map((fix) => applyFix(text, fix)));
  assert.ok(results.length > 0, `a fix for ${text}`);
  return results;
}

function syntaxErrors(text: string): readonly string[] {
  try {
    transformSync(text, { loader: 'tsx', jsx: 'preserve', logLevel: 'silent' });
    return [];
  } catch (error) {
    return [String(error)];
  }
}

const pieces = [
  '<p>Hi! {vip && <b>Thank you for coming in for your Botox.</b>} Please call us.</p>',
  "<p>Ok. {vip ? <b>We're sorry your filler swelled.</b> : <i>Thanks for visiting.</i>}</p>",
  "<p>Thank you for coming in for your Botox, {vip ? 'Jane' : 'Ana'}. We hear {name}.</p>",
  '<div>{vip && <em>Thank you for your visit.</em>}</div>',
  '<ul>{all.map((one) => <b key={one}>Thank you for your visit.</b>)}</ul>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code.
  '<p>{`Thank you for your visit, ${name}. We hear you.`}</p>',
  '<p>Thank you for {/* a note */} your visit. <b>We hear <i>your Botox</i> hurt.</b></p>',
];

describe('Fixes in code', () => {
  for (const piece of pieces)
    it(`leave an expression its value: ${piece}`, () => {
      const source = `export default ({ vip, name, all }) => (\n  <main>${piece}</main>\n);\n`;
      assert.deepEqual(syntaxErrors(source), []);
      for (const result of fixed('typescriptreact', source))
        assert.deepEqual(syntaxErrors(result), [], result);
    });

  for (const piece of pieces)
    it(`do so in MDX: ${piece}`, () => {
      const source = piece.replace(/^<p>|<\/p>$/g, '');
      for (const result of fixed('mdx', `# Hi\n\n${source}\n`)) {
        const body = result.slice(result.indexOf('\n\n') + 2);
        assert.deepEqual(syntaxErrors(`const it = <>${body}</>;`), [], result);
      }
    });

  it('take what an expression prints along with its sentence, and no comment', () => {
    const [source] = pieces.slice(2);
    for (const languageId of ['typescriptreact', 'mdx'])
      assert.ok(
        fixed(languageId, source as string).some((result) => !result.includes("'Jane'")),
        languageId,
      );
    for (const result of fixed('typescriptreact', pieces[6] as string))
      assert.ok(result.includes('{/* a note */}'), result);
  });

  it('put no sentence where a name stands', () => {
    const text = '[{"author":"Jane Doe","reviewBody":"My facelift is great."}]';
    const document = { uri: 'copy', languageId: 'json', text };
    const { findings } = inspect(document, defaultProfile, '2026-11-28', { channel: 'web-page' });
    for (const fix of findings.flatMap(({ fixes }) => fixes)) {
      const [{ author }] = JSON.parse(applyFix(text, fix));
      assert.ok(!/\s\S+\s/.test(author), author);
    }
  });

  it('rewrite one value, never those beside it', () => {
    const words = ['Thank you for coming in for your Botox.', 'We are sorry your filler swelled.'];
    const table: [string, string][] = [
      ['json', JSON.stringify(words)],
      ['yaml', words.map((one) => `- ${one}\n`).join('')],
      ['csv', `Draft A,Draft B\n${words.join(',')}\n`],
      ['markdown', `| Draft A | Draft B |\n|---|---|\n| ${words.join(' | ')} |\n`],
      ['typescript', `const drafts = ${JSON.stringify(words)};\n`],
    ];
    for (const [languageId, source] of table)
      for (const result of fixed(languageId, source)) {
        const kept = words.filter((one) => result.includes(one));
        assert.equal(kept.length, 1, `${languageId}: ${result}`);
      }
  });
});

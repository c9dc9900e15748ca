import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Hover } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { difference } from '../src/edits.js';
import { chooseEncoding, type Encoding, offsetAt, positionAt, update } from '../src/positions.js';
import { pair } from './harness.js';

const text = fc
  .array(fc.constantFrom('a', 'é', '€', '😀', 'e\u0301', ' ', '\n', '\r\n', '𝔸'), { maxLength: 30 })
  .map((parts) => parts.join(''));
const encodings: readonly Encoding[] = ['utf-8', 'utf-16', 'utf-32'];

/** Units of a text, counted by the platform and not by us. */
const units = (words: string, encoding: Encoding) =>
  encoding === 'utf-8'
    ? new TextEncoder().encode(words).length
    : encoding === 'utf-32'
      ? [...words].length
      : words.length;

describe('Positions', () => {
  it('count the units of the encoding from the start of the line', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.constantFrom(...encodings), (words, seed, encoding) => {
        const letters = [...words];
        const offset = letters
          .slice(0, letters.length === 0 ? 0 : seed % (letters.length + 1))
          .join('').length;
        const document = TextDocument.create('x:', 'x', 0, words);
        const { line } = document.positionAt(offset);
        const lineStart = document.offsetAt({ line, character: 0 });
        const position = positionAt(document, offset, encoding);
        assert.equal(position.line, line);
        if (!words.slice(0, offset).endsWith('\r')) {
          assert.equal(position.character, units(words.slice(lineStart, offset), encoding));
          assert.equal(offsetAt(document, position, encoding), offset);
        }
      }),
    );
  });

  it('give the same text by ranged changes in any encoding', () => {
    fc.assert(
      fc.property(text, text, fc.constantFrom(...encodings), (before, after, encoding) => {
        const document = TextDocument.create('x:', 'x', 1, before);
        const edit = difference(before, after);
        if (!edit) return;
        const whole = {
          start: positionAt(document, edit.span.start, encoding),
          end: positionAt(document, edit.span.end, encoding),
        };
        // A position cannot stand between CR and LF: such an edit has no range to be told by.
        if (
          offsetAt(document, whole.start, encoding) !== edit.span.start ||
          offsetAt(document, whole.end, encoding) !== edit.span.end
        )
          return;
        const carets: (number | undefined)[] = [];
        const changed = update(
          document,
          [{ range: whole, text: edit.text }],
          2,
          encoding,
          (caret) => carets.push(caret),
        );
        assert.equal(changed.getText(), after);
        assert.deepEqual(carets, [edit.span.start + edit.text.length]);
      }),
    );
  });

  it('are UTF-16 wherever the client knows it', () => {
    assert.equal(chooseEncoding(undefined), 'utf-16');
    assert.equal(chooseEncoding(['utf-8', 'utf-16']), 'utf-16');
    assert.equal(chooseEncoding(['utf-8']), 'utf-8');
    assert.equal(chooseEncoding(['utf-7', 'utf-32', 'utf-8']), 'utf-32');
  });

  it('are the client’s own, from the first byte to the last', async () => {
    for (const encoding of ['utf-8', 'utf-32'] as const) {
      const both = await pair({ capabilities: { general: { positionEncodings: [encoding] } } });
      assert.equal(both.server.capabilities.positionEncoding, encoding);
      const uri = 'file:///practice/reply.md';
      const before = '> ★★★★★ 😀\n\n💛 héllo 💛 ';
      await both.open(uri, `${before}\n`);
      const lineStart = before.lastIndexOf('\n') + 1;
      const at = { line: 2, character: units(before.slice(lineStart), encoding) };
      await both.edit(uri, 2, { start: at, end: at }, 'Thank you for coming in to see us! Bye.');
      await both.pass(150);
      const words = `${before}Thank you for coming in to see us! Bye.\n`;
      const finding = both
        .latest(uri)
        ?.diagnostics.find(({ code }) => code === 'reply-thanks-for-visit');
      assert.ok(finding);
      const { start, end } = (finding.data as { span: { start: number; end: number } }).span;
      assert.match(words.slice(start, end), /coming in/);
      assert.deepEqual(finding.range, {
        start: { line: 2, character: units(words.slice(lineStart, start), encoding) },
        end: { line: 2, character: units(words.slice(lineStart, end), encoding) },
      });
      const hover = await both.client.sendRequest<Hover | null>('textDocument/hover', {
        textDocument: { uri },
        position: finding.range.start,
      });
      assert.deepEqual(hover?.range, finding.range);
      await both.stop();
    }
  });

  it('differences are minimal, and right', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edit = difference(before, after);
        const made = edit
          ? before.slice(0, edit.span.start) + edit.text + before.slice(edit.span.end)
          : before;
        assert.equal(made, after);
        assert.ok(!edit || (made.isWellFormed() && edit.text.isWellFormed()));
      }),
    );
  });
});

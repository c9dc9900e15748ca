import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { mirror, withEdits } from '../src/mirror.js';
import { workerTransport } from '../src/transport.js';

/** Texts of words, line breaks of both kinds and characters outside the basic plane. */
const text = fc
  .array(fc.constantFrom('a', 'b', ' ', '\r\n', '\n', '💛', '💜', 'é'), { maxLength: 30 })
  .map((pieces) => pieces.join(''));

describe('A mirrored document', () => {
  it('sends changes that make the same text of the one before, whatever is typed', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), ([first = '', ...rest]) => {
        const ours = mirror('file:///a', 'plaintext', first);
        const theirs = TextDocument.create('file:///a', 'plaintext', 1, first);
        for (const next of rest) {
          const change = ours.change(next);
          if (!change) continue;
          TextDocument.update(theirs, [change], ours.version);
          assert.equal(theirs.getText(), next);
          assert.equal(ours.text, next);
          assert.doesNotMatch(change.text, /^[\udc00-\udfff]|[\ud800-\udbff]$/);
        }
      }),
    );
  });

  it('counts a version for every change, and none where nothing changed', () => {
    const ours = mirror('file:///a', 'plaintext', 'Hello');
    assert.equal(ours.change('Hello'), undefined);
    assert.equal(ours.version, 1);
    assert.deepEqual(ours.change('Hello!'), {
      range: { start: { line: 0, character: 5 }, end: { line: 0, character: 5 } },
      text: '!',
    });
    assert.equal(ours.version, 2);
  });

  it('leads from spans to ranges and back', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (words, a, b) => {
        const ours = mirror('file:///a', 'plaintext', words);
        const [start = 0, end = 0] = [a, b]
          .map((one) => one % (words.length + 1))
          .sort((x, y) => x - y);
        // A place between CR and LF has no position of its own.
        if ([start, end].some((at) => words[at - 1] === '\r' && words[at] === '\n')) return;
        assert.deepEqual(ours.spanOf(ours.rangeOf({ start, end })), { start, end });
      }),
    );
  });

  it('takes edits in any order', () => {
    const edits = [
      { span: { start: 0, end: 1 }, text: 'A' },
      { span: { start: 2, end: 2 }, text: '-' },
      { span: { start: 3, end: 4 }, text: '' },
    ];
    assert.equal(withEdits('abcd', edits), 'Ab-c');
    assert.equal(withEdits('abcd', [...edits].reverse()), 'Ab-c');
  });
});

describe('The transport for @codemirror/lsp-client', () => {
  it('turns text into messages and messages into text, and stops when told to', () => {
    const port = new EventTarget();
    const sent: unknown[] = [];
    const transport = workerTransport({
      postMessage: (message) => sent.push(message),
      addEventListener: (type, listener) => port.addEventListener(type, listener as EventListener),
      removeEventListener: (type, listener) =>
        port.removeEventListener(type, listener as EventListener),
    });
    const heard: string[] = [];
    const handler = (message: string) => heard.push(message);
    const say = (data: unknown) => port.dispatchEvent(new MessageEvent('message', { data }));
    transport.subscribe(handler);
    transport.send('{"id":1}');
    say({ result: 2 });
    transport.unsubscribe(handler);
    say({ result: 3 });
    assert.deepEqual(sent, [{ id: 1 }]);
    assert.deepEqual(heard, ['{"result":2}']);
  });
});

import assert from 'node:assert/strict';
import { reportMark } from '@chaperone/config/names';
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  DocumentDiagnosticReport,
  Hover,
  TextEdit,
} from 'vscode-languageserver';
import { debounce, firstQuestion } from '../src/diagnoser.js';
import { edited, on, type Pair, pair, titled, underlined } from './harness.js';

const uri = 'file:///practice/replies/jenna.md';
const review = '> ★★★★★ Best Botox ever!\n\n';
const visit = `${review}Thank you for coming in to see us!\n`;

const eager = {
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] } },
};
const lazy = {
  ...eager,
  textDocument: { codeAction: { resolveSupport: { properties: ['edit'] } } },
};

describe('The server', () => {
  let both: Pair | undefined;
  const start = async (setup: Parameters<typeof pair>[0] = {}) => {
    both = await pair(setup);
    return both;
  };
  afterEach(async () => {
    await both?.stop();
    both = undefined;
  });
  const codes = (found: { code?: unknown }[] | readonly { code?: unknown }[]) =>
    found.map(({ code }) => code);

  describe('tells diagnostics', () => {
    it('underlines what readers learn, names the rule and links to it', async () => {
      const { open, pass, latest } = await start();
      await open(uri, visit);
      await pass(1);
      const told = latest(uri);
      assert.equal(told?.version, 1);
      const finding = told.diagnostics.find(({ code }) => code === 'reply-thanks-for-visit');
      assert.ok(finding, JSON.stringify(told));
      assert.match(underlined(visit, finding), /coming in/);
      assert.equal(finding.source, 'Chaperone');
      assert.equal(
        finding.codeDescription?.href,
        'https://github.com/chaperone-copy/chaperone/blob/main/docs/rules.md#reply-thanks-for-visit',
      );
      assert.equal(finding.data.rule, 'reply-thanks-for-visit');
    });

    it('says where the evidence stands, to clients that show it', async () => {
      const { open, pass, latest } = await start({
        capabilities: { textDocument: { publishDiagnostics: { relatedInformation: true } } },
      });
      await open(uri, `${review}Look at that lip filler! Follow @jennap for more.\n`);
      await pass(1);
      const related =
        latest(uri)?.diagnostics.flatMap(({ relatedInformation }) => relatedInformation ?? []) ??
        [];
      assert.ok(related.length > 0);
      assert.ok(related.every(({ location, message }) => location.uri === uri && message !== ''));
    });

    it('waits for a pause after a keystroke', async () => {
      const { open, edit, pass, pushed } = await start();
      await open(uri, `${review}Thank you!\n`);
      await pass(1);
      const before = pushed.length;
      await edit(uri, 2, on(2, 10), ' Thank you for coming in to see us!');
      await pass(debounce - 1);
      assert.equal(pushed.length, before);
      await pass(1);
      assert.equal(pushed.length, before + 1);
    });

    it('never tells what it found in an older text', async () => {
      const { open, edit, pass, pushed } = await start();
      await open(uri, visit);
      await pass(1);
      await edit(uri, 2, on(2, 0), 'Hello. ');
      await edit(uri, 3, on(2, 0), 'Hello. ');
      await pass(debounce);
      assert.deepEqual(
        pushed.map(({ version }) => version),
        [1, 3],
      );
    });

    it('takes everything back when the document is closed', async () => {
      const { client, open, pass, latest } = await start();
      await open(uri, visit);
      await pass(1);
      await client.sendNotification('textDocument/didClose', { textDocument: { uri } });
      await pass(1);
      assert.deepEqual(latest(uri)?.diagnostics, []);
    });

    it('holds a finding back while its last word is being typed', async () => {
      const { open, edit, pass, latest } = await start();
      await open(uri, `${review}Thank you for coming i`);
      await pass(1);
      await edit(uri, 2, on(2, 22), 'n');
      await pass(debounce);
      assert.ok(!codes(latest(uri)?.diagnostics ?? []).includes('reply-thanks-for-visit'));
      await pass(700);
      assert.ok(codes(latest(uri)?.diagnostics ?? []).includes('reply-thanks-for-visit'));
    });

    it('shows a finding it held back once the document is saved', async () => {
      const { client, server, open, edit, pass, latest } = await start();
      assert.deepEqual((server.capabilities.textDocumentSync as { save?: unknown }).save, {
        includeText: false,
      });
      await open(uri, `${review}Thank you for coming i`);
      await pass(1);
      await edit(uri, 2, on(2, 22), 'n');
      await pass(debounce);
      await client.sendNotification('textDocument/didSave', { textDocument: { uri } });
      await pass(1);
      assert.ok(codes(latest(uri)?.diagnostics ?? []).includes('reply-thanks-for-visit'));
    });

    it('shows the finding at once when the word is finished', async () => {
      const { open, edit, pass, latest } = await start();
      await open(uri, `${review}Thank you for coming i`);
      await pass(1);
      await edit(uri, 2, on(2, 22), 'n ');
      await pass(debounce);
      assert.ok(codes(latest(uri)?.diagnostics ?? []).includes('reply-thanks-for-visit'));
    });

    it('says why a document is not checked', async () => {
      const { open, pass, latest, statuses } = await start();
      await open('file:///practice/tool.cob', 'MOVE A TO B.', 'cobol');
      await open('file:///practice/long.md', 'a '.repeat(2 * 1024 * 1024 + 1));
      const report = `<html><head>${reportMark}</head><body>Our patient Dana</body></html>`;
      await open('file:///practice/report.html', report, 'html');
      await pass(1);
      const names = ['tool.cob', 'long.md', 'report.html'];
      for (const one of names.map((name) => `file:///practice/${name}`)) {
        const [only] = latest(one)?.diagnostics ?? [];
        assert.match(String(only?.message), /^Not checked, because /);
        assert.deepEqual(only?.range, on(0, 0));
        assert.equal(only?.severity, 3);
      }
      assert.deepEqual(
        statuses.map(({ state }) => state),
        names.map(() => 'not-checked'),
      );
    });

    it('shows the most severe where there are more than an editor bears, and says so', async () => {
      const { open, pass, latest, statuses } = await start();
      const many = `<!-- chaperone: channel=review-reply -->\n\n${'> Nice.\n\nThank you for the kind words!\n\n'.repeat(1100)}Thank you for coming in!\n`;
      await open(uri, many);
      await pass(1);
      const { diagnostics } = latest(uri) ?? assert.fail();
      const findings = diagnostics.filter(({ data }) => data?.kind === 'finding');
      assert.equal(findings.length, 1000);
      assert.ok(
        codes(findings).includes('reply-thanks-for-visit'),
        'the error at the end is shown',
      );
      const said = diagnostics.find(({ code }) => code === 'not-shown');
      assert.match(said?.message as string, /^1000 of \d{4} findings are shown/);
      assert.ok((statuses.findLast((status) => status.uri === uri)?.risks ?? 0) > 1000);
    });

    it('tells risks, channel and the reason for it beside the document', async () => {
      const { open, pass, statuses } = await start();
      await open(uri, visit);
      await pass(1);
      const status = statuses.at(-1);
      assert.equal(status?.channel, 'review-reply');
      assert.equal(
        status.risks,
        Object.values(status.severities).reduce((sum, count) => sum + count),
      );
      assert.ok(status.risks > 0 && status.because !== '');
    });
  });

  describe('answers clients that ask', () => {
    const pulling = {
      textDocument: { diagnostic: {} },
      workspace: { diagnostics: { refreshSupport: true } },
    };
    const ask = (client: Pair['client'], previousResultId?: string) =>
      client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
        textDocument: { uri },
        previousResultId,
      });

    it('and says "unchanged" when nothing changed', async () => {
      const { client, open, edit } = await start({ capabilities: pulling });
      await open(uri, visit);
      const first = await ask(client);
      assert.ok(first.kind === 'full' && first.resultId !== undefined);
      assert.deepEqual(await ask(client, first.resultId), {
        kind: 'unchanged',
        resultId: first.resultId,
      });
      await edit(uri, 2, on(2, 0), 'We refunded your deposit. ');
      assert.equal((await ask(client, first.resultId)).kind, 'full');
    });

    it('and sends them nothing unasked', async () => {
      const { client, open, pass, pushed } = await start({ capabilities: pulling });
      await open(uri, visit);
      await ask(client);
      await pass(2 * firstQuestion);
      assert.deepEqual(pushed, []);
    });

    it('yet tells a client that only claims to ask', async () => {
      const { open, pass, pushed } = await start({ capabilities: pulling });
      await open(uri, visit);
      await pass(firstQuestion);
      assert.ok((pushed[0]?.diagnostics.length ?? 0) > 0);
    });
  });

  describe('offers ways out', () => {
    const actionsIn = (client: Pair['client'], only?: string[]) =>
      client.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range: on(2, 15),
        context: { diagnostics: [], ...(only ? { only } : {}) },
      });

    it('of which exactly one is preferred, and it clears the finding', async () => {
      const { client, open, pass, latest } = await start({ capabilities: eager });
      await open(uri, visit);
      const actions = await actionsIn(client, ['quickfix']);
      const preferred = actions.filter(({ isPreferred }) => isPreferred);
      assert.equal(preferred.length, 1);
      assert.equal(actions[0], preferred[0]);
      const after = edited(uri, visit, preferred[0]?.edit);
      assert.notEqual(after, visit);
      const other = 'file:///practice/replies/after.md';
      await open(other, after);
      await pass(1);
      assert.ok(!codes(latest(other)?.diagnostics ?? []).includes('reply-thanks-for-visit'), after);
    });

    it('whose edits come only when one is chosen, where the client can wait', async () => {
      const { client, open } = await start({ capabilities: lazy });
      await open(uri, visit);
      const [first] = await actionsIn(client, ['quickfix']);
      assert.ok(first);
      assert.equal(first.edit, undefined);
      const resolved = await client.sendRequest<CodeAction>('codeAction/resolve', first);
      assert.notEqual(edited(uri, visit, resolved.edit), visit);
    });

    it('and refuses to resolve one made for an older text', async () => {
      const { client, open, edit } = await start({ capabilities: lazy });
      await open(uri, visit);
      const [first] = await actionsIn(client, ['quickfix']);
      await edit(uri, 2, on(2, 0), 'Hello. ');
      await assert.rejects(client.sendRequest('codeAction/resolve', first), { code: -32801 });
    });

    it('to leave it, with a reason that stands in the text and silences the rule', async () => {
      const { client, open, pass, latest } = await start({ capabilities: eager });
      await open(uri, visit);
      const ignore = (await actionsIn(client)).find(
        ({ title, diagnostics }) =>
          title.startsWith('Ignore here') && diagnostics?.[0]?.code === 'reply-thanks-for-visit',
      );
      const after = edited(uri, visit, ignore?.edit);
      assert.match(after, /<!-- chaperone: ignore reply-thanks-for-visit reason="[^"]+" -->/);
      const other = 'file:///practice/replies/after.md';
      await open(other, after);
      await pass(1);
      assert.ok(!codes(latest(other)?.diagnostics ?? []).includes('reply-thanks-for-visit'), after);
    });

    it('to ask the reader for the reason, where the client has a command for it', async () => {
      const { client, open } = await start({
        capabilities: eager,
        options: { ignoreCommand: 'client.ignore' },
      });
      await open(uri, visit);
      const ignore = titled(await actionsIn(client), 'Ignore here, with a reason…');
      assert.equal(ignore.command?.command, 'client.ignore');
      assert.equal(ignore.command.arguments?.[0].uri, uri);
    });

    it('to change the profile that the client holds, where it has a command for it', async () => {
      const { client, open } = await start({
        capabilities: eager,
        options: { profileCommand: 'client.profile' },
      });
      await open(uri, visit);
      const action = (await actionsIn(client)).find(
        ({ command, diagnostics }) =>
          command?.command === 'client.profile' &&
          diagnostics?.[0]?.code === 'reply-thanks-for-visit',
      );
      const change = action?.command?.arguments?.[0];
      assert.equal(change.rule, 'reply-thanks-for-visit');
      const run = (given: object) =>
        client.sendRequest('workspace/executeCommand', {
          command: 'chaperone.changeProfileText',
          arguments: [given],
        });
      assert.deepEqual(await run({ text: '# ours\nname: Luma\n', ...change }), {
        text: '# ours\nname: Luma\nrules:\n  reply-thanks-for-visit: info\n',
      });
      assert.deepEqual(await run({ text: '', list: 'staff', value: 'Dana Cole' }), {
        text: 'staff:\n  - Dana Cole\n',
      });
      await assert.rejects(run({ text: '', list: 'patients', value: 'Dana' }), /list must be/);
    });

    it('to replace the whole reply, and every such reply is silent', async () => {
      const { client, open, pass, latest } = await start({
        capabilities: eager,
        options: { settings: { strictness: 'standard' } },
      });
      await open(uri, visit);
      const templates = await actionsIn(client, ['refactor']);
      assert.ok(templates.length > 3);
      for (const [index, template] of templates.entries()) {
        assert.equal(template.kind, 'refactor.rewrite');
        const after = edited(uri, visit, template.edit);
        const other = `file:///practice/replies/after-${index}.md`;
        await open(other, after);
        await pass(1);
        assert.deepEqual(latest(other)?.diagnostics, [], after);
      }
    });

    it('to fix everything that needs no second look, only when asked for that', async () => {
      const { client, open } = await start({ capabilities: eager });
      await open(uri, visit);
      assert.ok((await actionsIn(client)).every(({ kind }) => kind !== 'source.fixAll.chaperone'));
      for (const action of await actionsIn(client, ['source.fixAll']))
        assert.equal(action.kind, 'source.fixAll.chaperone');
    });
  });

  describe('explains', () => {
    it('what readers learn, the law and a safe way to say it', async () => {
      const { client, open } = await start();
      await open(uri, visit);
      const hover = await client.sendRequest<Hover>('textDocument/hover', {
        textDocument: { uri },
        position: { line: 2, character: 16 },
      });
      const { value } = hover.contents as { value: string };
      assert.match(value, /reader/i);
      assert.match(value, /You could write:/);
      assert.match(value, /#reply-thanks-for-visit/);
    });

    it('nothing where nothing is found', async () => {
      const { client, open } = await start();
      await open(uri, visit);
      assert.equal(
        await client.sendRequest('textDocument/hover', {
          textDocument: { uri },
          position: { line: 0, character: 3 },
        }),
        null,
      );
    });

    it('above a reply how many risks it has, or that it is safe to post', async () => {
      const { client, open } = await start({ options: { settings: { strictness: 'standard' } } });
      await open(uri, visit);
      const safe = 'file:///practice/replies/safe.md';
      await open(safe, `${review}Thank you for the kind words!\n`);
      const lensOf = async (of: string) =>
        (
          await client.sendRequest<CodeLens[]>('textDocument/codeLens', {
            textDocument: { uri: of },
          })
        ).map(({ command }) => command?.title);
      assert.deepEqual(await lensOf(safe), ['Safe to post: no finding']);
      assert.match((await lensOf(uri))[0] ?? '', /^\d+ risks?$/);
    });
  });

  describe('completes', () => {
    const labels = async (client: Pair['client'], of: string, line: number, character: number) =>
      (
        await client.sendRequest<CompletionItem[]>('textDocument/completion', {
          textDocument: { uri: of },
          position: { line, character },
        })
      ).map(({ label }) => label);

    it('directives, the rules to ignore and the channels', async () => {
      const { client, open } = await start();
      const text = '<!-- chaperone: ';
      await open(uri, `${text} -->\n${text}ignore  -->\n${text}channel= -->\n`);
      assert.ok((await labels(client, uri, 0, text.length)).includes('authorized'));
      assert.ok((await labels(client, uri, 1, text.length + 7)).includes('reply-thanks-for-visit'));
      assert.ok((await labels(client, uri, 2, text.length + 8)).includes('review-reply'));
    });

    it('directives with the end of the comment that holds them, where it has none', async () => {
      const { client, open } = await start();
      const inserted = async (text: string) => {
        await open(`file:///practice/${text.length}.md`, text);
        const items = await client.sendRequest<CompletionItem[]>('textDocument/completion', {
          textDocument: { uri: `file:///practice/${text.length}.md` },
          position: { line: 0, character: text.indexOf('ig') + 2 },
        });
        const edit = items.find(({ label }) => label === 'ignore')?.textEdit as
          | TextEdit
          | undefined;
        return edit?.newText;
      };
      const words = 'ignore rule reason="why this is fine"';
      assert.equal(await inserted('<!-- chaperone: ig'), `${words} -->`);
      assert.equal(await inserted('<!-- chaperone: ig -->\n'), words);
    });

    it('whole safe replies where a reply begins', async () => {
      const { client, open } = await start();
      await open(uri, `${review}Tha\n\nThanks for the words, all the best `);
      assert.ok((await labels(client, uri, 2, 3)).some((label) => label.startsWith('Safe reply')));
      assert.deepEqual(await labels(client, uri, 4, 30), []);
    });
  });
});

import { commands, l10n, type TextDocumentContentProvider, Uri, window, workspace } from 'vscode';
import type { Node } from '../findings-view.js';
import type { Session } from '../session.js';
import { ask, findingAtCaret } from './editor.js';

const scheme = 'chaperone-rule';

/** Shows a rule's page: the one of a tree entry, of the finding under the caret, or one picked from all. */
export function createRulePages(session: Session): (node?: Node) => Promise<void> {
  const provider: TextDocumentContentProvider = {
    provideTextDocumentContent: ({ path }) => pageOf(session, path.replace(/^\/|\.md$/g, '')),
  };
  session.context.subscriptions.push(
    workspace.registerTextDocumentContentProvider(scheme, provider),
  );
  return async (node) => {
    const rule = ruleOf(node) ?? (await ruleAtCaret()) ?? (await pickRule(session));
    if (rule)
      await commands.executeCommand(
        'markdown.showPreview',
        Uri.from({ scheme, path: `/${rule}.md` }),
      );
  };
}

function ruleOf(node: Node | undefined): string | undefined {
  if (!node) return undefined;
  if ('rule' in node) return node.rule;
  return node.by === 'rule' ? node.key : undefined;
}

async function ruleAtCaret(): Promise<string | undefined> {
  const editor = window.activeTextEditor;
  return editor && (await findingAtCaret(editor, l10n.t('Show which rule?')))?.rule;
}

async function pickRule(session: Session): Promise<string | undefined> {
  const rules = await ask<readonly { id: string; title: string }[]>(session, 'chaperone.rules', {});
  const items = rules.map(({ id, title }) => ({ label: title, description: id, id }));
  return (
    await window.showQuickPick(items, {
      title: l10n.t('Show which rule?'),
      matchOnDescription: true,
    })
  )?.id;
}

async function pageOf(session: Session, rule: string): Promise<string> {
  const page = await ask<{ markdown: string } | null>(session, 'chaperone.explain', { rule });
  return (
    page?.markdown ??
    `# ${rule}\n\n${l10n.t('This is a rule of your own practice. It stands in chaperone.yaml, under customRules.')}\n`
  );
}

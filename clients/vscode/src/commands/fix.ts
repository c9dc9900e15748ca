import { l10n, window } from 'vscode';
import { shownFindings } from '../findings.js';
import type { ReplyTemplate } from '../protocol.js';
import type { Session } from '../session.js';
import { riskCount } from '../status-lines.js';
import { activeEditor, addressOf, ask } from './editor.js';

/** Makes the fixes of this document that are right without a human look. */
export async function fixAllSafe(session: Session): Promise<void> {
  const editor = activeEditor();
  const { applied } = await ask<{ applied: boolean }>(session, 'chaperone.fixAll', {
    uri: addressOf(session, editor),
  });
  if (!applied)
    void window.showInformationMessage(
      l10n.t(
        'Every fix here needs your eye. Put the cursor on an underlined passage and press Ctrl+. for its rewrites.',
      ),
    );
}

/** Makes the preferred fix of every finding of one rule in this document. */
export async function fixEachOfRule(session: Session): Promise<void> {
  const editor = activeEditor();
  const found = shownFindings(editor.document.uri);
  if (found.length === 0) {
    void window.showInformationMessage(l10n.t('No finding in this file.'));
    return;
  }
  const here = found.find(({ range }) => range.contains(editor.selection.active))?.rule;
  const rules = [...new Set(found.map(({ rule }) => rule))].sort(
    (a, b) => Number(b === here) - Number(a === here),
  );
  const items = rules.map((rule) => {
    const ofRule = found.filter((finding) => finding.rule === rule);
    return { label: rule, description: riskCount(ofRule.length), detail: ofRule[0]?.message ?? '' };
  });
  const chosen = await window.showQuickPick(items, {
    title: l10n.t('Fix every finding of which rule?'),
  });
  if (!chosen) return;
  const { applied } = await ask<{ applied: boolean }>(session, 'chaperone.fixAllOfRule', {
    uri: addressOf(session, editor),
    rule: chosen.label,
  });
  if (!applied)
    void window.showInformationMessage(
      l10n.t('This rule has no fix that fits everywhere. Look at each finding with Ctrl+.'),
    );
}

/** Inserts a reply that tells readers nothing about anyone. */
export async function insertSafeReply(session: Session): Promise<void> {
  const editor = activeEditor();
  const templates = await ask<readonly ReplyTemplate[]>(session, 'chaperone.replies', {
    uri: addressOf(session, editor),
  });
  const items = templates.map(({ title, text }) => ({ label: title, detail: text }));
  const chosen = await window.showQuickPick(items, {
    title: l10n.t('Insert a safe reply'),
    matchOnDetail: true,
  });
  if (!chosen) return;
  const { selection } = editor;
  await editor.edit((edit) => edit.replace(selection, chosen.detail));
  await window.showTextDocument(editor.document, editor.viewColumn);
}

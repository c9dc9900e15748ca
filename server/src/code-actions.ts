import {
  type Edit,
  type Finding,
  overlaps,
  replyTemplates,
  replyText,
  type Span,
} from '@chaperone/core';
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Context } from './context.js';
import { toDiagnostic } from './diagnostics.js';
import { ignoreEdit } from './directive-edits.js';
import { workspaceEdit } from './edits.js';
import { spanOf } from './positions.js';
import {
  type ProfileChange,
  profileChangesFor,
  profileEdit,
  profileTarget,
} from './profile-edits.js';
import { repliesOf } from './replies.js';
import type { Review } from './review.js';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.chaperone`;
export const actionKinds = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind];

/** What an action does once it is chosen: enough to make its edit anew. */
export type Plan =
  | { readonly make: 'fix'; readonly rule: string; readonly span: Span; readonly title: string }
  | { readonly make: 'ignore'; readonly rule: string; readonly span: Span; readonly reason: string }
  | { readonly make: 'profile'; readonly change: ProfileChange }
  | { readonly make: 'reply'; readonly template: string; readonly span: Span }
  | { readonly make: 'fix-all'; readonly rule?: string };

/** `codeAction.data`, for `codeAction/resolve`. */
export interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly plan: Plan;
}

type Checked = Extract<Review, { state: 'checked' }>;

/** The ways out of the findings in a range, the ones that rewrite first. Edits come with `resolveAction`. */
export function actionsFor(
  review: Review,
  params: CodeActionParams,
  context: Context,
): CodeAction[] {
  if (review.state !== 'checked') return [];
  const wanted = (kind: string) =>
    !params.context.only ||
    params.context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
  const span = spanOf(review.document, params.range, context.traits.encoding);
  const touched = review.inspection.findings.filter((finding) => touches(finding.span, span));
  return [
    ...(wanted(CodeActionKind.QuickFix) ? quickFixes(review, touched, params, context) : []),
    ...(wanted(CodeActionKind.RefactorRewrite) ? replyActions(review, span) : []),
    // Only when asked for: a fix of everything does not belong under every light bulb.
    ...(params.context.only && wanted(fixAllKind) ? fixAllActions(review) : []),
  ];
}

function quickFixes(
  review: Checked,
  touched: readonly Finding[],
  params: CodeActionParams,
  context: Context,
): CodeAction[] {
  const rewrites: CodeAction[] = [];
  const others: CodeAction[] = [];
  for (const finding of touched) {
    const diagnostics = [diagnosticOf(finding, review, params, context)];
    const preferred = finding.fixes.find((fix) => fix.preferred) ?? finding.fixes[0];
    for (const fix of finding.fixes) {
      const plan: Plan = { make: 'fix', rule: finding.rule, span: finding.span, title: fix.title };
      rewrites.push({
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics,
        isPreferred: fix === preferred && rewrites.length === 0,
        data: dataOf(review, plan),
      });
    }
    others.push(
      ...ignoreActions(finding, review, diagnostics, context),
      ...profileActions(finding, review, diagnostics, context),
    );
  }
  return [...rewrites, ...others];
}

function ignoreActions(
  finding: Finding,
  review: Checked,
  diagnostics: Diagnostic[],
  { traits }: Context,
): CodeAction[] {
  const text = review.document.getText();
  const place = ignoreEdit(
    review.inspection,
    review.languageId,
    text,
    finding.span,
    finding.rule,
    '',
  );
  if (!place) return [];
  const kind = CodeActionKind.QuickFix;
  const { ignoreCommand } = traits.options;
  const { uri, version } = review.document;
  if (ignoreCommand !== undefined) {
    const title = 'Ignore here, with a reason…';
    const argument = { uri, version, rule: finding.rule, span: finding.span };
    return [
      {
        title,
        kind,
        diagnostics,
        command: { title, command: ignoreCommand, arguments: [argument] },
      },
    ];
  }
  return ['this is not about a patient', 'our counsel has read this'].map((reason) => ({
    title: `Ignore here: ${reason}`,
    kind,
    diagnostics,
    data: dataOf(review, { make: 'ignore', rule: finding.rule, span: finding.span, reason }),
  }));
}

function profileActions(
  finding: Finding,
  review: Checked,
  diagnostics: Diagnostic[],
  { traits }: Context,
): CodeAction[] {
  const { profileCommand } = traits.options;
  const asksClient = profileCommand !== undefined && review.choice.uri === undefined;
  // Where no profile is and none can be made, there is nothing to write it to.
  if (!asksClient && review.choice.uri === undefined && !traits.createsFiles) return [];
  const kind = CodeActionKind.QuickFix;
  return profileChangesFor(finding, review.document.getText(), review.choice.profile).map(
    (change) => {
      const { title } = change;
      return asksClient
        ? {
            title,
            kind,
            diagnostics,
            command: { title, command: profileCommand, arguments: [change] },
          }
        : { title, kind, diagnostics, data: dataOf(review, { make: 'profile', change }) };
    },
  );
}

function replyActions(review: Checked, span: Span): CodeAction[] {
  const reply = repliesOf(review.inspection).find((candidate) => touches(candidate.span, span));
  if (!reply || reply.passages.some((passage) => passage.editable === false)) return [];
  return replyTemplates.map((template) => ({
    title: `Replace the whole reply: ${template.title}`,
    kind: CodeActionKind.RefactorRewrite,
    data: dataOf(review, { make: 'reply', template: template.id, span: reply.span }),
  }));
}

function fixAllActions(review: Checked): CodeAction[] {
  if (fixAllEdits(review).length === 0) return [];
  const title = 'Fix everything that needs no second look';
  return [{ title, kind: fixAllKind, data: dataOf(review, { make: 'fix-all' }) }];
}

/** The edit a plan makes in the document as it stands now; undefined when its ground is gone. */
export async function editFor(
  plan: Plan,
  review: Review,
  context: Context,
): Promise<WorkspaceEdit | undefined> {
  if (plan.make === 'profile') {
    const target = await profileTarget(review, context);
    return target && profileEdit(target, plan.change, context);
  }
  if (review.state !== 'checked') return undefined;
  const edits = editsOf(plan, review);
  return edits && edits.length > 0
    ? workspaceEdit(review.document, edits, context.traits)
    : undefined;
}

function editsOf(
  plan: Exclude<Plan, { make: 'profile' }>,
  review: Checked,
): readonly Edit[] | undefined {
  const { inspection, languageId, document, choice } = review;
  if (plan.make === 'fix-all') return fixAllEdits(review, plan.rule);
  if (plan.make === 'ignore') {
    const edit = ignoreEdit(
      inspection,
      languageId,
      document.getText(),
      plan.span,
      plan.rule,
      plan.reason,
    );
    return edit && [edit];
  }
  if (plan.make === 'reply') {
    const template = replyTemplates.find((candidate) => candidate.id === plan.template);
    const reply = repliesOf(inspection).find(
      (candidate) => candidate.span.start === plan.span.start,
    );
    const [passage] = reply?.passages ?? [];
    if (!template || !reply || !passage) return undefined;
    return [{ span: reply.span, text: passage.encode(replyText(template, choice.profile)) }];
  }
  const finding = inspection.findings.find(
    (candidate) =>
      candidate.rule === plan.rule &&
      candidate.span.start === plan.span.start &&
      candidate.span.end === plan.span.end,
  );
  return finding?.fixes.find((fix) => fix.title === plan.title)?.edits;
}

/** The edits of all fixes that need no human eye, first finding first; fixes that overlap an earlier one are left out. */
export function fixAllEdits(review: Checked, rule?: string): readonly Edit[] {
  const taken: Edit[] = [];
  for (const finding of review.inspection.findings) {
    if (rule !== undefined && finding.rule !== rule) continue;
    const candidates =
      rule === undefined
        ? finding.fixes.filter((fix) => fix.safe)
        : finding.fixes.filter((fix) => fix.safe || fix.preferred);
    const fix = candidates.find((candidate) => candidate.preferred) ?? candidates[0];
    if (!fix || fix.edits.some((edit) => taken.some((other) => collide(edit.span, other.span))))
      continue;
    taken.push(...fix.edits);
  }
  return taken;
}

function collide(a: Span, b: Span): boolean {
  return overlaps(a, b) || (a.start === b.start && a.end === b.end);
}

/** The client's own diagnostic where it sent it along, so that it can tie the action to it. */
function diagnosticOf(
  finding: Finding,
  review: Checked,
  params: CodeActionParams,
  { traits }: Context,
): Diagnostic {
  const made = toDiagnostic(finding, review, traits);
  const same = (a: Diagnostic) =>
    a.code === made.code &&
    a.range.start.line === made.range.start.line &&
    a.range.start.character === made.range.start.character;
  return params.context.diagnostics.find(same) ?? made;
}

function dataOf({ document }: Review, plan: Plan): ActionData {
  return { uri: document.uri, version: document.version, plan };
}

/** True when the spans overlap, or one is a caret that stands at the other's edge. */
function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

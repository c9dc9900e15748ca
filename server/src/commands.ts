import { channels, explain, replyTemplates, replyText, rules } from '@chaperone/core';
import {
  type CancellationToken,
  ErrorCodes,
  type ExecuteCommandParams,
  ResponseError,
  type WorkDoneProgressReporter,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { editFor, type Plan } from './code-actions.js';
import type { Context } from './context.js';
import { toDiagnostics } from './diagnostics.js';
import { channelEdit, directiveEdit } from './directive-edits.js';
import { workspaceEdit } from './edits.js';
import { rangeOf, spanOf } from './positions.js';
import { type ProfileChange, profileLists, profileTarget } from './profile-edits.js';
import type { Review } from './review.js';
import { statusOf } from './status.js';
import { isRecord } from './traits.js';
import type { WorkspaceCheck } from './workspace.js';

type Arguments = Readonly<Record<string, unknown>>;
type Run = (given: Arguments, context: Context, extra: Extra) => Promise<unknown>;

interface Extra {
  readonly workspace: WorkspaceCheck;
  readonly token: CancellationToken;
  readonly progress: WorkDoneProgressReporter;
}

/** Commands take one argument, an object, and answer with an object; docs/language-server.md lists them. */
const commands: Readonly<Record<string, Run>> = {
  'chaperone.fixAll': (given, context) => carryOut('Fix all', { make: 'fix-all' }, given, context),
  'chaperone.fixAllOfRule': (given, context) =>
    carryOut(
      'Fix all of this rule',
      { make: 'fix-all', rule: text(given, 'rule') },
      given,
      context,
    ),
  'chaperone.ignore': async (given, context) => {
    const review = await reviewOf(given, context);
    const span = spanGiven(given, review, context);
    return apply(
      'Ignore here',
      await editFor(
        { make: 'ignore', rule: text(given, 'rule'), span, reason: text(given, 'reason') },
        review,
        context,
      ),
      context,
    );
  },
  'chaperone.authorize': async (given, context) => {
    const review = checked(await reviewOf(given, context));
    const words = `chaperone: authorized id=${text(given, 'id')} channels=${text(given, 'channels')} expires=${text(given, 'expires')}`;
    const edit = directiveEdit(
      review.inspection,
      review.languageId,
      review.document.getText(),
      spanGiven(given, review, context),
      words,
    );
    return apply(
      'Record an authorization',
      edit && workspaceEdit(review.document, [edit], context.traits),
      context,
    );
  },
  'chaperone.setChannel': async (given, context) => {
    const review = checked(await reviewOf(given, context));
    const channel = channels.find((name) => name === given.channel);
    if (!channel) throw invalid(`channel must be one of ${channels.join(', ')}`);
    const edit = channelEdit(
      review.languageId,
      review.document.getText(),
      channel,
      review.inspection.channel.span,
    );
    return apply(
      'Set the channel',
      edit && workspaceEdit(review.document, [edit], context.traits),
      context,
    );
  },
  'chaperone.insertReply': async (given, context) => {
    const review = checked(await reviewOf(given, context));
    const template = replyTemplates.find((candidate) => candidate.id === given.template);
    if (!template)
      throw invalid(`template must be one of ${replyTemplates.map(({ id }) => id).join(', ')}`);
    const edit = {
      span: spanGiven(given, review, context),
      text: replyText(template, review.choice.profile),
    };
    return apply(
      'Insert a safe reply',
      workspaceEdit(review.document, [edit], context.traits),
      context,
    );
  },
  'chaperone.addToProfile': async (given, context) =>
    changeProfile(
      { make: 'profile', change: listChange(given) },
      await reviewOf(given, context),
      context,
    ),
  'chaperone.setRule': async (given, context) =>
    changeProfile(
      { make: 'profile', change: ruleChange(given) },
      await reviewOf(given, context),
      context,
    ),
  // For clients that hold the profile themselves.
  'chaperone.changeProfileText': async (given, { host }) => ({
    text: host
      .profileText()
      .change(
        typeof given.text === 'string' ? given.text : '',
        'rule' in given ? ruleChange(given) : listChange(given),
      ),
  }),
  'chaperone.replies': async (given, context) => {
    const review = await reviewOf(given, context);
    return replyTemplates.map((template) => ({
      id: template.id,
      title: template.title,
      text: replyText(template, review.choice.profile),
    }));
  },
  'chaperone.ignores': async (given, context) =>
    silenced(checked(await reviewOf(given, context)), context),
  // For clients whose files only they can read: the text comes along, and the document need not be open.
  'chaperone.inspect': async (given, context) => {
    const words = typeof given.text === 'string' ? given.text : '';
    const document = TextDocument.create(text(given, 'uri'), text(given, 'languageId'), 0, words);
    const review = await context.desk.review(document, context.host.createChecker());
    const { state, because, channel } = statusOf(review);
    const found = review.state === 'checked' ? review.inspection.findings : [];
    return {
      state,
      because,
      channel,
      diagnostics: toDiagnostics(review, found, context.traits),
      ...(review.state === 'checked' ? silenced(review, context) : { ignored: [], idle: [] }),
    };
  },
  'chaperone.rules': async () => rules.map(({ id, title }) => ({ id, title })),
  'chaperone.explain': async (given) => {
    const rule = rules.find((candidate) => candidate.id === given.rule);
    return rule ? { markdown: explain(rule) } : null;
  },
  'chaperone.checkWorkspace': async (_given, _context, { workspace, token, progress }) => {
    const files: unknown[] = [];
    await workspace.run(
      new Map(),
      (item) =>
        item.kind === 'full' &&
        files.push({ uri: item.uri, version: item.version, diagnostics: item.items }),
      token,
      progress,
    );
    return { files };
  },
};

export const commandNames = Object.keys(commands);

/** Runs one of our commands. Throws InvalidParams with a plain sentence where an argument is missing or wrong. */
export async function execute(
  params: ExecuteCommandParams,
  context: Context,
  extra: Extra,
): Promise<unknown> {
  const run = commands[params.command];
  if (!run) throw invalid(`there is no command ${params.command}`);
  const given: unknown = params.arguments?.[0] ?? {};
  return run(isRecord(given) ? given : {}, context, extra);
}

async function carryOut(
  label: string,
  plan: Plan,
  given: Arguments,
  context: Context,
): Promise<unknown> {
  return apply(label, await editFor(plan, await reviewOf(given, context), context), context);
}

function listChange(given: Arguments): ProfileChange {
  const list = profileLists.find((name) => name === given.list);
  if (!list) throw invalid(`list must be one of ${profileLists.join(', ')}`);
  return { title: '', list, value: text(given, 'value') };
}

function ruleChange(given: Arguments): ProfileChange {
  const severity = (['error', 'warning', 'info', 'hint', 'off'] as const).find(
    (name) => name === given.severity,
  );
  if (!severity) throw invalid('severity must be error, warning, info, hint or off');
  return { title: '', rule: text(given, 'rule'), severity };
}

/** Changes chaperone.yaml and tells which file that was and what stood in it before, for an Undo. */
async function changeProfile(plan: Plan, review: Review, context: Context): Promise<unknown> {
  const target = await profileTarget(review, context);
  const result = await apply(
    'Change chaperone.yaml',
    await editFor(plan, review, context),
    context,
  );
  return {
    ...result,
    profileUri: target?.uri ?? null,
    created: target ? !target.exists : false,
    before: target?.text ?? null,
  };
}

async function apply(
  label: string,
  edit: WorkspaceEdit | undefined,
  { connection }: Context,
): Promise<{ applied: boolean }> {
  if (!edit) return { applied: false };
  const { applied } = await connection.workspace.applyEdit({ label, edit });
  return { applied };
}

/** What directives silence, and which directives silence nothing. */
function silenced(
  { document, inspection: { ignored, idle } }: Extract<Review, { state: 'checked' }>,
  { traits }: Context,
) {
  const range = (span: { start: number; end: number }) => rangeOf(document, span, traits.encoding);
  return {
    ignored: ignored.map(({ finding, reason, span }) => ({
      rule: finding.rule,
      reason,
      range: range(span),
      finding: range(finding.span),
    })),
    idle: idle.map(({ kind, message, span }) => ({ kind, message, range: range(span) })),
  };
}

async function reviewOf(given: Arguments, { documents, desk }: Context): Promise<Review> {
  const document = documents.get(text(given, 'uri'));
  if (!document) throw invalid('the document is not open');
  return desk.review(document);
}

function checked(review: Review): Extract<Review, { state: 'checked' }> {
  if (review.state !== 'checked') throw invalid('this document is not checked');
  return review;
}

function spanGiven(
  given: Arguments,
  review: Review,
  { traits }: Context,
): { start: number; end: number } {
  const { range, span } = given;
  if (isRecord(span) && typeof span.start === 'number' && typeof span.end === 'number')
    return { start: span.start, end: span.end };
  if (isRange(range)) return spanOf(review.document, range, traits.encoding);
  throw invalid('a range is missing');
}

function isRange(value: unknown): value is {
  start: { line: number; character: number };
  end: { line: number; character: number };
} {
  const isPosition = (place: unknown) =>
    isRecord(place) && typeof place.line === 'number' && typeof place.character === 'number';
  return isRecord(value) && isPosition(value.start) && isPosition(value.end);
}

function text(given: Arguments, key: string): string {
  const value = given[key];
  if (typeof value !== 'string' || value === '') throw invalid(`${key} is missing`);
  return value;
}

function invalid(message: string): ResponseError {
  return new ResponseError(ErrorCodes.InvalidParams, `Chaperone: ${message}.`);
}

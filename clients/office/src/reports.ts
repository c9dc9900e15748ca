import {
  type ChaperoneConnection,
  type Diagnosed,
  type Fix,
  findingData,
  type Span,
} from '@chaperone/client';

/** A way out of a finding, in document offsets. */
export interface Rewrite {
  readonly title: string;
  readonly preferred: boolean;
  /** True for a whole reply from a template. */
  readonly whole: boolean;
  readonly edits: readonly { readonly span: Span; readonly text: string }[];
}

/** What the practice may add to its profile so that a finding does not come again. */
export type ProfileChange =
  | { readonly list: string; readonly value: string }
  | { readonly rule: string; readonly severity: string };

/** The command by which the server's actions name a change of the profile. */
export const profileCommand = 'pane.changeProfile';

/** A finding as the server reports it, in document offsets. */
export interface Report {
  readonly rule: string;
  readonly title: string;
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly message: string;
  readonly span: Span;
  readonly law: readonly { readonly cite: string; readonly url: string }[];
  /** The page about the rule, where there is one. */
  readonly page: string | undefined;
  readonly rewrites: readonly Rewrite[];
  readonly changes: readonly ProfileChange[];
}

/** What the server said about a document, each finding with its ways out. */
export async function reportsOf(
  link: ChaperoneConnection,
  diagnosed: Diagnosed,
  actions: readonly Fix[],
): Promise<Report[]> {
  const { uri } = diagnosed;
  const templates = actions.filter((one) => one.kind.startsWith('refactor'));
  const wholes = await Promise.all(templates.map((one) => rewriteOf(link, uri, one)));
  const byPlace = new Map<string, Fix[]>();
  for (const one of actions) {
    for (const diagnostic of one.action.diagnostics ?? []) {
      const place = placeOf(diagnostic);
      byPlace.set(place, [...(byPlace.get(place) ?? []), one]);
    }
  }
  const reports = diagnosed.diagnostics.map(async (diagnostic): Promise<Report[]> => {
    const data = findingData(diagnostic);
    if (!data) return [];
    const fixes = byPlace.get(placeOf(diagnostic)) ?? [];
    const own = await Promise.all(fixes.map((fix) => rewriteOf(link, uri, fix)));
    const around = wholes.filter((whole) =>
      whole.edits.some((edit) => covers(edit.span, data.span)),
    );
    const { rule, title, severity, law } = data;
    return [
      {
        ...{ rule, title, severity, law },
        message: textOf(diagnostic.message),
        span: link.spanOf(uri, diagnostic.range),
        page: diagnostic.codeDescription?.href,
        rewrites: [...own, ...around].filter((one) => one.edits.length > 0),
        changes: fixes.flatMap(({ action: { command } }) =>
          command?.command === profileCommand ? (command.arguments as ProfileChange[]) : [],
        ),
      },
    ];
  });
  return (await Promise.all(reports)).flat();
}

async function rewriteOf(link: ChaperoneConnection, uri: string, fix: Fix): Promise<Rewrite> {
  // Without an edit it is a command.
  const edits = fix.action.edit ? await link.resolve(uri, fix) : [];
  return {
    title: fix.title,
    preferred: fix.preferred,
    whole: fix.kind.startsWith('refactor'),
    edits,
  };
}

function placeOf(diagnostic: {
  readonly code?: number | string | undefined;
  readonly range: {
    readonly start: { line: number; character: number };
    readonly end: { line: number; character: number };
  };
}): string {
  const { start, end } = diagnostic.range;
  return `${diagnostic.code} ${start.line}:${start.character}-${end.line}:${end.character}`;
}

function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** A diagnostic's message may be Markdown by now. */
export function textOf(message: string | { readonly value: string }): string {
  return typeof message === 'string' ? message : message.value;
}

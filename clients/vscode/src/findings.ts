import { type Diagnostic, DiagnosticSeverity, languages, type Range, type Uri } from 'vscode';
import type { Severity } from './protocol.js';

/** A finding as the editor shows it in Problems. */
export interface Shown {
  readonly uri: Uri;
  readonly rule: string;
  readonly severity: Severity;
  readonly range: Range;
  readonly message: string;
}

/** What the server calls itself in Problems. */
const source = 'Chaperone';

/** Codes of what the server says about a document rather than about its words. */
const remarks = new Set([
  'not-checked',
  'not-shown',
  'notice',
  'profile',
  'unused-ignore',
  'expired-authorization',
  'unused-authorization',
]);

const severities: Readonly<Record<DiagnosticSeverity, Severity>> = {
  [DiagnosticSeverity.Error]: 'error',
  [DiagnosticSeverity.Warning]: 'warning',
  [DiagnosticSeverity.Information]: 'info',
  [DiagnosticSeverity.Hint]: 'hint',
};

/** All findings that Problems shows, of one document or of all, in the order of their place. */
export function shownFindings(uri?: Uri): Shown[] {
  const entries: [Uri, readonly Diagnostic[]][] = uri
    ? [[uri, languages.getDiagnostics(uri)]]
    : languages.getDiagnostics();
  return entries.flatMap(([file, diagnostics]) =>
    diagnostics
      .filter(isFinding)
      .map((diagnostic) => toShown(file, diagnostic))
      .sort(byPlace),
  );
}

/** True for a finding, as against a remark of the server's or another checker's problem. */
export function isFinding(diagnostic: Diagnostic): boolean {
  return diagnostic.source === source && !remarks.has(ruleOf(diagnostic));
}

/** The finding's rule id. */
export function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The finding's severity in Chaperone's words. */
export function severityOf({ severity }: Diagnostic): Severity {
  return severities[severity];
}

function toShown(uri: Uri, diagnostic: Diagnostic): Shown {
  const { range, message } = diagnostic;
  return { uri, range, message, rule: ruleOf(diagnostic), severity: severityOf(diagnostic) };
}

export function byPlace(a: Shown, b: Shown): number {
  return a.range.start.compareTo(b.range.start) || a.range.end.compareTo(b.range.end);
}

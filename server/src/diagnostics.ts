import type { PlacedProblem } from '@chaperone/config';
import { authorities, type Finding, rules, type Severity, type Span } from '@chaperone/core';
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { rangeOf } from './positions.js';
import { comparable } from './profiles.js';
import type { Review } from './review.js';
import type { Traits } from './traits.js';

/** `diagnostic.data` of a finding. Spans are UTF-16 offsets in the version checked. */
export interface FindingData {
  readonly kind: 'finding';
  readonly rule: string;
  readonly title: string;
  readonly severity: Severity;
  readonly span: { readonly start: number; readonly end: number };
  readonly law: readonly { readonly id: string; readonly cite: string; readonly url: string }[];
  readonly version: number;
}

export const severityOf = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

const source = 'Chaperone';

/** No editor shows more of one document, and tens of thousands stop some. */
const mostFindings = 1000;

/** All diagnostics of one review. `findings` are those to show: one may still be held back. */
export function toDiagnostics(
  review: Review,
  findings: readonly Finding[],
  traits: Traits,
): Diagnostic[] {
  const { document } = review;
  const range = (span: Span) => rangeOf(document, span, traits.encoding);
  if (review.state === 'off') return [];
  if (review.state === 'not-checked') {
    const start = { line: 0, character: 0 };
    const message = `Not checked, because ${review.because}.`;
    return [
      {
        source,
        code: 'not-checked',
        severity: DiagnosticSeverity.Information,
        range: { start, end: start },
        message,
      },
    ];
  }
  if (review.state === 'profile') {
    const own = review.choice.problems.filter(
      ({ file }) => comparable(file) === comparable(document.uri),
    );
    return problemDiagnostics(own, range);
  }
  const { idle, notices } = review.inspection;
  return [
    ...mostSevere(findings).map((finding) => toDiagnostic(finding, review, traits)),
    ...notShown(findings.length),
    ...idle.map((directive) => ({
      source,
      code: directive.kind,
      severity:
        directive.kind === 'unused-ignore'
          ? DiagnosticSeverity.Hint
          : DiagnosticSeverity.Information,
      range: range(directive.span),
      message: directive.message,
      ...(directive.kind === 'unused-ignore' ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    })),
    ...notices.map((notice) => ({
      source,
      code: 'notice',
      severity: DiagnosticSeverity.Information,
      range: range(notice.span),
      message: notice.message,
    })),
  ];
}

/** The findings that are shown where there are too many: the most severe, in their order. */
function mostSevere(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= mostFindings) return findings;
  const shown = new Set(
    [...findings]
      .sort((a, b) => severityOf[a.severity] - severityOf[b.severity])
      .slice(0, mostFindings),
  );
  return findings.filter((finding) => shown.has(finding));
}

/** Says at the first line that not all is shown. */
function notShown(count: number): Diagnostic[] {
  if (count <= mostFindings) return [];
  const start = { line: 0, character: 0 };
  return [
    {
      source,
      code: 'not-shown',
      severity: DiagnosticSeverity.Information,
      range: { start, end: start },
      message: `${mostFindings} of ${count} findings are shown, the most severe first. Split this document to see all.`,
    },
  ];
}

/** One finding as a diagnostic. */
export function toDiagnostic(finding: Finding, review: Review, traits: Traits): Diagnostic {
  const { document, choice } = review;
  const rule = [...rules, ...choice.profile.customRules].find(
    (candidate) => candidate.id === finding.rule,
  );
  const law = (rule?.law ?? []).flatMap((id) => {
    const authority = authorities.find((candidate) => candidate.id === id);
    return authority ? [{ id, cite: authority.cite, url: authority.url }] : [];
  });
  const data: FindingData = {
    kind: 'finding',
    rule: finding.rule,
    title: rule?.title ?? finding.rule,
    severity: finding.severity,
    span: finding.span,
    law,
    version: document.version,
  };
  const isOwn = rules.some((candidate) => candidate.id === finding.rule);
  return {
    source,
    code: finding.rule,
    ...(isOwn ? { codeDescription: { href: `${traits.options.rulesUrl}#${finding.rule}` } } : {}),
    severity: severityOf[finding.severity],
    range: rangeOf(document, finding.span, traits.encoding),
    message: finding.message,
    ...(traits.relatedInformation
      ? { relatedInformation: evidenceOf(finding, document, traits) }
      : {}),
    data,
  };
}

/** Where the finding's evidence stands, except where that is the whole of what is underlined already. */
function evidenceOf(finding: Finding, document: TextDocument, traits: Traits) {
  return finding.evidence
    .filter(({ span }) => span.start !== finding.span.start || span.end !== finding.span.end)
    .map(({ signal, span }) => ({
      location: { uri: document.uri, range: rangeOf(document, span, traits.encoding) },
      message: `These words count as: ${signalWords(signal)}`,
    }));
}

/** A signal's name in plain words. */
export function signalWords(signal: string): string {
  return signal.replaceAll('-', ' ');
}

/** What is wrong in a profile, at its places. */
export function problemDiagnostics(
  problems: readonly PlacedProblem[],
  range: (span: Span) => Diagnostic['range'],
): Diagnostic[] {
  return problems.map((problem) => ({
    source,
    code: 'profile',
    severity: problem.severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    range: range(problem.span),
    message: problem.remedy === '' ? problem.message : `${problem.message} ${problem.remedy}`,
  }));
}

/** A short fingerprint of diagnostics: the same for the same, so that "unchanged" can be said. */
export function resultIdOf(diagnostics: readonly Diagnostic[]): string {
  const text = JSON.stringify(diagnostics, (key, value: unknown) =>
    key === 'version' ? undefined : value,
  );
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b) + 1;
  }
  return `${text.length.toString(36)}.${(a >>> 0).toString(36)}.${(b >>> 0).toString(36)}`;
}

import {
  type Authority,
  lawOf as coreLawOf,
  type Finding,
  type PracticeProfile,
  type Rule,
  rules,
  type Span,
} from '@chaperone/core';
import { lineStarts, rangeOf } from './positions.js';
import type { ReportedFinding } from './report.js';
import type { Source } from './text-file.js';

/** Core's findings in the words of the public contract. Offsets count the byte order mark, positions do not. */
export function reported(
  findings: readonly Finding[],
  source: Source,
  profile: PracticeProfile,
): ReportedFinding[] {
  if (findings.length === 0) return [];
  const starts = lineStarts(source.text);
  const shift = source.bom ? 1 : 0;
  const moved = (span: Span): Span => ({ start: span.start + shift, end: span.end + shift });
  return findings.map((finding) => ({
    rule: finding.rule,
    severity: finding.severity,
    span: moved(finding.span),
    range: rangeOf(starts, finding.span),
    text: source.text.slice(finding.span.start, finding.span.end),
    message: finding.message,
    law: lawOf(finding.rule, profile).map(({ id, cite, url }) => ({ id, cite, url })),
    evidence: finding.evidence.map(({ signal, span }) => ({ signal, span: moved(span) })),
    fixes: finding.fixes.map((fix) => ({
      title: fix.title,
      preferred: fix.preferred ?? false,
      edits: fix.edits.map((edit) => ({ span: moved(edit.span), text: edit.text })),
    })),
  }));
}

/** A rule by its id: Chaperone's own, or one of the practice's. */
export function ruleOf(id: string, profile: PracticeProfile): Rule | undefined {
  return rules.find((rule) => rule.id === id) ?? profile.customRules.find((rule) => rule.id === id);
}

/** The legal sources a rule rests on, with those that the practice's jurisdictions add. */
export function lawOf(id: string, profile: PracticeProfile): readonly Authority[] {
  const rule = ruleOf(id, profile);
  return rule ? coreLawOf(rule, profile.jurisdiction) : [];
}

import type { PracticeProfile } from '@chaperone/core';
import { ruleOf } from './findings.js';
import type { ReportedFinding } from './report.js';

/** Stands where words are left out. */
export const mask = '•••';

/** What a report that travels may say of a finding. */
export interface Shown {
  readonly message: string;
  /** The flagged words, or the mask. */
  readonly text: string;
}

/**
 * The flagged words may be a patient's data, so reports that travel (to a build log, a dashboard, a colleague)
 * leave them out unless `--show-text` asks for them. A message that quotes the copy gives way to the rule's own.
 */
export function shown(
  finding: ReportedFinding,
  profile: PracticeProfile,
  showText: boolean,
): Shown {
  if (showText) return { message: finding.message, text: finding.text };
  return { message: ruleOf(finding.rule, profile)?.message ?? withoutWords(finding), text: mask };
}

function withoutWords(finding: ReportedFinding): string {
  return finding.text === '' ? finding.message : finding.message.replaceAll(finding.text, mask);
}

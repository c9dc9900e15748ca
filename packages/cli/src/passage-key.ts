import { createHash } from 'node:crypto';
import type { Finding, Inspection } from '@chaperone/core';
import { passageAt } from './passage-at.js';

/**
 * Names a finding by its rule and the passage it stands in, wherever in the file that passage stands.
 * A hash, so that neither a baseline nor a report holds the words.
 */
export function passageKey(finding: Finding, inspection: Inspection, text: string): string {
  const passage = passageAt(finding.span, inspection);
  const words = (passage?.text ?? text.slice(finding.span.start, finding.span.end))
    .replace(/\s+/g, ' ')
    .trim();
  return createHash('sha256').update(`${finding.rule}\0${words}`).digest('hex').slice(0, 24);
}

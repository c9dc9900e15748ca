import { DiagnosticSeverity } from './severity.js';
import type { Status } from './wire.js';

/** A severity as people read it. */
export const severityNames = {
  error: 'Likely reveals a patient',
  warning: 'May reveal a patient',
  info: 'Worth a look',
  hint: 'A thought',
} as const;

/** The name of an LSP severity number. */
export function severityName(severity: number | undefined): keyof typeof severityNames {
  if (severity === DiagnosticSeverity.Error) return 'error';
  if (severity === DiagnosticSeverity.Warning) return 'warning';
  return severity === DiagnosticSeverity.Hint ? 'hint' : 'info';
}

/** How many risks there are, as a sentence for a screen reader. */
export function countSentence(risks: number): string {
  if (risks === 0) return 'No risk found.';
  return risks === 1 ? '1 risk found.' : `${risks} risks found.`;
}

const channelNames: Readonly<Record<string, string>> = {
  'review-reply': 'a review reply',
  'social-post': 'a social post',
  'direct-message': 'a direct message',
  newsletter: 'a newsletter',
  'web-page': 'a web page',
  'internal-draft': 'an internal draft',
};

/** How the document was read, in one sentence. */
export function statusSentence(status: Status): string {
  if (status.state === 'not-checked') return `Not checked, because ${status.because}.`;
  if (status.state === 'off') return `Not checked: ${status.because}.`;
  if (status.state === 'profile') return 'This is the practice profile.';
  const channel = channelNames[status.channel ?? ''] ?? 'copy';
  const why = status.because === '' ? '' : `, because ${status.because}`;
  return status.channelKnown === false
    ? `Read as ${channel}: ${status.because}.`
    : `Read as ${channel}${why}.`;
}

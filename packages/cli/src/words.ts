import type { Channel, Severity } from '@chaperone/core';
import type { Summary } from './report.js';

/** A channel as people say it. */
export const channelWords: Readonly<Record<Channel, string>> = {
  'review-reply': 'review reply',
  'social-post': 'social post',
  'direct-message': 'direct message',
  newsletter: 'newsletter',
  'web-page': 'web page',
  'internal-draft': 'internal draft',
};

/** "1 file", "2 files". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** "2 errors, 1 warning", most severe first; empty when there is none. */
export function severityCounts(bySeverity: Readonly<Record<Severity, number>>): string {
  const parts: string[] = [];
  if (bySeverity.error > 0) parts.push(count(bySeverity.error, 'error'));
  if (bySeverity.warning > 0) parts.push(count(bySeverity.warning, 'warning'));
  if (bySeverity.info > 0) parts.push(`${bySeverity.info} for information`);
  if (bySeverity.hint > 0) parts.push(count(bySeverity.hint, 'hint'));
  return parts.join(', ');
}

/**
 * "2 files checked: nothing found", or what was found in the words of `found`. A run that checked no file does
 * not say that nothing was found.
 */
export function outcome(
  { files, bySeverity }: Summary,
  found: (counts: string) => string = (counts) => counts,
  nothing = 'nothing found',
): string {
  if (files === 0) return 'no file was checked';
  const counts = severityCounts(bySeverity);
  return `${count(files, 'file')} checked: ${counts === '' ? nothing : found(counts)}`;
}

/** Words as a sentence of their own: "No file was checked." */
export function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** "3 hidden; 1 ignored by .gitignore": how many were left out for each reason, most first. */
export function byReason(reasons: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([reason, number]) =>
      counts.size === 1 ? reason : `${number} ${reason.replace(/^it is /, '')}`,
    )
    .join('; ');
}

import type { Result } from './checking.js';
import type { Host } from './host.js';

/**
 * Leaves what was found for the check at sending, each time it or what decides it has changed. `choices` stands for
 * what the person chose beside text and profile.
 */
export function verdicts(host: Host, choices: () => string): (result: Result) => void {
  let left: string | undefined;
  return ({ text, found }) => {
    if (!host.verdict) return;
    const findings = found
      .filter((one) => one.severity === 'error' || one.severity === 'warning')
      .map(({ message, offset, start, end, ignoreKey }) => ({
        message,
        start: offset,
        end: offset + end - start,
        key: ignoreKey,
      }));
    const signature = JSON.stringify([text, findings, choices(), host.person.get('profile')]);
    if (signature === left) return;
    left = signature;
    host.verdict(text, findings).catch(() => {
      left = undefined;
    });
  };
}

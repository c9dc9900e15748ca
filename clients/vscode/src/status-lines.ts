import { l10n } from 'vscode';
import type { Channel, Level, Severity, Status } from './protocol.js';

/** One line of what the editor knows of a document. */
export interface StatusLine {
  readonly id: 'risks' | 'channel' | 'profile';
  readonly text: string;
  readonly detail: string;
  readonly warn: boolean;
  readonly command: { readonly title: string; readonly command: string };
}

/** What the user is told about one document: risks, where it will appear and why, which profile rules. */
export function statusLines(status: Status, profileName: string | undefined): StatusLine[] {
  if (status.state === 'not-checked' || status.state === 'off') return [notChecked(status.because)];
  const profile: StatusLine = {
    id: 'profile',
    text: profileName ?? l10n.t('No practice profile'),
    detail: profileDetail(status, profileName),
    warn: status.profileProblems > 0,
    command: {
      title: profileName ? l10n.t('Open') : l10n.t('Create'),
      command: 'chaperone.openProfile',
    },
  };
  if (status.state === 'profile') return [profile];
  return [risks(status), channel(status), profile];
}

/** The line for a document that is not checked. `because` is half a sentence. */
export function notChecked(because: string): StatusLine {
  return {
    id: 'risks',
    text: l10n.t('Not checked'),
    detail: l10n.t('because {0}', because),
    warn: true,
    command: { title: l10n.t('Why?'), command: 'chaperone.showStatus' },
  };
}

/** The line for a document that the server has yet to look at. */
export function underWay(): StatusLine {
  return {
    id: 'risks',
    text: l10n.t('Being checked'),
    detail: l10n.t('a long file takes a moment'),
    warn: false,
    command: { title: l10n.t('Why?'), command: 'chaperone.showStatus' },
  };
}

/** "3 risks", in the user's language. */
export function riskCount(count: number): string {
  if (count === 0) return l10n.t('No risk found');
  return count === 1 ? l10n.t('1 risk') : l10n.t('{0} risks', count);
}

/** The same within a sentence. */
export function risksFound(count: number): string {
  return count === 0 ? l10n.t('no risk found') : riskCount(count);
}

/** A channel's name as people say it. */
export function channelName(channel: Channel): string {
  const names: Readonly<Record<Channel, string>> = {
    'review-reply': l10n.t('Reply to a review'),
    'social-post': l10n.t('Social media post'),
    'direct-message': l10n.t('Direct message'),
    newsletter: l10n.t('Newsletter'),
    'web-page': l10n.t('Web page'),
    'internal-draft': l10n.t('Internal draft'),
  };
  return names[channel];
}

export function levelName(level: Level): string {
  const names: Readonly<Record<Level, string>> = {
    strict: l10n.t('Strict'),
    standard: l10n.t('Standard'),
    lenient: l10n.t('Lenient'),
  };
  return names[level];
}

export function severityName(severity: Severity): string {
  const names: Readonly<Record<Severity, string>> = {
    error: l10n.t('Error'),
    warning: l10n.t('Warning'),
    info: l10n.t('Note'),
    hint: l10n.t('Hint'),
  };
  return names[severity];
}

function risks({ risks: count, severities, strictness }: Status): StatusLine {
  const counted = (['error', 'warning', 'info', 'hint'] as const)
    .filter((severity) => severities[severity] > 0)
    .map((severity) => `${severityName(severity)}: ${severities[severity]}`);
  const level = strictness ? l10n.t('level {0}', levelName(strictness).toLowerCase()) : '';
  return {
    id: 'risks',
    text: riskCount(count),
    detail: [...counted, level].filter((part) => part !== '').join(', '),
    warn: false,
    command:
      count > 0
        ? { title: l10n.t('Next'), command: 'chaperone.nextFinding' }
        : { title: l10n.t('Level'), command: 'chaperone.changeLevel' },
  };
}

function channel({ channel: name, channelKnown, because }: Status): StatusLine {
  return {
    id: 'channel',
    text:
      name && channelKnown !== false
        ? channelName(name)
        : l10n.t('Not sure where this will appear'),
    detail: because,
    warn: false,
    command: { title: l10n.t('Change'), command: 'chaperone.chooseChannel' },
  };
}

function profileDetail({ profileProblems }: Status, name: string | undefined): string {
  if (profileProblems === 1) return l10n.t('1 line in it needs attention');
  if (profileProblems > 1) return l10n.t('{0} lines in it need attention', profileProblems);
  return name ? l10n.t('practice profile') : l10n.t('staff and own numbers are not known');
}

/**
 * Every word the pane shows, in one place, ready for translation. Functions take the values that a
 * sentence holds, so that a translator may move them. Plain, calm, never accusing.
 */
export const appName = 'Chaperone';
export const promise = 'Your words stay on this computer.';
export const noAdvice =
  'Chaperone flags risk. It does not give legal advice, and it cannot see everything: for a decision, ask your privacy officer or counsel.';

/* Outcomes of a change */
export const changedSince = 'The text has changed since it was checked. Nothing was written.';
export const notFound =
  'This place could not be found safely, so nothing was written. Use Copy and paste it yourself.';
export const readBack =
  'The text does not read as expected after the change. Please look at it; Ctrl+Z in the document takes it back.';
export const readBackMail =
  'Outlook does not show the change as expected. Please look at the draft before you send it.';
export const tooLongMail =
  'This mail is too long for Outlook to take a change. Use Copy and paste it yourself.';
export const popupDidNothing = 'Word reported the rewrite but did not write it, so Chaperone did.';
export const doubled =
  'Word wrote the rewrite beside the old words. Chaperone removed the old ones; please look once.';

/* Header and tabs */
export const tabFindings = 'Findings';
export const tabPractice = 'Practice';
export const tabAbout = 'About';
export const checking = 'Checking…';
export const starting = 'Starting…';

/* Counts, also read aloud */
export const noneFound = 'Nothing found';
export const noneFoundMore =
  'Nothing here tells readers who was treated. Chaperone cannot catch everything, so read it once more as a stranger would.';
export const emptyDocument = 'Start writing. Chaperone reads along.';
export function count(found: number): string {
  return found === 1 ? '1 place to look at' : `${found} places to look at`;
}
export function countLeft(left: number): string {
  return left === 0 ? 'Nothing left to look at.' : `${count(left)}.`;
}
export function ignoredCount(ignored: number): string {
  return ignored === 1 ? '1 finding ignored' : `${ignored} findings ignored`;
}
export function moreFindings(more: number): string {
  return `Show ${more} more`;
}

/* Severities: always a word beside the color */
export const severities = {
  error: 'High risk',
  warning: 'Risk',
  info: 'Worth a look',
  hint: 'Note',
} as const;

/* Places */
export const places = {
  body: '',
  header: 'In a header',
  footer: 'In a footer',
  footnote: 'In a footnote',
  endnote: 'In an endnote',
  'text-box': 'In a text box',
  comment: 'In a comment',
  property: 'In the file properties',
  subject: 'In the subject',
  recipients: 'In the recipients',
} as const;

/* Places that Word did not let us read */
export const unread = {
  headers: 'Headers and footers could not be read.',
  notes: 'Footnotes and endnotes could not be read.',
  textBoxes: 'Text boxes could not be read.',
  comments: 'Comments could not be read.',
  properties: 'The file properties could not be read.',
} as const;

/* Choices */
export const channelLabel = 'Where will this appear?';
export const channels = {
  'review-reply': 'Reply to a review',
  'social-post': 'Social media post',
  'direct-message': 'Message to one person',
  newsletter: 'Newsletter or e-mail',
  'web-page': 'Web page',
  'internal-draft': 'Internal draft',
} as const;
export const channelAuto = 'Decide from the text';
export function channelGuess(name: string, because: string): string {
  return because ? `Read as: ${name}, because ${because}.` : `Read as: ${name}.`;
}
export const strictnessLabel = 'How strict?';
export const strictnesses = { strict: 'Strict', standard: 'Standard', lenient: 'Lenient' } as const;
export const strictnessAuto = 'As the practice profile says';

/* Actions */
export const checkNow = 'Check now';
export const previous = 'Previous';
export const next = 'Next';
export const undo = 'Undo';
export function undone(left: number): string {
  return `Taken back. ${countLeft(left)}`;
}
export const nothingToUndo = 'There is nothing to take back.';
export const goTo = 'Show in text';
export const whyButton = 'Why?';
export const copyRewrite = 'Copy';
export const copied = 'Copied.';
export const copyFailed = 'Copying is not allowed here. Select the words and copy them by hand.';
export const ignore = 'Ignore…';
export const ignoreReason = 'Why is this all right?';
export const ignoreHint = 'For example: she is on our staff. The reason is kept with the document.';
export const ignoreDo = 'Ignore';
export const ignoreNeedsReason = 'Please write a few words, so that a colleague understands later.';
/** Buttons that change the practice profile, so that such a finding does not come again. */
export const forGood = 'Or for good, in the practice profile:';
export const ours = {
  staff: (name: string) => `${name} works here`,
  phones: (phone: string) => `${phone} is our phone number`,
  handles: (handle: string) => `${handle} is our account`,
  addresses: (address: string) => `${address} is our address`,
} as const;
export const onlyWorthALook = `Show such findings only as “${severities.info}”`;
export const profileUnchanged =
  'The practice profile could not be changed. Look at it in the Practice tab.';
export const cancel = 'Cancel';
export const ignoredList = 'Ignored in this document';
export const restore = 'Show again';
export const commentAll = 'Add findings as comments';
export const commentAllConfirm =
  'This writes comments into the document, which anyone you share it with will see. Add them?';
export function commented(done: number): string {
  return done === 1 ? '1 comment added.' : `${done} comments added.`;
}
export const showUnderlines = 'Show underlines again';
export const removeWords = 'Remove these words';
export function fixed(left: number): string {
  return `Fixed. ${countLeft(left)}`;
}
export function profileChanged(left: number): string {
  return `The practice profile was changed. ${countLeft(left)}`;
}
export function isIgnored(left: number): string {
  return `Ignored. ${countLeft(left)}`;
}
export const acceptedInWord = 'Rewrite accepted in the document.';
export const noRewrite =
  'There is no rewrite that could be made here. “Why?” says what is at stake, so that you can change it yourself.';
export const wholeReplies = 'Replace the whole reply';
export const draftLabel = 'Your draft, as read';
export const more = 'More';
export const becomes = 'It would read:';
export const wouldGo = 'These words go.';
export const settingsNotSaved =
  'This choice could not be kept with the document. It holds until you close it.';

/* How findings are shown in the document, and why not better */
export const rungs = {
  full: 'Underlines are on. Click one to see a safe rewrite.',
  'no-popup':
    'Underlines are on. This Word cannot show rewrites at the underline, so use the list here.',
  'no-strings':
    'Underlines are on. Rewrites are offered here in the list, because this Word refused to show them at the underline.',
  'no-subscription':
    'This Word does not allow underlines by add-ins; that takes a Microsoft 365 subscription. Every finding is listed here, and “Show in text” takes you to it.',
  'old-word':
    'This version of Word has no underlines for add-ins. Every finding is listed here, and “Show in text” takes you to it.',
  outlook: 'Outlook has no underlines for add-ins. Your draft is shown here with its findings.',
  page: '',
} as const;

/* Outside Office */
export const outside = {
  'no-office':
    'Office could not be loaded. This pane needs one file from Microsoft, and this computer may be offline. You can still check copy here: paste it below.',
  'no-host':
    'This page was opened outside Word and Outlook. You can still check copy here: paste it below.',
  'no-draft':
    'No message or meeting is being written here. Open one, then open this pane again. You can also check copy here: paste it below.',
  'no-answer':
    'Word or Outlook did not answer. Close this pane and open it again. Until then you can check copy here: paste it below.',
} as const;
export const pasteLabel = 'Copy to check';
export const pastePlaceholder = 'Paste or type a reply, a post or a letter.';
export const copyAll = 'Copy all';

/* Trouble */
export const stale = 'The list may be out of date, because the document could not be read.';
export const retry = 'Try again';
export const restarted = 'Checking had stopped and was started again.';
export const workerGone =
  'Checking has stopped and could not be started again. Close this pane and open it again.';
export const capped = (shown: number) =>
  `Only the first ${shown} findings are underlined. All of them are in the list.`;

/* The check at sending */
export const sendIntro = 'Readers of this message may learn who was treated:';
export const sendMore = (left: number) =>
  left === 1 ? 'There is 1 more place.' : `There are ${left} more places.`;
/** On a button of Outlook's: at most 20 characters. */
export const sendLabel = 'Show me';
/** Outlook takes at most 150 characters. */
export const sendNotChecked =
  'Chaperone could not check this message before it was sent. Nothing was held back.';

/* Practice profile */
export const practiceIntro =
  'Tell Chaperone who works here and which phone numbers and addresses are yours, so that it never mistakes them for a patient’s.';
export const viewForm = 'Form';
export const viewYaml = 'YAML';
export const fields = {
  name: { label: 'Name of the practice', hint: '' },
  staff: { label: 'Staff', hint: 'One name a line. Staff are never taken for patients.' },
  phones: { label: 'Our phone numbers', hint: 'One a line.' },
  handles: { label: 'Our social media handles', hint: 'One a line, such as @lumaskin.' },
  domains: { label: 'Our web and e-mail domains', hint: 'One a line, such as lumaskin.example.' },
  addresses: { label: 'Our addresses', hint: 'One a line.' },
  partners: {
    label: 'Partners and brands',
    hint: 'One a line. Companies and people you may name.',
  },
} as const;
export const jurisdictionLabel = 'Also cite the rules of';
export const jurisdictions = {
  'us-ca': 'California',
  'us-tx': 'Texas',
  'us-wa': 'Washington',
  'us-ftc': 'FTC review rules',
  eu: 'Europe (GDPR)',
} as const;
export const save = 'Save';
export const saved = 'Saved on this computer.';
export const savedInMailbox = 'Saved in your mailbox settings.';
export const notSaved =
  'The profile could not be saved; it may be too long. It is used until you close the pane. Export it to keep it.';
export const exportYaml = 'Export chaperone.yaml';
export const copyYaml = 'Copy the YAML';
export const importYaml = 'Import chaperone.yaml';
export const imported = 'Read. Save to keep it.';
export const tooLarge = 'This file is too large to be a practice profile.';
export const formNeedsYaml = 'The YAML has an error, so the form cannot show it. Correct it first.';
export const yamlLabel = 'chaperone.yaml';
export const problemsFound = (found: number) =>
  found === 1 ? '1 thing to correct' : `${found} things to correct`;
export const profileFine = 'The profile reads well.';
export const lineWord = (line: number) => `Line ${line}`;

/* About */
export const aboutWhat =
  'Chaperone reads copy that a clinic publishes and points at words that tell readers, without anyone meaning to, who was treated there. It runs entirely on this computer.';
export const aboutNetwork =
  'Opening this pane loads one file from Microsoft, which Office requires of every add-in. Nothing you write is in that request or in any other.';
export const keysTitle = 'Keys in this pane';
export const keys: readonly (readonly [string, string])[] = [
  ['F8, Shift+F8', 'next, previous finding'],
  ['↑ ↓', 'move in the list'],
  ['Enter', 'open or close a finding'],
  ['1 2 3', 'use that rewrite'],
  ['S', 'show in text'],
  ['Delete', 'ignore, with a reason'],
  ['Ctrl+Z', 'take back the last fix or ignore'],
  ['F9', 'check now'],
  ['Esc', 'back to the list'],
  ['F6', 'between document and pane'],
];
export const hostFacts = (host: string, platform: string, version: string | undefined) =>
  `${host} on ${platform}, ${version ?? 'version unknown'}`;
export const versionWord = (version: string) => `Version ${version}`;

import { MailDraft, type MailKind, noMailFaults } from './mail.js';
import { mailOffice } from './mail-office.js';
import { showMail } from './mail-page.js';
import { fillMail } from './mail-samples.js';
import { noFaults, WordDocument } from './model.js';
import { type Theme, themes, wordOffice } from './office.js';
import { fillSample } from './samples.js';
import { wordNamespace } from './word-api.js';
import { showWord } from './word-page.js';

/** What the page around the pane offers to it, and to tests. */
export interface OfficeHost {
  globals(window: Window): Record<string, unknown>;
  readonly document: WordDocument;
  /** The draft, where the page stands in for Outlook. */
  readonly mail: MailDraft;
  readonly transport: { latency: number; syncs: number; afterSync(): void };
  theme: Theme | undefined;
  reopen(): void;
}

declare global {
  interface Window {
    officeHost: OfficeHost;
  }
}

const query = new URLSearchParams(location.search);
const pane = window.document.getElementById('pane') as HTMLIFrameElement;
const popup = window.document.getElementById('popup')!;
const stage = window.document.getElementById('document')!;

const document = new WordDocument();
document.faults = { ...noFaults, ...JSON.parse(query.get('faults') ?? '{}') };
// The strings that the manifest holds; a test compares them with the manifest's own.
document.strings = {
  'Popup.Brand': 'Chaperone',
  'Popup.Title': 'Readers may learn who was treated',
  'Popup.Subtitle': 'A safer way to say it:',
};
fillSample(document, query.get('copy') ?? 'sample');
const isMail = query.get('host') === 'outlook';
const mail = new MailDraft();
fillMail(mail, (query.get('kind') ?? 'new') as MailKind, query.get('copy') ?? 'sample');
mail.faults = { ...noMailFaults, ...JSON.parse(query.get('faults') ?? '{}') };
const transport = { latency: Number(query.get('latency') ?? 0), syncs: 0, afterSync() {} };
let selectionMoved = () => {};

window.officeHost = {
  document,
  mail,
  transport,
  theme: themes[query.get('theme') === 'dark' ? 'dark' : 'light'],
  globals() {
    const options = { theme: () => window.officeHost.theme, hangs: query.has('hangs') };
    if (isMail) return { Office: mailOffice(mail, { ...options, reading: query.has('reading') }) };
    const office = wordOffice(document, options);
    selectionMoved = office.selectionMoved;
    return { Office: office, Word: wordNamespace(document, transport) };
  },
  reopen() {
    document.reopen();
    pane.src = paneAddress();
  },
};

if (isMail) {
  showMail(mail, stage, {
    sendPage: query.get('send') ?? '../on-send-demo.html',
    openPane: () => {
      if (pane.getAttribute('src') === null) pane.src = paneAddress();
      else mail.fire('initializationContextChanged');
      pane.focus();
    },
  });
} else showWord(document, stage, popup, () => selectionMoved());
if (query.has('pane-width'))
  window.document.documentElement.style.setProperty('--pane', `${query.get('pane-width')}px`);
controls();
pane.addEventListener('load', () => {
  for (const kind of ['pointerdown', 'keydown'])
    pane.contentWindow?.addEventListener(
      kind,
      () => {
        document.paneWasUsed = true;
      },
      { capture: true },
    );
});
if (!query.has('closed')) pane.src = paneAddress();

function paneAddress(): string {
  return query.get('pane') ?? '../taskpane-demo.html';
}

/** Lets a person see what the pane does in other Offices. */
function controls(): void {
  const form = window.document.getElementById('controls') as HTMLFormElement;
  const offices: readonly (readonly [string, string, Record<string, unknown>])[] = [
    ['now', 'Microsoft 365', {}],
    ['1.7', 'Word with underlines, no pop-ups', { wordApi: '1.7' }],
    ['once', 'One-time purchase: no underlines', { noSubscription: true }],
    ['mac', 'Mac that ignores “Accept”', { acceptDoesNothing: true }],
    ['old', 'Old Word', { wordApi: '1.3' }],
  ];
  const current = query.get('faults') ?? '{}';
  const go = (name: string, value: string) => {
    query.set(name, value);
    location.search = query.toString();
  };
  const host = choice(
    [
      ['word', 'Word'],
      ['outlook', 'Outlook'],
    ],
    isMail ? 'outlook' : 'word',
  );
  host.addEventListener('change', () => {
    query.delete('faults');
    go('host', host.value);
  });
  const kinds = [
    ['new', 'New message'],
    ['reply', 'Reply'],
    ['forward', 'Forward'],
    ['appointment', 'Meeting'],
  ] as const;
  const kind = choice(kinds, query.get('kind') ?? 'new');
  kind.addEventListener('change', () => go('kind', kind.value));
  const office = window.document.createElement('select');
  for (const [, label, faults] of offices)
    office.append(
      new Option(label, JSON.stringify(faults), false, JSON.stringify(faults) === current),
    );
  const theme = window.document.createElement('select');
  for (const name of ['light', 'dark'])
    theme.append(new Option(name, name, false, name === query.get('theme')));
  const labelled = (text: string, field: HTMLElement) => {
    const label = window.document.createElement('label');
    label.append(`${text} `, field);
    return label;
  };
  office.addEventListener('change', () => go('faults', office.value));
  theme.addEventListener('change', () => go('theme', theme.value));
  const again = Object.assign(window.document.createElement('button'), {
    type: 'button',
    textContent: 'Close and reopen the pane',
  });
  again.addEventListener('click', () => window.officeHost.reopen());
  form.append(
    labelled('Program', host),
    isMail ? labelled('Item', kind) : labelled('Like', office),
    labelled('Theme', theme),
    again,
  );
}

function choice(
  options: readonly (readonly [string, string])[],
  current: string,
): HTMLSelectElement {
  const select = window.document.createElement('select');
  for (const [value, label] of options)
    select.append(new Option(label, value, false, value === current));
  return select;
}

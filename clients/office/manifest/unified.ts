import { addIn, address, button, ids, names, type Place } from './describe.js';

/**
 * The unified manifest for Word and Outlook; with `onSend`, the one for administrators that checks at sending. Word's
 * popup has no strings here: this format has none.
 */
export function unifiedJson(place: Place, onSend: boolean): string {
  // The unified format takes three sizes and scales the others.
  const icons = [16, 32, 80].map((size) => ({
    size,
    url: address(place, `assets/icon-${size}.png`),
  }));
  const requirements = (scope: 'document' | 'mail', name: string, minVersion: string) => ({
    requirements: { scopes: [scope], capabilities: [{ name, minVersion }] },
  });
  const pane = (id: string, more: readonly object[] = []) => ({
    id,
    type: 'general',
    code: { page: address(place, 'taskpane.html') },
    lifetime: 'short',
    actions: [{ id: `${id}.open`, type: 'openPage', view: id }, ...more],
  });
  const control = (id: string, actionId: string) => ({
    id,
    type: 'button',
    label: button.label,
    icons,
    supertip: { title: button.tipTitle, description: button.tip },
    actionId,
  });
  const tab = (builtInTabId: string, group: string, id: string, actionId: string) => ({
    builtInTabId,
    groups: [{ id: group, label: button.group, icons, controls: [control(id, actionId)] }],
  });
  const manifest = {
    $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.19/MicrosoftTeams.schema.json',
    manifestVersion: '1.19',
    version: place.version,
    id: onSend ? ids.unifiedOnSend : ids.unified,
    localizationInfo: { defaultLanguageTag: 'en-us', additionalLanguages: [] },
    developer: {
      name: addIn.provider,
      websiteUrl: address(place, addIn.support),
      privacyUrl: address(place, addIn.privacy),
      termsOfUseUrl: address(place, addIn.terms),
    },
    name: {
      short: onSend ? addIn.sendName : addIn.name,
      full: 'Chaperone: a privacy check for medical marketing copy',
    },
    description: { short: addIn.short, full: addIn.full },
    icons: { color: 'assets/icon-192.png', outline: 'assets/outline-32.png' },
    accentColor: addIn.accent,
    validDomains: [new URL(place.origin).host],
    authorization: {
      permissions: {
        resourceSpecific: [
          { name: 'Document.ReadWrite.User', type: 'Delegated' },
          { name: 'MailboxItem.ReadWrite.User', type: 'Delegated' },
        ],
      },
    },
    extensions: [
      {
        requirements: { scopes: ['document', 'mail'] },
        runtimes: [
          {
            ...pane('Chaperone.DocumentPane'),
            ...requirements('document', 'WordApi', '1.3'),
          },
          {
            // Pinning does not exist for appointments, so that a message opens the pane by an action of its own.
            ...pane('Chaperone.MailPane', [
              {
                id: 'Chaperone.MailPane.openPinnable',
                type: 'openPage',
                view: 'Chaperone.MailPane',
                pinnable: true,
              },
            ]),
            ...requirements('mail', 'Mailbox', '1.3'),
          },
          ...(onSend
            ? [
                {
                  id: 'Chaperone.SendCheck',
                  type: 'general',
                  // Classic Outlook runs the script by itself, the others the page.
                  code: {
                    page: address(place, 'on-send.html'),
                    script: address(place, 'on-send.js'),
                  },
                  lifetime: 'short',
                  actions: [{ id: names.onSend, type: 'executeFunction' }],
                  ...requirements('mail', 'Mailbox', '1.12'),
                },
              ]
            : []),
        ],
        ribbons: [
          {
            requirements: { scopes: ['document'] },
            contexts: ['default'],
            tabs: [
              tab(
                'TabReviewWord',
                'Chaperone.Word.Group',
                names.wordButton,
                'Chaperone.DocumentPane.open',
              ),
            ],
          },
          {
            requirements: { scopes: ['mail'] },
            contexts: ['mailCompose'],
            tabs: [
              tab(
                'TabDefault',
                'Chaperone.Mail.Group',
                names.outlookButton,
                'Chaperone.MailPane.openPinnable',
              ),
            ],
          },
          {
            requirements: { scopes: ['mail'] },
            contexts: ['meetingDetailsOrganizer'],
            tabs: [
              tab(
                'TabDefault',
                'Chaperone.Meeting.Group',
                names.outlookAppointmentButton,
                'Chaperone.MailPane.open',
              ),
            ],
          },
        ],
        ...(onSend
          ? {
              autoRunEvents: [
                {
                  ...requirements('mail', 'Mailbox', '1.12'),
                  events: ['messageSending', 'appointmentSending'].map((type) => ({
                    type,
                    actionId: names.onSend,
                    options: { sendMode: 'promptUser' },
                  })),
                },
              ],
            }
          : {}),
        // Whoever has this one sees no second button from the XML manifests.
        alternates: [
          {
            requirements: { scopes: ['document'] },
            hide: { customOfficeAddin: { officeAddinId: ids.word } },
          },
          {
            requirements: { scopes: ['mail'] },
            hide: {
              customOfficeAddin: { officeAddinId: onSend ? ids.outlookOnSend : ids.outlook },
            },
          },
        ],
      },
    ],
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

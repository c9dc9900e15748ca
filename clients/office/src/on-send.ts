/// <reference types="office-js" preserve="true" />
/**
 * The check at sending (a Smart Alert). Built twice from this file: for the hidden page in which new Outlook, Outlook
 * on the web and on Mac run it, and for classic Outlook's JavaScript-only runtime, which has no page, no worker and
 * no modules. Whatever goes wrong, the mail goes; a note says that it was not checked.
 */

import { isoDate } from './day.js';
import { names } from './names.js';
import { type Item, isDraft, recipients } from './outlook/item.js';
import { itemStore, mailboxStore } from './outlook/stores.js';
import { look, type SendFinding } from './send/look.js';
import { sendMessage } from './send/message.js';
import { sendLabel, sendNotChecked } from './strings.js';

declare const setTimeout: ((run: () => void, milliseconds: number) => unknown) | undefined;

/** Milliseconds after which the mail goes unchecked: Outlook itself says "this takes longer" after five seconds. */
const patience = 4000;
/** Milliseconds that the note may take. */
const notePatience = 500;

Office.actions.associate(names.onSend, onSend);

function onSend(event: Office.MailboxEvent): void {
  let isOver = false;
  const complete = (answer: Office.SmartAlertsEventCompletedOptions) => {
    if (isOver) return;
    isOver = true;
    event.completed(answer);
  };
  const item: unknown = Office.context.mailbox?.item;
  const letGo = () => {
    if (isDraft(item)) {
      try {
        leaveNote(item, () => complete({ allowEvent: true }));
      } catch {
        complete({ allowEvent: true });
      }
    } else complete({ allowEvent: true });
    later(notePatience, () => complete({ allowEvent: true }));
    if (typeof setTimeout !== 'function') complete({ allowEvent: true });
  };
  if (!isDraft(item)) {
    complete({ allowEvent: true });
    return;
  }
  later(patience, letGo);
  decide(item).then(complete, letGo);
}

async function decide(item: Item): Promise<Office.SmartAlertsEventCompletedOptions> {
  const { findings } = await look(item, {
    document: await itemStore(item),
    person: mailboxStore(Office.context.roamingSettings),
    today: isoDate(new Date()),
  });
  if (findings.length === 0) return { allowEvent: true };
  return { allowEvent: false, errorMessage: sendMessage(findings), ...wayToPane(item, findings) };
}

/** The button that opens the pane at the first finding, where Outlook has it. */
function wayToPane(
  item: Item,
  [first]: readonly SendFinding[],
): Partial<Office.SmartAlertsEventCompletedOptions> {
  if (!first || !Office.context.requirements.isSetSupported('Mailbox', '1.14')) return {};
  return {
    cancelLabel: sendLabel,
    commandId:
      recipients(item, 'Bcc') === undefined ? names.outlookAppointmentButton : names.outlookButton,
    contextData: JSON.stringify({ chaperone: first.key }),
  };
}

function leaveNote(item: Item, done: () => void): void {
  item.notificationMessages.addAsync(
    'chaperone-not-checked',
    {
      type: 'informationalMessage' as Office.MailboxEnums.ItemNotificationMessageType,
      message: sendNotChecked,
      icon: 'Icon.16',
      persistent: true,
    },
    done,
  );
}

/** The classic runtime may lack timers; then Outlook's own limit is the last word. */
function later(milliseconds: number, run: () => void): void {
  if (typeof setTimeout === 'function') setTimeout(run, milliseconds);
}

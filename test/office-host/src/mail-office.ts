import type { EventHandler, MailDraft, SendHandler } from './mail.js';
import { answer, officeCore, reaches, type Theme } from './office.js';

/** Outlook's limits that are enforced here. */
const limits = {
  subject: 255,
  body: 1_000_000,
  notifications: 5,
  notification: 150,
  roaming: 32_768,
  custom: 2500,
  session: 50_000,
  calls: 3,
};

class MailError extends Error {
  constructor(name: string) {
    super(name);
    this.name = name;
  }
}

/** The `Office` global in a window of Outlook where `draft` is written, as a pane or the send check sees it. */
export function mailOffice(
  draft: MailDraft,
  options: { theme: () => Theme | undefined; hangs: boolean; reading?: boolean },
) {
  const core = officeCore({
    host: 'Outlook',
    platform: 'OfficeOnline',
    sets: () => ({ Mailbox: draft.faults.mailbox }),
    ...options,
  });
  const has = (version: string) => reaches(draft.faults.mailbox, version);
  const handlers = (name: string) => {
    const known = draft.handlers.get(name) ?? new Set<EventHandler>();
    draft.handlers.set(name, known);
    return known;
  };
  /** Answers later; some kinds of call are counted, since Outlook refuses the fourth at a time. */
  const reply = <T>(args: readonly unknown[], work: () => T, delay = 0, counted = true) => {
    if (delay === Number.POSITIVE_INFINITY) return;
    const { counts } = draft;
    if (counted) counts.mostOpen = Math.max(counts.mostOpen, ++counts.open);
    setTimeout(() => {
      if (counted) counts.open--;
      let value: T | Error;
      try {
        if (draft.faults.failsAll) throw new MailError('InternalServerError');
        if (counted && counts.open >= limits.calls) throw new MailError('OperationInProgress');
        value = work();
      } catch (error) {
        value = error as Error;
      }
      answer(args, value);
    }, delay);
  };
  /** Mailbox and item have events of their own, and refuse the other's. */
  const events = (own: readonly string[]) => ({
    addHandlerAsync(name: string, handler: EventHandler, ...args: unknown[]) {
      reply(
        args,
        () => {
          if (!own.includes(name)) throw new MailError('EventNotSupported');
          handlers(name).add(handler);
        },
        0,
        false,
      );
    },
    removeHandlerAsync(name: string, ...args: unknown[]) {
      handlers(name).clear();
      reply(args, () => undefined, 0, false);
    },
  });
  const mailboxEvents = events(['olkItemSelectedChanged', 'officeThemeChanged']);
  const itemEvents = events(['olkRecipientsChanged', 'initializationContextChanged']);
  const list = (name: 'To' | 'Cc' | 'Bcc') => ({
    getAsync: (...args: unknown[]) => reply(args, () => structuredClone(draft.fields[name])),
    setAsync: (value: (typeof draft.fields)['To'], ...args: unknown[]) =>
      reply(args, () => {
        draft.fields[name] = structuredClone([...value]);
        draft.onPaint();
        draft.fire('olkRecipientsChanged');
      }),
  });
  const coercion = (args: readonly unknown[]) =>
    (args.find((arg) => typeof arg === 'object' && arg !== null) as { coercionType?: string })
      ?.coercionType ?? 'text';
  const body = {
    getTypeAsync: (...args: unknown[]) => reply(args, () => draft.type),
    getAsync: (type: string, ...args: unknown[]) =>
      reply(
        args,
        () => {
          if (draft.faults.failsReads) throw new MailError('InternalServerError');
          return type === draft.type ? draft.read() : stripped(draft.read());
        },
        draft.faults.hangs ? Number.POSITIVE_INFINITY : draft.faults.slowBody,
      ),
    ...(options.reading
      ? {}
      : {
          setAsync: (value: string, ...args: unknown[]) =>
            reply(args, () => {
              if (value.length > limits.body) throw new MailError('DataExceedsMaximumSize');
              if (coercion(args) === 'html' && draft.type === 'text')
                throw new MailError('InvalidFormatError');
              draft.write(coercion(args) === draft.type ? value : escaped(value));
            }),
        }),
  };
  const notification = (details: { type: string; message: string; icon?: string }) => {
    if (details.message.length > limits.notification) throw new MailError('NotificationTooLong');
    if (details.type === 'informationalMessage' && !details.icon)
      throw new MailError('InvalidNotification');
    return details;
  };
  const properties = {
    get: (name: string) => draft.custom.get(name),
    set: (name: string, value: unknown) => void draft.custom.set(name, value),
    remove: (name: string) => void draft.custom.delete(name),
    saveAsync: (...args: unknown[]) =>
      reply(args, () => {
        if (JSON.stringify([...draft.custom]).length > limits.custom)
          throw new MailError('CustomPropertiesTooLong');
      }),
  };
  const isMeeting = draft.kind === 'appointment';
  const item = {
    itemType: isMeeting ? 'appointment' : 'message',
    body,
    subject: {
      getAsync: (...args: unknown[]) => reply(args, () => draft.subject),
      setAsync: (value: string, ...args: unknown[]) =>
        reply(args, () => {
          if (value.length > limits.subject) throw new MailError('DataExceedsMaximumSize');
          draft.subject = value;
          draft.onPaint();
        }),
    },
    ...(isMeeting
      ? { requiredAttendees: list('To'), optionalAttendees: list('Cc') }
      : { to: list('To'), cc: list('Cc'), bcc: list('Bcc') }),
    getSelectedDataAsync: (_type: string, ...args: unknown[]) =>
      reply(args, () => ({
        data: draft.selection.text,
        sourceProperty: draft.selection.property,
      })),
    setSelectedDataAsync: (value: string, ...args: unknown[]) =>
      reply(args, () => draft.replaceSelection(value)),
    loadCustomPropertiesAsync: (...args: unknown[]) => reply(args, () => properties),
    notificationMessages: {
      addAsync: (key: string, details: never, ...args: unknown[]) =>
        reply(
          args,
          () => {
            if (draft.notifications.size >= limits.notifications)
              throw new MailError('NumberOfNotificationsExceeded');
            draft.notifications.set(key, notification(details));
            draft.onPaint();
          },
          0,
          false,
        ),
      replaceAsync: (key: string, details: never, ...args: unknown[]) =>
        reply(args, () => draft.notifications.set(key, notification(details)), 0, false),
      removeAsync: (key: string, ...args: unknown[]) =>
        reply(args, () => draft.notifications.delete(key), 0, false),
    },
    ...(has('1.11')
      ? {
          sessionData: {
            setAsync: (name: string, value: string, ...args: unknown[]) =>
              reply(args, () => {
                if (value.length > limits.session) throw new MailError('DataExceedsMaximumSize');
                draft.session.set(name, value);
              }),
            getAsync: (name: string, ...args: unknown[]) =>
              reply(args, () => {
                const value = draft.session.get(name);
                if (value === undefined) throw new MailError('KeyNotFound');
                return value;
              }),
            removeAsync: (name: string, ...args: unknown[]) =>
              reply(args, () => void draft.session.delete(name)),
          },
        }
      : {}),
    ...(has('1.8')
      ? {
          getInitializationContextAsync: (...args: unknown[]) =>
            reply(args, () => draft.initialization),
        }
      : {}),
    ...(has('1.7') ? itemEvents : {}),
  };
  return Object.assign(core, {
    actions: {
      associate: (name: string, handler: SendHandler) => void draft.actions.set(name, handler),
    },
    context: Object.defineProperties(
      {
        mailbox: {
          item,
          diagnostics: { hostName: 'OutlookWebApp', hostVersion: '16.0' },
          ...(has('1.5') ? mailboxEvents : {}),
        },
        roamingSettings: {
          get: (name: string) => draft.roaming.get(name),
          set: (name: string, value: unknown) => void draft.roaming.set(name, value),
          remove: (name: string) => void draft.roaming.delete(name),
          saveAsync: (...args: unknown[]) =>
            reply(args, () => {
              if (JSON.stringify([...draft.roaming]).length > limits.roaming)
                throw new MailError('DataExceedsMaximumSize');
            }),
        },
      },
      Object.getOwnPropertyDescriptors(core.context),
    ),
  });
}

function stripped(html: string): string {
  return html.replace(/<[^>]*>/g, '');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

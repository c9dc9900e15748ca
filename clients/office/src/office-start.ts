/// <reference types="office-js" preserve="true" />

import { isoDate } from './day.js';
import type { Host, Store } from './host.js';
import { mailboxStore } from './outlook/stores.js';
import { outlookHost } from './outlook.js';
import { hostFacts } from './strings.js';
import type { HostTheme } from './theme.js';
import type { WordApi } from './word/api.js';
import { wordHost } from './word.js';

/** The globals that office.js may have brought; each may be missing. */
export interface OfficeGlobals {
  readonly Office?: typeof Office;
  readonly Word?: typeof Word;
}

/** Where the pane found itself. */
export type Surroundings =
  | {
      readonly kind: 'host';
      readonly host: Host;
      theme(): HostTheme | undefined;
      onTheme(changed: () => void): void;
      readonly facts: string;
    }
  | { readonly kind: 'outside'; readonly why: 'no-office' | 'no-host' | 'no-answer' | 'no-draft' };

/** Finds out which host this is. Office may be missing, may be there without a host, and may never answer. */
export async function surroundings(
  globals: OfficeGlobals,
  person: Store,
  wait: (milliseconds: number) => Promise<void>,
  patience: number,
): Promise<Surroundings> {
  const office = globals.Office;
  if (!office?.onReady) return { kind: 'outside', why: 'no-office' };
  const info = await Promise.race([
    office.onReady().catch(() => undefined),
    wait(patience).then(() => undefined),
  ]);
  if (!info) return { kind: 'outside', why: 'no-answer' };
  const theme = () => office.context?.officeTheme as HostTheme | undefined;
  const facts = hostFacts(`${info.host}`, `${info.platform}`, office.context?.diagnostics?.version);
  if (String(info.host) === 'Word' && globals.Word) {
    const host = await word(office, globals.Word, person, wait);
    // Word tells of no change of theme; coming back to the pane is the time to look.
    return {
      kind: 'host',
      host,
      theme,
      facts,
      onTheme: (changed) => window.addEventListener('focus', changed),
    };
  }
  if (String(info.host) === 'Outlook') {
    const host = await outlookHost(office, {
      person: mailboxStore(office.context.roamingSettings),
      wait,
      onOtherItem: () => location.reload(),
      today: () => isoDate(new Date()),
    });
    if (!host) return { kind: 'outside', why: 'no-draft' };
    return {
      kind: 'host',
      host,
      theme,
      facts,
      onTheme: (changed) => onMailboxTheme(office, changed),
    };
  }
  return { kind: 'outside', why: 'no-host' };
}

async function word(
  office: typeof Office,
  namespace: typeof Word,
  person: Store,
  wait: (milliseconds: number) => Promise<void>,
): Promise<Host> {
  const api: WordApi = {
    run: (batch) => namespace.run(batch),
    has: (set, version) => {
      try {
        return office.context.requirements.isSetSupported(set, version);
      } catch {
        return false;
      }
    },
  };
  return wordHost(api, {
    document: documentStore(office),
    person,
    wait,
    onSelection: (handler) => onSelection(office, handler),
  });
}

/** Settings that Word keeps in the file; whoever gets the document gets them. */
function documentStore(office: typeof Office): Store {
  const held = office.context.document?.settings;
  const prefix = 'chaperone.';
  return {
    get(name) {
      const value: unknown = held?.get(prefix + name);
      return typeof value === 'string' ? value : undefined;
    },
    set: (name, value) =>
      new Promise((resolve, reject) => {
        if (!held) {
          reject(new Error('This host keeps no document settings.'));
          return;
        }
        if (value === undefined) held.remove(prefix + name);
        else held.set(prefix + name, value);
        held.saveAsync((result) =>
          String(result.status) === 'succeeded'
            ? resolve()
            : reject(new Error(result.error?.name ?? 'not saved')),
        );
      }),
  };
}

function onSelection(office: typeof Office, handler: () => void): () => void {
  const document = office.context.document;
  try {
    document.addHandlerAsync(office.EventType.DocumentSelectionChanged, handler, () => undefined);
  } catch {
    // Without this event the look now and then has to do.
  }
  return () => {
    try {
      document.removeHandlerAsync(
        office.EventType.DocumentSelectionChanged,
        { handler },
        () => undefined,
      );
    } catch {
      // It went with the document.
    }
  };
}

function onMailboxTheme(office: typeof Office, changed: () => void): void {
  window.addEventListener('focus', changed);
  try {
    office.context.mailbox.addHandlerAsync(
      office.EventType.OfficeThemeChanged,
      changed,
      () => undefined,
    );
  } catch {
    // Older Outlooks do not tell.
  }
}

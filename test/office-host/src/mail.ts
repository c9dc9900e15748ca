/** A draft as a simulated Outlook keeps it. */

export interface Address {
  displayName: string;
  emailAddress: string;
  recipientType: string;
}

/** What this Outlook does that it should not, or cannot do. */
export interface MailFaults {
  /** The Mailbox requirement set it has. */
  mailbox: string;
  /** Milliseconds that reading the body takes. */
  slowBody: number;
  /** Reading the body answers with the text before the last write, this many times. */
  staleReads: number;
  /** Writing the body says it went well, and does nothing. */
  writesNothing: boolean;
  /** Every call fails. */
  failsAll: boolean;
  /** Reading the body fails, whatever else works. */
  failsReads: boolean;
  /** Reading the body never answers. */
  hangs: boolean;
}

export const noMailFaults: MailFaults = {
  mailbox: '1.15',
  slowBody: 0,
  staleReads: 0,
  writesNothing: false,
  failsAll: false,
  failsReads: false,
  hangs: false,
};

export type MailKind = 'new' | 'reply' | 'forward' | 'appointment';

/** What a send handler said. */
export interface SendAnswer {
  allowEvent: boolean;
  errorMessage?: string;
  cancelLabel?: string;
  commandId?: string;
  contextData?: string;
}

export type EventHandler = (args: Readonly<Record<string, unknown>>) => void;

/** A function that Outlook calls when something is sent. */
export type SendHandler = (event: { completed(answer: SendAnswer): void }) => void;

export interface Notification {
  type: string;
  message: string;
  icon?: string;
  persistent?: boolean;
}

export class MailDraft {
  kind: MailKind = 'new';
  type: 'html' | 'text' = 'html';
  subject = '';
  readonly fields: Record<'To' | 'Cc' | 'Bcc', Address[]> = { To: [], Cc: [], Bcc: [] };
  /** The body's source. */
  body = '';
  faults: MailFaults = { ...noMailFaults };
  /** Words selected in the body or the subject, and where. */
  selection: { text: string; property: 'body' | 'subject' } = { text: '', property: 'body' };
  readonly roaming = new Map<string, unknown>();
  readonly custom = new Map<string, unknown>();
  readonly session = new Map<string, string>();
  readonly notifications = new Map<string, Notification>();
  /** What the pane or the send check is told it was opened for. */
  initialization = '';
  /** What the last send check said, and how long it took in milliseconds. */
  lastSend: (SendAnswer & { took: number }) | undefined;
  /** Functions by the names that the manifest calls them. */
  readonly actions = new Map<string, SendHandler>();
  readonly handlers = new Map<string, Set<EventHandler>>();
  /** For tests: how often the body was read and written, and the most calls open at once. */
  readonly counts = { bodyReads: 0, bodyWrites: 0, open: 0, mostOpen: 0 };
  onPaint = (): void => {};
  /** Replaces what is selected, as the editor does it, so that its own undo knows. */
  replaceSelection = (_text: string): void => {};
  private stale: { body: string; left: number } | undefined;

  read(): string {
    this.counts.bodyReads++;
    if (this.stale && this.stale.left-- > 0) return this.stale.body;
    return this.body;
  }

  write(body: string): void {
    this.counts.bodyWrites++;
    if (this.faults.writesNothing) return;
    this.stale = { body: this.body, left: this.faults.staleReads };
    this.body = body;
    this.onPaint();
  }

  fire(name: string): void {
    const args =
      name === 'initializationContextChanged'
        ? { initializationContextData: this.initialization }
        : {};
    for (const handler of this.handlers.get(name) ?? []) handler(args);
  }
}

export function address(emailAddress: string, displayName = emailAddress): Address {
  return { displayName, emailAddress, recipientType: 'externalUser' };
}

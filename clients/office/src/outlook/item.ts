/// <reference types="office-js" preserve="true" />
import type { Paragraph } from '../host.js';
import { type DraftParagraph, htmlParagraphs } from './html-draft.js';
import { textParagraphs } from './text-draft.js';

/** An item that is being written. */
export type Item = Office.MessageCompose | Office.AppointmentCompose;

/** Whom a draft goes to. Meetings have the same two lists under other names, and no third. */
export type FieldName = 'To' | 'Cc' | 'Bcc';

/** A draft as Outlook has it at one moment. */
export interface Draft {
  readonly isMeeting: boolean;
  readonly fields: Readonly<Record<'To' | 'Cc', readonly Office.EmailAddressDetails[]>>;
  readonly subject: string;
  readonly type: 'html' | 'text';
  /** The body's source, whole. */
  readonly body: string;
}

/** Outlook's error, with the name it gave. */
export class OutlookError extends Error {
  override readonly name = 'OutlookError';
}

/** A call of Outlook's, which takes a callback, as a promise. Rejects with an OutlookError, also when the call throws. */
export function ask<T>(call: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    call((result) => {
      if (String(result.status) === 'succeeded') resolve(result.value);
      else reject(new OutlookError(result.error?.name ?? 'failed'));
    });
  });
}

/** True for an item in a window where it is written: one that is read has no way to set its body. */
export function isDraft(item: unknown): item is Item {
  const body = (item as { body?: { setAsync?: unknown } } | null | undefined)?.body;
  return typeof body?.setAsync === 'function';
}

/** The list behind a field; undefined where the item has none. */
export function recipients(item: Item, name: FieldName): Office.Recipients | undefined {
  if ('requiredAttendees' in item && item.requiredAttendees !== undefined)
    return name === 'To'
      ? item.requiredAttendees
      : name === 'Cc'
        ? item.optionalAttendees
        : undefined;
  const message = item as Office.MessageCompose;
  return name === 'To' ? message.to : name === 'Cc' ? message.cc : message.bcc;
}

/** Whom a field names now; none where the item has no such field or Outlook is still looking names up. */
export async function addressees(
  item: Item,
  name: FieldName,
): Promise<readonly Office.EmailAddressDetails[]> {
  const list = recipients(item, name);
  return list ? ask<Office.EmailAddressDetails[]>((done) => list.getAsync(done)) : [];
}

/** Reads body and type. */
export async function readBody(item: Item): Promise<{ type: 'html' | 'text'; body: string }> {
  const kind = await ask<Office.CoercionType | string>((done) => item.body.getTypeAsync(done));
  const type = String(kind) === 'text' ? 'text' : 'html';
  const body = await ask<string>((done) => item.body.getAsync(type as Office.CoercionType, done));
  return { type, body };
}

/** Reads a draft; never more than two calls at a time, since some Outlooks refuse the fourth. */
export async function readDraft(item: Item): Promise<Draft> {
  const head = async () => {
    const subject = await ask<string>((done) => item.subject.getAsync(done));
    const fields = { To: await addressees(item, 'To'), Cc: await addressees(item, 'Cc') };
    return { subject, fields };
  };
  const [first, body] = await Promise.all([head(), readBody(item)]);
  return { isMeeting: recipients(item, 'Bcc') === undefined, ...first, ...body };
}

/** The body's paragraphs. */
export function bodyParagraphs(type: 'html' | 'text', body: string): DraftParagraph[] {
  return type === 'html' ? htmlParagraphs(body) : textParagraphs(body);
}

/** A draft as the paragraphs that are checked, together the text of a mail. `keys` name the body's paragraphs. */
export function draftParagraphs(
  draft: Draft,
  body: readonly DraftParagraph[],
  keys: readonly string[],
): Paragraph[] {
  const fields = (['To', 'Cc'] as const).flatMap((name): Paragraph[] => {
    const list = draft.fields[name];
    if (list.length === 0) return [];
    const text = fieldText(name, list);
    return [
      {
        key: name,
        text,
        place: 'recipients',
        editable: true,
        gap: '\n',
        // A field takes no words: all that can be written here is another field's name.
        accepts: (after) =>
          fieldNameOf(after) !== undefined &&
          after.slice(after.indexOf(':')) === text.slice(text.indexOf(':')) &&
          !(draft.isMeeting && fieldNameOf(after) === 'Bcc'),
      },
    ];
  });
  return [
    ...fields,
    {
      key: 'subject',
      text: draft.subject.replace(/[\r\n]/g, ' '),
      place: 'subject',
      editable: true,
      lead: 'Subject: ',
      gap: '\n',
      accepts: (after) => after.length <= longestSubject,
    },
    ...body.map(
      ({ text }, index): Paragraph => ({
        key: keys[index]!,
        text,
        place: 'body',
        editable: true,
      }),
    ),
  ];
}

/** Outlook takes no longer subject, in characters. */
const longestSubject = 255;

/** `To: Ann <ann@…>; bo@…`, as a mail has it. */
export function fieldText(name: FieldName, list: readonly Office.EmailAddressDetails[]): string {
  const one = ({ displayName, emailAddress }: Office.EmailAddressDetails) =>
    displayName && displayName !== emailAddress
      ? `${displayName.replace(/[<>;\r\n]/g, ' ')} <${emailAddress}>`
      : emailAddress;
  return `${name}: ${list.map(one).join('; ')}`;
}

/** The name at the head of a field's text. */
export function fieldNameOf(text: string): FieldName | undefined {
  return /^(To|Cc|Bcc): /.exec(text)?.[1] as FieldName | undefined;
}

/**
 * Names for paragraphs that stay with them while others come and go: what begins and ends like the last reading
 * keeps its names, and what lies between takes the old names in order, then new ones.
 */
export function paragraphKeys() {
  let known: readonly { readonly key: string; readonly text: string }[] = [];
  let count = 0;
  return (texts: readonly string[]): string[] => {
    let head = 0;
    while (head < known.length && head < texts.length && known[head]!.text === texts[head]) head++;
    const most = Math.min(known.length, texts.length) - head;
    let tail = 0;
    while (tail < most && known[known.length - 1 - tail]!.text === texts[texts.length - 1 - tail])
      tail++;
    const free = known.slice(head, known.length - tail).map(({ key }) => key);
    const keys = texts.map((_, at) => {
      if (at < head) return known[at]!.key;
      if (at >= texts.length - tail) return known[known.length - (texts.length - at)]!.key;
      return free.shift() ?? `body/${count++}`;
    });
    known = texts.map((text, at) => ({ key: keys[at]!, text }));
    return keys;
  };
}

import { extname } from 'node:path';
import type { ChannelChoice, Inspection, PracticeProfile, Span } from '@chaperone/core';
import type { DocumentPart, OpenedDocument } from '@chaperone/documents';
import { type DocumentOptions, inspectText } from './check-file.js';
import { lineStarts, rangeOf } from './positions.js';
import type { CheckedPart } from './report.js';
import type { Unreadable } from './text-file.js';

/** Opens a Word document or a mail; a message instead when that cannot be done. */
export async function openPacked(
  bytes: Uint8Array,
  path: string,
): Promise<OpenedDocument | Unreadable> {
  const { DocumentError, openDocument } = await import('@chaperone/documents');
  try {
    const opened = openDocument(bytes, path);
    if (opened.parts.some(({ text }) => text.trim() !== '')) return opened;
    const remedy = 'Write the copy first, or leave the file out.';
    return { kind: 'empty', reason: 'it holds no words', remedy };
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    const remedy = 'Open it in the program it comes from and save it anew, or give its text.';
    return {
      kind: 'binary',
      reason: `it cannot be opened: ${error.message.replace(/\.$/, '')}`,
      remedy,
    };
  }
}

/** A part of a document, what was found in it, and how its places are named. */
export interface InspectedPart {
  readonly part: DocumentPart;
  readonly inspection: Inspection;
  /** Absent where the part's text is the file's own, as a mail's. */
  readonly checked?: CheckedPart;
}

/**
 * Checks each part of a document by itself, as what the whole is: a header of a reply is part of the reply. Comments
 * are notes among colleagues. `today` is an ISO date.
 */
export function inspectParts(
  opened: OpenedDocument,
  absolute: string,
  profile: PracticeProfile,
  today: string,
  options: DocumentOptions,
): readonly InspectedPart[] {
  const isText = opened.parts[0]?.locate !== undefined;
  const starts = isText ? lineStarts(opened.parts[0]?.text ?? '') : [];
  let whole: Inspection | undefined;
  return opened.parts.map((part, index) => {
    const told: DocumentOptions = { ...options, languageId: part.languageId };
    const inspect = (more: DocumentOptions) =>
      inspectText(part.text, absolute, profile, today, { ...told, ...more });
    const checked: CheckedPart = {
      label: part.partLabel,
      first: index === 0,
      place: (span) => placeName(part, span),
      ...(part.locate === undefined
        ? {}
        : { range: (span) => rangeOf(starts, (part.locate as (span: Span) => Span)(span)) }),
    };
    const choice = choiceFor(part, whole, options);
    const found = inspect(choice === undefined ? {} : { channel: choice.channel });
    const inspection = {
      ...found,
      ...(choice === undefined ? {} : { channel: choice }),
      ...(isFurniture.test(part.partLabel)
        ? { findings: found.findings.filter(({ rule }) => rule !== 'reply-at-all') }
        : {}),
    };
    whole ??= inspection;
    if (index > 0 || !isText) return { part, inspection, checked };
    return { part, inspection: withoutPacked(inspection, opened.parts.slice(1)) };
  });
}

/** The channel of a part, where the call does not say it and the whole does. */
function choiceFor(
  { partLabel }: DocumentPart,
  whole: Inspection | undefined,
  { channel }: DocumentOptions,
): ChannelChoice | undefined {
  if (whole === undefined || channel !== undefined) return undefined;
  if (partLabel === comments)
    return {
      channel: 'internal-draft',
      known: true,
      because: 'comments are notes among colleagues',
    };
  // A picture or a file property is no reply, whatever it goes along with.
  const isAside = /^(?:picture|file property)/.test(partLabel);
  if (isAside && (whole.channel.channel === 'review-reply' || !whole.channel.known))
    return {
      channel: 'web-page',
      known: whole.channel.known,
      because: 'it goes out with the file',
    };
  return whole.channel.known ? whole.channel : undefined;
}

/** What stands around a reply is judged with it, but is no reply by itself. */
const isFurniture = /^(?:header|footer|footnotes|endnotes)$/;

/** The label of the part that holds a Word document's comments. */
export const comments = 'comments';

/** Without the notices that a part could not be read here: it was unpacked and read. */
function withoutPacked(inspection: Inspection, parts: readonly DocumentPart[]): Inspection {
  const places = parts.flatMap(
    ({ text, locate }) => locate?.({ start: 0, end: text.length }) ?? [],
  );
  const notices = inspection.notices.filter(
    ({ span }) => !places.some(({ start, end }) => span.start <= start && end <= span.end),
  );
  return { ...inspection, notices };
}

/** "paragraph 3", or "paragraphs 3 to 5" in the words of the first and the last. */
export function placeName({ places, partLabel }: DocumentPart, span: Span): string {
  const touched = places.filter(
    (place) =>
      place.span.start <= Math.max(span.start, span.end - 1) && span.start <= place.span.end,
  );
  const first = touched[0]?.name ?? partLabel;
  const last = touched.at(-1)?.name ?? first;
  return first === last ? first : `${first} to ${/\d+$/.exec(last)?.[0] ?? last}`;
}

/** Where fixes are written: `reply.docx` becomes `reply.checked.docx` beside it. */
export function copyName(path: string): string {
  const ending = extname(path);
  return `${path.slice(0, -ending.length)}.checked${ending}`;
}

/** The document that this one was made from by `copyName`; undefined where its name is not such a copy's. */
export function originalName(path: string): string | undefined {
  const found = /^(.*)\.checked(\.[^./\\]+)$/.exec(path);
  return found === null ? undefined : `${found[1]}${found[2]}`;
}

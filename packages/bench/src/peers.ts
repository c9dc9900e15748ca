import { createRequire } from 'node:module';
import { identify } from '@chaperone/core';
import nlp from 'compromise';
import type { Gold } from './data.js';

/** Something that finds entities in a text. */
export interface Finder {
  readonly name: string;
  /** The kinds it knows at all; others are not counted for or against it. */
  readonly kinds: ReadonlySet<string>;
  find(text: string): Promise<readonly Gold[]> | readonly Gold[];
}

const require = createRequire(import.meta.url);

export const chaperone: Finder = {
  name: 'chaperone',
  kinds: new Set(
    'ACCOUNT ADDRESS AGE CARD DATE DEA DEVICE EMAIL IBAN IP LICENSE MBI MEMBER_ID MRN NPI PERSON PHONE SSN URL VIN ZIP'.split(
      ' ',
    ),
  ),
  find: (text) => identify(text).map(({ kind, span }) => ({ kind, ...span })),
};

interface Offset {
  readonly text: string;
  readonly offset: { readonly start: number; readonly length: number };
}

const compromise: Finder = {
  name: 'compromise',
  kinds: new Set(['PERSON', 'PHONE', 'EMAIL', 'URL']),
  find(text) {
    const document = nlp(text);
    const views = {
      PERSON: document.people(),
      PHONE: document.phoneNumbers(),
      EMAIL: document.emails(),
      URL: document.urls(),
    };
    return Object.entries(views).flatMap(([kind, view]) =>
      (view.json({ offset: true }) as Offset[]).map(({ text: words, offset }) => {
        // Its spans carry the punctuation around them.
        const start = text.indexOf(words.trim().replace(/^\W+|\W+$/g, ''), offset.start);
        const bare = words.trim().replace(/^\W+|\W+$/g, '');
        return {
          kind,
          start: start < 0 ? offset.start : start,
          end: (start < 0 ? offset.start : start) + bare.length,
        };
      }),
    );
  },
};

const redactKinds: Readonly<Record<string, string>> = {
  PERSON_NAME: 'PERSON',
  EMAIL_ADDRESS: 'EMAIL',
  PHONE_NUMBER: 'PHONE',
  CREDIT_CARD_NUMBER: 'CARD',
  US_SOCIAL_SECURITY_NUMBER: 'SSN',
  IP_ADDRESS: 'IP',
  STREET_ADDRESS: 'ADDRESS',
  ZIPCODE: 'ZIP',
  URL: 'URL',
};

/** redact-pii gives back a text with labels; aligning it with the original recovers where they stood. */
function redactPii(): Finder {
  const { SyncRedactor } = require('redact-pii') as {
    SyncRedactor: new (options?: object) => { redact(text: string): string };
  };
  const redactor = new SyncRedactor({ globalReplaceWith: undefined });
  return {
    name: 'redact-pii',
    kinds: new Set(Object.values(redactKinds)),
    find: (text) => [...alignedLabels(text, redactor.redact(text))],
  };
}

function* alignedLabels(text: string, redacted: string): Generator<Gold> {
  let at = 0;
  const pieces = redacted.split(
    /\b(PERSON_NAME|EMAIL_ADDRESS|PHONE_NUMBER|CREDIT_CARD_NUMBER|US_SOCIAL_SECURITY_NUMBER|IP_ADDRESS|STREET_ADDRESS|ZIPCODE|URL|USERNAME|PASSWORD|CREDENTIALS|DIGITS)\b/,
  );
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index] as string;
    if (index % 2 === 0) {
      const found = text.indexOf(piece, at);
      if (found < 0) return;
      at = found + piece.length;
      continue;
    }
    const next = pieces[index + 1] as string;
    const end = next === '' ? text.length : text.indexOf(next, at);
    if (end < 0) return;
    const kind = redactKinds[piece];
    if (kind) yield { kind, start: at, end };
    at = end;
  }
}

const openKinds: readonly (readonly [RegExp, string])[] = [
  [/^NAME|PERSON/, 'PERSON'],
  [/EMAIL/, 'EMAIL'],
  [/PHONE|FAX/, 'PHONE'],
  [/SSN/, 'SSN'],
  [/CREDIT_CARD|CARD/, 'CARD'],
  [/IPV?[46]?$|IP_ADDRESS/, 'IP'],
  [/URL/, 'URL'],
  [/MRN|MEDICAL_RECORD/, 'MRN'],
  [/NPI/, 'NPI'],
  [/DEA/, 'DEA'],
  [/IBAN/, 'IBAN'],
  [/ZIP|POSTCODE/, 'ZIP'],
  [/ADDRESS/, 'ADDRESS'],
  [/AGE/, 'AGE'],
  [/DATE|DOB/, 'DATE'],
  [/VIN/, 'VIN'],
  [/LICEN[SC]E/, 'LICENSE'],
  [/HEALTH_PLAN|INSURANCE|MEMBER/, 'MEMBER_ID'],
  [/ACCOUNT/, 'ACCOUNT'],
];

interface OpenDetection {
  readonly type: string;
  readonly position: readonly [number, number];
}

async function openRedaction(): Promise<Finder> {
  const { OpenRedaction } = (await import('@openredaction/core')) as unknown as {
    OpenRedaction: new (
      options?: object,
    ) => { detect(text: string): Promise<{ detections: readonly OpenDetection[] }> };
  };
  const detector = new OpenRedaction();
  return {
    name: 'openredaction',
    kinds: new Set(openKinds.map(([, kind]) => kind)),
    async find(text) {
      const { detections } = await detector.detect(text);
      return detections.flatMap(({ type, position: [start, end] }) => {
        const kind = openKinds.find(([pattern]) => pattern.test(type))?.[1];
        return kind ? [{ kind, start, end }] : [];
      });
    },
  };
}

/** Chaperone and the peers that could be loaded, with what went wrong for the others. */
export async function finders(): Promise<{ loaded: Finder[]; failed: string[] }> {
  const loaded: Finder[] = [chaperone, compromise];
  const failed: string[] = [];
  for (const [name, load] of [
    ['redact-pii', redactPii],
    ['openredaction', openRedaction],
  ] as const) {
    try {
      loaded.push(await load());
    } catch (error) {
      failed.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { loaded, failed };
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An entity of a measuring set; offsets are UTF-16 code units. */
export interface Gold {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

export interface Row {
  readonly text: string;
  readonly entities: readonly Gold[];
}

/** How other sets call what `identify` calls by one name. */
const sameKind: Readonly<Record<string, string>> = {
  MEDICAL_RECORD_NUMBER: 'MRN',
  NPI_NUMBER: 'NPI',
  DEA_NUMBER: 'DEA',
  HEALTH_INSURANCE_ID: 'MEMBER_ID',
  INSURANCE_POLICY_NUMBER: 'MEMBER_ID',
  NATIONAL_ID_NUMBER: 'MEMBER_ID',
  BANK_ACCOUNT_NUMBER: 'ACCOUNT',
  BANK_ROUTING_NUMBER: 'ACCOUNT',
  DRIVER_LICENSE_NUMBER: 'LICENSE',
  US_DRIVER_LICENSE: 'LICENSE',
  VEHICLE_IDENTIFICATION_NUMBER: 'VIN',
  IBAN_CODE: 'IBAN',
  MAC_ADDRESS: 'DEVICE',
};

/** Reads a measuring set, one JSON object a line. Throws with a remedy when the file is not there. */
export function readRows(directory: string, name: string): Row[] {
  return readLines(directory, name).map((line) => {
    const { text, entities } = line as { text: string; entities: Gold[] };
    return {
      text,
      entities: entities.map((entity) => ({
        ...entity,
        kind: sameKind[entity.kind] ?? entity.kind,
      })),
    };
  });
}

/** The probe of names: its spans are pairs. */
export function readNames(directory: string): (Row & { readonly group: string })[] {
  return readLines(directory, 'names-probe.jsonl').map((line) => {
    const {
      text,
      spans = [],
      kind,
    } = line as { text: string; spans?: [number, number][]; kind: string };
    return {
      text,
      group: kind,
      entities: spans.map(([start, end]) => ({ kind: 'PERSON', start, end })),
    };
  });
}

/** Single recognizers with their expected spans; a row without spans expects none. */
export function readRecognizers(directory: string): (Row & { readonly recognizer: string })[] {
  return readLines(directory, 'presidio-recognizers.jsonl').map((line) => {
    const {
      text,
      spans = [],
      recognizer,
    } = line as { text: string; spans?: [number, number][]; recognizer: string };
    return {
      text,
      recognizer,
      entities: spans.map(([start, end]) => ({ kind: recognizer, start, end })),
    };
  });
}

function readLines(directory: string, name: string): unknown[] {
  const path = join(directory, name);
  if (!existsSync(path))
    throw new Error(
      `${path} is not there. Give the directory of the measuring sets with --data DIR or CHAPERONE_DATA.`,
    );
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as unknown);
}

import { unzipSync, type Zippable, zipSync } from 'fflate';
import { DocumentError } from './opened.js';

/** A Word document holds less than this when unpacked; more is a mistake or a trap. In bytes. */
const largest = 300_000_000;

/** The files in a Word document. Throws DocumentError. */
export function unpacked(bytes: Uint8Array): Map<string, Uint8Array> {
  refuseOthers(bytes);
  let total = 0;
  try {
    const files = unzipSync(bytes, {
      filter: (file) => {
        total += file.originalSize;
        if (total > largest)
          throw new DocumentError('too-large', 'This document is too large to be opened.');
        return true;
      },
    });
    return new Map(Object.entries(files));
  } catch (error) {
    if (error instanceof DocumentError) throw error;
    throw new DocumentError(
      'damaged',
      'This file is damaged or was not saved to the end: it cannot be unpacked. Open it in Word and save it again.',
    );
  }
}

/** Packs the files again, in their order. */
export function packed(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const zippable: Zippable = {};
  // The same input gives the same bytes: no clock.
  for (const [name, content] of files)
    zippable[name] = [content, { level: 6, mtime: new Date(1980, 0, 1) }];
  return zipSync(zippable);
}

function refuseOthers(bytes: Uint8Array): void {
  const starts = (...codes: number[]) => codes.every((code, index) => bytes[index] === code);
  if (bytes.length === 0) throw new DocumentError('damaged', 'This file is empty.');
  if (starts(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) {
    // Word keeps a protected document in the old container, in a stream of this name.
    if (holds(bytes, 'EncryptedPackage'))
      throw new DocumentError(
        'encrypted',
        'This document is protected with a password. Remove the password in Word and check it again.',
      );
    throw new DocumentError(
      'old-format',
      'This is a document in the old Word format. Open it in Word and save it as .docx.',
    );
  }
  if (!starts(0x50, 0x4b))
    throw new DocumentError(
      'not-a-document',
      'This file is not a Word document, although its name says so.',
    );
  if (starts(0x50, 0x4b, 3, 4) && ((bytes[6] ?? 0) & 1) === 1)
    throw new DocumentError(
      'encrypted',
      'This document is protected with a password. Remove the password and check it again.',
    );
}

/** True when the bytes hold the name in UTF-16. */
function holds(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from(name, 'utf16le'),
  );
}

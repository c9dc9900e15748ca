import { extname } from 'node:path';
import type { OpenedDocument } from '@chaperone/documents';
import type { Unreadable } from './text-file.js';

/** Opens a Word document or a mail; a message instead when that cannot be done. */
export async function openPacked(
  bytes: Buffer,
  path: string,
): Promise<OpenedDocument | Unreadable> {
  const { DocumentError, openDocument } = await import('@chaperone/documents');
  try {
    return openDocument(bytes, path);
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

/** Where fixes are written: `reply.docx` becomes `reply.checked.docx` beside it. */
export function copyName(path: string): string {
  const ending = extname(path);
  return `${path.slice(0, -ending.length)}.checked${ending}`;
}

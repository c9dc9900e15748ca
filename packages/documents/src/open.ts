import { openDocx } from './docx.js';
import { openMail } from './mail.js';
import { DocumentError, type OpenedDocument } from './opened.js';

/**
 * Opens a Word document (.docx, .docm, .dotx) or a mail file (.eml) by the ending of its name.
 * Throws DocumentError where that cannot be done, saying why.
 */
export function openDocument(bytes: Uint8Array, name: string): OpenedDocument {
  if (/\.eml$/i.test(name)) return openMail(bytes);
  if (/\.do[ct][xm]$/i.test(name)) return openDocx(bytes);
  throw new DocumentError('not-a-document', 'Only .docx and .eml files can be opened here.');
}

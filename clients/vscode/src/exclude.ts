import { languages, type TextDocument } from 'vscode';
import { setting } from './settings.js';

/** True for a document that the user's settings leave out. */
export function isExcluded(document: TextDocument): boolean {
  return setting('exclude').some((pattern) => languages.match({ pattern }, document) > 0);
}

/** The settings' patterns as one, the way a search for files wants it; undefined when there are none. */
export function excludePattern(): string | undefined {
  const patterns = setting('exclude');
  return patterns.length > 1 ? `{${patterns.join(',')}}` : patterns[0];
}

import { type ReadProfile, type RuleFile, readProfile, withRuleFiles } from '@chaperone/config';
import { isScalar, isSeq, parseDocument, stringify, type YAMLSeq } from 'yaml';
import type { ProfileChange } from './profile-edits.js';

/** What is done with the text of a chaperone.yaml. It needs a YAML parser, which a worker loads at first need. */
export interface ProfileText {
  read(text: string, path: string): ReadProfile;
  /** The profile with the rules of the files that it names, in the order it names them. */
  withRuleFiles(read: ReadProfile, files: readonly RuleFile[]): ReadProfile;
  /** The text with the change in it. Comments and order are kept. */
  change(text: string, change: ProfileChange): string;
}

export const profileText: ProfileText = { read: readProfile, withRuleFiles, change: withChange };

function withChange(text: string, change: ProfileChange): string {
  const document = parseDocument(text);
  if (document.errors.length > 0) return text;
  if ('list' in change) {
    const path = [change.list];
    const standing = document.getIn(path, true);
    const has =
      isSeq(standing) &&
      standing.items.some((item) => isScalar(item) && String(item.value) === change.value);
    if (has) return text;
    const inserted = isSeq(standing) ? afterLastItem(text, standing, change.value) : undefined;
    if (inserted !== undefined) return inserted;
    if (isSeq(standing)) document.addIn(path, change.value);
    else document.setIn(path, [change.value]);
  } else {
    document.setIn(['rules', change.rule], change.severity);
  }
  const indentSeq = !/^[\w-]+:[ \t]*(?:#.*)?\r?\n- /m.test(text);
  const written = document.toString({ lineWidth: 0, indentSeq });
  return text.includes('\r\n') ? written.replace(/\r?\n/g, '\r\n') : written;
}

/** The text with one more item below the last one of a list that has a line for each; undefined for other lists. */
function afterLastItem(text: string, list: YAMLSeq, value: string): string | undefined {
  const last = list.items.at(-1);
  if (list.flow || !isScalar(last) || !last.range) return undefined;
  const lineStart = text.lastIndexOf('\n', last.range[0] - 1) + 1;
  const dash = /^[ \t]*- +/.exec(text.slice(lineStart, last.range[0]))?.[0];
  if (dash === undefined || lineStart + dash.length !== last.range[0]) return undefined;
  const lineEnd = text.slice(last.range[1]).search(/\r?\n|$/) + last.range[1];
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  return `${text.slice(0, lineEnd)}${lineBreak}${dash}${stringify(value).trim()}${text.slice(lineEnd)}`;
}

import {
  type Faults,
  noFaults,
  type Run,
  WordDocument,
} from '../../../test/office-host/src/model.js';
import { wordNamespace } from '../../../test/office-host/src/word-api.js';
import type { Host, HostEvents, Mark, Rung, RungReason, Sheet, Store } from '../src/host.js';
import type { WordApi } from '../src/word/api.js';
import { popupStrings } from '../src/word/draw.js';
import { wordHost } from '../src/word.js';

/** A simulated Word with a document of these paragraphs, and the shipped adapter on it. */
export async function open(paragraphs: readonly (string | Run[])[], faults: Partial<Faults> = {}) {
  const document = new WordDocument();
  document.faults = { ...noFaults, ...faults };
  document.strings = Object.fromEntries(
    Object.values(popupStrings).map((id) => [id, `text of ${id}`]),
  );
  document.body.paragraphs = paragraphs.map((text) => document.paragraph(text));
  const transport = { latency: 0, syncs: 0, afterSync() {} };
  const word = wordNamespace(document, transport);
  const api: WordApi = {
    run: word.run as unknown as WordApi['run'],
    has: (set, version) =>
      set === 'WordApi'
        ? Number(faults.wordApi ?? '1.8') >= Number(version)
        : Number(version) <= 1.2,
  };
  const log: string[] = [];
  const events: HostEvents = {
    dirty: () => void log.push('dirty'),
    focused: (id) => void log.push(`focused ${id}`),
    accepted: (id, note) => void log.push(`accepted ${id}${note ? ` ${note}` : ''}`),
    rejected: (id) => void log.push(`rejected ${id}`),
    rung: (rung: Rung, why: RungReason) => void log.push(`rung ${rung} ${why}`),
  };
  const store: Store = { get: () => undefined, set: async () => undefined };
  const host: Host = await wordHost(api, {
    document: store,
    person: store,
    wait: async () => undefined,
    onSelection: () => () => undefined,
  });
  await host.begin(events);
  return { document, host, log, transport };
}

/** A sheet that marks every place of `words` in a paragraph. */
export function marks(
  text: string,
  key: string,
  index: number,
  words: string,
  suggestions: string[] = ['so'],
): Sheet {
  const found: Mark[] = [];
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) {
    found.push({
      id: `${key}@${at}`,
      key,
      before: text,
      start: at,
      end: at + words.length,
      severity: 'error',
      suggestions,
    });
  }
  return { key, text, index, marks: found };
}

/** What stands underlined, in order. */
export function underlined(document: WordDocument): string[] {
  return [...document.annotations.values()].map((one) => one.paragraph.cleanOf(one.start, one.end));
}

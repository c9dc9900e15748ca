import {
  type Change,
  edited,
  type Host,
  type HostEvents,
  type Outcome,
  type Sheet,
  type Snapshot,
  type Store,
  type Target,
} from './host.js';
import { changedSince } from './strings.js';

/** The Host for a plain page: a box to paste copy into. */
export function pageHost(box: HTMLTextAreaElement, person: Store): Host {
  let stop: (() => void) | undefined;
  const kept = new Map<string, string>();
  return {
    kind: 'page',
    person,
    document: {
      get: (name) => kept.get(name),
      set: async (name, value) =>
        void (value === undefined ? kept.delete(name) : kept.set(name, value)),
    },
    async begin(events: HostEvents) {
      const listener = () => events.dirty();
      box.addEventListener('input', listener);
      stop = () => box.removeEventListener('input', listener);
      events.rung('list', 'page');
    },
    read: async (): Promise<Snapshot> => ({
      languageId: 'plaintext',
      lineBreak: '\n',
      paragraphs: [{ key: 'box', text: box.value, place: 'body', editable: true }],
      nearest: 0,
      notes: [],
    }),
    draw: async (_sheets: readonly Sheet[]) => undefined,
    async reveal(target: Target) {
      if (box.value !== target.before) return false;
      box.focus();
      box.setSelectionRange(target.start, target.end);
      return true;
    },
    async apply(change: Change): Promise<Outcome> {
      if (box.value !== change.before) return { kind: 'moved-on', why: changedSince };
      const focused = document.activeElement;
      for (const edit of [...change.edits].sort((a, b) => b.start - a.start))
        write(box, edit.start, edit.end, edit.text);
      if (box.value !== edited(change.before, change.edits))
        box.value = edited(change.before, change.edits);
      if (focused instanceof HTMLElement && focused !== box) focused.focus();
      return { kind: 'done' };
    },
    async end() {
      stop?.();
    },
  };
}

/** Typed rather than set, so that the box's own undo takes it back. */
function write(box: HTMLTextAreaElement, start: number, end: number, text: string): void {
  box.focus();
  box.setSelectionRange(start, end);
  if (!document.execCommand(text === '' ? 'delete' : 'insertText', false, text))
    box.setRangeText(text, start, end, 'end');
}

import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, undo } from '@codemirror/commands';
import { lintKeymap } from '@codemirror/lint';
import { hoverTooltips, type LSPClient, LSPPlugin, serverCompletion } from '@codemirror/lsp-client';
import { Compartment, EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap, placeholder } from '@codemirror/view';
import { theme } from './editor-theme.js';
import { actionsAt, applyAction, uri } from './language-client.js';
import { menu, openMenu } from './menu.js';

export interface Editor {
  readonly view: EditorView;
  readonly plugin: LSPPlugin;
  setText(text: string): void;
  select(from: number, to: number): void;
  setDark(dark: boolean): void;
  /** Opens the ways out at the cursor. */
  openFixes(): void;
  undo(): void;
}

/** An editor for prose, bound to the language client. `onFixed` hears whether a chosen fix could be made. */
export function createEditor(
  host: HTMLElement,
  client: LSPClient,
  text: string,
  onChange: () => void,
  onFixed: (done: boolean) => void,
): Editor {
  // Inside a shadow root CodeMirror adopts style sheets instead of writing style elements, which our policy forbids.
  const root = host.attachShadow({ mode: 'open' });
  const shade = new Compartment();
  let syncing: ReturnType<typeof setTimeout> | undefined;
  const fixesHere = (view: EditorView): boolean => {
    void showFixes(view, onFixed);
    return true;
  };
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        history(),
        drawSelection(),
        EditorView.lineWrapping,
        placeholder('Write or paste your copy here.'),
        EditorView.contentAttributes.of({
          'aria-label': 'Your copy',
          'aria-multiline': 'true',
          spellcheck: 'true',
        }),
        keymap.of([
          { key: 'Mod-.', run: fixesHere },
          { key: 'Alt-Enter', run: fixesHere },
          ...completionKeymap,
          ...lintKeymap,
          ...historyKeymap,
          ...defaultKeymap,
        ]),
        autocompletion(),
        serverCompletion(),
        hoverTooltips({ hoverTime: 250 }),
        menu,
        theme,
        shade.of(EditorView.darkTheme.of(false)),
        client.plugin(uri, 'markdown'),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
          onChange();
          clearTimeout(syncing);
          syncing = setTimeout(() => client.sync(), 30);
        }),
      ],
    }),
  });
  const plugin = LSPPlugin.get(view);
  if (!plugin) throw new Error('The editor has no language client.');
  return {
    view,
    plugin,
    setText(words) {
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: words },
        selection: { anchor: 0 },
        scrollIntoView: true,
      });
      client.sync();
    },
    select(from, to) {
      view.dispatch({
        selection: { anchor: from, head: to },
        effects: EditorView.scrollIntoView(from, { y: 'center' }),
      });
      view.focus();
    },
    setDark: (dark) => view.dispatch({ effects: shade.reconfigure(EditorView.darkTheme.of(dark)) }),
    openFixes: () => void showFixes(view, onFixed),
    undo() {
      undo(view);
      view.focus();
    },
  };
}

async function showFixes(view: EditorView, onFixed: (done: boolean) => void): Promise<void> {
  const plugin = LSPPlugin.get(view);
  if (!plugin) return;
  const { from, to } = view.state.selection.main;
  const actions = await actionsAt(plugin, { from, to }, ['quickfix', 'refactor.rewrite']);
  if (actions.length === 0) return onFixed(false);
  openMenu(
    view,
    'Ways out',
    actions.map((action) => ({
      title: action.title,
      run: () => void applyAction(plugin, action).then(onFixed, () => onFixed(false)),
    })),
  );
}

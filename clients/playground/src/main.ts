import {
  countSentence,
  findingData,
  type Settings,
  type Status,
  statusSentence,
} from '@chaperone/client';
import { fillControls } from './controls.js';
import { createEditor } from './editor.js';
import { createFindingList } from './finding-list.js';
import {
  actionsAt,
  applyAction,
  createClient,
  type Placed,
  tellOptions,
  tellSettings,
} from './language-client.js';
import { openMenu } from './menu.js';
import { byId } from './page.js';
import { samples } from './samples.js';
import { followTheme } from './theme.js';

const status = byId('status');
const live = byId('live');
const noted = byId('note');
const count = byId('count');
const calm = byId('calm');

const worker = new Worker('worker.js');
worker.addEventListener('error', () => fail());

let announced = '';
let afterFix: number | undefined;

const client = createClient(
  worker,
  { codeLens: false, strictness: 'standard' },
  { onFindings, onStatus },
);
const [first] = samples;
const editor = createEditor(byId('editor'), client, first?.text ?? '', onChange, onFixed);
client.initializing.catch(fail);

const list = createFindingList(byId('list'), {
  words: ({ from, to }) => shorten(editor.view.state.sliceDoc(from, to)),
  actions: ({ diagnostic }) => actionsAt(editor.plugin, diagnostic, ['quickfix']).catch(() => []),
  go: ({ from, to }) => editor.select(from, to),
  async apply(action) {
    afterFix = [...byId('list').children].findIndex((item) =>
      item.contains(document.activeElement),
    );
    onFixed(await applyAction(editor.plugin, action).catch(() => false));
  },
});

fillControls({
  onSample(sample) {
    editor.setText(sample.text);
    editor.view.focus();
  },
  onOptions: (options) => tellOptions(client, options),
  onPractice: (profileText) => tellSettings(client, settingsWith(profileText)),
});
followTheme(byId('theme'), (dark) => editor.setDark(dark));
byId('undo').addEventListener('click', () => editor.undo());
byId('fix-all').addEventListener('click', () => void fixAll());
byId('reply').addEventListener('click', () => void offerReplies());

function settingsWith(profileText: string): Settings {
  return { codeLens: false, ...(profileText === '' ? {} : { profileText }) };
}

function onFindings(placed: readonly Placed[]): void {
  delete status.dataset.busy;
  list.show(placed);
  const risks = placed.filter(({ diagnostic }) => findingData(diagnostic)).length;
  const isEmpty = editor.view.state.doc.toString().trim() === '';
  count.textContent = placed.length === 0 ? '' : String(risks);
  calm.hidden = placed.length > 0 || isEmpty;
  announce(countSentence(risks));
  if (afterFix === undefined) return;
  if (!list.focus(Math.max(0, afterFix))) byId('findings-title').focus();
  afterFix = undefined;
}

function onChange(): void {
  status.dataset.busy = 'yes';
  note('');
}

function onStatus(given: Status): void {
  status.textContent = statusSentence(given);
}

function onFixed(done: boolean): void {
  if (!done) {
    afterFix = undefined;
    note('There is nothing to change here.');
  }
}

async function fixAll(): Promise<void> {
  const end = editor.view.state.doc.length;
  const [action] = await actionsAt(editor.plugin, { from: 0, to: end }, [
    'source.fixAll.chaperone',
  ]);
  if (!action || !(await applyAction(editor.plugin, action)))
    note('No finding can be fixed without a second look. Choose a way out for each.');
}

/** Whole replies: in the place of the one at the cursor, or at the cursor where there is none. */
async function offerReplies(): Promise<void> {
  const { view, plugin } = editor;
  view.focus();
  const { from, to } = view.state.selection.main;
  const replacing = await actionsAt(plugin, { from, to }, ['refactor.rewrite']);
  if (replacing.length > 0) {
    const choices = replacing.map((action) => ({
      title: action.title,
      run: () => void applyAction(plugin, action).then(onFixed),
    }));
    return openMenu(view, 'Safe replies', choices);
  }
  type Reply = { title: string; text: string };
  const params = { command: 'chaperone.replies', arguments: [{ uri: plugin.uri }] };
  const replies = await client.request<typeof params, Reply[]>('workspace/executeCommand', params);
  const choices = replies.map(({ title, text }) => ({
    title,
    detail: text,
    run: () => view.dispatch({ ...view.state.replaceSelection(text), userEvent: 'input.reply' }),
  }));
  openMenu(view, 'Safe replies', choices);
}

/** Says something to everyone, until the next change. */
function note(sentence: string): void {
  noted.textContent = sentence;
}

/** Says something once to a screen reader. */
function announce(sentence: string): void {
  if (sentence === announced) return;
  announced = sentence;
  live.textContent = sentence;
}

function shorten(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > 140 ? `${line.slice(0, 139)}…` : line;
}

function fail(): void {
  status.textContent = 'The check could not start in this browser. Reload the page to try again.';
  status.classList.add('broken');
}

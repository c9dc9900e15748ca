import '@fluentui/web-components/button/define.js';
import '@fluentui/web-components/spinner/define.js';
import '@fluentui/web-components/tab/define.js';
import '@fluentui/web-components/tablist/define.js';
import { aboutView } from './about.js';
import { startServer } from './connection.js';
import { h, tabList } from './dom.js';
import type { Host } from './host.js';
import { type OfficeGlobals, surroundings } from './office-start.js';
import { pageHost } from './page-host.js';
import { type Pane, startPane } from './pane.js';
import { longestProfile, profileEditor } from './profile-editor.js';
import { startWorker } from './start-worker.js';
import { browserStore } from './stores.js';
import * as words from './strings.js';
import { wearTheme } from './theme.js';

declare const CHAPERONE_VERSION: string;
declare const CHAPERONE_WORKER_SCRIPTS: readonly string[];

/** Milliseconds until a silent host counts as absent, and a silent worker as hung. */
const hostPatience = 10_000;
const workerPatience = 30_000;

const wait = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

wearTheme(undefined);
void start();

async function start(): Promise<void> {
  const frame = layout();
  const person = browserStore('chaperone.');
  const found = await surroundings(globalThis as OfficeGlobals, person, wait, hostPatience);
  let extra: HTMLElement | undefined;
  let host: Host;
  let facts = words.outside['no-host'] as string;
  if (found.kind === 'host') {
    host = found.host;
    facts = found.facts;
    wearTheme(found.theme());
    found.onTheme(() => wearTheme(found.theme()));
  } else {
    const box = h('textarea', {
      class: 'input paste',
      rows: 8,
      placeholder: words.pastePlaceholder,
      id: 'paste',
    });
    host = pageHost(box, person);
    extra = h(
      'div',
      { class: 'outside', 'data-why': found.why },
      h('p', { class: 'notice', role: 'status' }, words.outside[found.why]),
      h('label', { class: 'field' }, h('span', { class: 'label' }, words.pasteLabel), box),
    );
  }
  document.documentElement.dataset.host = host.kind;

  let pane: Pane | undefined;
  const server = startServer({
    startWorker: () => startWorker(...workerScripts()),
    patience: workerPatience,
    onRestart: (gaveUp) => (gaveUp ? pane?.trouble(words.workerGone) : pane?.say(words.restarted)),
  });
  const profile = {
    text: () => host.person.get('profile') ?? '',
    async save(yaml: string) {
      server.useProfile(yaml);
      pane?.again();
      if (yaml.length > longestProfile) throw new Error('too long');
      await host.person.set('profile', yaml.trim() === '' ? undefined : yaml);
    },
  };
  server.useProfile(profile.text());
  pane = await startPane({
    host,
    server,
    profile: {
      text: profile.text,
      async save(yaml) {
        await profile.save(yaml);
        editor.refresh();
      },
    },
    panel: frame.findings,
    extra,
    live: frame.live,
    note: frame.note,
  });
  const editor = profileEditor({
    load: profile.text,
    problems: (yaml) => server.problems(yaml),
    say: (message) => pane?.say(message),
    copy: (text) =>
      void navigator.clipboard?.writeText(text).then(
        () => pane?.say(words.copied),
        () => pane?.say(words.copyFailed),
      ),
    async save(yaml) {
      await profile.save(yaml);
      return host.kind === 'outlook' ? words.savedInMailbox : words.saved;
    },
  });
  frame.practice.append(editor.element);
  frame.about.append(aboutView(CHAPERONE_VERSION, facts));
  document.documentElement.dataset.ready = 'true';
  window.addEventListener('pagehide', () => {
    void pane?.end();
    server.end();
  });
}

/** The worker's scripts, all of them at once: later the worker has no way left to load another. */
function workerScripts(): string[] {
  return CHAPERONE_WORKER_SCRIPTS.map((name) => new URL(name, document.baseURI).href);
}

interface Frame {
  readonly findings: HTMLElement;
  readonly practice: HTMLElement;
  readonly about: HTMLElement;
  readonly live: HTMLElement;
  readonly note: HTMLElement;
}

/** The parts that are always there. */
function layout(): Frame {
  const panels = {
    findings: h(
      'section',
      { id: 'panel-findings', role: 'tabpanel', 'aria-labelledby': 'tab-findings' },
      h('p', { class: 'count' }, words.starting),
    ),
    practice: h('section', {
      id: 'panel-practice',
      role: 'tabpanel',
      'aria-labelledby': 'tab-practice',
      hidden: true,
    }),
    about: h('section', {
      id: 'panel-about',
      role: 'tabpanel',
      'aria-labelledby': 'tab-about',
      hidden: true,
    }),
  };
  const labels = {
    findings: words.tabFindings,
    practice: words.tabPractice,
    about: words.tabAbout,
  };
  const { element: tabs } = tabList(
    words.appName,
    Object.entries(labels).map(
      ([key, label]) => [`tab-${key}`, label, { 'aria-controls': `panel-${key}` }] as const,
    ),
    (id) => {
      for (const [key, panel] of Object.entries(panels)) panel.hidden = `tab-${key}` !== id;
    },
  );
  const live = h('div', { class: 'live', role: 'status', 'aria-live': 'polite' });
  const note = h('p', { class: 'rung' });
  document.body.replaceChildren(
    h(
      'header',
      {},
      h(
        'div',
        { class: 'top' },
        h('img', { src: 'assets/icon-32.png', alt: '', width: 20, height: 20 }),
        h('h1', {}, words.appName),
      ),
      tabs,
    ),
    h('main', {}, panels.findings, panels.practice, panels.about),
    h('footer', {}, live, note, h('p', { class: 'promise' }, words.promise)),
  );
  return { ...panels, live, note };
}

import type { ProfileProblem } from './connection.js';
import { button, h, select, tabList } from './dom.js';
import { formOf, linesOf, listNames, type ProfileForm, withForm } from './profile-form.js';
import * as words from './strings.js';

/** What the editor needs from the pane. */
export interface ProfileDoor {
  load(): string;
  /** Keeps the profile and uses it; the sentence to show. Rejects when it cannot be kept. */
  save(yaml: string): Promise<string>;
  problems(yaml: string): Promise<readonly ProfileProblem[]>;
  say(message: string): void;
  copy(text: string): void;
}

/** A profile of this many characters no longer fits the smallest store, the mailbox's 32 KB. */
export const longestProfile = 24_000;

/** The practice profile as a form and as the YAML that VS Code and the command line read too. */
export function profileEditor(door: ProfileDoor): {
  element: HTMLElement;
  /** The profile was changed elsewhere. */
  refresh(): void;
} {
  let yaml = door.load();
  /** What was kept last. */
  let loaded = yaml;
  let isForm = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const area = h('div', { class: 'profile-area' });
  const problems = h('div', { class: 'profile-problems', role: 'status' });
  const views = { form: 'profile-form', yaml: 'profile-yaml' };
  const tabs = tabList(
    words.tabPractice,
    [
      [views.form, words.viewForm],
      [views.yaml, words.viewYaml],
    ],
    (id) => show(id === views.form),
    { size: 'small' },
  );
  const file = h('input', {
    type: 'file',
    accept: '.yaml,.yml,text/yaml',
    class: 'off-screen',
    tabindex: -1,
    'aria-hidden': 'true',
    onchange: () => void read(),
  });
  const element = h(
    'div',
    { class: 'profile' },
    h('p', { class: 'hint' }, words.practiceIntro),
    tabs.element,
    area,
    problems,
    h(
      'div',
      { class: 'row' },
      button(words.save, () => void save(), { appearance: 'primary', class: 'save' }),
    ),
    h(
      'div',
      { class: 'row' },
      button(words.importYaml, () => file.click(), { class: 'import' }),
      button(words.exportYaml, download, { class: 'export' }),
      button(words.copyYaml, () => door.copy(yaml), { appearance: 'subtle' }),
      file,
    ),
  );
  const editor = {
    element,
    refresh() {
      // What is being written here is not thrown away.
      if (yaml !== loaded) return;
      loaded = yaml = door.load();
      show(isForm);
    },
  };
  show(true);
  return editor;

  function show(wantsForm: boolean): void {
    const form = wantsForm ? formOf(yaml) : undefined;
    isForm = form !== undefined;
    if (wantsForm && !form) door.say(words.formNeedsYaml);
    tabs.show(isForm ? views.form : views.yaml);
    area.replaceChildren(form ? formView(form) : yamlView());
    check();
  }

  function yamlView(): HTMLElement {
    const box = h('textarea', {
      class: 'input code',
      rows: 16,
      spellcheck: 'false',
      autocapitalize: 'off',
      maxlength: 200_000,
      'data-field': 'yaml',
    });
    box.value = yaml;
    box.addEventListener('input', () => {
      yaml = box.value;
      check();
    });
    return h('label', { class: 'field' }, h('span', { class: 'label' }, words.yamlLabel), box);
  }

  function formView(start: ProfileForm): HTMLElement {
    let form = start;
    const change = (part: Partial<ProfileForm>) => {
      form = { ...form, ...part };
      yaml = withForm(yaml, form);
      check();
    };
    const name = h('input', {
      class: 'input',
      type: 'text',
      value: form.name,
      'data-field': 'name',
    });
    name.addEventListener('input', () => change({ name: name.value.trim() }));
    const lists = listNames.map((list) => {
      const { label, hint } = words.fields[list];
      const box = h('textarea', {
        class: 'input',
        rows: Math.min(6, Math.max(2, form.lists[list].length + 1)),
        'data-field': list,
        'aria-describedby': `hint-${list}`,
      });
      box.value = form.lists[list].join('\n');
      box.addEventListener('input', () =>
        change({ lists: { ...form.lists, [list]: linesOf(box.value) } }),
      );
      return h(
        'label',
        { class: 'field' },
        h('span', { class: 'label' }, label),
        box,
        h('span', { class: 'hint', id: `hint-${list}` }, hint),
      );
    });
    const strict = select(
      words.strictnessLabel,
      [
        ['', words.strictnesses.strict],
        ['standard', words.strictnesses.standard],
        ['lenient', words.strictnesses.lenient],
      ],
      form.strictness === 'strict' ? '' : form.strictness,
      (strictness) => change({ strictness }),
    );
    const checks = Object.entries(words.jurisdictions).map(([id, label]) => {
      const box = h('input', {
        type: 'checkbox',
        checked: form.jurisdiction.includes(id),
        'data-field': id,
      });
      box.addEventListener('change', () =>
        change({
          jurisdiction: box.checked
            ? [...form.jurisdiction, id]
            : form.jurisdiction.filter((one) => one !== id),
        }),
      );
      return h('label', { class: 'check' }, box, label);
    });
    return h(
      'div',
      {},
      h('label', { class: 'field' }, h('span', { class: 'label' }, words.fields.name.label), name),
      ...lists,
      strict.field,
      h(
        'fieldset',
        { class: 'checks' },
        h('legend', { class: 'label' }, words.jurisdictionLabel),
        ...checks,
      ),
    );
  }

  function check(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void door.problems(yaml).then(list, () => undefined), 300);
  }

  function list(found: readonly ProfileProblem[]): void {
    const rows = found.map(({ line, message, severity }) =>
      h('li', { class: severity }, h('strong', {}, `${words.lineWord(line)}: `), message),
    );
    problems.replaceChildren();
    if (rows.length > 0)
      problems.append(
        h('p', { class: 'label' }, words.problemsFound(rows.length)),
        h('ul', {}, ...rows),
      );
    else if (yaml.trim() !== '') problems.append(h('p', { class: 'fine' }, words.profileFine));
  }

  async function save(): Promise<void> {
    loaded = yaml;
    const said = await door.save(yaml).catch(() => words.notSaved);
    const wrong = (await door.problems(yaml).catch(() => [])).length;
    door.say(wrong === 0 ? said : `${said} ${words.problemsFound(wrong)}.`);
  }

  async function read(): Promise<void> {
    const [chosen] = file.files ?? [];
    file.value = '';
    if (!chosen) return;
    if (chosen.size > 200_000) {
      door.say(words.tooLarge);
      return;
    }
    yaml = await chosen.text();
    show(isForm);
    door.say(words.imported);
  }

  function download(): void {
    const url = URL.createObjectURL(new Blob([yaml], { type: 'text/yaml' }));
    const link = h('a', { href: url, download: 'chaperone.yaml' });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
}

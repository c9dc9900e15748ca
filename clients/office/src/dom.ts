type Child = Node | string | undefined | false;
type Props = Readonly<
  Record<string, string | number | boolean | undefined | ((event: never) => void)>
>;

/** Makes an element. `on…` are listeners, booleans are attributes that are there or not, text goes in as text. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props?: Props,
  ...children: Child[]
): HTMLElementTagNameMap[K];
export function h(tag: string, props?: Props, ...children: Child[]): HTMLElement;
export function h(tag: string, props: Props = {}, ...children: Child[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === false) continue;
    if (typeof value === 'function')
      element.addEventListener(name.slice(2), value as EventListener);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children) if (child !== undefined && child !== false) element.append(child);
  return element;
}

/** A Fluent button. */
export function button(label: string, press: () => void, props: Props = {}): HTMLElement {
  return h('fluent-button', { type: 'button', size: 'small', onclick: press, ...props }, label);
}

/** A labelled native select, which is what works best in a narrow pane and with every screen reader. */
export function select(
  label: string,
  options: readonly (readonly [string, string])[],
  value: string,
  change: (value: string) => void,
): { field: HTMLElement; set(value: string): void } {
  const box = h('select', { class: 'select' });
  for (const [name, text] of options) box.append(h('option', { value: name }, text));
  box.value = value;
  box.addEventListener('change', () => change(box.value));
  return {
    field: h('label', { class: 'field' }, h('span', { class: 'label' }, label), box),
    set(next) {
      box.value = next;
    },
  };
}

/** Fluent's tabs, by id and label. `choose` hears of every tab that comes to the front, by mouse, by key or by `show`. */
export function tabList(
  label: string,
  tabs: readonly (readonly [id: string, label: string, props?: Props])[],
  choose: (id: string) => void,
  props: Props = {},
): { element: HTMLElement; show(id: string): void } {
  let current = tabs[0]?.[0] ?? '';
  const element = h(
    'fluent-tablist',
    { activeid: current, 'aria-label': label, ...props },
    ...tabs.map(([id, text, own = {}]) =>
      h('fluent-tab', { id, onclick: () => element.setAttribute('activeid', id), ...own }, text),
    ),
  );
  element.addEventListener('change', (event) => {
    // The attribute still names the tab before; the event carries the one that came to the front.
    const { id } = (event as CustomEvent<HTMLElement>).detail;
    if (id === current) return;
    current = id;
    choose(id);
  });
  return { element, show: (id) => element.setAttribute('activeid', id) };
}

/** Says something to a screen reader, politely, and shows it for a moment where the eye is. */
export function announcer(region: HTMLElement): (message: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (message) => {
    // The same words twice would not be read again.
    region.textContent = region.textContent === message ? `${message}\u00a0` : message;
    clearTimeout(timer);
    timer = setTimeout(() => region.replaceChildren(), 8000);
  };
}

/** Puts text on the clipboard; false where that is not allowed. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyOldWay(text);
  }
}

/** Panes in a frame often lack the permission for the newer way. */
function copyOldWay(text: string): boolean {
  const box = h('textarea', { class: 'off-screen', 'aria-hidden': 'true' });
  const focused = document.activeElement;
  box.value = text;
  document.body.append(box);
  box.select();
  const done = document.execCommand('copy');
  box.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return done;
}

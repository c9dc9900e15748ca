import { StateEffect, StateField } from '@codemirror/state';
import { type EditorView, showTooltip, type Tooltip } from '@codemirror/view';

export interface Choice {
  readonly title: string;
  readonly detail?: string;
  run(): void;
}

interface Menu {
  readonly at: number;
  readonly label: string;
  readonly choices: readonly Choice[];
}

const setMenu = StateEffect.define<Menu | null>();

/** A menu at the cursor: arrows choose, Enter takes, Escape goes back to the text. */
export const menu = StateField.define<Menu | null>({
  create: () => null,
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(setMenu)) return effect.value;
    return transaction.docChanged ? null : value;
  },
  provide: (field) => showTooltip.from(field, (value) => value && tooltip(value)),
});

export function openMenu(view: EditorView, label: string, choices: readonly Choice[]): void {
  view.dispatch({
    effects: setMenu.of({ at: view.state.selection.main.head, label, choices }),
    scrollIntoView: true,
  });
  requestAnimationFrame(() => view.dom.querySelector<HTMLElement>('[role=menuitem]')?.focus());
}

function close(view: EditorView): void {
  view.dispatch({ effects: setMenu.of(null) });
  view.focus();
}

function tooltip({ at, label, choices }: Menu): Tooltip {
  return {
    pos: at,
    above: false,
    create(view) {
      const dom = document.createElement('div');
      dom.className = 'chaperone-menu';
      dom.setAttribute('role', 'menu');
      dom.setAttribute('aria-label', label);
      for (const choice of choices) dom.append(item(choice, view));
      dom.addEventListener('keydown', (event) => onKey(event, dom, view));
      dom.addEventListener('focusout', (event) => {
        if (event.relatedTarget instanceof Node && !dom.contains(event.relatedTarget))
          view.dispatch({ effects: setMenu.of(null) });
      });
      return { dom };
    },
  };
}

function item(choice: Choice, view: EditorView): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('role', 'menuitem');
  button.tabIndex = -1;
  button.append(choice.title);
  if (choice.detail !== undefined) {
    const detail = document.createElement('small');
    detail.textContent = choice.detail;
    button.append(detail);
  }
  button.addEventListener('click', () => {
    close(view);
    choice.run();
  });
  return button;
}

function onKey(event: KeyboardEvent, dom: HTMLElement, view: EditorView): void {
  const items = [...dom.querySelectorAll<HTMLElement>('[role=menuitem]')];
  const index = items.findIndex((one) => one.matches(':focus'));
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1 + items.length,
    Home: 0,
    End: items.length - 1,
  };
  const step = steps[event.key];
  if (event.key === 'Escape' || event.key === 'Tab') close(view);
  else if (step === undefined) return;
  else items[step % items.length]?.focus();
  event.preventDefault();
  event.stopPropagation();
}

import { button, h } from './dom.js';
import type { Found, FoundFix } from './found.js';
import { markdownView } from './markdown.js';
import { previewOf, quoteOf } from './quote.js';
import type { ProfileChange } from './reports.js';
import * as words from './strings.js';

/** What a card may ask for. */
export interface CardActions {
  open(found: Found): void;
  fix(found: Found, fix: FoundFix): void;
  copy(text: string): void;
  reveal(found: Found): void;
  why(found: Found): Promise<string | undefined>;
  ignore(found: Found, reason: string): void;
  /** Changes the practice profile, so that such a finding does not come again. */
  change(found: Found, change: ProfileChange): void;
}

/** One finding. Closed it is a button with the message; open it offers the ways out. */
export function findingCard(
  found: Found,
  isOpen: boolean,
  canGoThere: boolean,
  act: CardActions,
): HTMLElement {
  const head = h(
    'button',
    {
      type: 'button',
      class: 'card-head',
      'aria-expanded': isOpen ? 'true' : 'false',
      'data-focus': found.id,
      onclick: () => act.open(found),
    },
    h(
      'span',
      { class: `severity ${found.severity}` },
      icon(found.severity),
      h('span', {}, words.severities[found.severity]),
      placeOf(found),
    ),
    h('span', { class: 'message' }, found.message),
    quoteView(found),
  );
  const card = h('li', { class: `card ${found.severity}`, 'data-id': found.id }, head);
  if (isOpen) card.append(body(found, canGoThere, act));
  return card;
}

function body(found: Found, canGoThere: boolean, act: CardActions): HTMLElement {
  const tools = h(
    'div',
    { class: 'tools' },
    canGoThere &&
      button(words.goTo, () => act.reveal(found), {
        appearance: 'subtle',
        'data-focus': `${found.id}/show`,
      }),
    // A native one: Fluent's button tells assistive technology its role, but not what may stand on it.
    h(
      'button',
      {
        type: 'button',
        'aria-expanded': 'false',
        class: 'why plain-button',
        'data-focus': `${found.id}/why`,
        onclick: () => void explain(),
      },
      words.whyButton,
    ),
    button(words.ignore, () => askReason(), {
      appearance: 'subtle',
      class: 'ignore',
      'data-focus': `${found.id}/ignore`,
    }),
  );
  const below = h('div', { class: 'below' });
  const main = found.fixes.filter((fix) => !fix.whole);
  const whole = found.fixes.filter((fix) => fix.whole);
  return h(
    'div',
    { class: 'card-body' },
    found.fixes.length === 0 && h('p', { class: 'hint' }, words.noRewrite),
    h('div', { class: 'rewrites' }, ...main.map((fix, at) => rewrite(found, fix, at, act))),
    whole.length > 0 &&
      h(
        'details',
        { class: 'whole' },
        h('summary', {}, words.wholeReplies),
        ...whole.map((fix) => rewrite(found, fix, -1, act)),
      ),
    tools,
    below,
  );

  async function explain(): Promise<void> {
    const toggle = tools.querySelector('.why');
    const wasOpen = toggle?.getAttribute('aria-expanded') === 'true';
    toggle?.setAttribute('aria-expanded', wasOpen ? 'false' : 'true');
    if (wasOpen) {
      below.replaceChildren();
      return;
    }
    const markdown = await act.why(found);
    const law = found.law.map(({ cite, url }) =>
      h('li', {}, h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, cite)),
    );
    below.replaceChildren(markdown ? markdownView(markdown) : h('ul', { class: 'law' }, ...law));
  }

  function askReason(): void {
    const input = h('input', {
      class: 'input',
      type: 'text',
      maxlength: 200,
      'aria-describedby': 'ignore-hint',
    });
    const problem = h('p', { class: 'problem', role: 'alert' });
    const send = () => {
      if (input.value.trim() === '') problem.textContent = words.ignoreNeedsReason;
      else act.ignore(found, input.value.trim());
      if (problem.textContent !== '') input.focus();
    };
    const form = h(
      'form',
      { class: 'reason', onsubmit: (event: SubmitEvent) => event.preventDefault() },
      h('label', { class: 'field' }, h('span', { class: 'label' }, words.ignoreReason), input),
      h('p', { class: 'hint', id: 'ignore-hint' }, words.ignoreHint),
      problem,
      h(
        'div',
        { class: 'row' },
        button(words.ignoreDo, send, { appearance: 'primary' }),
        button(words.cancel, () => close(), {}),
      ),
      ...forGood(found, act),
    );
    const close = () => {
      below.replaceChildren();
      tools.querySelector<HTMLElement>('.ignore')?.focus();
    };
    form.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.key === 'Escape') close();
      if (event.key === 'Enter' && event.target === input) send();
    });
    below.replaceChildren(form);
    input.focus();
  }
}

/** The ways to say it once and for all, in the practice profile. */
function forGood(found: Found, act: CardActions): HTMLElement[] {
  const buttons = found.changes.flatMap((change) => {
    const label =
      'rule' in change
        ? words.onlyWorthALook
        : words.ours[change.list as keyof typeof words.ours]?.(change.value);
    return label ? [button(label, () => act.change(found, change), { class: 'for-good' })] : [];
  });
  return buttons.length === 0
    ? []
    : [h('p', { class: 'hint' }, words.forGood), h('div', { class: 'row' }, ...buttons)];
}

function rewrite(found: Found, fix: FoundFix, at: number, act: CardActions): HTMLElement {
  const preview = previewOf(fix);
  const isRemoval = preview === '';
  return h(
    'div',
    { class: 'rewrite' },
    h(
      'button',
      {
        type: 'button',
        class: `rewrite-button${at === 0 ? ' first' : ''}`,
        'data-focus': `${found.id}/fix/${at}`,
        'data-rewrite': at,
        onclick: () => act.fix(found, fix),
      },
      h('span', { class: 'rewrite-title' }, fix.title),
      h(
        'span',
        { class: isRemoval ? 'rewrite-words none' : 'rewrite-words' },
        isRemoval ? words.wouldGo : preview,
      ),
    ),
    !isRemoval &&
      button(words.copyRewrite, () => act.copy(preview), {
        appearance: 'subtle',
        'aria-label': `${words.copyRewrite}: ${preview}`,
      }),
  );
}

function quoteView(found: Found): HTMLElement {
  const quote = quoteOf(found);
  return h('span', { class: 'quote' }, quote.before, h('mark', {}, quote.words), quote.after);
}

function placeOf(found: Found): HTMLElement | undefined {
  const place = words.places[found.paragraph.place];
  return place === '' ? undefined : h('span', { class: 'place' }, place);
}

/** A shape per severity, since color alone says nothing to many people. */
export function icon(severity: Found['severity']): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [name, value] of Object.entries({
    viewBox: '0 0 16 16',
    class: 'icon',
    'aria-hidden': 'true',
  }))
    svg.setAttribute(name, value);
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('fill-rule', 'evenodd');
  path.setAttribute('d', shapes[severity]);
  svg.append(path);
  return svg;
}

const shapes = {
  error: 'M5 1h6l4 4v6l-4 4H5l-4-4V5zM7.1 4v5h1.8V4zm0 6.2V12h1.8v-1.8z',
  warning: 'M8 1.2 15.6 15H.4zM7.1 6v4.6h1.8V6zm0 5.6v1.7h1.8v-1.7z',
  info: 'M8 .8a7.2 7.2 0 1 1 0 14.4A7.2 7.2 0 0 1 8 .8zM7.1 7v5h1.8V7zm0-3v1.8h1.8V4z',
  hint: 'M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2zm0 1.8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z',
} as const;

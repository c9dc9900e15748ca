import { findingData, severityName, severityNames } from '@chaperone/client';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { messageOf, type Placed } from './language-client.js';

export interface ListEvents {
  /** The quoted words of a finding. */
  words(placed: Placed): string;
  actions(placed: Placed): Promise<readonly CodeAction[]>;
  go(placed: Placed): void;
  apply(action: CodeAction): Promise<void>;
}

/** At most this many cards are drawn; the rest is counted. */
const mostCards = 60;

export interface FindingList {
  show(placed: readonly Placed[]): void;
  /** Puts the keyboard on the card now at this place, or the last one. */
  focus(index: number): boolean;
}

export function createFindingList(list: HTMLElement, events: ListEvents): FindingList {
  let generation = 0;
  list.addEventListener('keydown', (event) => step(event, list));
  return {
    show(placed) {
      generation += 1;
      const current = generation;
      const focused = focusedCard(list);
      list.replaceChildren(
        ...placed.slice(0, mostCards).map((one) => card(one, events, () => current === generation)),
      );
      if (placed.length > mostCards) list.append(rest(placed.length - mostCards));
      if (focused >= 0) heads(list)[Math.min(focused, placed.length - 1)]?.focus();
    },
    focus(index) {
      const all = heads(list);
      const head = all[Math.min(index, all.length - 1)];
      head?.focus();
      return head !== undefined;
    },
  };
}

function card(placed: Placed, events: ListEvents, isCurrent: () => boolean): HTMLElement {
  const { diagnostic } = placed;
  const severity = severityName(diagnostic.severity);
  const finding = findingData(diagnostic);
  const item = element('li', `card ${severity}`);
  const head = element('button', 'head');
  head.setAttribute('type', 'button');
  head.setAttribute('title', 'Show in the text');
  const quote = events.words(placed);
  head.append(element('span', 'kind', finding ? severityNames[severity] : 'Note'));
  if (quote !== '') head.append(element('q', 'words', quote));
  head.append(element('span', 'message', messageOf(diagnostic)));
  head.addEventListener('click', () => events.go(placed));
  const fixes = element('div', 'fixes');
  item.append(head, fixes);
  if (finding) item.append(footer(finding.law, diagnostic.codeDescription?.href, finding.rule));
  void events.actions(placed).then((actions) => {
    if (isCurrent()) fixes.replaceChildren(...buttons(actions, events));
  });
  return item;
}

/** Ways out shown at once; the others are one click away. */
const openFixes = 2;

function buttons(actions: readonly CodeAction[], events: ListEvents): HTMLElement[] {
  const rewrites = actions.filter((action) => !isIgnore(action));
  const others = rewrites.slice(openFixes);
  const ignores = actions.filter(isIgnore);
  return [
    ...rewrites
      .slice(0, openFixes)
      .map((action) => fixButton(action, events, action.isPreferred ? 'fix best' : 'fix')),
    ...more('More ways', others, events),
    ...more('Leave it as it is', ignores, events),
  ];
}

function more(title: string, actions: readonly CodeAction[], events: ListEvents): HTMLElement[] {
  if (actions.length === 0) return [];
  const details = element('details', 'more');
  const plain = actions.map((action) => fixButton(action, events, 'fix plain'));
  details.append(element('summary', '', title), ...plain);
  return [details];
}

function isIgnore(action: CodeAction): boolean {
  return action.title.startsWith('Ignore');
}

function fixButton(action: CodeAction, events: ListEvents, className: string): HTMLElement {
  const button = element('button', className, action.title);
  button.setAttribute('type', 'button');
  button.addEventListener('click', () => void events.apply(action));
  return button;
}

function footer(
  law: readonly { cite: string; url: string }[],
  href: string | undefined,
  rule: string,
): HTMLElement {
  const line = element('p', 'law');
  const links = law.slice(0, 3).map(({ cite, url }) => link(url, cite));
  if (href !== undefined) links.push(link(href, `About ${rule}`));
  for (const [index, one] of links.entries()) line.append(...(index > 0 ? [' · '] : []), one);
  return line;
}

function link(href: string, text: string): HTMLElement {
  const anchor = element('a', '', text);
  anchor.setAttribute('href', href);
  anchor.setAttribute('target', '_blank');
  anchor.setAttribute('rel', 'noopener noreferrer');
  return anchor;
}

function rest(count: number): HTMLElement {
  return element('li', 'rest', `… and ${count} more. They appear as the first ones are settled.`);
}

function step(event: KeyboardEvent, list: HTMLElement): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined) return;
  const all = heads(list);
  const next = all[Math.max(0, Math.min(all.length - 1, focusedCard(list) + by))];
  next?.focus();
  event.preventDefault();
}

function heads(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('.head')];
}

/** The number of the card that holds the keyboard; -1 for none. */
function focusedCard(list: HTMLElement): number {
  return [...list.children].findIndex((item) => item.contains(document.activeElement));
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  if (text !== '') made.textContent = text;
  return made;
}

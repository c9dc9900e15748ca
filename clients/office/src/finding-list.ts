import { button, h } from './dom.js';
import { type CardActions, findingCard } from './finding-card.js';
import type { Found } from './found.js';
import * as words from './strings.js';

/** More cards than this are shown on request only. */
const page = 100;

/** The list of findings: one open at a time, one tab stop per card head, arrows to move. */
export interface FindingList {
  readonly element: HTMLElement;
  show(found: readonly Found[]): void;
  /** Opens a card; with `focus`, moves the keyboard there. */
  open(id: string | undefined, focus: boolean): void;
  /** Shows which card is meant, and leaves the open one and the keyboard alone. */
  point(id: string): void;
  /** Opens the next or previous card and moves the keyboard there. */
  step(by: 1 | -1): Found | undefined;
  readonly current: Found | undefined;
}

export function findingList(canGoThere: () => boolean, act: CardActions): FindingList {
  const element = h('ul', { class: 'findings', 'aria-label': words.tabFindings });
  const moreRow = h('div', { class: 'more-row' });
  const wrap = h('div', {}, element, moreRow);
  let found: readonly Found[] = [];
  let openId: string | undefined;
  let limit = page;
  const cards = new Map<string, { signature: string; card: HTMLElement }>();

  const list: FindingList = {
    element: wrap,
    show(next) {
      const at = found.findIndex((one) => one.id === openId);
      found = next;
      if (openId !== undefined && !found.some((one) => one.id === openId)) {
        // The open finding is gone: the one that took its place is opened, and the keyboard stays in the list.
        const hadFocus = element.contains(document.activeElement);
        openId = found[Math.min(Math.max(at, 0), found.length - 1)]?.id;
        draw();
        if (hadFocus) head(openId)?.focus();
        return;
      }
      draw();
    },
    open(id, focus) {
      openId = id;
      const at = found.findIndex((one) => one.id === id);
      if (at >= limit) limit = at + page;
      draw();
      element.querySelector('.pointed')?.classList.remove('pointed');
      const top = head(id);
      if (focus) top?.focus({ preventScroll: true });
      // As much of the card as fits, and its head in any case.
      top?.closest('.card')?.scrollIntoView({ block: 'nearest' });
      top?.scrollIntoView({ block: 'nearest' });
    },
    point(id) {
      for (const card of element.children)
        card.classList.toggle('pointed', card.getAttribute('data-id') === id);
      // Whoever works in the pane is not to lose the place.
      if (!element.contains(document.activeElement))
        element.querySelector('.pointed')?.scrollIntoView({ block: 'nearest' });
    },
    step(by) {
      if (found.length === 0) return undefined;
      const at = found.findIndex((one) => one.id === openId);
      const next =
        found[
          at === -1 ? (by === 1 ? 0 : found.length - 1) : (at + by + found.length) % found.length
        ];
      list.open(next?.id, true);
      return next;
    },
    get current() {
      return found.find((one) => one.id === openId);
    },
  };
  element.addEventListener('keydown', move);
  return list;

  function draw(): void {
    const focused = document.activeElement?.getAttribute('data-focus');
    const shown = found.slice(0, limit);
    const keep = new Set(shown.map((one) => one.id));
    for (const id of cards.keys()) if (!keep.has(id)) cards.delete(id);
    const next = shown.map((one) => {
      const signature = JSON.stringify([one, one.id === openId, canGoThere()]);
      const known = cards.get(one.id);
      if (known?.signature === signature) return known.card;
      const card = findingCard(one, one.id === openId, canGoThere(), act);
      cards.set(one.id, { signature, card });
      return card;
    });
    if (
      next.length !== element.children.length ||
      next.some((card, at) => element.children[at] !== card)
    )
      element.replaceChildren(...next);
    roving();
    const left = found.length - shown.length;
    moreRow.replaceChildren();
    if (left > 0) moreRow.append(button(words.moreFindings(left), showMore));
    // A card that was made anew must not cost the reader the place.
    if (focused && document.activeElement?.getAttribute('data-focus') !== focused) {
      element.querySelector<HTMLElement>(`[data-focus="${CSS.escape(focused)}"]`)?.focus();
    }
  }

  function showMore(): void {
    limit += page;
    draw();
  }

  /** One card head is in the tab order: the open one, else the first. */
  function roving(): void {
    const heads = [...element.querySelectorAll<HTMLElement>('.card-head')];
    const stop = head(openId) ?? heads[0];
    for (const one of heads) one.tabIndex = one === stop ? 0 : -1;
  }

  function head(id: string | undefined): HTMLElement | null {
    return id === undefined
      ? null
      : element.querySelector<HTMLElement>(`.card-head[data-focus="${CSS.escape(id)}"]`);
  }

  function move(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    if (target.closest('.reason') || event.ctrlKey || event.metaKey || event.altKey) return;
    const current = list.current;
    const onHead = target.classList.contains('card-head');
    if (onHead && (event.key === 'ArrowDown' || event.key === 'ArrowUp'))
      list.step(event.key === 'ArrowDown' ? 1 : -1);
    else if (onHead && event.key === 'Home') list.open(found[0]?.id, true);
    else if (onHead && event.key === 'End') list.open(found.at(-1)?.id, true);
    else if (event.key === 'Escape' && !onHead) head(openId)?.focus();
    else if (/^[1-9]$/.test(event.key) && current) rewriteAt(current, Number(event.key) - 1);
    else if (event.key === 'Delete' && current)
      element.querySelector<HTMLElement>('.card-body .ignore')?.click();
    else if (event.key.toLowerCase() === 's' && current && canGoThere()) act.reveal(current);
    else return;
    event.preventDefault();
  }

  function rewriteAt(current: Found, at: number): void {
    const fix = current.fixes.filter((one) => !one.whole)[at];
    if (fix) act.fix(current, fix);
  }
}

/** What keys do anywhere in the pane. */
export interface KeyActions {
  step(by: 1 | -1): void;
  undo(): void;
  checkNow(): void;
  toList(): void;
}

/** Listens for the pane's keys; those of the list itself are the list's. Returns how to stop. */
export function paneKeys(panel: HTMLElement, act: KeyActions): () => void {
  const listen = (event: KeyboardEvent) => {
    if (panel.hidden) return;
    const isTyping =
      event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (event.key === 'F8') act.step(event.shiftKey ? -1 : 1);
    else if (event.key === 'F9') act.checkNow();
    else if (
      (event.ctrlKey || event.metaKey) &&
      event.key.toLowerCase() === 'z' &&
      !event.shiftKey &&
      !isTyping
    )
      act.undo();
    else if (event.key === 'Escape' && !isTyping && !event.defaultPrevented) act.toList();
    else return;
    event.preventDefault();
  };
  document.addEventListener('keydown', listen);
  return () => document.removeEventListener('keydown', listen);
}

/** Calls back once, when the pane is used for the first time. Returns how to stop waiting. */
export function onFirstUse(act: () => void): () => void {
  const waiting = new AbortController();
  const used = () => {
    waiting.abort();
    act();
  };
  for (const kind of ['pointerdown', 'keydown'])
    document.addEventListener(kind, used, { signal: waiting.signal });
  return () => waiting.abort();
}

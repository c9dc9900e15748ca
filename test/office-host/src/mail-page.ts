import { address, type MailDraft, type SendAnswer } from './mail.js';

/** What the page around the draft does. */
export interface MailSurroundings {
  /** The page that Outlook loads for a send check, and keeps out of sight. */
  readonly sendPage: string;
  openPane(): void;
}

/** Shows a simulated draft in the page: fields and a body that can be typed in, notes, and the send check's dialog. */
export function showMail(draft: MailDraft, root: HTMLElement, around: MailSurroundings): void {
  const make = <K extends keyof HTMLElementTagNameMap>(
    tag: K,
    props: Partial<HTMLElementTagNameMap[K]> = {},
    ...children: (Node | string)[]
  ): HTMLElementTagNameMap[K] => {
    const element = Object.assign(window.document.createElement(tag), props);
    element.append(...children);
    return element;
  };
  const fieldNames =
    draft.kind === 'appointment' ? (['To', 'Cc'] as const) : (['To', 'Cc', 'Bcc'] as const);
  const fields = new Map(fieldNames.map((name) => [name, make('input', { id: `mail-${name}` })]));
  const subject = make('input', { id: 'mail-subject' });
  const body =
    draft.type === 'html'
      ? make('div', { id: 'mail-body', contentEditable: 'true' })
      : make('textarea', { id: 'mail-body', rows: 16 });
  body.spellcheck = false;
  const notes = make('div', { id: 'mail-notes' });
  const send = make('button', { id: 'mail-send', type: 'button', textContent: 'Send' });
  const sent = make('p', { id: 'mail-sent' });
  const row = (label: string, field: HTMLElement) =>
    make('label', {}, make('span', {}, label), field);
  root.replaceChildren(
    make(
      'div',
      { className: 'mail' },
      make('div', { className: 'mail-top' }, send, sent),
      notes,
      ...[...fields].map(([name, field]) => row(labelOf(name), field)),
      row('Subject', subject),
      body,
    ),
  );
  let last: Range | undefined;

  for (const [name, field] of fields)
    field.addEventListener('change', () => {
      draft.fields[name] = field.value
        .split(';')
        .map((one) => one.trim())
        .filter((one) => one !== '')
        .map((one) => {
          const named = /^(.*)<(.+)>$/.exec(one);
          return named ? address(named[2]!.trim(), named[1]!.trim()) : address(one);
        });
      draft.fire('olkRecipientsChanged');
    });
  subject.addEventListener('input', () => {
    draft.subject = subject.value;
  });
  body.addEventListener('input', () => {
    draft.body =
      body instanceof HTMLTextAreaElement ? body.value.replace(/\n/g, '\r\n') : body.innerHTML;
  });
  window.document.addEventListener('selectionchange', () => {
    const selection = window.getSelection();
    if (!selection?.anchorNode || !body.contains(selection.anchorNode)) return;
    last = selection.rangeCount > 0 ? selection.getRangeAt(0).cloneRange() : undefined;
    draft.selection = { text: selection.toString(), property: 'body' };
  });
  draft.replaceSelection = (text) => {
    const selection = window.getSelection();
    body.focus();
    if (last) {
      selection?.removeAllRanges();
      selection?.addRange(last);
    }
    window.document.execCommand('insertText', false, text);
  };
  draft.onPaint = paint;
  send.addEventListener('click', () => void check());
  paint();

  function labelOf(name: string): string {
    if (draft.kind !== 'appointment') return name;
    return name === 'To' ? 'Required' : 'Optional';
  }

  function paint(): void {
    for (const [name, field] of fields)
      field.value = draft.fields[name]
        .map((one) =>
          one.displayName === one.emailAddress
            ? one.emailAddress
            : `${one.displayName} <${one.emailAddress}>`,
        )
        .join('; ');
    subject.value = draft.subject;
    if (body instanceof HTMLTextAreaElement) {
      if (body.value !== draft.body.replaceAll('\r\n', '\n')) body.value = draft.body;
    } else if (body.innerHTML !== draft.body) body.innerHTML = draft.body;
    notes.replaceChildren(
      ...[...draft.notifications.values()].map((one) => make('p', {}, one.message)),
    );
  }

  /** As Outlook on the web does it: the add-in's page in a hidden frame, then its handler by name. */
  async function check(): Promise<void> {
    sent.textContent = '';
    draft.actions.clear();
    const frame = make('iframe', { src: around.sendPage, hidden: true, title: 'Send check' });
    window.document.body.append(frame);
    const began = performance.now();
    const answer = await new Promise<SendAnswer>((resolve) => {
      frame.addEventListener('load', () => {
        const handler = draft.actions.get('chaperoneOnSend');
        if (handler) handler({ completed: resolve });
        else resolve({ allowEvent: true });
      });
    });
    frame.remove();
    draft.lastSend = { ...answer, took: performance.now() - began };
    if (answer.allowEvent) done();
    else ask(answer);
  }

  function done(): void {
    sent.textContent = 'Sent.';
  }

  function ask(answer: SendAnswer): void {
    const dialog = window.document.getElementById('alert') as HTMLDialogElement;
    const choose = (label: string, act: () => void) => {
      const button = make('button', { type: 'button', textContent: label });
      button.addEventListener('click', () => {
        dialog.close();
        act();
      });
      return button;
    };
    dialog.replaceChildren(
      make('strong', {}, 'Chaperone with send check'),
      make('p', {}, answer.errorMessage ?? ''),
      ...(answer.commandId
        ? [
            choose(answer.cancelLabel ?? 'Take Action', () => {
              draft.initialization = answer.contextData ?? '';
              around.openPane();
            }),
          ]
        : [choose("Don't Send", () => undefined)]),
      choose('Send Anyway', done),
    );
    dialog.showModal();
  }
}

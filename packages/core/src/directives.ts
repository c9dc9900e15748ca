import type { Authorization } from './authorization.js';
import { type Channel, channels } from './channel.js';
import { channelOf } from './channel-names.js';
import { nearest } from './nearest.js';
import type { Comment, MetaEntry, Notice } from './passage.js';
import type { Span } from './span.js';

/** A word to Chaperone in a comment of the document or in its front matter. Authorizations are 45 CFR 164.508 by reference. */
export type Directive = Placed &
  (
    | { readonly kind: 'channel'; readonly channel: Channel; readonly span: Span }
    | { readonly kind: 'authorized'; readonly authorization: Authorization; readonly span: Span }
    | {
        readonly kind: 'ignore';
        readonly rule: string;
        readonly reason: string;
        readonly author?: string;
        readonly span: Span;
      }
    | { readonly kind: 'synthetic' | 'templates' | 'end'; readonly span: Span }
  );

interface Placed {
  /**
   * From this offset to the comment there are only marks that close something. Words on the comment's line that end
   * no earlier are what it stands behind, and what it speaks of.
   */
  readonly trails?: number;
}

const scopes = ['name', 'photo', 'quote'] as const;

/** Reads the directives of a document, and says what is wrong with those that cannot be read. Never throws. */
export function readDirectives(
  document: { readonly comments: readonly Comment[]; readonly meta: readonly MetaEntry[] },
  source = '',
): { directives: readonly Directive[]; notices: readonly Notice[] } {
  const directives: Directive[] = [];
  const notices: Notice[] = [];
  for (const comment of document.comments) read(comment, directives, notices);
  for (const entry of document.meta) {
    if (
      entry.key === 'channel' ||
      entry.key === 'chaperone.channel' ||
      (entry.key === 'type' && channelOf(entry.value))
    ) {
      const channel = channelOf(entry.value);
      if (channel) directives.push({ kind: 'channel', channel, span: entry.span });
      else
        notices.push({
          message: `"${entry.value}" is not a channel. The channels are ${channels.join(', ')}.`,
          span: entry.span,
        });
    } else if (isSlip(entry)) {
      notices.push({
        message: `"${entry.key}" is not a key that Chaperone knows. Did you mean "channel"?`,
        span: entry.span,
      });
    } else if (entry.key === 'chaperone')
      read({ text: `chaperone: ${entry.value}`, span: entry.span }, directives, notices);
    else if (
      entry.key.startsWith('chaperone.') &&
      !/^chaperone\.(?:id|channels|expires|scope|reason|rule|ignore)$/.test(entry.key)
    ) {
      notices.push({
        message: `Chaperone does not know the key "${entry.key.slice(10)}". It knows channel, authorized, ignore, synthetic and templates.`,
        span: entry.span,
      });
    }
  }
  return {
    directives: directives.map((directive) => ({
      ...directive,
      trails: closersBefore(source, directive.span.start),
    })),
    notices,
  };
}

/**
 * What a directive speaks of: the block it stands in, else the next block, or every block up to the `chaperone: end` that
 * follows it. `blocks` are extents in document offsets, in order. Undefined where it speaks of nothing.
 */
export function reachOf(
  directive: Directive,
  all: readonly Directive[],
  blocks: readonly Span[],
): Reach | undefined {
  const { start, end } = directive.span;
  const last = all.find((other) => other.kind === 'end' && other.span.start >= end);
  if (last) return { start, end: last.span.end, ended: true };
  const before = blocks.filter((other) => other.end <= start).at(-1);
  const trailed =
    before && directive.trails !== undefined && before.end >= directive.trails ? before : undefined;
  const target =
    blocks.find((other) => other.start <= start && end <= other.end) ??
    trailed ??
    blocks.find((other) => other.start >= end);
  return (
    target && { start: target.start, end: Math.max(target.end, target.start + 1), ended: false }
  );
}

/** What a directive speaks of, in document offsets. */
export interface Reach extends Span {
  /** True where `chaperone: end` ends it: then every block that it touches counts, else those that begin in it. */
  readonly ended: boolean;
}

/** True when a block at `here` is one that a directive with this reach speaks of. */
export function covers(reach: Reach | undefined, here: Span): boolean {
  if (reach === undefined || here.start >= reach.end) return false;
  return reach.ended ? here.end > reach.start : here.start >= reach.start;
}

/** Where the marks begin that stand before `offset` on its line and close what is before them: `</p>`, `**`, `",`. */
function closersBefore(source: string, offset: number): number {
  const line = source.lastIndexOf('\n', offset - 1) + 1;
  let at = offset;
  while (at > line) {
    const tag = /<\/[\w.-]{0,40}>$/.exec(source.slice(Math.max(line, at - 44), at));
    if (tag) at -= tag[0].length;
    else if (/[\s"'`’”)\],;}*_~|]/.test(source[at - 1] as string)) at--;
    else break;
  }
  return at;
}

/** True of "chanel: newsletter": front matter is full of other programs' keys, so the value has to name a channel too. */
function isSlip({ key, value }: MetaEntry): boolean {
  return (
    /^ch\w{4,7}$/.test(key) &&
    nearest(key, ['channel']) !== undefined &&
    channelOf(value) !== undefined
  );
}

function read(comment: Comment, directives: Directive[], notices: Notice[]): void {
  const text = comment.text.trim();
  const match = /^chaperone:\s*([a-z-]+)/i.exec(text);
  if (!match) return;
  const span = comment.span;
  const rest = text.slice(match[0].length);
  const word = (match[1] as string).toLowerCase();
  const values = attributesOf(rest);
  if (word === 'end' || word === 'synthetic' || word === 'templates')
    directives.push({ kind: word, span });
  else if (word === 'channel') {
    const channel = channelOf(rest.replace(/^\s*=\s*/, ''));
    if (channel) directives.push({ kind: 'channel', channel, span });
    else
      notices.push({
        message: `"${rest.replace(/^\s*=\s*/, '').trim()}" is not a channel. The channels are ${channels.join(', ')}.`,
        span,
      });
  } else if (word === 'ignore') readIgnore(rest, values, span, directives, notices);
  else if (word === 'authorized') readAuthorized(values, span, directives, notices);
  else
    notices.push({
      message: `Chaperone does not know the directive "${word}". It knows authorized, ignore, channel, synthetic, templates and end.`,
      span,
    });
}

function readIgnore(
  rest: string,
  values: ReadonlyMap<string, string>,
  span: Span,
  directives: Directive[],
  notices: Notice[],
): void {
  const rule = /^\s*([a-z0-9*-]+)(?=\s|$)/i.exec(rest)?.[1];
  const reason = values.get('reason')?.trim() ?? '';
  if (!rule)
    notices.push({
      message: 'An ignore names the rule: chaperone: ignore reply-thanks-for-visit reason="…".',
      span,
    });
  else if (reason === '')
    notices.push({
      message: `This ignore of ${rule} needs a reason, so that a reviewer can follow it: add reason="…". Until then the finding stays.`,
      span,
    });
  else {
    const author = values.get('by') ?? values.get('author');
    directives.push({ kind: 'ignore', rule, reason, span, ...(author ? { author } : {}) });
  }
}

function readAuthorized(
  values: ReadonlyMap<string, string>,
  span: Span,
  directives: Directive[],
  notices: Notice[],
): void {
  const id = values.get('id') ?? '';
  if (id === '' || id === '?' || id.startsWith('…')) {
    notices.push({
      message:
        'This authorization needs an id: the number of the signed form in your files, never a name. Until then it covers nothing.',
      span,
    });
    return;
  }
  const names = (values.get('channels') ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
  const covered = names.flatMap((name) => channelOf(name) ?? []);
  const unknown = names.filter((name) => name !== 'print' && !channelOf(name));
  if (unknown.length > 0)
    notices.push({
      message: `This authorization names channels that Chaperone does not know: ${unknown.join(', ')}. It knows web, newsletter, email, instagram, facebook, tiktok, youtube, x, linkedin, social and print.`,
      span,
    });
  if (covered.length === 0)
    notices.push({
      message:
        'This authorization must say where the copy may appear: channels=web,instagram. Until then it covers nothing.',
      span,
    });
  const expires = values.get('expires');
  if (expires !== undefined && !/^\d{4}-\d\d-\d\d$/.test(expires)) {
    notices.push({
      message: `"${expires}" is not a date like 2027-06-30. Until it is one, this authorization covers nothing.`,
      span,
    });
    return;
  }
  const scope = (values.get('scope') ?? scopes.join())
    .split(',')
    .map((name) => name.trim())
    .filter((name): name is (typeof scopes)[number] =>
      (scopes as readonly string[]).includes(name),
    );
  directives.push({
    kind: 'authorized',
    span,
    authorization: { id, channels: covered, scope, span, ...(expires ? { expires } : {}) },
  });
}

/** `key=value`, `key="value with spaces"` and `key: value` pairs. */
function attributesOf(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const match of text
    .slice(0, 2000)
    .matchAll(/([a-z]+)\s?[=:]\s?(?:"([^"]*)"|“([^”]*)”|'([^']*)'|([^\s"]+))/gi)) {
    values.set(
      (match[1] as string).toLowerCase(),
      match[2] ?? match[3] ?? match[4] ?? match[5] ?? '',
    );
  }
  return values;
}

import { editsFor } from './block-edit.js';
import { labelEnd } from './conversation.js';
import type { Edit, Fix } from './finding.js';
import type { Objection } from './judge.js';
import type { Passage } from './passage.js';
import type { PracticeProfile } from './profile.js';
import type { FixTemplate } from './rule.js';
import type { Span } from './span.js';

/** The ways out of an objection, as edits of the document. The first one that rewrites is preferred. */
export function fixesOf(
  objection: Objection,
  replies: ReadonlyMap<number, readonly Passage[]>,
  annotate: (words: string) => Edit | undefined,
  profile: PracticeProfile,
): Fix[] {
  const { passage } = objection.reading;
  const fixes: Fix[] = [];
  for (const template of objection.rule.fixes) {
    const edits =
      'insert' in template
        ? authorizationEdits(annotate)
        : rewriteEdits(objection, template, replies, profile);
    if (edits.length === 0) continue;
    if (!('insert' in template) && passage.editable === false) continue;
    fixes.push({
      title: template.title,
      edits,
      // A form to fill in is for a person; words can be put in place at once.
      ...(!('insert' in template) && !fixes.some((fix) => fix.preferred)
        ? { preferred: true }
        : {}),
      ...('safe' in template && template.safe ? { safe: true } : {}),
    });
  }
  return fixes;
}

type Rewrite = Extract<FixTemplate, { replace: unknown }>;

/** A thread of more paragraphs than this is no single reply. */
const longestReply = 40;

function rewriteEdits(
  objection: Objection,
  template: Rewrite,
  replies: ReadonlyMap<number, readonly Passage[]>,
  profile: PracticeProfile,
): readonly Edit[] {
  const { passage } = objection.reading;
  const words = filled(template.with, profile);
  if (template.replace === 'mark') return edits(passage, objection.span, words);
  if (template.replace === 'sentence')
    return edits(passage, unlabelled(passage, sentencesOf(objection)), words);
  const whole = unlabelled(passage, { start: 0, end: passage.text.length });
  if (template.replace === 'passage') return edits(passage, whole, words);
  const members = replies.get(passage.thread) ?? [passage];
  if (members.length > longestReply) return [];
  return members
    .filter((member) => member.editable !== false)
    .flatMap((member, index) =>
      edits(
        member,
        unlabelled(member, { start: 0, end: member.text.length }),
        index === 0 ? words : '',
      ),
    );
}

/** Without the label that says whose words follow: a thread without it would read as the reviewer's. */
function unlabelled({ text }: Passage, { start, end }: Span): Span {
  const from = labelEnd(text);
  return from >= end ? { start, end } : { start: Math.max(start, from), end };
}

/** The sentences that the mark stands in. */
function sentencesOf(objection: Objection): Span {
  const { sentences } = objection.reading.passage;
  const first = sentences[objection.reading.sentenceAt(objection.span.start)];
  const last =
    sentences[objection.reading.sentenceAt(Math.max(objection.span.start, objection.span.end - 1))];
  return {
    start: first?.start ?? objection.span.start,
    end: Math.max(last?.end ?? 0, objection.span.end),
  };
}

/** Edits that put words in place of a span; what is removed takes one side's white space along, so that no hole is left. */
function edits(passage: Passage, span: Span, words: string): readonly Edit[] {
  const { text } = passage;
  let { start, end } = span;
  if (words === '') {
    while (end < text.length && /[\s,;:]/.test(text[end] as string)) end++;
    if (end === text.length || /[.!?]/.test(text[end] as string))
      while (start > 0 && /[\s,]/.test(text[start - 1] as string)) start--;
  }
  return editsFor(passage, { start, end }, words);
}

/** Fills {phone} and {practice}; a piece in square brackets falls away with what it names. */
export function filled(words: string, profile: PracticeProfile): string {
  const values: Readonly<Record<string, string>> = {
    phone: profile.phones[0] ?? '',
    practice: profile.name,
  };
  const chosen = words.replace(/\[([^[\]]*)\]/g, (_, inner: string) =>
    (/\{(\w+)\}/.exec(inner)?.[1] ?? '') && values[/\{(\w+)\}/.exec(inner)?.[1] as string]
      ? inner
      : '',
  );
  return chosen.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** A form to fill in, where it speaks of the passage; none where the format has no place for one. */
function authorizationEdits(annotate: (words: string) => Edit | undefined): Edit[] {
  const edit = annotate(
    'chaperone: authorized id=? channels=? expires=YYYY-MM-DD scope=name,photo,quote',
  );
  return edit === undefined ? [] : [edit];
}

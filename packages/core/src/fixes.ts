import { editsFor } from './block-edit.js';
import type { Edit, Fix } from './finding.js';
import { tagsToKeep, templateTags } from './formats/template-tags.js';
import type { Objection } from './judge.js';
import { labelEnd } from './labels.js';
import type { Passage } from './passage.js';
import type { PracticeProfile } from './profile.js';
import { membersOf } from './reply-members.js';
import type { FixTemplate } from './rule.js';
import { contains, type Span } from './span.js';
import { fits, whereMatch } from './swap.js';
import { withoutTopic, withTopic } from './topic.js';

/** The ways out of an objection, as edits of the document. The first one that rewrites is preferred. */
export function fixesOf(
  objection: Objection,
  replies: ReadonlyMap<number, readonly Passage[]>,
  annotate: (words: string) => Edit | undefined,
  profile: PracticeProfile,
  source: string,
): Fix[] {
  const { passage } = objection.reading;
  const fixes: Fix[] = [];
  /** The words are what a fix would make of them: another is for a person to choose. */
  let made = false;
  for (const template of objection.rule.fixes) {
    const edits =
      'insert' in template
        ? authorizationEdits(annotate)
        : rewriteEdits(objection, template, replies, profile, source);
    if (edits.length === 0) continue;
    if (edits.every(({ span, text }) => source.slice(span.start, span.end) === text)) {
      made = true;
      continue;
    }
    if (!('insert' in template) && passage.editable === false) continue;
    if (fixes.some((fix) => sameEdits(fix.edits, edits))) continue;
    fixes.push({
      title: template.title,
      edits,
      // A form to fill in is for a person; words can be put in place at once.
      // Nor is a passage without words what anybody wants.
      ...(!('insert' in template) &&
      leavesWords(template, passage) &&
      !made &&
      !fixes.some((fix) => fix.preferred)
        ? { preferred: true }
        : {}),
      ...('safe' in template && template.safe && leavesWords(template, passage)
        ? { safe: true }
        : {}),
    });
  }
  return fixes;
}

/** True where the rest of the passage says these words already: nobody says the same sentence twice. */
function standsBeside(text: string, { start, end }: Span, words: string): boolean {
  return words !== '' && (text.slice(0, start).includes(words) || text.slice(end).includes(words));
}

type Rewrite = Extract<FixTemplate, { replace: unknown }>;

/** A safe fix may take a sentence out, but not the only one. */
function leavesWords({ replace, with: words }: Rewrite, passage: Passage): boolean {
  return replace !== 'sentence' || words !== '' || passage.sentences.length > 1;
}

function sameEdits(one: readonly Edit[], other: readonly Edit[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function rewriteEdits(
  objection: Objection,
  template: Rewrite,
  replies: ReadonlyMap<number, readonly Passage[]>,
  profile: PracticeProfile,
  source: string,
): readonly Edit[] {
  const { reading, span } = objection;
  const { passage } = reading;
  if (!fits(template, reading, span)) return [];
  const found =
    template.where && whereMatch(template.where, reading, span, template.replace === 'words');
  if (template.where && !found) return [];
  const words = filled(withTopic(template.with, reading, sentencesOf(objection)), profile);
  if (template.replace === 'words') return found ? swapEdits(objection, found, words) : [];
  if (template.replace === 'label')
    return passage.label ? [{ span: passage.label, text: words }] : [];
  if (template.replace === 'mark') return edits(passage, span, words);
  if (template.replace === 'sentence') {
    const span = unlabelled(passage, withFollowers(sentencesOf(objection), passage));
    if (staysIn(passage, span, objection.span)) return [];
    return edits(passage, span, standsBeside(passage.text, span, words) ? '' : words);
  }
  const whole = unlabelled(passage, { start: 0, end: passage.text.length });
  if (staysIn(passage, whole, objection.span)) return [];
  if (template.replace === 'passage') return edits(passage, whole, words);
  const members = membersOf(passage, replies.get(passage.thread) ?? [], source);
  if (members === undefined) return [];
  const written = members.flatMap((member, index) =>
    edits(
      member,
      unlabelled(member, { start: 0, end: member.text.length }),
      index === 0 ? words : '',
    ),
  );
  return closedUp(outermost(written), source);
}

/** True where the mark is in a tag of a template that an edit of the span leaves: the finding would stay with it. */
function staysIn({ text }: Passage, span: Span, mark: Span): boolean {
  return tagsToKeep(templateTags(text), span).some((tag) => contains(tag.span, mark));
}

/** Paragraphs that go take the blank lines along that parted them from the words before. */
function closedUp(edits: readonly Edit[], source: string): Edit[] {
  return edits.map((edit, index) => {
    const from = edits[index - 1]?.span.end;
    const goes = edit.text === '' && from !== undefined;
    return goes && source.slice(from, edit.span.start).trim() === ''
      ? { ...edit, span: { start: from, end: edit.span.end } }
      : edit;
  });
}

/** Without edits inside others: what a picture in a paragraph says goes with the paragraph. */
function outermost(edits: readonly Edit[]): Edit[] {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const kept: Edit[] = [];
  for (const edit of sorted) if (edit.span.start >= (kept.at(-1)?.span.end ?? 0)) kept.push(edit);
  return kept;
}

/** What a line of a draft says it is for. */
const headerLabel =
  /^(?:\*\*|__)?\s*(?:subject(?: line)?|preheader|preview(?: text)?)\s*:(?:\*\*|__)?\s*/i;

/**
 * Without the label that says whose words follow: a thread without it would read as the reviewer's, and a subject
 * without it as the first line of the letter.
 */
function unlabelled({ text }: Passage, { start, end }: Span): Span {
  const header = headerLabel.exec(text.slice(start, end))?.[0].length ?? 0;
  const from = header > 0 ? start + header : labelEnd(text);
  return from >= end ? { start, end } : { start: Math.max(start, from), end };
}

/** Words in place of others within their sentence: not where they stand already, and with a capital where it begins. */
function swapEdits(objection: Objection, span: Span, given: string): readonly Edit[] {
  const { passage } = objection.reading;
  const old = passage.text.slice(span.start, span.end);
  if (!isBalanced(old)) return [];
  const year = /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(old)?.[0];
  if (given.includes('{year}') && year === undefined) return [];
  const words = given.replaceAll('{year}', year ?? '');
  const repeats = words.includes(' ') && passage.text.toLowerCase().includes(words.toLowerCase());
  if (repeats) return [];
  const begins = span.start === sentencesOf(objection).start && /^\p{Lu}/u.test(old);
  const written = begins ? words.charAt(0).toUpperCase() + words.slice(1) : words;
  return edits(passage, span, written);
}

/** True of words that hold no half of a pair: taking them out would leave the other half. */
function isBalanced(words: string): boolean {
  const count = (sign: RegExp) => words.match(sign)?.length ?? 0;
  return (
    count(/"/g) % 2 === 0 &&
    count(/\u201c/g) === count(/\u201d/g) &&
    count(/\(/g) === count(/\)/g) &&
    count(/\[/g) === count(/\]/g)
  );
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

/** A sentence that goes on about the person with a pronoun goes along: without the one before it nobody knows who "she" is. */
function withFollowers(span: Span, { sentences, text }: Passage): Span {
  let { end } = span;
  for (const sentence of sentences)
    if (sentence.start >= end && goesOn.test(text.slice(sentence.start, sentence.end)))
      end = sentence.end;
    else if (sentence.start >= end) break;
  return { start: span.start, end };
}

const goesOn = /^\W*(?:and |but |then |now |today )?(?:she|he|her|his|him)\b/iu;

/**
 * Edits that put words in place of a span. What is removed takes one side's white space along, so that no hole is
 * left: "Hi Sarah, thank you" becomes "Hi, thank you". Where a sentence loses its first words, the next one gets the capital.
 */
function edits(passage: Passage, span: Span, words: string): readonly Edit[] {
  const { text } = passage;
  if (words !== '') return editsFor(passage, span, spaced(text, span, words));
  let { start, end } = span;
  // "Thank you, Karen B.!": the point of an initial goes with the name, unless it ends the sentence too.
  if (/\b\p{Lu}$/u.test(text.slice(start, end)) && /^\.[,;:.!?]/.test(text.slice(end))) end++;
  if (/^[ \t]*,/.test(text.slice(end)) && /[^\s,;:.!?][ \t]+$/.test(text.slice(0, start))) {
    while (/\s/.test(text[start - 1] as string)) start--;
    return editsFor(passage, { start, end }, '');
  }
  while (end < text.length && /[\s,;:]/.test(text[end] as string)) end++;
  if (end === text.length || /[.!?]/.test(text[end] as string))
    while (start > 0 && /[\s,]/.test(text[start - 1] as string)) start--;
  // "Before and After: Karen | Luma": what announced the name goes with it.
  if (/^[|\u2013\u2014\u00b7\u2022]|^$/.test(text.slice(end, end + 1)))
    start -=
      /[:\u2013\u2014-]?\s*$/.exec(text.slice(0, start))?.[0].replace(/^\s+/, '').length ?? 0;
  const beheaded =
    passage.sentences.some((sentence) => sentence.start === span.start && sentence.end > end) &&
    /^\p{Lu}/u.test(text.slice(span.start)) &&
    /^\p{Ll}/u.test(text.slice(end));
  if (!beheaded) return editsFor(passage, { start, end }, '');
  return editsFor(passage, { start, end: end + 1 }, text.charAt(end).toUpperCase());
}

/** Words with a space where they would run into a letter beside them: a merge field needs none, words do. */
function spaced(text: string, { start, end }: Span, words: string): string {
  const before = /[\p{L}\p{N}]$/u.test(text.slice(0, start)) && /^[\p{L}\p{N}]/u.test(words);
  const after = /^[\p{L}\p{N}]/u.test(text.slice(end)) && /[\p{L}\p{N}.!?]$/u.test(words);
  return `${before ? ' ' : ''}${words}${after ? ' ' : ''}`;
}

/** Fills {phone} and {practice} ("us" where the profile has no name), and {treatment|…} with what stands behind its bar; a piece in square brackets falls away with what it names. */
export function filled(words: string, profile: PracticeProfile): string {
  const values: Readonly<Record<string, string>> = {
    phone: profile.phones[0] ?? '',
    practice: profile.name || 'us',
  };
  const chosen = withoutTopic(words).replace(/\[([^[\]]*)\]/g, (_, inner: string) =>
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

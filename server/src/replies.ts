import { cover, type Inspection, type Passage, type Span } from '@chaperone/core';

/** One reply in a document: the passages with which the practice answers one review. */
export interface Reply {
  readonly span: Span;
  readonly passages: readonly Passage[];
}

/** The replies of a document, in order. */
export function repliesOf(inspection: Inspection): readonly Reply[] {
  const replies: { span: Span; passages: Passage[]; key: string }[] = [];
  let before: Passage | undefined;
  for (const passage of inspection.passages) {
    const last = replies.at(-1);
    const isReply =
      passage.channel === 'review-reply' &&
      passage.voice === 'practice' &&
      passage.part !== 'heading';
    if (isReply) {
      const span = passage.locate({ start: 0, end: passage.text.length });
      const key = `${passage.group ?? ''}/${passage.answers ?? ''}`;
      const goes = last !== undefined && last.key === key && before === last.passages.at(-1);
      if (goes) {
        last.passages.push(passage);
        last.span = cover(last.span, span);
      } else replies.push({ span, passages: [passage], key });
    }
    before = passage;
  }
  return replies;
}

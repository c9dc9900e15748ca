import { overlaps } from '@chaperone/core';
import type { CodeLens } from 'vscode-languageserver';
import { rangeOf } from './positions.js';
import { repliesOf } from './replies.js';
import type { Review } from './review.js';
import type { Traits } from './traits.js';

/** One line above each reply: safe to post, or how many risks. */
export function codeLenses(review: Review, traits: Traits): CodeLens[] {
  if (review.state !== 'checked' || !review.settings.codeLens) return [];
  const { document, inspection } = review;
  return repliesOf(inspection).map((reply) => {
    const found = inspection.findings.filter(({ span }) => overlaps(span, reply.span));
    const title = lensTitle(found.length);
    const [first] = found;
    const { lensCommand } = traits.options;
    const command = first && lensCommand !== undefined ? lensCommand : '';
    const target = first
      ? [{ uri: document.uri, range: rangeOf(document, first.span, traits.encoding) }]
      : [];
    return {
      range: rangeOf(document, reply.span, traits.encoding),
      command: { title, command, arguments: target },
    };
  });
}

function lensTitle(risks: number): string {
  if (risks === 0) return 'Safe to post: no finding';
  return risks === 1 ? '1 risk' : `${risks} risks`;
}

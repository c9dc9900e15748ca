import { authorities, type Finding, type Rule, rules } from '@chaperone/core';
import { type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import { offsetAt, rangeOf } from './positions.js';
import type { Review } from './review.js';
import type { Traits } from './traits.js';

/** What a reader learns, why it matters, the law behind it and a safe way to say it. */
export function hoverAt(review: Review, position: Position, traits: Traits): Hover | undefined {
  if (review.state !== 'checked') return undefined;
  const { document, inspection, choice } = review;
  const offset = offsetAt(document, position, traits.encoding);
  const found = inspection.findings.filter(
    ({ span }) => span.start <= offset && offset <= span.end,
  );
  const [first] = found;
  if (!first) return undefined;
  const known = [...rules, ...choice.profile.customRules];
  const parts = found.map((finding) =>
    describe(
      finding,
      known.find((rule) => rule.id === finding.rule),
      review,
      traits,
    ),
  );
  const value = parts.join(traits.markdown ? '\n\n---\n\n' : '\n\n');
  return {
    contents: { kind: traits.markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value },
    range: rangeOf(document, first.span, traits.encoding),
  };
}

function describe(
  finding: Finding,
  rule: Rule | undefined,
  review: Review,
  traits: Traits,
): string {
  const bold = (text: string) => (traits.markdown ? `**${text}**` : text);
  const lines = [bold(finding.message)];
  if (rule) lines.push(rule.why);
  const law = (rule?.law ?? []).flatMap(
    (id) => authorities.find((authority) => authority.id === id) ?? [],
  );
  for (const authority of law.slice(0, 4)) {
    const cite = traits.markdown ? `[${authority.cite}](${authority.url})` : authority.cite;
    lines.push(`${bold('Law or case:')} ${cite}. ${authority.says}`);
  }
  const rewrite = rewriteOf(finding, review.document.getText());
  if (rewrite !== undefined)
    lines.push(
      `${bold('You could write:')} ${traits.markdown ? escapeMarkdown(rewrite) : rewrite}`,
    );
  const link = `${traits.options.rulesUrl}#${finding.rule}`;
  const isOwn = rules.some((candidate) => candidate.id === finding.rule);
  lines.push(traits.markdown && isOwn ? `[${finding.rule}](${link})` : finding.rule);
  return lines.join('\n\n');
}

/** What the first fix that writes words would leave in the finding's place. */
function rewriteOf(finding: Finding, text: string): string | undefined {
  const fix = finding.fixes.find((candidate) => candidate.preferred) ?? finding.fixes[0];
  const words =
    fix?.edits.map((edit) => edit.text.trim()).filter((one) => one !== '' && one !== text) ?? [];
  return words.length > 0 ? words.join(' … ') : undefined;
}

/** Writes words so that Markdown shows them as they are. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#+|~!]/g, '\\$&');
}

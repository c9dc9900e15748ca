import type { Rule } from './rule.js';

/** A rule as Markdown: docs/rules.md, the hover, the task pane and `chaperone explain` all print this. */
export function explain(rule: Rule): string {
  return `## ${rule.id}\n\n${rule.title}\n\n${rule.why}\n`;
}

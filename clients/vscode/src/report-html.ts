import type { Severity } from './protocol.js';

/** What the report says, ready to print. Holds no copy: a flagged passage may be a patient's data. */
export interface Report {
  readonly title: string;
  /** A sentence: how many files, how many risks, when. */
  readonly summary: string;
  readonly words: Words;
  /** ISO language tag of the words. */
  readonly language: string;
  readonly findings: readonly ReportFinding[];
  readonly ignores: readonly ReportIgnore[];
  readonly left: readonly { readonly file: string; readonly because: string }[];
}

export interface ReportFinding {
  readonly file: string;
  /** One-based. */
  readonly line: number;
  readonly rule: string;
  /** Where the copy will appear, as people say it. */
  readonly channel: string;
  readonly severity: Severity;
  readonly message: string;
  /** Where a click leads; absent in a file that travels. */
  readonly href?: string;
}

export interface ReportIgnore {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly reason: string;
  readonly author: string;
  readonly age: string;
  readonly href?: string;
}

/** Headings and names, in the reader's language. */
export interface Words {
  readonly byChannel: string;
  readonly byRule: string;
  readonly findings: string;
  readonly ignores: string;
  readonly left: string;
  readonly file: string;
  readonly line: string;
  readonly rule: string;
  readonly channel: string;
  readonly severity: string;
  readonly learns: string;
  readonly reason: string;
  readonly author: string;
  readonly age: string;
  readonly why: string;
  readonly none: string;
  readonly noIgnores: string;
  readonly severities: Readonly<Record<Severity, string>>;
}

const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** The whole page. `nonce` must be fresh for each page; nothing but its own style may load. */
export function reportHtml(report: Report, nonce: string): string {
  const { words, findings, ignores, left } = report;
  const sections = [
    findings.length === 0
      ? `<p class="none">${escaped(words.none)}</p>`
      : `${chart(words.byChannel, 'channel', report)}${chart(words.byRule, 'rule', report)}`,
    findings.length > 0 &&
      section(
        words.findings,
        table(
          [words.file, words.severity, words.channel, words.rule, words.learns],
          findings.map((finding) => findingRow(finding, words)),
        ),
      ),
    section(
      words.ignores,
      ignores.length === 0
        ? `<p>${escaped(words.noIgnores)}</p>`
        : table(
            [words.file, words.rule, words.reason, words.author, words.age],
            ignores.map((ignore) => ignoreRow(ignore, words)),
          ),
    ),
    left.length > 0 &&
      section(
        words.left,
        table(
          [words.file, words.why],
          left.map(({ file, because }) => [escaped(file), escaped(because)]),
        ),
      ),
  ];
  return `<!DOCTYPE html>
<html lang="${escaped(report.language)}">
<head>
<meta charset="utf-8">
<meta name="generator" content="Chaperone">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(report.title)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<main>
<h1>${escaped(report.title)}</h1>
<p>${escaped(report.summary)}</p>
${sections.filter((part) => part !== false).join('\n')}
</main>
</body>
</html>
`;
}

/** One horizontal bar a value, cut by severity. Every number also stands as text, for whoever cannot see the bars. */
function chart(title: string, key: 'channel' | 'rule', { findings, words }: Report): string {
  const groups = new Map<string, ReportFinding[]>();
  for (const finding of findings)
    groups.set(finding[key], [...(groups.get(finding[key]) ?? []), finding]);
  const rows = [...groups].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  const most = rows[0]?.[1].length ?? 1;
  const bars = rows.map(([name, members], row) => {
    const counts = severities.map((severity) => ({
      severity,
      count: members.filter((finding) => finding.severity === severity).length,
    }));
    const told = counts.filter(({ count }) => count > 0);
    let x = left;
    const parts = told.map(({ severity, count }) => {
      const width = (count / most) * (right - left);
      const part = `<rect class="${severity}" x="${x.toFixed(1)}" y="${row * step + 5}" width="${width.toFixed(1)}" height="14" rx="2"/>`;
      x += width;
      return part;
    });
    const spoken = `${name}: ${members.length} (${told.map(({ severity, count }) => `${words.severities[severity]} ${count}`).join(', ')})`;
    return `<g role="listitem" aria-label="${escaped(spoken)}"><text x="${left - 8}" y="${row * step + 16}" text-anchor="end">${escaped(name)}</text>${parts.join('')}<text x="${(x + 6).toFixed(1)}" y="${row * step + 16}">${members.length}</text></g>`;
  });
  const used = severities.filter((severity) =>
    findings.some((finding) => finding.severity === severity),
  );
  const legend = used.map(
    (severity) =>
      `<span class="key"><svg width="12" height="12" aria-hidden="true"><rect class="${severity}" width="12" height="12" rx="2"/></svg> ${escaped(words.severities[severity])}</span>`,
  );
  const svg = `<svg role="list" aria-label="${escaped(title)}" viewBox="0 0 ${right + 50} ${rows.length * step}">${bars.join('')}</svg>`;
  return section(title, `<p class="legend">${legend.join(' ')}</p>${svg}`);
}

/** The chart's measures, in its own units: where bars begin and the longest ends, and the height of a row. */
const left = 260;
const right = 720;
const step = 24;

function findingRow(finding: ReportFinding, words: Words): string[] {
  const { severity, channel, rule, message } = finding;
  return [
    place(finding, words),
    `<span class="mark ${severity}">${escaped(words.severities[severity])}</span>`,
    escaped(channel),
    escaped(rule),
    escaped(message),
  ];
}

function ignoreRow(ignore: ReportIgnore, words: Words): string[] {
  return [
    place(ignore, words),
    escaped(ignore.rule),
    escaped(ignore.reason),
    escaped(ignore.author),
    escaped(ignore.age),
  ];
}

function place(
  { file, line, href }: { file: string; line: number; href?: string },
  words: Words,
): string {
  const text = `${escaped(file)}, ${escaped(words.line)} ${line}`;
  return href === undefined ? text : `<a href="${escaped(href)}">${text}</a>`;
}

function section(title: string, content: string): string {
  return `<section><h2>${escaped(title)}</h2>\n${content}</section>`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = heads.map((text) => `<th scope="col">${escaped(text)}</th>`).join('');
  const body = rows
    .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('\n');
  return `<table><thead><tr>${head}</tr></thead>\n<tbody>${body}</tbody></table>`;
}

function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);
}

/** The severities on a dark ground: a dark theme of the editor's, or a dark system around the saved page. */
const onDark = '--error: #f2857d; --warning: #e5a84b; --info: #6cb3ea; --hint: #9ca3af;';

/** Colors of the editor's theme where there is one; plain paper otherwise and in print. */
const style = `
:root { color-scheme: light dark; --error: #b3261e; --warning: #8f5500; --info: #1a6fb5; --hint: #6b7280; --line: #8884; }
body { font: 14px/1.5 var(--vscode-font-family, system-ui, sans-serif); color: var(--vscode-foreground, CanvasText); background: var(--vscode-editor-background, Canvas); margin: 0; }
body.vscode-dark, body.vscode-high-contrast:not(.vscode-high-contrast-light) { ${onDark} }
@media screen and (prefers-color-scheme: dark) { body:not([class]) { ${onDark} } }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
svg[role=list] { width: 100%; height: auto; } svg text { fill: currentColor; font-size: 12px; }
rect.error { fill: var(--error); } rect.warning { fill: var(--warning); } rect.info { fill: var(--info); } rect.hint { fill: var(--hint); }
.mark { font-weight: 600; } .mark.error { color: var(--error); } .mark.warning { color: var(--warning); } .mark.info { color: var(--info); } .mark.hint { color: var(--hint); }
.legend { margin: 0 0 .5rem; } .key { margin-right: 1rem; white-space: nowrap; } .none { font-size: 1.2rem; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); overflow-wrap: break-word; } th { white-space: nowrap; }
a { color: var(--vscode-textLink-foreground, LinkText); }
@media screen and (max-width: 40rem) { table, tbody, tr, td { display: block; } thead { position: absolute; width: 1px; overflow: hidden; clip-path: inset(50%); } tr { border-bottom: 1px solid var(--line); padding: .5rem 0; } td { border: 0; padding: 0; overflow-wrap: anywhere; } }
@media print { :root { color-scheme: light; } body { background: #fff; color: #000; font-size: 11px; } main { max-width: none; padding: 0; } a { color: inherit; text-decoration: none; } tr, svg { break-inside: avoid; } thead { display: table-header-group; } rect { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`;

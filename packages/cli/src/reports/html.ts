import { reportMark } from '@chaperone/config';
import type { Severity } from '@chaperone/core';
import { ageOf } from '../blame.js';
import { lawOf, ruleOf } from '../findings.js';
import { mask, shown } from '../mask.js';
import { flaggedWords } from '../passage-words.js';
import { placeOf, placeOfFinding } from '../places.js';
import type { CheckedFile, Report, ReportedFinding, ReportOptions, Summary } from '../report.js';
import { byReason, channelWords, count, outcome, sentence, severityCounts } from '../words.js';
import { escapeXml } from './xml.js';

/** `--format html`: one page without scripts or anything fetched, to read, print or mail. */
export const html: Report = { end: page };

function page(files: readonly CheckedFile[], summary: Summary, options: ReportOptions): string {
  const found = files.filter((file) => file.findings.length > 0);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${reportMark}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Chaperone report, ${summary.today}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Chaperone report</h1>
<p class="lead">${summary.today}. ${escapeXml(headline(summary))}</p>
${options.showText ? '<p class="note">This report shows the flagged words. They may be a patient’s data: keep it as you keep a chart.</p>' : `<p class="note">The flagged words are left out (${mask}), so that this page can be passed on. “chaperone check --show-text” shows them.</p>`}
${charts(found)}
${found.length === 0 ? '' : `<h2>What readers would learn</h2>\n${found.map((file) => fileSection(file, options)).join('\n')}`}
${ignoredSection(files, summary)}
${otherSection(summary)}
<footer>Chaperone checks copy on this machine and sends it nowhere. It points out risk; it gives no legal advice.</footer>
</main>
</body>
</html>
`;
}

function headline(summary: Summary): string {
  const risky = (counts: string) => `${counts} in ${count(summary.filesWithFindings, 'file')}`;
  const known =
    summary.known > 0 ? ` ${count(summary.known, 'finding')} known from the baseline.` : '';
  return sentence(outcome(summary, risky)) + known;
}

function charts(files: readonly CheckedFile[]): string {
  if (files.length === 0) return '';
  const byChannel = tally(
    files.flatMap((file) =>
      file.findings.map(({ severity }) => ({ name: channelWords[file.channel], severity })),
    ),
  );
  const byRule = tally(
    files.flatMap((file) => file.findings.map(({ rule, severity }) => ({ name: rule, severity }))),
  );
  return `<div class="charts">${chart('By channel', byChannel)}${chart('By rule', byRule)}</div>`;
}

type Tally = ReadonlyMap<string, Readonly<Record<Severity, number>>>;

function tally(items: readonly { name: string; severity: Severity }[]): Tally {
  const counts = new Map<string, Record<Severity, number>>();
  for (const { name, severity } of items) {
    const row = counts.get(name) ?? { error: 0, warning: 0, info: 0, hint: 0 };
    row[severity]++;
    counts.set(name, row);
  }
  return new Map([...counts].sort((a, b) => sum(b[1]) - sum(a[1])));
}

function sum(row: Readonly<Record<Severity, number>>): number {
  return row.error + row.warning + row.info + row.hint;
}

/** A bar chart as a table, so that a screen reader reads it too. */
function chart(title: string, rows: Tally): string {
  const most = Math.max(...[...rows.values()].map(sum));
  const lines = [...rows].map(([name, row]) => {
    const bars = (['error', 'warning', 'info', 'hint'] as const)
      .filter((severity) => row[severity] > 0)
      .map(
        (severity) =>
          `<span class="bar ${severity}" style="width:${((row[severity] / most) * 100).toFixed(1)}%"></span>`,
      )
      .join('');
    return `<tr><th scope="row">${escapeXml(name)}</th><td class="bars" title="${severityCounts(row)}">${bars}</td><td class="number">${sum(row)}</td></tr>`;
  });
  return `<table class="chart"><caption>${title}</caption>${lines.join('')}</table>`;
}

function fileSection(file: CheckedFile, options: ReportOptions): string {
  const items = file.findings.map((finding, index) => findingItem(finding, index, file, options));
  return `<section><h3>${escapeXml(file.path)}${file.part?.first === false ? `, ${escapeXml(file.part.label)}` : ''} <small>${channelWords[file.channel]}</small></h3><ol>${items.join('')}</ol></section>`;
}

function findingItem(
  finding: ReportedFinding,
  index: number,
  file: CheckedFile,
  { showText }: ReportOptions,
): string {
  const { message } = shown(finding, file.profile, showText);
  const { start } = finding.range;
  const place =
    placeOfFinding(index, file).inside ?? `line ${start.line + 1}, column ${start.character + 1}`;
  const rule = ruleOf(finding.rule, file.profile);
  const law = lawOf(finding.rule, file.profile).map(
    ({ cite, url }) => `<a href="${escapeXml(url)}">${escapeXml(cite)}</a>`,
  );
  const fix = finding.fixes.find((each) => each.preferred) ?? finding.fixes[0];
  const { before, flagged, after } = flaggedWords(finding, index, file);
  const passage = showText
    ? `<blockquote>${escapeXml(before)}<mark>${escapeXml(flagged)}</mark>${escapeXml(after)}</blockquote>`
    : '';
  return `<li><p><span class="tag ${finding.severity}">${finding.severity}</span> <span class="place">${escapeXml(place)}</span> ${escapeXml(message)}</p>${passage}
<p class="why">${rule ? escapeXml(rule.why) : ''} <code>${escapeXml(finding.rule)}</code>${law.length > 0 ? ` · ${law.join(', ')}` : ''}</p>${fix ? `<p class="fix">Way out: ${escapeXml(fix.title)}</p>` : ''}</li>`;
}

function ignoredSection(files: readonly CheckedFile[], { today }: Summary): string {
  const rows = files.flatMap((file) => {
    return file.inspection.ignored.map(({ finding, reason, span }) => {
      const { range, inside } = placeOf(span, file);
      const place = `${file.path}${inside === undefined ? `:${(range?.start.line ?? 0) + 1}` : `, ${inside}`}`;
      const written = range && file.authors?.get(range.start.line + 1);
      const cells = [
        escapeXml(place),
        `<code>${escapeXml(finding.rule)}</code>`,
        escapeXml(reason),
        escapeXml(written?.author ?? 'not in git yet'),
        written === undefined ? '' : ageOf(written.since, today),
      ];
      return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
    });
  });
  if (rows.length === 0) return '';
  return `<h2>Ignored with a reason</h2><table class="list"><thead><tr>${['where', 'rule', 'reason', 'author', 'age'].map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function otherSection(summary: Summary): string {
  const bad = summary.bad.map(
    ({ message }) => `<li>${escapeXml(message.replace(/\n\s*/g, ' '))}</li>`,
  );
  const badList = bad.length > 0 ? `<h2>Not checked</h2><ul>${bad.join('')}</ul>` : '';
  if (summary.leftOut.length === 0) return badList;
  const rows = summary.leftOut.map(
    ({ path, reason }) => `<tr><td>${escapeXml(path)}</td><td>${escapeXml(reason)}</td></tr>`,
  );
  const about = byReason(summary.leftOut.map((each) => each.reason));
  return `${badList}<h2>Left out</h2><details><summary>${escapeXml(about)}</summary><table class="list"><tbody>${rows.join('')}</tbody></table></details>`;
}

const style = `
:root{color-scheme:light dark;--ink:#1f2430;--dim:#5c6473;--paper:#fff;--line:#d9dde5;--error:#b42318;--warning:#b25e09;--info:#175cd3;--hint:#667085;--mark:#fdf0c4}
@media (prefers-color-scheme:dark){:root{--ink:#e7e9ee;--dim:#a3aab8;--paper:#16181d;--line:#333843;--error:#f97066;--warning:#fdb022;--info:#84adff;--hint:#98a2b3;--mark:#5a4a10}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{max-width:60rem;margin:0 auto;padding:2rem 1.25rem}
h1{margin:0 0 .25rem}h2{margin:2.5rem 0 .5rem;border-bottom:1px solid var(--line)}h3,li{overflow-wrap:anywhere}h3 small{color:var(--dim);font-weight:400}
.lead{font-size:1.1rem}.note,.why,.place,footer{color:var(--dim)}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(20rem,100%),1fr));align-items:start;gap:2rem;margin:1.5rem 0}
table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.3rem .5rem;vertical-align:top;border-bottom:1px solid var(--line)}
.chart caption{text-align:left;font-weight:600}.chart th{font-weight:400;width:45%;overflow-wrap:anywhere}.chart td,.chart th{border:0}.bars{width:45%;white-space:nowrap}.number{text-align:right;white-space:nowrap;overflow-wrap:normal}
.bar{display:inline-block;height:.8rem;vertical-align:middle}.bar.error{background:var(--error)}.bar.warning{background:var(--warning)}.bar.info{background:var(--info)}.bar.hint{background:var(--hint)}
.tag{font-weight:600}.tag.error{color:var(--error)}.tag.warning{color:var(--warning)}.tag.info{color:var(--info)}.tag.hint{color:var(--hint)}
ol{padding-left:1.5rem}li{margin:.75rem 0;break-inside:avoid}li p{margin:.15rem 0}
blockquote{margin:.25rem 0;padding:.25rem .75rem;border-left:3px solid var(--line);overflow-wrap:anywhere}mark{background:var(--mark);color:inherit}
footer{margin-top:3rem;border-top:1px solid var(--line);padding-top:1rem;font-size:.9rem}
@media screen and (max-width:40rem){.list,.list tbody,.list tr,.list td{display:block}.list thead{position:absolute;width:1px;overflow:hidden;clip-path:inset(50%)}.list tr{border-bottom:1px solid var(--line);padding:.4rem 0}.list td{border:0;padding:0;overflow-wrap:anywhere}}
@media print{:root{color-scheme:light}.bar{print-color-adjust:exact;-webkit-print-color-adjust:exact}main{max-width:none;padding:0}details{display:block}}
`;

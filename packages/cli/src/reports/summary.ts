import { shown } from '../mask.js';
import { placeOfFinding } from '../places.js';
import type { Report } from '../report.js';
import { channelWords, outcome, sentence } from '../words.js';

/** More rows than this nobody reads in a summary; the other reports have them all. */
const mostRows = 50;

/** `--format summary`: Markdown for a build's summary page. */
export const summary: Report = {
  end(files, totals, { showText }) {
    const head = `## Chaperone\n\n${sentence(outcome(totals, (counts) => `**${counts}**`))}\n`;
    const rows = files.flatMap((file) =>
      file.findings.map((finding, index) => {
        const { range, inside } = placeOfFinding(index, file);
        const place = `${file.path}${inside === undefined ? `:${(range?.start.line ?? 0) + 1}` : `, ${inside}`}`;
        const { message } = shown(finding, file.profile, showText);
        return `| ${finding.severity} | ${cell(place)} | ${channelWords[file.channel]} | ${cell(message)} | \`${finding.rule}\` |`;
      }),
    );
    const bad = totals.bad.map(({ message }) => `- ${message.replace(/\n\s*/g, ' ')}`);
    const table = [
      '',
      '| | where | channel | what a reader learns | rule |',
      '|---|---|---|---|---|',
      ...rows.slice(0, mostRows),
    ];
    const more = rows.length > mostRows ? ['', `and ${rows.length - mostRows} more`] : [];
    return [
      head,
      ...(rows.length > 0 ? [...table, ...more, ''] : []),
      ...(bad.length > 0 ? ['', 'Not checked:', '', ...bad, ''] : []),
    ].join('\n');
  },
};

function cell(text: string): string {
  return text.replace(/[\\|]/g, '\\$&').replace(/\s+/g, ' ').replaceAll('<', '&lt;');
}

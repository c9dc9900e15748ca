import type { Report } from '../report.js';

/** The reports `--format` knows, the default first. */
export const reportNames = [
  'pretty',
  'json',
  'ndjson',
  'sarif',
  'junit',
  'github',
  'gitlab',
  'checkstyle',
  'html',
  'summary',
] as const;
export type ReportName = (typeof reportNames)[number];

/** Loads the code of one report. */
export async function loadReport(name: ReportName): Promise<Report> {
  switch (name) {
    case 'pretty':
      return (await import('./pretty.js')).pretty;
    case 'json':
      return (await import('./json.js')).json;
    case 'ndjson':
      return (await import('./json.js')).ndjson;
    case 'sarif':
      return (await import('./sarif.js')).sarif;
    case 'junit':
      return (await import('./junit.js')).junit;
    case 'github':
      return (await import('./github.js')).github;
    case 'gitlab':
      return (await import('./gitlab.js')).gitlab;
    case 'checkstyle':
      return (await import('./checkstyle.js')).checkstyle;
    case 'html':
      return (await import('./html.js')).html;
    case 'summary':
      return (await import('./summary.js')).summary;
  }
}

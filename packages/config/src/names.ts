/** The file names a profile may have, the preferred one first. */
export const profileNames = ['chaperone.yaml', 'chaperone.yml'] as const;

/** Stands in the head of every HTML report, which is no copy. */
export const reportMark = '<meta name="generator" content="Chaperone">';

/** True of an HTML report, of the command line's or an editor's. */
export function isReport(text: string): boolean {
  return text.slice(0, 400).includes(reportMark);
}

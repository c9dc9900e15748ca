import { extensions, type Uri } from 'vscode';

/** Who last wrote a line, and when. */
export interface Authorship {
  readonly author: string;
  readonly when: Date;
}

/** As much of the built-in Git extension's interface, version 1, as is used here. */
interface Git {
  getAPI(version: 1): { getRepository(uri: Uri): { blame(path: string): Promise<string> } | null };
}

/** Who wrote each line of a file, first line first; undefined where Git cannot tell. */
export async function blame(uri: Uri): Promise<readonly (Authorship | undefined)[] | undefined> {
  try {
    const git = extensions.getExtension<Git>('vscode.git');
    const api = git && (git.isActive ? git.exports : await git.activate()).getAPI(1);
    const text = await api?.getRepository(uri)?.blame(uri.fsPath);
    return text?.split('\n').map(readLine);
  } catch {
    // Git is turned off, the file is not in it, or this is a browser: nobody knows.
    return undefined;
  }
}

/** A line of git blame: revision, sometimes a file name, then (author date time zone number). */
function readLine(line: string): Authorship | undefined {
  const [, author, day, time, zone] =
    /^\S+ [^(]*\((.*?) +(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2}) ([+-]\d{4}) +\d+\)/.exec(line) ??
    [];
  if (author === undefined || author === 'Not Committed Yet') return undefined;
  return { author, when: new Date(`${day}T${time}${zone?.slice(0, 3)}:${zone?.slice(3)}`) };
}

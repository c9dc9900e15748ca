import { isReport } from '@chaperone/config/names';
import {
  type Checker,
  formats,
  type Inspection,
  languageIdOf,
  type SourceDocument,
} from '@chaperone/core';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Host } from './host.js';
import { comparable, isProfileFile, type ProfileChoice, type Profiles } from './profiles.js';
import type { DocumentOptions, Settings, SettingsStore } from './settings.js';

/** Everything said about one version of one document. */
export type Review =
  | (Reviewed & { readonly state: 'checked'; readonly inspection: Inspection })
  /** A chaperone.yaml, or a file with rules that one names. */
  | (Reviewed & { readonly state: 'profile' })
  | (Reviewed & { readonly state: 'not-checked'; readonly because: string })
  | (Reviewed & { readonly state: 'off'; readonly because: string });

interface Reviewed {
  readonly document: TextDocument;
  /** The language id that core read the document as. */
  readonly languageId: string;
  readonly settings: Settings;
  readonly choice: ProfileChoice;
}

/** Longer documents are not checked: 4 MiB, in UTF-16 code units. */
export const longestCopy = 4 * 1024 * 1024;

/** Names that editors use for languages that core knows by another. */
const aliases: Readonly<Record<string, string>> = {
  text: 'plaintext',
  txt: 'plaintext',
  'plain-text': 'plaintext',
  plain: 'plaintext',
  fundamental: 'plaintext',
  gfm: 'markdown',
  md: 'markdown',
  'markdown.mdx': 'mdx',
  'git-commit': 'plaintext',
  gitcommit: 'plaintext',
  scminput: 'plaintext',
};

export interface ReviewDesk {
  /** Checks an open document, or one that was just read (`checker` then is a fresh one). */
  review(document: TextDocument, checker?: Checker): Promise<Review>;
  close(uri: string): void;
}

/** Keeps a checker per open document, and nothing else. */
export function createDesk(
  host: Host,
  settings: SettingsStore,
  profiles: Profiles,
  optionsOf: (uri: string) => DocumentOptions,
): ReviewDesk {
  const checkers = new Map<string, Checker>();
  const checkerOf = (uri: string): Checker => {
    const checker = checkers.get(uri) ?? host.createChecker();
    checkers.set(uri, checker);
    return checker;
  };
  return {
    async review(document, checker) {
      const chosen = await settings.of(document.uri);
      const choice = await profiles.for(document.uri, chosen);
      const languageId = languageOf(document);
      const base = {
        document,
        languageId: languageId ?? document.languageId,
        settings: chosen,
        choice,
      };
      if (isProfileFile(document.uri)) {
        const own = await profiles.read(document.getText(), document.uri);
        return { ...base, choice: own, state: 'profile' };
      }
      if (choice.ruleFiles.some((file) => comparable(file) === comparable(document.uri)))
        return { ...base, state: 'profile' };
      if (!chosen.enable)
        return { ...base, state: 'off', because: 'Chaperone is turned off in the settings' };
      if (chosen.skipLanguages.includes(document.languageId)) {
        return {
          ...base,
          state: 'off',
          because: 'this kind of text is left alone unless the settings ask for it',
        };
      }
      if (languageId === undefined) {
        return {
          ...base,
          state: 'not-checked',
          because: `Chaperone does not read files of the kind "${document.languageId}"`,
        };
      }
      const text = document.getText();
      if (text.length > longestCopy) {
        return {
          ...base,
          state: 'not-checked',
          because: 'it is longer than 4 million characters; split it to have it checked',
        };
      }
      if (isReport(text))
        return { ...base, state: 'not-checked', because: 'it is a report of Chaperone’s own' };
      const source: SourceDocument = { uri: document.uri, languageId, text };
      const wishes = optionsOf(document.uri);
      const channel = wishes.channel ?? chosen.channel;
      const strictness = wishes.strictness ?? chosen.strictness;
      const inspection = (checker ?? checkerOf(document.uri)).inspect(
        source,
        choice.profile,
        host.today(),
        {
          ...(channel ? { channel } : {}),
          ...(strictness ? { strictness } : {}),
          ...(wishes.context ? { context: wishes.context } : {}),
        },
      );
      return { ...base, state: 'checked', inspection };
    },
    close: (uri) => void checkers.delete(uri),
  };
}

/** The language id core reads this document as; undefined when it reads none such. */
function languageOf(document: TextDocument): string | undefined {
  const named = aliases[document.languageId] ?? document.languageId;
  if (formats.some((format) => format.languageIds.includes(named))) return named;
  return languageIdOf(document.uri);
}

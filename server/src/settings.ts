import { type Channel, channels, type Strictness, strictnesses } from '@chaperone/core';
import { isRecord, type Traits } from './traits.js';
import type { Wire } from './wire.js';

/** What the client may set, section `chaperone`. Everything else belongs in chaperone.yaml. */
export interface Settings {
  readonly enable: boolean;
  /** Overrides the profile's. */
  readonly strictness?: Strictness;
  /** Overrides what the document and the profile say. */
  readonly channel?: Channel;
  /** A profile to use where no chaperone.yaml stands nearer: an absolute path or a URI. */
  readonly profile?: string;
  /** The same as text, for clients without files. Wins over files. */
  readonly profileText?: string;
  readonly codeLens: boolean;
  /** Wait with a finding until its last word is finished. */
  readonly waitForWord: boolean;
  /** Language ids not to check: the boxes of version control, unless the user wants them. */
  readonly skipLanguages: readonly string[];
}

/** What one document's host knows of it: `chaperone/documentOptions`. */
export interface DocumentOptions {
  readonly channel?: Channel;
  readonly strictness?: Strictness;
  /** The review being answered, where it does not stand in the document. */
  readonly context?: string;
}

export const defaultSettings: Settings = {
  enable: true,
  codeLens: true,
  waitForWord: true,
  skipLanguages: ['git-commit', 'gitcommit', 'scminput'],
};

/** Reads settings of any origin; what is unknown or ill-typed counts as not set. */
export function parseSettings(given: unknown): Settings {
  if (!isRecord(given)) return defaultSettings;
  return {
    enable: flag(given.enable, defaultSettings.enable),
    codeLens: flag(given.codeLens, defaultSettings.codeLens),
    waitForWord: flag(given.waitForWord, defaultSettings.waitForWord),
    skipLanguages: texts(given.skipLanguages) ?? defaultSettings.skipLanguages,
    ...filled('profile', given.profile),
    ...filled('profileText', given.profileText),
    ...parseChoices(given),
  };
}

/** Reads the options of one document. */
export function parseDocumentOptions(given: unknown): DocumentOptions {
  if (!isRecord(given)) return {};
  return { ...filled('context', given.context), ...parseChoices(given) };
}

function parseChoices(given: Record<string, unknown>): {
  channel?: Channel;
  strictness?: Strictness;
} {
  const channel = channels.find((name) => name === given.channel);
  const strictness = strictnesses.find((name) => name === given.strictness);
  return { ...(channel ? { channel } : {}), ...(strictness ? { strictness } : {}) };
}

function flag(value: unknown, otherwise: boolean): boolean {
  return typeof value === 'boolean' ? value : otherwise;
}

function texts(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined;
}

function filled<K extends string>(key: K, value: unknown): { [P in K]?: string } {
  return typeof value === 'string' && value.trim() !== ''
    ? ({ [key]: value } as { [P in K]?: string })
    : {};
}

/** The client's settings: asked for per document where it can answer, else as it last sent them. */
export interface SettingsStore {
  of(uri: string): Promise<Settings>;
  /** Takes settings that came with a notification, and forgets what was asked before. */
  changed(sent: unknown): void;
  forget(uri: string): void;
}

export function createSettings(connection: Wire, traits: Traits): SettingsStore {
  let sent = parseSettings(traits.options.settings);
  const asked = new Map<string, Promise<Settings>>();
  const ask = async (uri: string): Promise<Settings> => {
    try {
      const given: unknown = await connection.workspace.getConfiguration({
        scopeUri: uri,
        section: 'chaperone',
      });
      // A client that knows nothing of us answers null: what came with initialize then still counts.
      return isRecord(given) ? parseSettings(given) : sent;
    } catch {
      return sent;
    }
  };
  return {
    of(uri) {
      if (!traits.configuration) return Promise.resolve(sent);
      const known = asked.get(uri) ?? ask(uri);
      asked.set(uri, known);
      return known;
    },
    changed(given) {
      asked.clear();
      if (isRecord(given) && isRecord(given.chaperone)) sent = parseSettings(given.chaperone);
    },
    forget: (uri) => void asked.delete(uri),
  };
}

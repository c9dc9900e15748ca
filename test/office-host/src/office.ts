import type { WordDocument } from './model.js';

/** A result as Office's older, callback-taking API hands it over. */
export interface AsyncResult<T> {
  status: 'succeeded' | 'failed';
  value: T;
  error?: { code: number; name: string; message: string };
  asyncContext: unknown;
}

/** Calls back later, as Office does, never at once. */
export function answer<T>(args: readonly unknown[], value: T | Error, delay = 0): void {
  const callback = args.findLast((arg) => typeof arg === 'function') as
    | ((result: AsyncResult<T>) => void)
    | undefined;
  const options = args.find((arg) => typeof arg === 'object' && arg !== null) as
    | { asyncContext?: unknown }
    | undefined;
  const failed = value instanceof Error;
  const result = {
    status: failed ? 'failed' : 'succeeded',
    value: failed ? undefined : value,
    asyncContext: options?.asyncContext,
    ...(failed ? { error: { code: 5000, name: value.name, message: value.message } } : {}),
  } as AsyncResult<T>;
  setTimeout(() => callback?.(result), delay);
}

export interface Theme {
  bodyBackgroundColor: string;
  bodyForegroundColor: string;
  controlBackgroundColor: string;
  controlForegroundColor: string;
}

export const themes = {
  light: {
    bodyBackgroundColor: '#F3F2F1',
    bodyForegroundColor: '#201F1E',
    controlBackgroundColor: '#FFFFFF',
    controlForegroundColor: '#201F1E',
  },
  dark: {
    bodyBackgroundColor: '#262626',
    bodyForegroundColor: '#F3F2F1',
    controlBackgroundColor: '#363636',
    controlForegroundColor: '#F3F2F1',
  },
} as const satisfies Record<string, Theme>;

export interface Claims {
  host: 'Word' | 'Outlook';
  platform: string;
  sets: () => Readonly<Record<string, string>>;
  theme: () => Theme | undefined;
  /** Never says it is ready. */
  hangs: boolean;
}

/** True when a version such as 1.15 is at least another, such as 1.8. */
export function reaches(has: string, version: string): boolean {
  const [major = 0, minor = 0] = has.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = version.split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

/** What every host has of the `Office` global. */
export function officeCore(claims: Claims) {
  return {
    onReady(
      callback?: (info: { host: string; platform: string }) => void,
    ): Promise<{ host: string; platform: string }> {
      if (claims.hangs) return new Promise(() => undefined);
      const info = { host: claims.host, platform: claims.platform };
      return Promise.resolve().then(() => {
        callback?.(info);
        return info;
      });
    },
    HostType: { Word: 'Word', Outlook: 'Outlook' },
    AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
    EventType: {
      DocumentSelectionChanged: 'documentSelectionChanged',
      ItemChanged: 'olkItemSelectedChanged',
      OfficeThemeChanged: 'officeThemeChanged',
      RecipientsChanged: 'olkRecipientsChanged',
      InitializationContextChanged: 'initializationContextChanged',
    },
    CoercionType: { Text: 'text', Html: 'html' },
    MailboxEnums: { ItemNotificationMessageType: { InformationalMessage: 'informationalMessage' } },
    actions: { associate() {} },
    context: {
      displayLanguage: 'en-US',
      contentLanguage: 'en-US',
      get officeTheme() {
        return claims.theme();
      },
      requirements: {
        isSetSupported(name: string, version = '1.1'): boolean {
          const has = claims.sets()[name];
          return has !== undefined && reaches(has, version);
        },
      },
    },
  };
}

/** The `Office` global in Word. */
export function wordOffice(
  document: WordDocument,
  options: { theme: () => Theme | undefined; hangs: boolean },
) {
  const saved = document.settings;
  const core = officeCore({
    host: 'Word',
    platform: 'PC',
    sets: () => ({ WordApi: document.faults.wordApi, WordApiDesktop: '1.2' }),
    ...options,
  });
  const selectionHandlers = new Set<() => void>();
  let working = new Map(saved);
  return Object.assign(core, {
    context: Object.defineProperties(
      {
        document: {
          settings: {
            get: (name: string) => working.get(name) ?? null,
            set: (name: string, value: unknown) => void working.set(name, value),
            remove: (name: string) => void working.delete(name),
            saveAsync(...args: unknown[]) {
              saved.clear();
              for (const [name, value] of working) saved.set(name, value);
              answer(args, undefined);
            },
            refreshAsync(...args: unknown[]) {
              working = new Map(saved);
              answer(args, undefined);
            },
          },
          addHandlerAsync(_kind: string, handler: () => void, ...args: unknown[]) {
            selectionHandlers.add(handler);
            answer(args, undefined);
          },
          removeHandlerAsync(
            _kind: string,
            options?: { handler?: () => void },
            ...args: unknown[]
          ) {
            if (options?.handler) selectionHandlers.delete(options.handler);
            else selectionHandlers.clear();
            answer(args, undefined);
          },
        },
      },
      Object.getOwnPropertyDescriptors(core.context),
    ),
    /** For the page around: the selection moved. */
    selectionMoved: () => {
      for (const handler of selectionHandlers) handler();
    },
  });
}

export { names } from '../src/names.js';

/**
 * The add-in, described once. Everything that Office installs is made from this: the XML manifests for Word and
 * Outlook, the one with the send check, and the unified manifest for both.
 */
export const addIn = {
  provider: 'Chaperone',
  name: 'Chaperone',
  short: 'Points at words that tell readers who was treated, and offers safer ones.',
  full: 'Chaperone reads the copy a clinic writes, on this computer, and points at words that tell readers who was a patient. It says what a reader would learn, names the law behind it, and offers a rewrite. No text leaves the machine. Not legal advice.',
  sendName: 'Chaperone with send check',
  locale: 'en-US',
  accent: '#0F5B78',
  /** Where people find help and terms; the store and the unified manifest want them. */
  support: 'support.html',
  privacy: 'support.html#privacy',
  terms: 'support.html#terms',
} as const;

/** Ids never change: Office knows an installed add-in by them. */
export const ids = {
  word: 'b1f4d7a0-6f0e-4c8a-9d0b-2f6f5f3f9a11',
  outlook: '5c7a4a2e-0d1c-4c1e-8e0d-7a9a0c3f4b22',
  outlookOnSend: '9e2b6c34-3a57-4f0d-b8a6-41d5e7c90d33',
  unified: '2d8f0b5e-7c41-4e7b-a1f9-6b3c8d2e1f44',
  unifiedOnSend: '7b3e9d18-52c6-4a0f-9c7d-e08f4a6b1c55',
} as const;

/** What the button says. */
export const button = {
  label: 'Check privacy',
  tipTitle: 'Check copy for patient privacy',
  tip: 'Opens a pane that reads along and points at words that tell readers who was treated here.',
  group: 'Chaperone',
} as const;

/** The strings that Word shows on the popup at an underline. The ids are those that the pane asks for. */
export const popup = {
  'Popup.Brand': 'Chaperone',
  'Popup.Title': 'Readers may learn who was treated',
  'Popup.Subtitle': 'A safer way to say it:',
} as const;

/** Icon sizes on the ribbon, in pixels. */
export const ribbonIcons = [16, 20, 24, 32, 40, 48, 64, 80] as const;

export interface Place {
  /** Where the pane is served, https, without a slash at the end. */
  readonly origin: string;
  /** The package's version, three parts. */
  readonly version: string;
}

/** Manifests have four parts where packages have three; what stands after a hyphen is dropped. */
export function fourPart(version: string): string {
  return `${version.replace(/-.*/, '')}.0`;
}

export function address(place: Place, path: string): string {
  return `${place.origin}/${path}`;
}

import type { DocumentOptions } from '@chaperone/client';
import { byId, fieldById } from './page.js';
import { type Sample, samples } from './samples.js';

const channels: readonly (readonly [string, string])[] = [
  ['', 'Work it out from the text'],
  ['review-reply', 'Reply to a review'],
  ['social-post', 'Social post'],
  ['direct-message', 'Direct message'],
  ['newsletter', 'Newsletter or e-mail'],
  ['web-page', 'Web page'],
  ['internal-draft', 'Internal draft'],
];

const levels = [
  ['strict', 'Strict', 'Counsel approves no replies at all'],
  ['standard', 'Standard', 'Careful replies are fine'],
  ['lenient', 'Lenient', 'Only what plainly reveals'],
] as const;

export interface ControlEvents {
  onSample(sample: Sample): void;
  onOptions(options: DocumentOptions): void;
  /** The practice as the text of a profile; empty when nothing is filled in. */
  onPractice(profileText: string): void;
}

/** Fills the choices above the editor and hears them. */
export function fillControls(events: ControlEvents): void {
  const sample = fieldById('sample');
  const channel = fieldById('channel');
  sample.append(
    ...samples.map(({ title }, index) => new Option(title, String(index))),
    new Option('An empty page', ''),
  );
  channel.append(...channels.map(([value, title]) => new Option(title, value)));
  byId('strictness').append(...levels.map(level));
  channel.value = samples[0]?.channel ?? '';

  const tell = () => {
    const strictness = levels.find(
      ([name]) =>
        name === document.querySelector<HTMLInputElement>('input[name=strictness]:checked')?.value,
    )?.[0];
    events.onOptions({
      ...(channel.value === '' ? {} : { channel: channel.value }),
      ...(strictness ? { strictness } : {}),
    });
  };
  sample.addEventListener('change', () => {
    const chosen = samples[Number(sample.value || -1)] ?? { title: '', channel: '', text: '' };
    channel.value = chosen.channel;
    tell();
    events.onSample(chosen);
  });
  channel.addEventListener('change', tell);
  byId('strictness').addEventListener('change', tell);
  tell();

  const practice = ['practice-name', 'practice-staff', 'practice-phone'].map(fieldById);
  for (const field of practice)
    field.addEventListener('input', () =>
      events.onPractice(profileOf(practice.map(({ value }) => value.trim()))),
    );
}

function level([value, title, hint]: (typeof levels)[number]): HTMLElement {
  const label = document.createElement('label');
  const radio = document.createElement('input');
  Object.assign(radio, {
    type: 'radio',
    name: 'strictness',
    value,
    defaultChecked: value === 'standard',
  });
  const words = document.createElement('span');
  words.textContent = title;
  label.title = hint;
  label.append(radio, words);
  return label;
}

/** JSON is YAML too, and needs no care with quotation marks. */
function profileOf([name = '', staff = '', phone = '']: readonly string[]): string {
  const people = staff
    .split(',')
    .map((person) => person.trim())
    .filter((person) => person !== '');
  if (name === '' && people.length === 0 && phone === '') return '';
  return JSON.stringify({
    ...(name === '' ? {} : { name }),
    staff: people,
    phones: phone === '' ? [] : [phone],
  });
}

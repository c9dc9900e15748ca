import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import type { Place } from './describe.js';
import { unifiedJson } from './unified.js';
import { outlookXml, wordXml } from './xml.js';

/** The manifests' texts by file name. */
export function manifests(place: Place): Record<string, string> {
  return {
    'word.xml': wordXml(place),
    'outlook.xml': outlookXml(place, false),
    'outlook-on-send.xml': outlookXml(place, true),
    'manifest.json': unifiedJson(place, false),
    'manifest-on-send.json': unifiedJson(place, true),
  };
}

/** Writes the manifests and a zip of each unified one into `folder`, the same bytes for the same place. */
export async function writeManifests(place: Place, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const texts = manifests(place);
  for (const [name, text] of Object.entries(texts)) await writeFile(`${folder}/${name}`, text);
  const assets = fileURLToPath(new URL('../assets/', import.meta.url));
  const icon = async (name: string) => new Uint8Array(await readFile(`${assets}${name}`));
  for (const [json, zip] of [
    ['manifest.json', 'chaperone-unified.zip'],
    ['manifest-on-send.json', 'chaperone-unified-on-send.zip'],
  ] as const) {
    const files = {
      'manifest.json': new TextEncoder().encode(texts[json]),
      'assets/icon-192.png': await icon('icon-192.png'),
      'assets/outline-32.png': await icon('outline-32.png'),
    };
    // A fixed time, so that the same content gives the same file.
    await writeFile(`${folder}/${zip}`, zipSync(files, { mtime: new Date(2020, 0, 1) }));
  }
}

import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OfficeAddinManifest, validateManifest } from 'office-addin-manifest';
import { checkJson, checkXml, type Known } from '../manifest/check.js';
import { ids, names, popup } from '../manifest/describe.js';
import { manifests, writeManifests } from '../manifest/write.js';
import { popupStrings } from '../src/word/draw.js';

const assets = fileURLToPath(new URL('../assets/', import.meta.url));
const { version } = JSON.parse(
  await readFile(new URL('../package.json', import.meta.url), 'utf8'),
) as { version: string };
const place = { origin: 'https://addin.example.org', version };
const sizes = new Map<string, readonly [number, number]>();
for (const name of (await readdir(assets)).filter((one) => one.endsWith('.png'))) {
  const png = await readFile(assets + name);
  // Width and height stand in a PNG's first chunk.
  sizes.set(`assets/${name}`, [png.readUInt32BE(16), png.readUInt32BE(20)]);
}
const known: Known = {
  ...place,
  files: new Set(['taskpane.html', 'support.html', 'on-send.html', 'on-send.js', ...sizes.keys()]),
  iconSize: (path) => sizes.get(path),
};
const texts = manifests(place);
const xmls = ['word.xml', 'outlook.xml', 'outlook-on-send.xml'];
const jsons = ['manifest.json', 'manifest-on-send.json'];

describe('manifests', () => {
  for (const name of xmls) {
    it(`${name} passes every check of ours`, () => {
      assert.deepEqual(checkXml(texts[name]!, known), []);
    });
    it(`${name} is read by Microsoft's own reader`, async () => {
      await inFile(name, texts[name]!, async (path) => {
        const read = await OfficeAddinManifest.readManifestFile(path);
        assert.equal(read.version, `${version}.0`);
        assert.equal(read.providerName, 'Chaperone');
      });
    });
  }

  for (const name of jsons) {
    it(`${name} passes every check of ours`, () => {
      assert.deepEqual(checkJson(texts[name]!, known), []);
    });

    it(`${name} passes Microsoft's validator`, async () => {
      await inFile('manifest.json', texts[name]!, async (path) => {
        const result = await validateManifest(path);
        assert.equal(result.isValid, true, JSON.stringify(result.report));
      });
    });
  }

  it('have an id each, and the unified ones hide the others', () => {
    assert.equal(new Set(Object.values(ids)).size, Object.keys(ids).length);
    for (const [name, outlook] of [
      ['manifest.json', ids.outlook],
      ['manifest-on-send.json', ids.outlookOnSend],
    ] as const)
      assert.ok(texts[name]!.includes(ids.word) && texts[name]!.includes(outlook), name);
  });

  it('hold the strings that the popup asks for, and the simulated Word shows the same', async () => {
    for (const id of Object.values(popupStrings))
      assert.ok(texts['word.xml']!.includes(`<bt:String id="${id}"`), id);
    const page = await readFile(
      new URL('../../../test/office-host/src/page.ts', import.meta.url),
      'utf8',
    );
    for (const [id, text] of Object.entries(popup))
      assert.ok(page.includes(`'${id}': '${text}'`), id);
  });

  it('hold the send check only in the manifests for administrators', () => {
    const [extension] = JSON.parse(texts['manifest-on-send.json']!).extensions;
    assert.deepEqual(
      extension.autoRunEvents.flatMap((one: { events: object[] }) => one.events),
      ['messageSending', 'appointmentSending'].map((type) => ({
        type,
        actionId: names.onSend,
        options: { sendMode: 'promptUser' },
      })),
    );
    // "Show me" names the pane's button by the id of its control.
    for (const id of [names.outlookButton, names.outlookAppointmentButton])
      assert.ok(texts['manifest-on-send.json']!.includes(`"id": "${id}"`), id);
    assert.ok(!/SendCheck|autoRunEvents|on-send/.test(texts['manifest.json']!));
    assert.ok(texts['outlook-on-send.xml']!.includes(`FunctionName="${names.onSend}"`));
    assert.ok(texts['outlook-on-send.xml']!.includes('SendMode="PromptUser"'));
    assert.ok(!texts['outlook.xml']!.includes('LaunchEvent'));
    for (const name of xmls) assert.equal(texts[name]!.includes('SendMode="Block"'), false);
  });

  it('come out the same, byte for byte, every time', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'chaperone-manifests-'));
    try {
      const read = async () =>
        Promise.all(
          (await readdir(folder))
            .sort()
            .map(async (name) => (await readFile(join(folder, name))).toString('base64')),
        );
      await writeManifests(place, folder);
      const first = await read();
      await writeManifests(place, folder);
      assert.deepEqual(await read(), first);
      assert.equal(first.length, Object.keys(texts).length + jsons.length);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('the checks of manifests', () => {
  const broken: [string, (xml: string) => string, RegExp][] = [
    [
      'an address without encryption',
      (xml) =>
        xml.replace(
          'https://addin.example.org/taskpane.html',
          'http://addin.example.org/taskpane.html',
        ),
      /not https/,
    ],
    [
      'an address elsewhere',
      (xml) =>
        xml.replaceAll(
          'https://addin.example.org/taskpane.html',
          'https://other.example.org/taskpane.html',
        ),
      /another server/,
    ],
    [
      'a page that is not served',
      (xml) => xml.replaceAll('taskpane.html', 'pane.html'),
      /not served/,
    ],
    [
      'a resource that is missing',
      (xml) => xml.replaceAll('resid="Button.Tip"', 'resid="Button.Tipp"'),
      /missing/,
    ],
    [
      'a resource of the wrong kind',
      (xml) => xml.replaceAll('<Label resid="Button.Label"', '<Label resid="Pane.Page"'),
      /no String/,
    ],
    [
      'a resource twice',
      (xml) =>
        xml.replace(
          '<bt:Url id="Pane.Page"',
          '<bt:Url id="Button.Label" DefaultValue="https://addin.example.org/taskpane.html"/><bt:Url id="Pane.Page"',
        ),
      /twice/,
    ],
    [
      'a string that is too long',
      (xml) => xml.replace('DefaultValue="Check privacy"', `DefaultValue="${'x'.repeat(126)}"`),
      /longer than 125/,
    ],
    [
      'elements out of order',
      (xml) =>
        xml
          .replace(/<Version>.*<\/Version>/, '')
          .replace('<DefaultLocale>', `<Version>${version}.0</Version><DefaultLocale>`),
      /out of order/,
    ],
    [
      'an icon of the wrong size',
      (xml) => xml.replaceAll('assets/icon-16.png', 'assets/icon-20.png'),
      /16 by 16/,
    ],
    [
      'another version',
      (xml) => xml.replace(`<Version>${version}.0`, '<Version>9.9.9.9'),
      /version/,
    ],
  ];
  for (const [name, breakIt, says] of broken) {
    it(`find ${name}`, () => {
      const xml = breakIt(texts['word.xml']!);
      assert.notEqual(xml, texts['word.xml']);
      assert.match(checkXml(xml, known).join('\n'), says);
    });
  }

  it('find an action that leads nowhere, an event that is none, and http, in the unified manifest', () => {
    assert.match(
      checkJson(
        texts['manifest-on-send.json']!.replace('"messageSending"', '"OnMessageSend"'),
        known,
      ).join(),
      /no event that is called OnMessageSend/,
    );
    const json = texts['manifest.json']!;
    assert.match(
      checkJson(
        json.replace('"actionId": "Chaperone.MailPane.open"', '"actionId": "nowhere"'),
        known,
      ).join(),
      /nowhere/,
    );
    assert.match(
      checkJson(json.replace('"page": "https://', '"page": "http://'), known).join(),
      /not https/,
    );
  });
});

async function inFile(
  name: string,
  text: string,
  use: (path: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'chaperone-manifest-'));
  try {
    const path = join(folder, name);
    await writeFile(path, text);
    await use(path);
  } finally {
    await rm(folder, { recursive: true });
  }
}

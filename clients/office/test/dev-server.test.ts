import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certificate, serve } from '../dev-server.js';

describe('the development server', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chaperone-serve-'));
    await mkdir(join(folder, 'site'));
    await writeFile(join(folder, 'site/taskpane.html'), 'the pane');
    await writeFile(join(folder, 'secret.txt'), 'not served');
  });
  after(() => rm(folder, { recursive: true }));

  it('speaks https with a certificate for localhost that a client can trust, and keeps it', async () => {
    const pair = await certificate(join(folder, 'certificates'));
    assert.equal(pair.isNew, true);
    assert.match(new X509Certificate(pair.cert).subjectAltName ?? '', /DNS:localhost/);
    assert.equal((await certificate(join(folder, 'certificates'))).isNew, false);
    const server = await serve(join(folder, 'site'), 0, pair);
    try {
      assert.equal(await read(`${server.origin}/taskpane.html`, pair.cert), '200 the pane');
      assert.equal(await read(`${server.origin}/..%2fsecret.txt`, pair.cert), '404 Not here.');
      assert.equal(await read(`${server.origin}/%E0%A4%A`, pair.cert), '404 Not here.');
      assert.equal(
        await read(`${server.origin}/`, pair.cert),
        '302 to /demo/index.html ',
        'relative addresses of the demo need its folder',
      );
    } finally {
      server.close();
    }
  });
});

function read(url: string, ca: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { ca, agent: false }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += String(chunk);
      });
      const { statusCode, headers } = response;
      const to = headers.location ? `to ${headers.location} ` : '';
      response.on('end', () => resolve(`${statusCode} ${to}${body}`));
    }).on('error', reject);
  });
}

/* Serves the built add-in over https on this machine, as Office wants it, with a certificate made here. */
import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from 'selfsigned';
import sirv from 'sirv';

const root = fileURLToPath(new URL('./', import.meta.url));
const dist = join(root, 'dist');
const certificates = join(root, 'certificates');

/** The certificate and its key: the ones made before while they last another week, else new ones. */
export async function certificate(
  folder: string,
): Promise<{ cert: string; key: string; isNew: boolean }> {
  const paths = { cert: join(folder, 'localhost.crt'), key: join(folder, 'localhost.key') };
  if (existsSync(paths.cert) && existsSync(paths.key)) {
    const cert = await readFile(paths.cert, 'utf8');
    const lasts = Date.parse(new X509Certificate(cert).validTo) - Date.now();
    if (lasts > 7 * 24 * 3600 * 1000)
      return { cert, key: await readFile(paths.key, 'utf8'), isNew: false };
  }
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keySize: 2048,
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + 365 * 24 * 3600 * 1000),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  await mkdir(folder, { recursive: true });
  await writeFile(paths.cert, made.cert);
  await writeFile(paths.key, made.private);
  await chmod(paths.key, 0o600);
  return { cert: made.cert, key: made.private, isNew: true };
}

/** Serves `folder` on `port`; 0 takes any free one. Resolves with the address. */
export async function serve(
  folder: string,
  port: number,
  pair: { cert: string; key: string },
): Promise<{ origin: string; close(): void }> {
  const files = sirv(folder, {
    dev: true,
    setHeaders(response, path) {
      response.setHeader('x-content-type-options', 'nosniff');
      // Office refuses icons that must not be kept.
      response.setHeader('cache-control', path.endsWith('.png') ? 'max-age=3600' : 'no-cache');
    },
  });
  const server = createServer({ cert: pair.cert, key: pair.key }, (request, response) => {
    if (request.url === '/') response.writeHead(302, { location: '/demo/index.html' }).end();
    else
      files(request, response, () => {
        response.writeHead(404).end('Not here.');
      });
  });
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(port, 'localhost', resolve),
  );
  const address = server.address();
  return {
    origin: `https://localhost:${typeof address === 'object' ? address?.port : port}`,
    close: () => void server.close(),
  };
}

async function main(): Promise<void> {
  const port = Number(process.env.PORT ?? 3000);
  console.log('Building the add-in…');
  // The pane's worker is the server's bundle.
  const server = join(root, '../../server');
  execFileSync(process.execPath, ['esbuild.mjs'], { cwd: server, stdio: 'inherit' });
  execFileSync(process.execPath, ['--import', 'tsx', 'esbuild.mjs'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, CHAPERONE_ORIGIN: `https://localhost:${port}` },
  });
  const pair = await certificate(certificates);
  const { origin } = await serve(dist, port, pair);
  console.log(`
The pane is served at ${origin}/taskpane.html
A simulated document with the pane: ${origin}/demo/index.html

To use it in Office:
  1. Trust the certificate once: ${join(certificates, 'localhost.crt')}
     (Windows: open it, Install, "Trusted Root Certification Authorities". Mac: open it in Keychain Access, "Always Trust".)
  2. Install a manifest from ${join(dist, 'manifests')}: word.xml or outlook.xml. docs/office.md says where.

Stop with Ctrl+C.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error: NodeJS.ErrnoException) => {
    const taken =
      error.code === 'EADDRINUSE'
        ? 'The port is in use. Set PORT to another and install the manifests anew.'
        : error.message;
    console.error(taken);
    process.exitCode = 1;
  });
}

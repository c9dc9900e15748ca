// One small local server for the playground and the Office task pane. It listens on this machine only.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import sirv from 'sirv';
import { root, say } from './workspace.mjs';

/** What is served: path, folder, and a line for the start page. */
const sites = [
  {
    path: '/playground/',
    folder: 'clients/playground/dist',
    about: 'Playground: try Chaperone in an editor',
  },
  {
    path: '/office/',
    page: 'taskpane.html',
    folder: 'clients/office/dist',
    about: 'Task pane for Word and Outlook',
  },
  {
    path: '/office-demo/',
    folder: 'clients/office/dist/demo',
    about: 'Task pane with a simulated Word or Outlook',
  },
];

/**
 * Serves until the process is ended. `here` is the folder that relative paths in the arguments mean.
 * Resolves to an exit code: 0 when it was stopped, 2 when it could not start.
 */
export async function startServing(args, here) {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '3000' },
      cert: { type: 'string' },
      key: { type: 'string' },
    },
  });
  const handler = handlerFor(
    sites.filter(
      (site) => existsSync(join(root, site.folder, 'index.html')) || site.path === '/office/',
    ),
  );
  const secure = certificate(values, here);
  const server = secure ? createSecureServer(secure, handler) : createServer(handler);
  const scheme = secure ? 'https' : 'http';
  return new Promise((done) => {
    server.on('error', (error) => {
      say(
        error.code === 'EADDRINUSE'
          ? `port ${values.port} is taken; choose another with --port`
          : error.message,
      );
      done(2);
    });
    server.listen(Number(values.port), '127.0.0.1', () => {
      const { port } = server.address();
      say(`serving on this machine only, at ${scheme}://127.0.0.1:${port}/ (stop with Ctrl+C)`);
      for (const site of sites)
        say(`  ${scheme}://127.0.0.1:${port}${site.path}${site.page ?? ''}  ${site.about}`);
      if (!secure)
        say(
          'Word and Outlook ask for https: give --cert FILE --key FILE, or run "npx office-addin-dev-certs install" once',
        );
    });
    for (const signal of ['SIGINT', 'SIGTERM'])
      process.once(signal, () => server.close(() => done(0)) && server.closeAllConnections());
  });
}

function handlerFor(served) {
  const handlers = served.map((site) => ({
    ...site,
    handle: sirv(join(root, site.folder), { dev: true, etag: true }),
  }));
  return (request, response) => {
    const [path = '/', query] = (request.url ?? '/').split('?');
    if (path === '/') return respond(response, 200, startPage(served));
    const site = handlers.find((each) => `${path}/`.startsWith(each.path));
    if (site && !path.startsWith(site.path))
      return response.writeHead(301, { location: site.path }).end();
    const notFound = () =>
      respond(response, 404, '<p>There is no such page here. <a href="/">Start page</a></p>');
    // The manifests name the task pane's files at the server's root, as on a real host.
    const fallback = handlers.find((each) => each.path === '/office/');
    if (!site) return fallback ? fallback.handle(request, response, notFound) : notFound();
    if (site.page !== undefined && path === site.path)
      return response.writeHead(302, { location: site.path + site.page }).end();
    request.url = path.slice(site.path.length - 1) + (query === undefined ? '' : `?${query}`);
    return site.handle(request, response, notFound);
  };
}

function respond(response, status, body) {
  response
    .writeHead(status, { 'content-type': 'text/html; charset=utf-8' })
    .end(
      '<!doctype html><html lang="en"><meta charset="utf-8">' +
        '<meta name="viewport" content="width=device-width, initial-scale=1"><title>Chaperone</title>' +
        `<link rel="icon" href="/office/assets/icon-32.png"><body style="font: 16px/1.5 system-ui">${body}`,
    );
}

function startPage(served) {
  const links = served
    .map((site) => `<li><a href="${site.path}${site.page ?? ''}">${site.about}</a></li>`)
    .join('');
  return `<h1>Chaperone on this machine</h1><ul>${links}</ul>`;
}

/** The certificate the caller names, or the one that Office's own tool keeps in the home folder. */
function certificate({ cert, key }, here) {
  const kept = join(homedir(), '.office-addin-dev-certs');
  const certFile = cert === undefined ? join(kept, 'localhost.crt') : resolve(here, cert);
  const keyFile = key === undefined ? join(kept, 'localhost.key') : resolve(here, key);
  const named = cert !== undefined || key !== undefined;
  if (!named && !(existsSync(certFile) && existsSync(keyFile))) return undefined;
  return { cert: readFileSync(certFile), key: readFileSync(keyFile) };
}

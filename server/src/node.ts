import { createServer } from 'node:net';
import { createChecker } from '@chaperone/core';
import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { listCopyFiles, readTextFile } from './files.js';
import { after, type Host, isoDate } from './host.js';
import { profileText } from './profile-text.js';
import { startServer } from './server.js';

declare const CHAPERONE_VERSION: string | undefined;

const usage = `chaperone-language-server: underlines patient-privacy risk in medical marketing copy, for any editor that speaks LSP.

  --stdio              speak over standard input and output (what most editors want)
  --node-ipc           speak over Node's own channel
  --socket=PORT        connect to a port on this machine
  --listen=PORT        wait for one connection on a port of this machine
  --pipe=NAME          connect to a named pipe
  --version, --help

No text leaves this machine.
`;

const host: Host = {
  today: () => isoDate(new Date()),
  after,
  createChecker,
  readFile: readTextFile,
  listCopy: listCopyFiles,
  profileText: () => profileText,
};

const given = process.argv.slice(2);
const listening = given
  .map((argument) => /^--listen=(\d{1,5})$/.exec(argument)?.[1])
  .find((port) => port !== undefined);
const known =
  /^--(?:stdio|node-ipc|socket(?:=.*)?|pipe(?:=.*)?|clientProcessId(?:=.*)?|listen=\d{1,5})$/;
const unknown = given.find(
  (argument, index) =>
    !known.test(argument) && !/^--(?:socket|pipe|clientProcessId)$/.test(given[index - 1] ?? ''),
);

if (given.includes('--help') || given.includes('-h')) process.stdout.write(usage);
else if (given.includes('--version'))
  process.stdout.write(`${typeof CHAPERONE_VERSION === 'string' ? CHAPERONE_VERSION : '0.0.0'}\n`);
else if (given.length === 0 || unknown !== undefined) {
  process.stderr.write(
    `${unknown === undefined ? 'Say how to speak to the editor.' : `There is no option ${unknown}.`}\n\n${usage}`,
  );
  process.exitCode = 2;
} else if (listening !== undefined) listen(Number(listening));
else startServer(createConnection(ProposedFeatures.all), host);

/** Serves the first client that connects, on this machine only. */
function listen(port: number): void {
  const server = createServer((socket) => {
    server.close();
    startServer(
      createConnection(
        ProposedFeatures.all,
        new StreamMessageReader(socket),
        new StreamMessageWriter(socket),
      ),
      host,
    );
    socket.on('close', () => process.exit(0));
  });
  server.on('error', (error) => {
    process.stderr.write(`The port ${port} cannot be used: ${error.message}\n`);
    process.exitCode = 2;
  });
  server.listen(port, '127.0.0.1', () => {
    const address = server.address();
    if (address !== null && typeof address === 'object')
      process.stderr.write(`Listening on 127.0.0.1:${address.port}\n`);
  });
}

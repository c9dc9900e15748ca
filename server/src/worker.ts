import { createChecker, parseProfile } from '@chaperone/core';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { after, isoDate } from './host.js';
import { formatsAt, rarer } from './rarer.js';
import { startServer } from './server.js';

declare const self: DedicatedWorkerGlobalScope;

// worker-formats.js has no core of its own.
Object.assign(self, { chaperoneCore: { parseProfile } });

const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(self),
  new BrowserMessageWriter(self),
);
startServer(connection, {
  today: () => isoDate(new Date()),
  after,
  createChecker,
  profileText: () => rarer().profileText,
  formatsAt,
});

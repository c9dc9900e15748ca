import { createChecker } from '@chaperone/core';
import { after, isoDate } from './host.js';
import { formatsAt, rarer } from './rarer.js';
import { startServer } from './server.js';
import { createWorkerConnection } from './worker-connection.js';

declare const self: DedicatedWorkerGlobalScope;

const connection = createWorkerConnection({
  send: (message) => self.postMessage(message),
  listen: (take) => {
    self.onmessage = ({ data }) => take(data);
  },
  later: turns(),
});
startServer(connection, {
  today: () => isoDate(new Date()),
  after,
  createChecker,
  profileText: () => rarer().profileText,
  formatsAt,
});

/** Turns of the event loop without the wait that timers have. */
function turns(): (run: () => void) => void {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return (run) => {
    waiting.push(run);
    port2.postMessage(undefined);
  };
}

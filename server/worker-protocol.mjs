import { fileURLToPath } from 'node:url';

/** For the worker: the few names it uses of vscode-languageserver, in the place of the library (worker-protocol.ts). */
export const workerProtocol = {
  name: 'worker-protocol',
  setup({ onResolve }) {
    onResolve({ filter: /^vscode-languageserver$/ }, () => ({
      path: fileURLToPath(new URL('src/worker-protocol.ts', import.meta.url)),
    }));
  },
};

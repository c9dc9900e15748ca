/** A worker whose script is loaded from a blob: only such a worker is bound by the page's content security policy. */
export function startWorker(...scripts: readonly string[]): Worker {
  const source = `${scripts.map((script) => `importScripts(${JSON.stringify(script)});`).join('')}(${closeNetwork.toString()})();`;
  const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const worker = new Worker(url, { name: 'chaperone' });
  // The worker has taken its copy of the address by the time the next task runs.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  return worker;
}

/** Runs inside the worker: everything that could send is taken away, on the scope and on what it inherits from. */
function closeNetwork(): void {
  const names = [
    'fetch',
    'XMLHttpRequest',
    'WebSocket',
    'WebSocketStream',
    'EventSource',
    'WebTransport',
    'importScripts',
    'Worker',
    'BroadcastChannel',
    'RTCPeerConnection',
    'caches',
    'indexedDB',
  ];
  for (let scope: object | null = self; scope; scope = Object.getPrototypeOf(scope)) {
    for (const name of names) {
      if (Object.hasOwn(scope, name))
        Object.defineProperty(scope, name, {
          value: undefined,
          configurable: false,
          writable: false,
        });
    }
  }
}

/** What a worker, or a port to one, must be able to do. */
export interface WorkerPort {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

/** The transport that @codemirror/lsp-client asks for: it speaks JSON text, the worker speaks objects. */
export function workerTransport(worker: WorkerPort): {
  send(message: string): void;
  subscribe(handler: (message: string) => void): void;
  unsubscribe(handler: (message: string) => void): void;
} {
  const listeners = new Map<(message: string) => void, (event: MessageEvent) => void>();
  return {
    send: (message) => worker.postMessage(JSON.parse(message)),
    subscribe(handler) {
      const listener = (event: MessageEvent) => handler(JSON.stringify(event.data));
      listeners.set(handler, listener);
      worker.addEventListener('message', listener);
    },
    unsubscribe(handler) {
      const listener = listeners.get(handler);
      if (listener) worker.removeEventListener('message', listener);
      listeners.delete(handler);
    },
  };
}

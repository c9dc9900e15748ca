import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { startExtension, stopExtension } from './extension.js';

/** Activates the extension in a browser: the server is a web worker. */
export function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server', 'worker.js').toString(true);
  return startExtension(context, (options) => {
    const worker = new Worker(script);
    return {
      client: new LanguageClient('chaperone', 'Chaperone', worker, options),
      release: () => worker.terminate(),
    };
  });
}

export { stopExtension as deactivate };

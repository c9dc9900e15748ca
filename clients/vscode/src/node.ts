import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, type ServerOptions, TransportKind } from 'vscode-languageclient/node';
import { startExtension, stopExtension } from './extension.js';

/** Activates the extension on the desktop and on remote machines: the server is a Node process, reached by IPC. */
export function activate(context: ExtensionContext): Promise<void> {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server', 'node.js').fsPath;
  const server: ServerOptions = { module, transport: TransportKind.ipc };
  return startExtension(context, (options) => ({
    client: new LanguageClient('chaperone', 'Chaperone', server, options),
    release: () => {},
  }));
}

export { stopExtension as deactivate };

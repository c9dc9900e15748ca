import { type ExtensionContext, workspace } from 'vscode';
import { registerCommands } from './commands/index.js';
import { registerCommitBox } from './commit-box.js';
import { registerFindingsView } from './findings-view.js';
import { registerProfileLanguage } from './profile-language.js';
import { folderSchemes } from './selector.js';
import { createServer, type Server } from './server.js';
import type { Connect } from './session.js';
import { startSettings } from './settings.js';
import { registerStatus } from './status.js';

let server: Server | undefined;

/** Starts everything that desktop and web share. `connect` makes a client with its server. */
export async function startExtension(context: ExtensionContext, connect: Connect): Promise<void> {
  server = createServer(context, connect);
  const findings = registerFindingsView(context);
  registerStatus(server);
  registerCommitBox(server);
  registerCommands(server, findings);
  registerProfileLanguage(context);
  let schemes = folderSchemes().join();
  context.subscriptions.push(
    // What the server gets to see is said when it starts.
    workspace.onDidChangeWorkspaceFolders(() => {
      const now = folderSchemes().join();
      if (now !== schemes) void server?.restart();
      schemes = now;
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (startSettings.some((name) => event.affectsConfiguration(`chaperone.${name}`)))
        void server?.restart();
    }),
  );
  await server.restart();
}

/** Ends the server. */
export async function stopExtension(): Promise<void> {
  await server?.stop();
}

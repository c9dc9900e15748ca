import { startEditor } from './code-server.js';
import { vsix } from './vscode-copy.js';
import { useWindow } from './vscode-suite.js';

describe('a folder that is not trusted, in Visual Studio Code', function () {
  const suite = useWindow(this, {
    editor: () =>
      startEditor(
        vsix,
        {
          'security.workspace.trust.enabled': true,
          'security.workspace.trust.startupPrompt': 'always',
        },
        { asksForTrust: true },
      ),
    prepare: async (window) => {
      await window.page.getByRole('button', { name: /No, I don't trust/ }).click();
    },
  });

  it('is checked all the same, since nothing of it is run', async () => {
    await suite.window.page.locator('[id="status.workspaceTrust"]').waitFor();
    await suite.openWith('fix.md', 1);
    await suite.window.command('Chaperone: Go to Next Finding');
    await suite.window.page.keyboard.press('Escape');
    await suite.window.quickFix('Thank them for the words');
    await suite.window.risks(0);
    await suite.picture('trust');
  });
});

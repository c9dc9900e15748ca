// A file system that is nowhere on disk, as vscode.dev's is: what the extension says of virtual workspaces is tried on it.
const vscode = require('vscode');

const files = new Map([
  [
    '/practice/reply.md',
    '<!-- chaperone: channel=review-reply -->\n\n> Great place!\n\nThank you for coming in to see us!\n',
  ],
]);
const changed = new vscode.EventEmitter();
const decode = (text) => new TextEncoder().encode(text);

const provider = {
  onDidChangeFile: changed.event,
  watch: () => new vscode.Disposable(() => {}),
  stat({ path }) {
    if (path === '/practice' || path === '/')
      return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    const text = files.get(path);
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(path);
    return { type: vscode.FileType.File, ctime: 0, mtime: text.length, size: text.length };
  },
  readDirectory: () =>
    [...files.keys()].map((path) => [path.split('/').pop(), vscode.FileType.File]),
  readFile({ path }) {
    if (!files.has(path)) throw vscode.FileSystemError.FileNotFound(path);
    return decode(files.get(path));
  },
  writeFile(uri, content) {
    const type = files.has(uri.path)
      ? vscode.FileChangeType.Changed
      : vscode.FileChangeType.Created;
    files.set(uri.path, new TextDecoder().decode(content));
    changed.fire([{ type, uri }]);
  },
  delete(uri) {
    files.delete(uri.path);
    changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  },
  createDirectory() {},
  rename() {
    throw vscode.FileSystemError.NoPermissions();
  },
};

exports.activate = (context) => {
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider('memfs', provider),
    vscode.commands.registerCommand('memoryFiles.show', () =>
      vscode.window.showTextDocument(vscode.Uri.parse('memfs:/practice/reply.md')),
    ),
  );
};

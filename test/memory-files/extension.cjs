// A file system that is nowhere on disk, as vscode.dev's is: what the extension says of virtual workspaces is tried on it.
const vscode = require('vscode');

const channel = '<!-- chaperone: channel=review-reply -->';
const thanks = 'Thank you for coming in to see us!';
const files = new Map([
  ['/practice/reply.md', `${channel}\n\n> Great place!\n\n${thanks}\n`],
  ['/practice/posts/more/answer.md', `${channel}\n\n> Lovely people.\n\n${thanks}\n`],
  ['/practice/posts/.gitignore', 'draft.md\n'],
  ['/practice/posts/draft.md', `${channel}\n\n${thanks}\n`],
  ['/practice/node_modules/other/readme.md', `${channel}\n\n${thanks}\n`],
]);
const changed = new vscode.EventEmitter();

/** Whether something of the files stands below a path, which makes it a folder. */
const isFolder = (path) => [...files.keys()].some((file) => file.startsWith(below(path)));
const below = (path) => (path.endsWith('/') ? path : `${path}/`);

const provider = {
  onDidChangeFile: changed.event,
  watch: () => new vscode.Disposable(() => {}),
  stat({ path }) {
    const text = files.get(path);
    if (text !== undefined)
      return { type: vscode.FileType.File, ctime: 0, mtime: text.length, size: text.length };
    if (!isFolder(path)) throw vscode.FileSystemError.FileNotFound(path);
    return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
  },
  readDirectory({ path }) {
    const { File, Directory } = vscode.FileType;
    const entries = [...files.keys()]
      .filter((file) => file.startsWith(below(path)))
      .map((file) => file.slice(below(path).length).split('/'))
      .map(([name, ...rest]) => [name, rest.length > 0 ? Directory : File]);
    return [...new Map(entries)];
  },
  readFile({ path }) {
    if (!files.has(path)) throw vscode.FileSystemError.FileNotFound(path);
    return new TextEncoder().encode(files.get(path));
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
    vscode.workspace.registerFileSystemProvider('practice-files', provider),
  );
};

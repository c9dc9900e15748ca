/** True when a glob matches the end of a path or URI: `*` stands for anything but a slash, `**` for anything. */
export function matchesGlob(glob: string, uri: string): boolean {
  const path = uri.replace(/^[a-z][\w+.-]*:\/\//i, '');
  const pattern = glob
    .split(/(\*\*\/?|\*|\?)/)
    .map((piece) =>
      piece.startsWith('**')
        ? '.*'
        : piece === '*'
          ? '[^/]*'
          : piece === '?'
            ? '[^/]'
            : piece.replace(/[.+^${}()|[\]\\]/g, '\\$&'),
    )
    .join('')
    .replace(/(?:\.\*)+/g, '.*');
  return new RegExp(`(?:^|/)${pattern}$`, 'i').test(path);
}

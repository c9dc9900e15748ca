import {
  CompletionItem,
  CompletionItemKind,
  type CompletionItemProvider,
  type ExtensionContext,
  extensions,
  Hover,
  type HoverProvider,
  languages,
  Uri,
  workspace,
} from 'vscode';
import { descriptionAt, type Schema, suggestionsAt } from './profile-completion.js';

const selector = { language: 'yaml', pattern: '**/chaperone.{yaml,yml}' };

/** Completion and hovers while chaperone.yaml is edited. Where a YAML extension reads our schema, it does that. */
export function registerProfileLanguage(context: ExtensionContext): void {
  let loaded: Promise<Schema> | undefined;
  const schema = (): Promise<Schema> => {
    loaded ??= load(context);
    return loaded;
  };
  const completion: CompletionItemProvider = {
    async provideCompletionItems(document, { line, character }) {
      if (isServed()) return [];
      return suggestionsAt(document.getText(), line, character, await schema()).map(
        ({ label, kind, insert, description }) => {
          const item = new CompletionItem(
            label,
            kind === 'key' ? CompletionItemKind.Property : CompletionItemKind.Value,
          );
          item.insertText = insert;
          item.documentation = description;
          // The indentation is written out, so the editor must not add its own.
          item.keepWhitespace = true;
          return item;
        },
      );
    },
  };
  const hover: HoverProvider = {
    async provideHover(document, { line, character }) {
      if (isServed()) return undefined;
      const description = descriptionAt(document.getText(), line, character, await schema());
      return description === undefined ? undefined : new Hover(description);
    },
  };
  context.subscriptions.push(
    languages.registerCompletionItemProvider(selector, completion, ' ', '\n'),
    languages.registerHoverProvider(selector, hover),
  );
}

function isServed(): boolean {
  return extensions.getExtension('redhat.vscode-yaml') !== undefined;
}

/** The schema that the build made and that YAML extensions read too. */
async function load({ extensionUri }: ExtensionContext): Promise<Schema> {
  const bytes = await workspace.fs.readFile(
    Uri.joinPath(extensionUri, 'dist', 'chaperone.schema.json'),
  );
  const schema: Schema = JSON.parse(new TextDecoder().decode(bytes));
  return schema;
}

import {
  EventEmitter,
  type ExtensionContext,
  l10n,
  languages,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
  workspace,
} from 'vscode';
import { byPlace, type Shown, shownFindings } from './findings.js';
import { type Severity, severities } from './protocol.js';
import { riskCount, severityName } from './status-lines.js';

export const groupings = ['file', 'rule', 'severity'] as const;
export type Grouping = (typeof groupings)[number];

export interface FindingsView {
  readonly grouping: Grouping;
  group(by: Grouping): void;
}

interface Group {
  readonly key: string;
  readonly by: Grouping;
  readonly findings: readonly Shown[];
}

export type Node = Group | Shown;

/** The tree of all findings that Problems shows, by file, rule or severity. */
export function registerFindingsView(context: ExtensionContext): FindingsView {
  const changed = new EventEmitter<void>();
  let grouping: Grouping =
    groupings.find((name) => name === context.workspaceState.get('grouping')) ?? 'file';
  const provider: TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getChildren: (node) =>
      node ? [...('findings' in node ? node.findings : [])] : groupsOf(shownFindings(), grouping),
    getTreeItem: (node) => ('findings' in node ? groupItem(node) : findingItem(node, grouping)),
    // Findings are made anew at each look, and no two groups hold the same one.
    getParent: (node) =>
      'findings' in node
        ? undefined
        : groupsOf(shownFindings(), grouping).find((group) => group.key === keyOf(node, grouping)),
  };
  const view = window.createTreeView('chaperone.findings', {
    treeDataProvider: provider,
    showCollapseAll: true,
  });
  const update = () => {
    const count = shownFindings().length;
    view.badge = count > 0 ? { value: count, tooltip: riskCount(count) } : undefined;
    view.description = l10n.t('by {0}', groupingName(grouping));
    changed.fire();
  };
  context.subscriptions.push(changed, view, languages.onDidChangeDiagnostics(update));
  update();
  return {
    get grouping() {
      return grouping;
    },
    group(by) {
      grouping = by;
      void context.workspaceState.update('grouping', by);
      update();
    },
  };
}

export function groupingName(grouping: Grouping): string {
  const names: Readonly<Record<Grouping, string>> = {
    file: l10n.t('file'),
    rule: l10n.t('rule'),
    severity: l10n.t('severity'),
  };
  return names[grouping];
}

function groupsOf(findings: readonly Shown[], by: Grouping): Group[] {
  const groups = new Map<string, Shown[]>();
  for (const finding of findings) {
    const key = keyOf(finding, by);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(finding);
  }
  return [...groups]
    .map(([key, members]) => ({
      key,
      by,
      findings: members.sort((a, b) => a.uri.path.localeCompare(b.uri.path) || byPlace(a, b)),
    }))
    .sort((a, b) =>
      by === 'severity'
        ? severities.indexOf(a.key as Severity) - severities.indexOf(b.key as Severity)
        : a.key.localeCompare(b.key),
    );
}

function keyOf(finding: Shown, by: Grouping): string {
  return by === 'file' ? finding.uri.toString() : finding[by];
}

function groupItem({ key, by, findings }: Group): TreeItem {
  const count = riskCount(findings.length);
  const item = new TreeItem(
    by === 'severity' ? severityName(key as Severity) : key,
    TreeItemCollapsibleState.Expanded,
  );
  if (by === 'file') {
    const uri = Uri.parse(key);
    item.resourceUri = uri;
    item.iconPath = ThemeIcon.File;
    item.label = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    const path = workspace.asRelativePath(uri);
    item.description =
      path === item.label ? count : `${path.slice(0, -item.label.length - 1)} · ${count}`;
  } else {
    item.description = count;
    item.iconPath = by === 'severity' ? severityIcon(key as Severity) : new ThemeIcon('book');
  }
  item.id = `${by}:${key}`;
  item.contextValue = by === 'rule' ? 'rule' : 'group';
  item.accessibilityInformation = { label: `${item.label}, ${item.description}` };
  return item;
}

function findingItem(finding: Shown, grouping: Grouping): TreeItem {
  const { uri, range, message, rule, severity } = finding;
  const place = l10n.t('line {0}', range.start.line + 1);
  const file = workspace.asRelativePath(uri);
  const item = new TreeItem(message, TreeItemCollapsibleState.None);
  item.description = grouping === 'file' ? `${rule} · ${place}` : `${file} · ${place}`;
  item.iconPath = severityIcon(severity);
  item.contextValue = 'finding';
  item.tooltip = `${message}\n${rule}\n${file}, ${place}`;
  item.command = {
    title: l10n.t('Go to the Finding'),
    command: 'vscode.open',
    arguments: [uri, { selection: range }],
  };
  item.accessibilityInformation = {
    label: `${severityName(severity)}: ${message} ${rule}, ${file}, ${place}`,
  };
  return item;
}

function severityIcon(severity: Severity): ThemeIcon {
  if (severity === 'error') return new ThemeIcon('error', new ThemeColor('list.errorForeground'));
  if (severity === 'warning')
    return new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  return new ThemeIcon(severity === 'info' ? 'info' : 'lightbulb');
}

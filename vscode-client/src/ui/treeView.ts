import * as vscode from 'vscode';
import { tree, type Node, type State } from '../core/tree';
import type { Pack } from '../core/status';
import type { Packs } from './packs';

const ICONS: Record<State, readonly [icon: string, color: string]> = {
  met: ['pass', 'testing.iconPassed'],
  weak: ['warning', 'problemsWarningIcon.foreground'],
  missing: ['error', 'problemsErrorIcon.foreground'],
  absent: ['error', 'problemsErrorIcon.foreground'],
  open: ['circle-large-outline', 'problemsWarningIcon.foreground'],
  notApplicable: ['circle-slash', 'disabledForeground'],
};

/** The view "HLD Packs". */
export class TreeView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly parents = new Map<string, Node>();
  private readonly view: vscode.TreeView<Node>;
  private readonly subscription: vscode.Disposable;
  private roots: readonly Node[] = [];
  private missingOnly = false;

  constructor(
    private readonly packs: Packs,
    private readonly optionalSteps: ReadonlySet<string>,
  ) {
    this.view = vscode.window.createTreeView('hld.packs', { treeDataProvider: this, showCollapseAll: true });
    this.subscription = packs.onDidChange(() => {
      this.rebuild();
    });
  }

  filter(missingOnly: boolean): void {
    this.missingOnly = missingOnly;
    void vscode.commands.executeCommand('setContext', 'hld.missingOnly', missingOnly);
    this.rebuild();
  }

  async reveal(pack: Pack): Promise<void> {
    const node = this.roots.find((root) => root.pack.uri === pack.uri);
    await vscode.commands.executeCommand('hld.packs.focus');
    if (node !== undefined) {
      await this.view.reveal(node, { select: true, focus: true, expand: true });
    }
  }

  getChildren(node?: Node): Node[] {
    return [...(node?.children ?? this.roots)];
  }

  getParent(node: Node): Node | undefined {
    return this.parents.get(node.key);
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const only = node.kind === 'pack' && this.roots.length === 1;
    const item = new vscode.TreeItem(node.label, node.children.length === 0 ? None : only ? Expanded : Collapsed);
    item.id = node.key;
    item.description = node.description;
    item.tooltip = node.tooltip;
    item.accessibilityInformation = { label: node.tooltip };
    item.contextValue = node.traits.join(' ');
    item.iconPath = icon(node);
    if (node.target !== undefined) {
      item.command = { command: 'hld.tree.open', title: 'Open', arguments: [node.target] };
    }
    return item;
  }

  dispose(): void {
    this.subscription.dispose();
    this.view.dispose();
    this.changed.dispose();
  }

  private rebuild(): void {
    this.roots = tree(this.packs.all, { missingOnly: this.missingOnly, optionalSteps: this.optionalSteps });
    this.parents.clear();
    this.roots.forEach((root) => {
      this.remember(root);
    });
    const nothing = this.missingOnly && this.roots.length === 0 && this.packs.all.length > 0;
    this.view.message = nothing ? 'Nothing is missing.' : '';
    this.changed.fire(undefined);
  }

  private remember(node: Node): void {
    for (const child of node.children) {
      this.parents.set(child.key, node);
      this.remember(child);
    }
  }
}

function icon(node: Node): vscode.ThemeIcon {
  const [own, color] = ICONS[node.state];
  const name = node.kind === 'pack' ? 'book' : node.kind === 'file' ? 'markdown' : own;
  return new vscode.ThemeIcon(name, new vscode.ThemeColor(color));
}

import * as path from 'node:path';
import * as vscode from 'vscode';
import { createFile, declareNotApplicable, goToMissing, insertMissing, insertNode } from './commands/editor';
import { explainRule } from './commands/rules';
import { checkWorkspace, exportReport, newDesignPack, openReport } from './commands/workspace';
import { catalogue, type Catalogue } from './core/catalogue';
import type { Place } from './core/status';
import type { Node } from './core/tree';
import { Packs } from './ui/packs';
import { open } from './ui/places';
import { ReportPanel } from './ui/reportPanel';
import { RulePages } from './ui/rulePages';
import { Server } from './ui/server';
import { StatusBar } from './ui/statusBar';
import { TreeView } from './ui/treeView';

/** What the commands work with. */
export interface Parts {
  readonly server: Server;
  readonly packs: Packs;
  readonly report: ReportPanel;
  readonly view: TreeView;
  readonly catalogue: () => Catalogue;
}

let server: Server | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const parts = build(context);
  server = parts.server;
  registerCommands(context, parts);
  keepContexts(context, parts);
  restartOnSettings(context, parts.server);
  startWhenThereIsAPack(context, parts);
}

/** The window closes: the server is told to end, and waited for. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}

function build(context: vscode.ExtensionContext): Parts {
  const rules = (): Catalogue => catalogue(context.extensionPath);
  const shown = {
    'hld.showReport': () => vscode.commands.executeCommand('hld.openReport'),
  };
  const checker = new Server(context.extensionPath, shown);
  const packs = new Packs(checker);
  const optional = new Set(rules().steps.filter((step) => step.optional).map((step) => step.id));
  const view = new TreeView(packs, optional);
  const report = new ReportPanel(packs);
  context.subscriptions.push(checker, packs, view, report, new StatusBar(checker, packs), new RulePages(rules).register());
  return { server: checker, packs, report, view, catalogue: rules };
}

function registerCommands(context: vscode.ExtensionContext, parts: Parts): void {
  const add = (name: string, run: (...args: never[]) => unknown): void => {
    const safe = async (...args: never[]): Promise<void> => {
      try {
        await setContext('hld.active', true);
        await run(...args);
      } catch (error) {
        parts.server.output.error(String(error));
        void vscode.window.showErrorMessage(`HLD: ${error instanceof Error ? error.message : String(error)}`);
      }
    };
    context.subscriptions.push(vscode.commands.registerCommand(`hld.${name}`, safe));
  };
  add('newDesignPack', (folder?: vscode.Uri) => newDesignPack(parts, folder));
  add('insertMissingSection', () => insertMissing(parts));
  add('showMissing', (uri: string) => insertMissing(parts, uri));
  add('nextMissing', () => goToMissing(parts, 1));
  add('previousMissing', () => goToMissing(parts, -1));
  add('declareNotApplicable', () => declareNotApplicable(parts));
  add('explainRule', (rule?: string) => explainRule(parts, typeof rule === 'string' ? rule : undefined));
  add('checkWorkspace', () => checkWorkspace(parts));
  add('openReport', () => openReport(parts));
  add('exportReport', () => exportReport(parts));
  add('restartServer', () => parts.server.restart());
  add('showOutput', () => {
    parts.server.output.show();
  });
  add('showMissingOnly', () => {
    parts.view.filter(true);
  });
  add('showEverything', () => {
    parts.view.filter(false);
  });
  add('showPackAtHand', async () => {
    const pack = parts.packs.atHand();
    await (pack === undefined ? vscode.commands.executeCommand('hld.packs.focus') : parts.view.reveal(pack));
  });
  add('tree.open', (place: Place) => open(place));
  add('tree.insert', (node: Node) => insertNode(parts, node));
  add('tree.createFile', (node: Node) => createFile(parts, node));
  add('tree.notApplicable', (node: Node) => declareNotApplicable(parts, node));
  add('tree.explain', (node: Node) => explainRule(parts, node));
  add('tree.report', () => openReport(parts));
}

/** What `when` clauses ask for. */
function keepContexts(context: vscode.ExtensionContext, { server: checker, packs }: Parts): void {
  const inPack = (): void => {
    void setContext('hld.inPack', packs.of(vscode.window.activeTextEditor?.document.uri) !== undefined);
  };
  context.subscriptions.push(
    checker.onDidChange((health) => {
      void setContext('hld.ready', health === 'running');
      void setContext('hld.failed', health === 'failed');
    }),
    packs.onDidChange((all) => {
      void setContext('hld.hasPacks', all.length > 0);
      inPack();
    }),
    vscode.window.onDidChangeActiveTextEditor(inPack),
  );
}

function setContext(name: string, value: boolean): Thenable<unknown> {
  return vscode.commands.executeCommand('setContext', name, value);
}

function restartOnSettings(context: vscode.ExtensionContext, checker: Server): void {
  const settings = ['hld.java.home', 'hld.server.path', 'hld.server.jvmArguments'];
  context.subscriptions.push(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (checker.health !== 'stopped' && settings.some((setting) => event.affectsConfiguration(setting))) {
        void checker.restart();
      }
    }),
  );
}

/** Nothing runs for a workspace without packs, until a file of a pack is opened. */
function startWhenThereIsAPack(context: vscode.ExtensionContext, { server: checker, catalogue: rules }: Parts): void {
  const names = rules().files.map((file) => file.name);
  const known = new Set(names.map((name) => name.toLowerCase()));
  const belongs = (document: vscode.TextDocument): boolean =>
    document.uri.scheme === 'file' && known.has(path.basename(document.uri.path).toLowerCase());
  const start = (): void => {
    waiting.dispose();
    void setContext('hld.active', true);
    void checker.start();
  };
  const waiting = vscode.workspace.onDidOpenTextDocument((document) => {
    if (belongs(document)) {
      start();
    }
  });
  context.subscriptions.push(waiting);
  if (vscode.workspace.textDocuments.some(belongs)) {
    start();
    return;
  }
  void vscode.workspace.findFiles(`**/{${[...names, '.hld.json'].join(',')}}`, undefined, 1).then((found) => {
    if (found.length > 0) {
      start();
    }
  });
}

import { writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { reportPage } from '../core/report';
import { count, percent, requirementsOf } from '../core/status';
import { folderName } from '../core/names';
import { told } from '../core/tree';
import type { Parts } from '../extension';
import { now } from '../ui/reportPanel';

/** Asks for a name, a place and the steps that apply; the server writes the files. */
export async function newDesignPack({ server, catalogue }: Parts, folder?: vscode.Uri): Promise<void> {
  const title = await vscode.window.showInputBox({
    title: 'New design pack (1/3): what is designed?',
    placeHolder: 'URL Shortener',
    validateInput: (text) => (text.trim() === '' ? 'A name is needed.' : undefined),
  });
  const around = title === undefined ? undefined : (folder ?? (await chooseFolder()));
  if (title === undefined || around === undefined) {
    return;
  }
  const name = await vscode.window.showInputBox({
    title: 'New design pack (2/3): its folder',
    prompt: `In ${vscode.workspace.asRelativePath(around, false)}`,
    value: folderName(title),
    validateInput: (text) => (/^[^\\:*?"<>|]+$/.test(text.trim()) && !text.includes('..') ? undefined : 'This cannot be a folder.'),
  });
  const optional = catalogue().steps.filter((step) => step.optional);
  const applying =
    name === undefined
      ? undefined
      : await vscode.window.showQuickPick(
          optional.map((step) => ({ label: step.title, description: `step ${step.number}`, picked: true, id: step.id })),
          { title: 'New design pack (3/3): which of these steps apply?', placeHolder: 'The others are declared not applicable', canPickMany: true },
        );
  if (name === undefined || applying === undefined) {
    return;
  }
  const uri = vscode.Uri.joinPath(around, ...name.trim().split('/'));
  const apply = new Set(applying.map((step) => step.id));
  const made = await server.execute('hld.newPack', {
    uri: uri.toString(),
    title: title.trim(),
    notApplicable: optional.filter((step) => !apply.has(step.id)).map((step) => step.id),
  });
  await saveAll(Array.isArray(made) ? made.map(String) : []);
}

/** The server has the editor make the files; they are saved when they are there, and the first is shown. */
async function saveAll(files: readonly string[]): Promise<void> {
  const uris = files.map((file) => vscode.Uri.parse(file));
  for (const uri of uris) {
    await appearance(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await document.save();
  }
  if (uris[0] === undefined) {
    void vscode.window.showInformationMessage('All seven files are there already.');
  } else {
    await vscode.window.showTextDocument(uris[0], { preview: false });
  }
}

async function appearance(uri: vscode.Uri): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const there = await vscode.workspace.fs.stat(uri).then(() => true, () => false);
    if (there) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 1) {
    return folders[0]?.uri;
  }
  if (folders.length > 1) {
    return (await vscode.window.showWorkspaceFolderPick({ placeHolder: 'In which folder?' }))?.uri;
  }
  const chosen = await vscode.window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false, openLabel: 'Put the pack here' });
  return chosen?.[0];
}

/** Checks all packs, with progress, and says how they stand. */
export async function checkWorkspace({ packs, report }: Parts): Promise<void> {
  const all = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: 'Checking all design packs', cancellable: true },
    async (_progress, token) => {
      try {
        return await packs.refresh(token);
      } catch (error) {
        if (token.isCancellationRequested) {
          return undefined;
        }
        throw error;
      }
    },
  );
  if (all === undefined) {
    return;
  }
  const counts = count(all.flatMap(requirementsOf));
  const problems = 'Show Problems';
  const show = 'Open Report';
  const text = all.length === 0 ? 'No design pack was found.' : `${all.length} ${all.length === 1 ? 'pack is' : 'packs are'} ${percent(counts)} % complete: ${told(counts)}.`;
  const way = await vscode.window.showInformationMessage(text, ...(all.length === 0 ? [] : [problems, show]));
  if (way === problems) {
    await vscode.commands.executeCommand('workbench.actions.view.problems');
  } else if (way === show) {
    report.show();
  }
}

export async function openReport({ packs, report }: Parts): Promise<void> {
  if (packs.all.length === 0) {
    await packs.refresh();
  }
  report.show();
}

/** Writes the report as one HTML file that needs nothing else. */
export async function exportReport({ packs }: Parts): Promise<void> {
  const all = packs.all.length > 0 ? packs.all : await packs.refresh();
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    title: 'Export the report',
    filters: { HTML: ['html'] },
    ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, 'hld-report.html') }),
  });
  if (target === undefined) {
    return;
  }
  const html = reportPage({ packs: all, made: now() });
  await (target.scheme === 'file' ? writeFile(target.fsPath, html) : vscode.workspace.fs.writeFile(target, Buffer.from(html)));
  const show = 'Open';
  if ((await vscode.window.showInformationMessage(`The report is in ${vscode.workspace.asRelativePath(target)}.`, show)) === show) {
    await vscode.env.openExternal(target);
  }
}

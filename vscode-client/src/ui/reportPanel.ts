import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { reportBody, reportPage } from '../core/report';
import type { Packs } from './packs';
import { open } from './places';

/** The report beside the editors, kept fresh while it is in view. */
export class ReportPanel implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private readonly subscription: vscode.Disposable;

  constructor(private readonly packs: Packs) {
    this.subscription = packs.onDidChange(() => {
      this.update();
    });
  }

  show(): void {
    if (this.panel !== undefined) {
      this.panel.reveal();
      return;
    }
    const panel = vscode.window.createWebviewPanel('hld.report', 'Design Packs: Report', vscode.ViewColumn.Active, {
      enableScripts: true,
      localResourceRoots: [],
      enableFindWidget: true,
    });
    this.panel = panel;
    panel.onDidDispose(() => {
      this.panel = undefined;
    });
    panel.onDidChangeViewState(() => {
      this.update();
    });
    panel.webview.onDidReceiveMessage((message: unknown) => {
      void this.follow(message);
    });
    panel.webview.html = reportPage({ packs: this.packs.all, made: now(), nonce: randomBytes(18).toString('base64') });
  }

  dispose(): void {
    this.subscription.dispose();
    this.panel?.dispose();
  }

  private update(): void {
    if (this.panel?.visible === true) {
      void this.panel.webview.postMessage({ body: reportBody(this.packs.all, now()) });
    }
  }

  /** The page may only name places of the packs that it shows. */
  private async follow(message: unknown): Promise<void> {
    const { open: uri, line, character } = message as { open?: unknown; line?: unknown; character?: unknown };
    if (typeof uri === 'string' && typeof line === 'number' && typeof character === 'number' && this.packs.of(vscode.Uri.parse(uri)) !== undefined) {
      await open({ uri, start: { line, character }, end: { line, character } });
    }
  }
}

export function now(): string {
  return new Date().toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}

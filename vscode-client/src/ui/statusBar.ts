import * as vscode from 'vscode';
import { count, percent, requirementsOf } from '../core/status';
import { told } from '../core/tree';
import type { Packs } from './packs';
import type { Server } from './server';

/** The completeness of the pack at hand, or that the checker is not well. */
export class StatusBar implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('hld.status', vscode.StatusBarAlignment.Right, 90);
  private readonly parts: { dispose(): unknown }[];

  constructor(
    private readonly server: Server,
    private readonly packs: Packs,
  ) {
    this.item.name = 'HLD: Completeness';
    const show = (): void => {
      this.show();
    };
    this.parts = [
      this.item,
      server.onDidChange(show),
      packs.onDidChange(show),
      vscode.window.onDidChangeActiveTextEditor(show),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('hld.statusBar')) {
          show();
        }
      }),
    ];
  }

  dispose(): void {
    this.parts.forEach((part) => {
      part.dispose();
    });
  }

  private show(): void {
    const pack = this.packs.atHand();
    if (!vscode.workspace.getConfiguration('hld').get<boolean>('statusBar.enabled', true)) {
      this.item.hide();
    } else if (this.server.health === 'failed') {
      this.put('$(error) HLD', 'The checker is not running. Click to start it again.', 'hld.restartServer');
    } else if (this.server.health === 'starting') {
      this.put('$(loading~spin) HLD', 'The checker is starting.', 'hld.showOutput');
    } else if (pack === undefined) {
      this.item.hide();
    } else {
      const counts = count(requirementsOf(pack));
      this.put(`$(checklist) ${pack.name} ${percent(counts)} %`, `${pack.name}: ${told(counts)}. Click to see it in HLD Packs.`, 'hld.showPackAtHand');
    }
  }

  private put(text: string, tooltip: string, command: string): void {
    this.item.text = text;
    this.item.tooltip = tooltip;
    this.item.command = command;
    this.item.accessibilityInformation = { label: tooltip };
    this.item.show();
  }
}

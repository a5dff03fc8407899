import * as vscode from 'vscode';
import { page, type Catalogue } from '../core/catalogue';

const SCHEME = 'hld-rule';

/** The rules as pages to read: `hld-rule:/caching/ttl.md`. */
export class RulePages implements vscode.TextDocumentContentProvider {
  constructor(private readonly catalogue: () => Catalogue) {}

  register(): vscode.Disposable {
    return vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    const { rules, steps } = this.catalogue();
    const rule = rules.find((r) => uriOf(r.id).path === uri.path);
    return rule === undefined ? `There is no rule ${uri.path}.` : page(rule, steps.find((step) => step.id === rule.step));
  }
}

export async function showRule(id: string): Promise<void> {
  await vscode.commands.executeCommand('markdown.showLockedPreviewToSide', uriOf(id)).then(undefined, () => vscode.window.showTextDocument(uriOf(id), { preview: true }));
}

function uriOf(id: string): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: `/${id}.md` });
}

import * as vscode from 'vscode';
import { readPacks } from '../core/protocol';
import { packOf, type Pack } from '../core/status';
import type { Server } from './server';

/** Asking again waits this long, in milliseconds: three times as long as asking took, within bounds. */
const PAUSE = { shortest: 250, longest: 2_000 };

/** The state of all packs, kept fresh while the server runs. */
export class Packs implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<readonly Pack[]>();
  readonly onDidChange = this.changed.event;
  private readonly parts: vscode.Disposable[] = [];
  private packs: readonly Pack[] = [];
  private last = '';
  private timer: NodeJS.Timeout | undefined;
  private pause = PAUSE.shortest;
  private asking = false;
  private again = false;

  constructor(private readonly server: Server) {
    this.parts.push(
      server.onDidChange((health) => {
        if (health === 'running') {
          this.soon();
        } else if (health !== 'starting') {
          this.take([]);
        }
      }),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        if (uris.some((uri) => /\.md$/i.test(uri.path))) {
          this.soon();
        }
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && document.languageId === 'markdown' && document.uri.scheme === 'file') {
          this.soon();
        }
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('hld')) {
          this.soon();
        }
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.soon();
      }),
    );
  }

  get all(): readonly Pack[] {
    return this.packs;
  }

  of(uri: vscode.Uri | undefined): Pack | undefined {
    return uri === undefined ? undefined : packOf(this.packs, uri.toString());
  }

  /** The pack of the editor in front, else the only one. */
  atHand(): Pack | undefined {
    const pack = this.of(vscode.window.activeTextEditor?.document.uri);
    return pack ?? (this.packs.length === 1 ? this.packs[0] : undefined);
  }

  /** Asks the server now. */
  async refresh(token?: vscode.CancellationToken): Promise<readonly Pack[]> {
    const answer = await this.server.execute('hld.packStatus', undefined, token);
    const packs = readPacks(typeof answer === 'string' ? JSON.parse(answer) : answer).map(withEditorUris);
    this.take(packs);
    return packs;
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.parts.forEach((part) => {
      part.dispose();
    });
    this.changed.dispose();
  }

  private soon(): void {
    if (this.asking) {
      this.again = true;
    } else if (this.server.health === 'running') {
      // What happens until then is answered as well: a stream of edits must not put it off for ever.
      this.timer ??= setTimeout(() => {
        this.timer = undefined;
        void this.ask();
      }, this.pause);
    }
  }

  private async ask(): Promise<void> {
    this.begin();
    const begun = Date.now();
    try {
      await this.refresh();
    } catch (error) {
      this.server.output.warn(`The state of the packs is not known: ${String(error)}`);
    }
    this.pause = Math.min(PAUSE.longest, Math.max(PAUSE.shortest, 3 * (Date.now() - begun)));
    this.asking = false;
    if (this.again) {
      this.soon();
    }
  }

  private begin(): void {
    this.asking = true;
    this.again = false;
  }

  private take(packs: readonly Pack[]): void {
    const text = JSON.stringify(packs);
    if (text !== this.last) {
      this.last = text;
      this.packs = packs;
      this.changed.fire(packs);
    }
  }
}

/** The same file has one URI only: that of the editor, whatever way the server escapes it. */
function withEditorUris(pack: Pack): Pack {
  const known = new Map<string, string>();
  return JSON.parse(JSON.stringify(pack), (key, value: unknown) => {
    if (key !== 'uri' || typeof value !== 'string') {
      return value;
    }
    const uri = known.get(value) ?? vscode.Uri.parse(value).toString();
    known.set(value, uri);
    return uri;
  }) as Pack;
}

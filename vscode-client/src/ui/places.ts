import * as vscode from 'vscode';
import type { Place } from '../core/status';

/** Opens a file at a place, with its first line in view. */
export async function open(place: Place): Promise<void> {
  const start = new vscode.Position(place.start.line, place.start.character);
  const editor = await vscode.window.showTextDocument(vscode.Uri.parse(place.uri), {
    selection: new vscode.Range(start, start),
  });
  editor.revealRange(new vscode.Range(start, start), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

import * as vscode from 'vscode';
import type { Node } from '../core/tree';
import type { Parts } from '../extension';
import { showRule } from '../ui/rulePages';

/** Shows what a rule asks for and why; begins with the rule under the cursor. */
export async function explainRule({ catalogue }: Parts, asked?: Node | string): Promise<void> {
  const known = typeof asked === 'string' ? asked : asked?.requirement?.id;
  if (known !== undefined) {
    await showRule(known);
    return;
  }
  const here = rulesAtCursor();
  const { rules, steps } = catalogue();
  const numbers = new Map(steps.map((step) => [step.id, step]));
  const items = rules.map((rule) => {
    const step = numbers.get(rule.step);
    return { label: rule.title, description: rule.id, detail: step === undefined ? rule.text : `Step ${step.number}: ${rule.text}` };
  });
  items.sort((a, b) => Number(here.has(b.description)) - Number(here.has(a.description)));
  const chosen = await vscode.window.showQuickPick(items, {
    title: 'Explain a rule',
    placeHolder: here.size > 0 ? 'The rule under the cursor comes first' : 'A word or an id, such as caching/ttl',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (chosen !== undefined) {
    await showRule(chosen.description);
  }
}

function rulesAtCursor(): Set<string> {
  const editor = vscode.window.activeTextEditor;
  const found = editor === undefined ? [] : vscode.languages.getDiagnostics(editor.document.uri).filter((d) => d.source === 'hld' && d.range.contains(editor.selection.active));
  return new Set(
    found.map(({ code }) => String(typeof code === 'object' ? code.value : code)),
  );
}

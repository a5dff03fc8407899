import * as vscode from 'vscode';
import { missingIn, neighbour, type Missing } from '../core/missing';
import { asked, count, stepsOf, type Pack, type PackFile, type Step } from '../core/status';
import type { Node } from '../core/tree';
import type { Parts } from '../extension';
import { open } from '../ui/places';
import { showRule } from '../ui/rulePages';

/** Goes to the next or previous place of the pack where something is missing. */
export async function goToMissing({ packs }: Parts, direction: 1 | -1): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const pack = packs.atHand();
  if (pack === undefined) {
    void vscode.window.showInformationMessage('This file is in no design pack.');
    return;
  }
  const uri = editor?.document.uri.toString() ?? '';
  const at = editor?.selection.active ?? { line: 0, character: 0 };
  const place = neighbour(pack, uri, at, direction);
  if (place === undefined) {
    void vscode.window.showInformationMessage(`Nothing is missing in ${pack.name}.`);
  } else {
    await open(place);
  }
}

interface MissingItem extends vscode.QuickPickItem {
  readonly missing?: Missing;
}

/** Offers what is missing in the template's order, of one file or of all, and inserts what is chosen. */
export async function insertMissing(parts: Parts, uri?: string): Promise<void> {
  const pack = parts.packs.of(uri === undefined ? undefined : vscode.Uri.parse(uri)) ?? (await choosePack(parts, 'Insert into which pack?'));
  if (pack === undefined) {
    return;
  }
  const files = pack.files.filter((file) => file.present && (uri === undefined || file.uri === vscode.Uri.parse(uri).toString()));
  const missing = missingIn(pack).filter(({ step }) => files.some((file) => file.steps.includes(step)));
  if (missing.length === 0) {
    void vscode.window.showInformationMessage(`Nothing is missing in ${uri === undefined ? `the files of ${pack.name}` : 'this file'}.`);
    return;
  }
  const chosen = await pickMissing(parts, pack, missing);
  if (chosen !== undefined) {
    await insert(parts, pack, chosen.step, chosen.requirement.id);
  }
}

/** A list with each requirement's description as preview, and its page behind a button. */
function pickMissing(parts: Parts, pack: Pack, missing: readonly Missing[]): Promise<Missing | undefined> {
  const pick = vscode.window.createQuickPick<MissingItem>();
  pick.title = `Insert into ${pack.name}: ${missing.length} missing`;
  pick.placeholder = 'Choose a section; it is put where it belongs';
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = missingItems(parts, missing);
  pick.onDidTriggerItemButton(({ item }) => {
    if (item.missing !== undefined) {
      void showRule(item.missing.requirement.id);
    }
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.missing);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function missingItems({ catalogue }: Parts, missing: readonly Missing[]): MissingItem[] {
  const rules = new Map(catalogue().rules.map((rule) => [rule.id, rule]));
  return missing.flatMap((one, i) => {
    const item: MissingItem = {
      label: `$(error) ${one.requirement.title}`,
      description: one.requirement.id,
      detail: rules.get(one.requirement.id)?.satisfies ?? '',
      buttons: [{ iconPath: new vscode.ThemeIcon('eye'), tooltip: 'Show the rule and its example' }],
      missing: one,
    };
    const first = missing[i - 1]?.step.id !== one.step.id;
    const heading: MissingItem = { label: `Step ${one.step.number}: ${one.step.title}`, kind: vscode.QuickPickItemKind.Separator };
    return first ? [heading, item] : [item];
  });
}

/** Inserts from a line of the view: a requirement, or all that its step lacks. */
export async function insertNode(parts: Parts, node: Node): Promise<void> {
  if (node.step !== undefined) {
    await insert(parts, node.pack, node.step, node.requirement?.id);
  }
}

/** Inserts one requirement's section, or those of all that the step lacks. */
async function insert({ server }: Parts, pack: Pack, step: Step, requirement: string | undefined): Promise<void> {
  const file = fileOf(pack, step);
  const missing = step.requirements.filter(({ status }) => status === 'missing').map(({ id }) => id);
  if (file !== undefined) {
    await server.change(file.uri, 'INSERT', requirement === undefined ? missing : [requirement]);
  }
}

function fileOf(pack: Pack, step: Step): PackFile | undefined {
  return pack.files.find((file) => file.steps.some((s) => s.id === step.id));
}

/** Makes a file of the pack that is not there. */
export async function createFile({ server }: Parts, { pack, file }: Node): Promise<void> {
  const sibling = pack.files.find(({ present }) => present);
  if (file !== undefined && sibling !== undefined) {
    await server.change(sibling.uri, 'CREATE_SKELETON', [file.role]);
    await vscode.window.showTextDocument(vscode.Uri.parse(file.uri), { preview: false });
  }
}

/** Says in the pack that a step does not apply. */
export async function declareNotApplicable(parts: Parts, node?: Node): Promise<void> {
  const pack = node?.pack ?? (await choosePack(parts, 'In which pack?'));
  if (pack === undefined) {
    return;
  }
  const step = node?.step ?? (await chooseStep(parts, pack));
  const file = step === undefined ? undefined : fileOf(pack, step);
  if (step === undefined || file === undefined) {
    return;
  }
  await parts.server.change(file.uri, 'DECLARE', [step.id]);
}

async function chooseStep({ catalogue }: Parts, pack: Pack): Promise<Step | undefined> {
  const optional = new Set(catalogue().steps.filter((step) => step.optional).map((step) => step.id));
  const steps = stepsOf(pack).filter((step) => optional.has(step.id) && asked(count(step.requirements)) > 0);
  if (steps.length === 0) {
    void vscode.window.showInformationMessage(`Every step that may be left out of ${pack.name} is declared not applicable already.`);
    return undefined;
  }
  const chosen = await vscode.window.showQuickPick(
    steps.map((step) => ({ label: `${step.number}. ${step.title}`, step })),
    { title: `Declare a step of ${pack.name} not applicable`, placeHolder: 'A statement is inserted that says why, and what would change that' },
  );
  return chosen?.step;
}

/** The pack at hand, or the one that the user chooses. */
export async function choosePack({ packs }: Parts, title: string): Promise<Pack | undefined> {
  const all = packs.all.length > 0 ? packs.all : await packs.refresh();
  const pack = packs.atHand();
  if (pack !== undefined) {
    return pack;
  }
  if (all.length === 0) {
    const make = 'New Design Pack…';
    if ((await vscode.window.showInformationMessage('There is no design pack in this workspace.', make)) === make) {
      await vscode.commands.executeCommand('hld.newDesignPack');
    }
    return undefined;
  }
  const chosen = await vscode.window.showQuickPick(
    all.map((one) => ({ label: one.name, description: vscode.workspace.asRelativePath(vscode.Uri.parse(one.uri)), pack: one })),
    { title },
  );
  return chosen?.pack;
}

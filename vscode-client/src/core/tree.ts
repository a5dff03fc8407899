import { asked, count, percent, requirementsOf, type Counts, type Pack, type PackFile, type Place, type Requirement, type Status, type Step } from './status';

/** How a node stands: a requirement's status, or `open` where part of what it holds is missing. */
export type State = Status | 'open' | 'absent';

/** A line of the view. */
export interface Node {
  readonly kind: 'pack' | 'file' | 'step' | 'requirement';
  /** Stays the same while the pack is edited, so that the view keeps what is open. */
  readonly key: string;
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  readonly state: State;
  /** Where a click leads. */
  readonly target?: Place;
  readonly children: readonly Node[];
  readonly pack: Pack;
  readonly file?: PackFile;
  readonly step?: Step;
  readonly requirement?: Requirement;
  /** Words that menus look for. */
  readonly traits: readonly string[];
}

export interface Options {
  /** Shows only what leads to something missing or weak. */
  readonly missingOnly: boolean;
  /** The ids of the steps that a pack may declare not applicable. */
  readonly optionalSteps: ReadonlySet<string>;
}

export function tree(packs: readonly Pack[], options: Options): Node[] {
  return packs
    .map((pack) => packNode(pack, options))
    .filter((node) => !options.missingOnly || isOpen(node));
}

function packNode(pack: Pack, options: Options): Node {
  const counts = count(requirementsOf(pack));
  return {
    kind: 'pack',
    key: pack.uri,
    label: pack.name,
    description: `${percent(counts)} %${missing(counts)}`,
    tooltip: `${pack.name}: ${told(counts)}`,
    state: overall(counts, pack.files.some((file) => !file.present)),
    children: shown(pack.files.map((file) => fileNode(pack, file, options)), options),
    pack,
    traits: ['pack'],
  };
}

function fileNode(pack: Pack, file: PackFile, options: Options): Node {
  const counts = count(file.steps.flatMap((step) => step.requirements));
  return {
    kind: 'file',
    key: `${pack.uri}#${file.role}`,
    label: file.name.replace(/\.md$/i, ''),
    description: file.present ? `${counts.met}/${asked(counts)}` : 'no such file',
    tooltip: file.present ? `${file.name}: ${told(counts)}` : `${file.name} is missing`,
    state: file.present ? overall(counts, false) : 'absent',
    ...(file.present ? { target: { uri: file.uri, start: START, end: START } } : {}),
    children: shown(file.steps.map((step) => stepNode(pack, file, step, options)), options),
    pack,
    file,
    traits: file.present ? ['file'] : ['file', 'absent'],
  };
}

const START = { line: 0, character: 0 };

function stepNode(pack: Pack, file: PackFile, step: Step, options: Options): Node {
  const counts = count(step.requirements);
  const state = overall(counts, false);
  const target = step.place ?? step.requirements.find((r) => r.status !== 'missing')?.evidence[0];
  return {
    kind: 'step',
    key: `${pack.uri}#${step.id}`,
    label: `${step.number}. ${step.title}`,
    description: state === 'notApplicable' ? 'not applicable' : `${counts.met}/${asked(counts)}${missing(counts)}`,
    tooltip: `Step ${step.number}, ${step.title}: ${told(counts)}`,
    state,
    ...(target === undefined ? {} : { target }),
    children: shown(step.requirements.map((r) => requirementNode(pack, file, step, r)), options),
    pack,
    file,
    step,
    traits: [
      'step',
      ...(file.present && counts.missing > 0 ? ['insertable'] : []),
      ...(file.present && options.optionalSteps.has(step.id) && state !== 'notApplicable' ? ['optional'] : []),
    ],
  };
}

function requirementNode(pack: Pack, file: PackFile, step: Step, requirement: Requirement): Node {
  const { status } = requirement;
  const target = requirement.evidence[0] ?? requirement.place;
  return {
    kind: 'requirement',
    key: `${pack.uri}#${requirement.id}`,
    label: requirement.title,
    description: status === 'notApplicable' ? WORDS[status] : '',
    tooltip: `${requirement.title} (${requirement.id}): ${WORDS[status] === '' ? 'met' : WORDS[status]}`,
    state: status,
    ...(target === undefined ? {} : { target }),
    children: [],
    pack,
    file,
    step,
    requirement,
    traits: ['requirement', ...(file.present && status === 'missing' ? ['insertable'] : [])],
  };
}

const WORDS: Record<Status, string> = { met: '', weak: 'weak', missing: 'missing', notApplicable: 'not applicable' };

function shown(nodes: readonly Node[], options: Options): readonly Node[] {
  return options.missingOnly ? nodes.filter(isOpen) : nodes;
}

function isOpen(node: Node): boolean {
  return node.state !== 'met' && node.state !== 'notApplicable';
}

function overall(counts: Counts, incomplete: boolean): State {
  if (incomplete) {
    return 'open';
  }
  if (asked(counts) === 0) {
    return counts.notApplicable > 0 ? 'notApplicable' : 'met';
  }
  if (counts.missing > 0) {
    return counts.met + counts.weak === 0 ? 'missing' : 'open';
  }
  return counts.weak > 0 ? 'weak' : 'met';
}

function missing(counts: Counts): string {
  return counts.missing > 0 ? ` · ${counts.missing} missing` : '';
}

/** `12 of 18 met, 2 weak, 4 missing, 1 not applicable`. */
export function told(counts: Counts): string {
  const parts = [`${counts.met} of ${asked(counts)} met`];
  if (counts.weak > 0) {
    parts.push(`${counts.weak} weak`);
  }
  if (counts.missing > 0) {
    parts.push(`${counts.missing} missing`);
  }
  if (counts.notApplicable > 0) {
    parts.push(`${counts.notApplicable} not applicable`);
  }
  return parts.join(', ');
}

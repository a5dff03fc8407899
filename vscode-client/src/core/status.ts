// What the server's command `hld.packStatus` answers, and what is counted from it.

export type Status = 'met' | 'weak' | 'missing' | 'notApplicable';

/** As in the protocol: lines and characters from 0, characters in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Place {
  readonly uri: string;
  readonly start: Position;
  readonly end: Position;
}

export interface Requirement {
  readonly id: string;
  readonly title: string;
  readonly status: Status;
  /** Where the pack meets it, best first. */
  readonly evidence: readonly Place[];
  /** The heading under which its text belongs, for one that is missing. */
  readonly place?: Place;
}

export interface Step {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  /** Its section. */
  readonly place?: Place;
  readonly requirements: readonly Requirement[];
}

export interface PackFile {
  /** Which of the template's files it is, such as `05A`. */
  readonly role: string;
  readonly name: string;
  readonly uri: string;
  readonly present: boolean;
  readonly steps: readonly Step[];
}

export interface Pack {
  readonly name: string;
  /** Of its folder. */
  readonly uri: string;
  readonly files: readonly PackFile[];
}

/** How many requirements stand how. */
export type Counts = Readonly<Record<Status, number>>;

export function count(requirements: readonly Requirement[]): Counts {
  const counts = { met: 0, weak: 0, missing: 0, notApplicable: 0 };
  for (const requirement of requirements) {
    counts[requirement.status] += 1;
  }
  return counts;
}

/** Those that are asked of the pack at all. */
export function asked(counts: Counts): number {
  return counts.met + counts.weak + counts.missing;
}

/** What is met of what is asked, in whole percent; never 100 while something is open. */
export function percent(counts: Counts): number {
  const all = asked(counts);
  return all === 0 ? 100 : Math.floor((counts.met * 100) / all);
}

export function stepsOf(pack: Pack): Step[] {
  return pack.files.flatMap((file) => file.steps).sort((a, b) => a.number - b.number);
}

export function requirementsOf(pack: Pack): Requirement[] {
  return stepsOf(pack).flatMap((step) => step.requirements);
}

/** The pack to which a file belongs: the innermost folder around it. */
export function packOf(packs: readonly Pack[], uri: string): Pack | undefined {
  return packs
    .filter((pack) => pack.uri === uri || parent(uri) === pack.uri || pack.files.some((file) => file.uri === uri))
    .sort((a, b) => b.uri.length - a.uri.length)[0];
}

function parent(uri: string): string {
  return uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
}

import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { execFile } from 'node:child_process';
import * as path from 'node:path';

/** The oldest Java that runs the checker. */
export const OLDEST_JAVA = 17;

/** A Java installation that can run the checker. */
export interface Runtime {
  readonly java: string;
  readonly origin: Origin;
  /** The feature number, such as 17. */
  readonly version: number;
}

export type Origin = 'bundled' | 'hld.java.home' | 'JAVA_HOME' | 'PATH';

/** Why a place was passed over. */
export interface Refusal {
  readonly origin: Origin;
  readonly place: string;
  readonly reason: string;
}

export type Search = { readonly runtime: Runtime } | { readonly refusals: readonly Refusal[] };

/** Where to look. */
export interface Surroundings {
  readonly extensionFolder: string;
  /** The setting `hld.java.home`; empty if it is not set. */
  readonly javaHome: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
}

/** What is asked of the disk; replaced in tests. */
export interface Disk {
  exists(file: string): boolean;
  read(file: string): string | undefined;
  /** The file behind symbolic links. */
  real(file: string): string;
  /** What `java -version` prints, or undefined if it does not run. */
  askVersion(java: string): Promise<string | undefined>;
}

interface Candidate {
  readonly origin: Origin;
  readonly java: string;
}

/**
 * The first Java of version 17 or newer: the bundled one, else the one that the user chose, else
 * that of the environment. A wrong choice of the user's is reported rather than passed over.
 */
export async function findRuntime(around: Surroundings, disk: Disk = REAL_DISK): Promise<Search> {
  const refusals: Refusal[] = [];
  for (const candidate of candidates(around, disk)) {
    const { origin, java } = candidate;
    const version = disk.exists(java) ? await versionOf(candidate, disk) : undefined;
    if (version !== undefined && version >= OLDEST_JAVA) {
      return { runtime: { java, origin, version } };
    }
    if (origin !== 'bundled') {
      refusals.push({ origin, place: java, reason: reasonAgainst(java, version, disk) });
    }
    if (origin === 'hld.java.home') {
      return { refusals };
    }
  }
  return { refusals };
}

function candidates(around: Surroundings, disk: Disk): Candidate[] {
  const { environment, platform } = around;
  const found: Candidate[] = [
    { origin: 'bundled', java: javaOf(path.join(around.extensionFolder, 'jre'), platform) },
  ];
  if (around.javaHome.trim() !== '') {
    found.push({ origin: 'hld.java.home', java: javaOf(expandHome(around.javaHome.trim(), environment), platform) });
  }
  const home = environment['JAVA_HOME']?.trim() ?? '';
  if (home !== '') {
    found.push({ origin: 'JAVA_HOME', java: javaOf(home, platform) });
  }
  const onPath = (environment['PATH'] ?? environment['Path'] ?? '')
    .split(platform === 'win32' ? ';' : ':')
    .filter((folder) => folder !== '')
    .map((folder) => path.join(folder, program(platform)))
    .find((java) => disk.exists(java));
  if (onPath !== undefined) {
    found.push({ origin: 'PATH', java: onPath });
  }
  return found;
}

function javaOf(home: string, platform: NodeJS.Platform): string {
  return path.join(home, 'bin', program(platform));
}

function program(platform: NodeJS.Platform): string {
  return platform === 'win32' ? 'java.exe' : 'java';
}

function expandHome(folder: string, environment: Surroundings['environment']): string {
  const home = environment['HOME'] ?? environment['USERPROFILE'];
  return home !== undefined && /^~(?=[\\/]|$)/.test(folder) ? home + folder.slice(1) : folder;
}

/** Starting a Java to ask it takes tenths of a second; its file `release` says the same at once. */
async function versionOf({ java }: Candidate, disk: Disk): Promise<number | undefined> {
  const release = disk.read(path.join(path.dirname(path.dirname(disk.real(java))), 'release'));
  const told = release === undefined ? undefined : /^JAVA_VERSION="?([^"\r\n]+)/m.exec(release)?.[1];
  return featureNumber(told ?? /version "([^"]+)"/.exec((await disk.askVersion(java)) ?? '')?.[1]);
}

/** 17 for `17.0.2`, 8 for `1.8.0_402`, 25 for `25-ea`. */
export function featureNumber(version: string | undefined): number | undefined {
  const digits = version === undefined ? undefined : /^(?:1\.)?(\d+)/.exec(version.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function reasonAgainst(java: string, version: number | undefined, disk: Disk): string {
  if (version !== undefined) {
    return `is Java ${version}; ${OLDEST_JAVA} or newer is needed`;
  }
  return disk.exists(java) ? 'does not run' : 'is not there';
}

/** One line that says what was tried. */
export function explain(refusals: readonly Refusal[]): string {
  if (refusals.length === 0) {
    return `No Java was found. The HLD checker needs Java ${OLDEST_JAVA} or newer.`;
  }
  const tried = refusals.map((r) => `${r.origin}: ${r.place} ${r.reason}`).join('. ');
  return `The HLD checker needs Java ${OLDEST_JAVA} or newer. ${tried}.`;
}

const REAL_DISK: Disk = {
  exists: existsSync,
  read: (file) => {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return undefined;
    }
  },
  real: (file) => {
    try {
      return realpathSync(file);
    } catch {
      return file;
    }
  },
  askVersion: (java) =>
    new Promise((resolve) => {
      execFile(java, ['-version'], { timeout: 10_000 }, (error, out, err) => {
        resolve(error === null ? out + err : undefined);
      });
    }),
};

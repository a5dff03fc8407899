import * as path from 'node:path';
import type { Runtime } from './runtime';

/** A program and its arguments. */
export interface CommandLine {
  readonly command: string;
  readonly args: readonly string[];
}

export interface Launch {
  readonly extensionFolder: string;
  /** The setting `hld.server.path`; empty for the bundled server. */
  readonly serverPath: string;
  readonly jvmArguments: readonly string[];
  /** The cache of loaded classes that belongs to the bundled runtime and jar, if it is there. */
  readonly classCache?: string | undefined;
}

/** Small heap, quick start; a server that is out of memory ends and is started again. */
const JVM_FLAGS = [
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-Xmx512m',
  '-Xms24m',
  '-Xmn12m',
  '-XX:SurvivorRatio=2',
  '-XX:TargetSurvivorRatio=90',
  '-XX:+ExitOnOutOfMemoryError',
  '-Dfile.encoding=UTF-8',
];

/** What goes with the runtime and cache of our own, as in the launcher that is shipped. */
function cacheFlags(cache: string): readonly string[] {
  return [
    '-XX:+UnlockDiagnosticVMOptions',
    '-XX:-AOTReplayTraining',
    ...(process.platform === 'linux' ? ['-XX:+UseTransparentHugePages'] : []),
    `-XX:AOTCache=${cache}`,
    '-Xlog:disable',
    '-Xlog:all=off',
  ];
}

/** Whether the chosen server is started without a Java of ours. */
export function isProgram(serverPath: string): boolean {
  return serverPath.trim() !== '' && !serverPath.trim().toLowerCase().endsWith('.jar');
}

/** How the server is started; `runtime` is not asked for when the server is a program of its own. */
export function commandLine(launch: Launch, runtime: Runtime | undefined): CommandLine {
  const own = launch.serverPath.trim();
  if (isProgram(own)) {
    return { command: own, args: ['serve'] };
  }
  if (runtime === undefined) {
    throw new Error('A jar needs a Java to run.');
  }
  const jar = own === '' ? bundledJar(launch.extensionFolder) : own;
  const cache = own === '' && runtime.origin === 'bundled' ? launch.classCache : undefined;
  return {
    command: runtime.java,
    args: [
      ...JVM_FLAGS,
      ...(cache === undefined ? [] : cacheFlags(cache)),
      ...launch.jvmArguments,
      '-jar',
      jar,
      'serve',
    ],
  };
}

export function bundledJar(extensionFolder: string): string {
  return path.join(extensionFolder, 'server', 'hld.jar');
}

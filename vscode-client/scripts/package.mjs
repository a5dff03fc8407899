// Makes the extension's packages in build/:
//   hld-<version>.vsix                the server's jar, for any machine with Java 17+
//   hld-<version>-<platform>.vsix     the same with a Java runtime of its own, for this platform
// The jar is ../server/target/hld.jar (or $HLD_JAR); the runtime is made by the newest JDK found
// ($JLINK_HOME first). With JDK 25+ a cache of loaded classes is added, which halves the start.
//   --universal, --platform           only one of the two
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { notices } from './notices.mjs';
import { train } from './train.mjs';

const root = path.resolve(import.meta.dirname, '..');
const build = path.join(root, 'build');
const jar = path.resolve(process.env.HLD_JAR ?? path.join(root, '..', 'server', 'target', 'hld.jar'));
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const LIMIT = 60e6;
const MODULES = 'java.base,java.logging,jdk.unsupported';

function run(command, args, cwd = root) {
  const { status, error } = spawnSync(command, args, { cwd, stdio: 'inherit' });
  if (status !== 0) {
    throw error ?? new Error(`${command} ${args[0]} failed`);
  }
}

/** A folder with what every package holds. */
function stage(name) {
  const folder = path.join(build, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, 'server'), { recursive: true });
  for (const part of ['README.md', 'CHANGELOG.md', 'LICENSE', '.vscodeignore', 'dist', 'data', 'snippets', 'schemas', 'media']) {
    if (existsSync(path.join(root, part))) {
      cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
    }
  }
  cpSync(jar, path.join(folder, 'server', 'hld.jar'));
  writeFileSync(path.join(folder, 'THIRD-PARTY-NOTICES.md'), notices(root, jar, name !== 'universal'));
  const shipped = { ...manifest, engines: { vscode: manifest.engines.vscode } };
  for (const part of ['scripts', 'devDependencies', 'dependencies', 'private']) {
    delete shipped[part];
  }
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(shipped, null, 2)}\n`);
  return folder;
}

function vsix(folder, target) {
  const file = path.join(build, `hld-${manifest.version}${target === undefined ? '' : `-${target}`}.vsix`);
  const vsce = path.join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  run(process.execPath, [vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--skip-license', '--no-rewrite-relative-links', '-o', file, ...(target === undefined ? [] : ['--target', target])], folder);
  const { size } = statSync(file);
  console.log(`${path.relative(root, file)}: ${(size / 1e6).toFixed(1)} MB`);
  if (size > LIMIT) {
    throw new Error(`${file} is over ${LIMIT / 1e6} MB`);
  }
}

/** The newest JDK at hand that has jlink. */
function jdk() {
  const chosen = process.env.JLINK_HOME;
  const usual = '/usr/lib/jvm';
  const homes = chosen ? [chosen] : [process.env.JAVA_HOME, ...(existsSync(usual) ? readdirSync(usual).map((name) => path.join(usual, name)) : [])];
  const found = homes
    .filter((home) => home && existsSync(path.join(home, 'release')) && existsSync(path.join(home, 'bin', exe('jlink'))))
    .map((home) => ({ home, version: Number(/JAVA_VERSION="(\d+)/.exec(readFileSync(path.join(home, 'release'), 'utf8'))?.[1] ?? 0) }))
    .sort((a, b) => b.version - a.version);
  if (found.length === 0 || found[0].version < 17) {
    throw new Error('No JDK 17+ with jlink was found; set JLINK_HOME.');
  }
  return found[0];
}

function exe(name) {
  return process.platform === 'win32' ? `${name}.exe` : name;
}

async function addRuntime(folder) {
  const { home, version } = jdk();
  console.log(`Runtime of JDK ${version}: ${home}`);
  const compress = version >= 21 ? 'zip-6' : '2';
  run(path.join(home, 'bin', exe('jlink')), ['--add-modules', MODULES, '--output', path.join(folder, 'jre'), '--strip-debug', '--no-header-files', '--no-man-pages', `--compress=${compress}`]);
  if (version < 25) {
    return;
  }
  const server = path.join(folder, 'server', 'hld.jar');
  const hash = createHash('sha256').update(readFileSync(server)).digest('hex').slice(0, 16);
  const cache = path.join(folder, 'server', `hld-${hash}.aot`);
  await train(path.join(folder, 'jre', 'bin', exe('java')), server, cache, path.join(root, '..', 'test-workspaces', 'incomplete'));
  if (!existsSync(cache)) {
    throw new Error('The class cache was not made.');
  }
}

if (!existsSync(jar)) {
  throw new Error(`${jar} is not there; build it: mvn -pl server -DskipTests package`);
}
mkdirSync(build, { recursive: true });
run(process.execPath, ['scripts/build.mjs']);
if (!process.argv.includes('--platform')) {
  vsix(stage('universal'));
}
if (!process.argv.includes('--universal')) {
  const target = `${process.platform}-${process.arch}`;
  const folder = stage(target);
  await addRuntime(folder);
  vsix(folder, target);
}

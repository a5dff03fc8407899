// Makes the extension's packages in build/:
//   hld-<version>.vsix                the server's jar, for any machine with Java 17+
//   hld-<version>-<platform>.vsix     the same with a Java runtime of its own, for this platform
// The jar is ../server/target/hld.jar (or $HLD_JAR). The runtime and the cache of loaded classes,
// which halves the start, are those of ../server/target/dist (mvn -Pdist package -pl server).
//   --universal, --platform           only one of the two
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { notices } from './notices.mjs';

const root = path.resolve(import.meta.dirname, '..');
const build = path.join(root, 'build');
const jar = path.resolve(process.env.HLD_JAR ?? path.join(root, '..', 'server', 'target', 'hld.jar'));
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const LIMIT = 60e6;
const dist = path.join(root, '..', 'server', 'target', 'dist', 'hld');

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
  cpSync(path.join(root, '..', 'docs', 'rules.md'), path.join(folder, 'server', 'rules.md'));
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

/** Adds the runtime and the class cache that the server is shipped with, made for this very jar. */
function addRuntime(folder) {
  const cache = existsSync(dist) ? readdirSync(path.join(dist, 'lib')).find((name) => /-serve\.(aot|jsa)$/.test(name)) : undefined;
  if (cache === undefined) {
    throw new Error(`${dist} is not there; make it: mvn -Pdist package -pl server`);
  }
  cpSync(path.join(dist, 'runtime'), path.join(folder, 'jre'), { recursive: true });
  for (const name of ['hld.jar', cache]) {
    cpSync(path.join(dist, 'lib', name), path.join(folder, 'server', name));
  }
  // Java takes a cache only for a jar that bears this time; the extension gives it back.
  writeFileSync(path.join(folder, 'server', 'time'), statSync(path.join(dist, 'lib', 'hld.jar')).mtime.toISOString());
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
  addRuntime(folder);
  vsix(folder, target);
}

// Bundles the unit tests, which run without an editor, and runs them.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const out = path.join(root, 'out', 'test');
const files = readdirSync(path.join(root, 'test')).filter((name) => name.endsWith('.test.ts'));
rmSync(out, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: files.map((name) => `test/${name}`),
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  outdir: out,
  sourcemap: 'inline',
  logLevel: 'warning',
});
const run = spawnSync(process.execPath, ['--enable-source-maps', '--test', ...files.map((name) => path.join(out, name.replace(/\.ts$/, '.js')))], {
  stdio: 'inherit',
  cwd: root,
  env: { ...process.env, CLIENT_ROOT: root },
});
process.exit(run.status ?? 1);

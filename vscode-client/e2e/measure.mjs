// How long it takes from opening a pack to its first findings: the platform package against the
// universal one, in turns, each in a new profile.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Window, Workbench } from './editor.mjs';

const root = path.resolve(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const rounds = Number(process.env.ROUNDS ?? 3);
const times = { platform: [], universal: [] };
for (let round = 0; round < rounds; round++) {
  for (const [kind, name] of [['platform', `hld-${version}-linux-x64.vsix`], ['universal', `hld-${version}.vsix`]]) {
    const workbench = new Workbench(18_200 + round * 2 + (kind === 'platform' ? 0 : 1));
    try {
      workbench.install(path.join(root, 'build', name));
      await workbench.start();
      const window = await Window.open(workbench, workbench.copy('incomplete'), '05A-production-deep-dives-core.md');
      await window.page.waitForSelector('.editor-instance .view-line', { timeout: 60_000 });
      const editor = performance.now() - window.begun;
      await window.page.waitForSelector('.squiggly-error, .squiggly-warning', { timeout: 60_000 });
      const all = performance.now() - window.begun;
      times[kind].push(all - editor);
      console.log(`${kind}: text after ${Math.round(editor)} ms, findings after ${Math.round(all)} ms`);
      await window.close();
    } finally {
      workbench.stop();
    }
  }
}
for (const [kind, all] of Object.entries(times)) {
  const sorted = all.toSorted((a, b) => a - b);
  console.log(`${kind}: from the text to the first findings, median of ${rounds}: ${Math.round(sorted[Math.floor(sorted.length / 2)])} ms`);
}

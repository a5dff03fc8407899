// What the extension costs an editor in which nothing happens: the extension host with it and without
// it, in turns, each in a new profile. The host also runs what the editor brings along.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { children, sleep, Window, Workbench } from './editor.mjs';

const root = path.resolve(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const rounds = Number(process.env.ROUNDS ?? 3);
const SETTLE = 20_000;
const LOOK = 30_000;
const shares = { with: [], without: [] };

for (let round = 0; round < rounds; round++) {
  for (const kind of ['with', 'without']) {
    const workbench = new Workbench(18_240 + round * 2 + (kind === 'with' ? 0 : 1));
    try {
      if (kind === 'with') {
        workbench.install(path.join(root, 'build', `hld-${version}-linux-x64.vsix`));
      }
      await workbench.start();
      const window = await Window.open(workbench, workbench.copy('incomplete'), '05A-production-deep-dives-core.md');
      await window.page.waitForSelector('.editor-instance .view-line', { timeout: 60_000 });
      await sleep(SETTLE);
      const host = () => children(workbench.process.pid).find(({ command }) => /extensionHost/.test(command));
      const before = host();
      const begun = performance.now();
      await sleep(LOOK);
      const share = ((host().ticks - before.ticks) / (performance.now() - begun)) * 1000;
      shares[kind].push(share);
      console.log(`${kind} the extension: ${share.toFixed(2)} % of a core`);
      await window.close();
    } finally {
      workbench.stop();
    }
  }
}
for (const [kind, all] of Object.entries(shares)) {
  const sorted = all.toSorted((a, b) => a - b);
  console.log(`${kind} the extension: median of ${rounds}: ${sorted[Math.floor(sorted.length / 2)].toFixed(2)} %`);
}

// What a person does with the extension, from the first file to the closed window, in a real editor.
// Each step leaves a screenshot in e2e/out. The steps share one window and build on one another.
import assert from 'node:assert/strict';
import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe } from 'node:test';
import { children, shots, sleep, stepsOf, until, Window, Workbench } from './editor.mjs';

const root = path.resolve(import.meta.dirname, '..');
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const vsix = process.env.VSIX ?? path.join(root, 'build', `hld-${manifest.version}-linux-x64.vsix`);
const CORE = '05A-production-deep-dives-core.md';

const workbench = new Workbench(Number(process.env.E2E_PORT ?? 18190));
let folder;
let window;
let page;

const step = stepsOf(() => window);

/** Themes, and what the workbench is marked with in each. */
const THEMES = { 'Dark Modern': /\bvs-dark\b/, 'Light Modern': /\bvs\b(?!-)/, 'Default High Contrast': /\bhc-black\b/, 'Default High Contrast Light': /\bhc-light\b/ };

/** What the editor counts in its status bar: errors and warnings. */
const counted = async () => {
  const text = await page.locator('[id="status.problems"]').innerText();
  const [errors, warnings] = text.match(/\d+/g) ?? [];
  return Number(errors) + Number(warnings);
};

const completeness = async () => Number(/(\d+) %/.exec(await window.statusText())?.[1] ?? Number.NaN);

before(async () => {
  workbench.install(vsix);
  workbench.set({ 'workbench.colorTheme': 'Dark Modern' });
  await workbench.start();
  folder = workbench.copy('incomplete');
});

after(async () => {
  await window?.close().catch(() => undefined);
  workbench.stop();
});

describe('in a real editor', () => {
  step('findings appear as squiggles and problems', async () => {
    window = await Window.open(workbench, folder, CORE, { shots });
    page = window.page;
    await page.waitForSelector('.editor-instance .view-line', { timeout: 60_000 });
    await page.waitForSelector('.squiggly-error, .squiggly-warning', { timeout: 60_000 });
    console.log(`first squiggle ${Math.round(performance.now() - window.begun)} ms after the page was asked for`);
    await window.goToLine(1);
    await window.press('Control+Shift+m');
    await until('entries in Problems', async () => (await window.problems().count()) > 1);
    assert.ok((await window.problems().allInnerTexts()).some((text) => /Step \d+ .* is missing|missing/.test(text)));
    await window.shot('01-problems');
    await window.press('Control+j');
  });

  const hoverOverFinding = async () => {
    await window.goToLine(1);
    await window.press('Control+ArrowRight', 'Control+ArrowRight');
    await window.press('Control+k', 'Control+i');
    const hover = page.locator('.monaco-hover:visible');
    await until('the hover', async () => /missing|✗/.test((await hover.allInnerTexts()).join(' ')));
  };

  step('a hover shows the rule', async () => {
    await hoverOverFinding();
    await window.shot('02-hover');
    await window.press('Escape');
  });

  step('the view and the status bar show the pack', async () => {
    await until('the status bar', async () => Number.isFinite(await completeness()), 30_000);
    await page.locator('.activitybar a[aria-label^="HLD"]').first().click();
    await until('the view', async () => (await window.treeTexts()).some((text) => text.includes('05A-production')));
    const row = page.locator('.part.sidebar .monaco-list-row', { hasText: '05A-production' });
    await row.locator('.monaco-tl-twistie').click();
    await until('the steps', async () => (await window.treeTexts()).some((text) => /^7\. Caching/.test(text)));
    const caching = page.locator('.part.sidebar .monaco-list-row', { hasText: /^7\. Caching/ });
    await caching.locator('.monaco-tl-twistie').click();
    await until('the requirements', async () => (await window.treeTexts()).some((text) => /TTL/.test(text)));
    await caching.hover();
    await window.shot('03-tree');
  });

  step('a missing section is inserted from the list, and view and status bar follow', async () => {
    const before = await window.treeTexts();
    const step = before.find((text) => /^7\. Caching/.test(text));
    await window.openFile(CORE);
    await window.run('HLD: Insert Missing Section');
    await page.locator('.quick-input-title', { hasText: 'Insert into' }).waitFor();
    await window.shot('04-insert-list');
    await window.choose('caching/write-policy');
    await until('the section', async () => (await page.locator('.tab.active.dirty, .tab.dirty').count()) > 0);
    await until('the view follows', async () => {
      const now = (await window.treeTexts()).find((text) => /^7\. Caching/.test(text));
      return now !== undefined && now !== step;
    });
    await sleep(500);
    await window.shot('05-inserted');
    await window.press('Escape', 'Escape');
    await window.press('Control+s');
  });

  step('a quick fix inserts a section, and the finding goes', async () => {
    await window.openFile('01-problem-requirements.md');
    const before = await until('findings', counted);
    await window.goToLine(1);
    const fix = page.locator('.action-widget .monaco-list-row', { hasText: /Insert/ });
    for (let i = 0; i < 8 && (await fix.count()) === 0; i++) {
      await window.press('Control+.');
      await fix.first().waitFor({ timeout: 3_000 }).catch(() => window.press('Escape'));
    }
    await window.shot('06-quick-fix');
    await window.press('Enter');
    await until('the section', async () => (await page.locator('.tab.active.dirty').count()) > 0);
    await until('the finding goes', async () => (await counted()) < before, 30_000);
    await window.press('Escape', 'Escape');
    await window.shot('07-fixed');
    await window.press('Control+s');
  });

  step('a snippet completes and expands', async () => {
    await window.openFile(CORE);
    await window.goToLine(1);
    await window.press('Control+End', 'Enter');
    await page.keyboard.type('hld-caching-evi', { delay: 30 });
    const row = page.locator('.suggest-widget .monaco-list-row', { hasText: 'hld-caching-eviction' }).first();
    for (let i = 0; i < 5 && (await row.count()) === 0; i++) {
      await window.press('Control+Space');
      await row.waitFor({ timeout: 4_000 }).catch(() => undefined);
    }
    await window.shot('08-snippet-offered');
    await row.click();
    await until('the snippet', async () => (await window.lines()).some((line) => line.includes('### Eviction Policy')));
    await window.shot('09-snippet-expanded');
    await window.press('Escape', 'Escape', 'Escape');
    await window.run('File: Revert File');
  });

  step('the next missing place is one key away', async () => {
    await window.openFile(CORE);
    await window.goToLine(3);
    const at = async () => (await page.locator('.part.statusbar [id="status.editor.selection"]').innerText()) + (await page.locator('.tab.active').innerText());
    const here = await at();
    await window.press('Control+Alt+m');
    await until('the cursor moves', async () => (await at()) !== here);
  });

  step('a rule is explained', async () => {
    await window.open('HLD: Explain Rule');
    await window.choose('caching/eviction');
    const tab = page.locator('.tab', { hasText: /eviction/ });
    await tab.first().waitFor();
    await sleep(2_000);
    await window.shot('10-rule');
    await tab.first().click({ button: 'middle' });
    await until('the page closes', async () => (await tab.count()) === 0);
  });

  step('the report opens, and leads to a place', async () => {
    await window.run('HLD: Open Report');
    const frame = page.frameLocator('iframe.webview.ready').frameLocator('iframe[title], iframe#active-frame');
    await frame.locator('h1').waitFor({ timeout: 30_000 });
    assert.equal(await frame.locator('table.map tbody tr').count(), 1);
    await window.shot('11-report');
    await frame.locator('table.map tbody td a').nth(5).click();
    await frame.locator('details[open] li').first().waitFor();
    await window.shot('12-report-details');
    await frame.locator('details[open] a.place').first().click();
    await until('the place', async () => (await page.locator('.tab.active', { hasText: /\.md/ }).count()) > 0);
  });

  step('the report is exported as a page without scripts', async () => {
    await window.run('HLD: Export Report');
    await until('the box', async () => /hld-report\.html$/.test(await page.locator('.quick-input-widget input.input').inputValue()));
    await window.answer(path.join(folder, 'report.html'));
    const html = await until('the file', () => existsSync(path.join(folder, 'report.html')) && readFileSync(path.join(folder, 'report.html'), 'utf8'));
    assert.doesNotMatch(html, /<script/);
    const other = await window.context.newPage();
    await other.setContent(html);
    await other.screenshot({ path: path.join(shots, '13-report-exported.png') });
    await other.close();
    await window.dismiss();
  });

  step('settings change severities at once', async () => {
    await window.openFile('02-capacity-estimation.md');
    const errors = page.locator('.squiggly-error');
    await until('the file', async () => (await page.locator('.squiggly-warning').count()) > 0);
    assert.equal(await errors.count(), 0);
    await window.configure({ 'hld.rules': { 'capacity/math-shortcuts': 'error' } });
    await errors.first().waitFor({ timeout: 20_000 });
    await window.shot('14-severity');
    await window.configure({ 'hld.rules': {} });
    await until('the error is gone', async () => (await errors.count()) === 0);
  });

  step('a change from outside is noticed', async () => {
    const before = (await window.treeTexts()).find((text) => text.includes('06-interview-grilling'));
    rmSync(path.join(folder, '06-interview-grilling.md'));
    await until('the file is missing', async () => (await window.treeTexts()).some((text) => /06-interview-grilling\s*no such file/.test(text)), 30_000);
    await window.shot('15-outside');
    appendFileSync(path.join(folder, '06-interview-grilling.md'), '# Interview\n');
    await until('the file is back', async () => (await window.treeTexts()).some((text) => /06-interview-grilling\s*\d/.test(text)), 30_000);
    assert.ok(before);
  });

  step('a new pack is created', async () => {
    await window.run('HLD: New Design Pack');
    await page.locator('.quick-input-title', { hasText: '1/3' }).waitFor();
    await window.answer('Parcel Lockers');
    await until('its folder', async () => (await page.locator('.quick-input-widget input.input').inputValue()) === 'parcel-lockers');
    await window.answer();
    await until('the steps', async () => (await page.locator('.quick-input-list input[type=checkbox], .quick-input-list .monaco-checkbox').count()) >= 3);
    await window.shot('16-new-pack');
    await window.press('Enter');
    await until('seven files', () => existsSync(path.join(folder, 'parcel-lockers', '06-interview-grilling.md')));
    await page.locator('.tab.active', { hasText: '01-problem-requirements.md' }).waitFor();
    await until('the view lists it', async () => (await window.treeTexts()).some((text) => /^parcel-lockers/.test(text)), 30_000);
    await sleep(500);
    await window.shot('17-new-pack-made');
  });

  step('what is missing alone is shown when asked', async () => {
    await window.run('HLD: Show Only What Is Missing');
    await sleep(500);
    await window.shot('18-filter');
    await window.run('HLD: Show Everything');
  });

  step('the workspace is checked on demand', async () => {
    await window.run('HLD: Check Workspace');
    await page.locator('.notifications-toasts', { hasText: /packs are \d+ % complete/ }).waitFor();
    await window.shot('19-checked');
    await window.dismiss();
  });

  step('a server that is killed is started again', async () => {
    const [old] = workbench.servers();
    assert.ok(old, 'a server runs');
    process.kill(old.pid, 'SIGKILL');
    await until('a new server', () => workbench.servers().some(({ pid }) => pid !== old.pid), 30_000);
    await until('the status bar is back', async () => Number.isFinite(await completeness()), 30_000);
    await window.openFile(CORE);
    await window.goToLine(1);
    await page.waitForSelector('.squiggly-error, .squiggly-warning', { timeout: 30_000 });
    await window.shot('20-restarted');
  });

  step('a restart is a command', async () => {
    const [old] = workbench.servers();
    await window.run('HLD: Restart Server');
    await until('another server', () => workbench.servers().some(({ pid }) => pid !== old.pid) && workbench.servers().length === 1, 30_000);
    await until('the status bar is back', async () => Number.isFinite(await completeness()), 30_000);
  });

  for (const theme of Object.keys(THEMES)) {
    const named = theme.replace('Default ', '').replace(/\W+/g, '-').toLowerCase();
    step(`all is readable in ${theme}`, async () => {
      const shown = () => page.locator('.monaco-workbench').getAttribute('class');
      await window.configure({ 'workbench.colorTheme': theme });
      await until(theme, async () => THEMES[theme].test((await shown()) ?? ''));
      await window.openFile(CORE);
      await window.press('Control+Shift+m');
      await until('entries in Problems', async () => (await window.problems().count()) > 1);
      await sleep(500);
      await window.shot(`21-${named}-tree-and-problems`);
      await window.press('Control+j');
      await hoverOverFinding();
      await sleep(300);
      await window.shot(`22-${named}-hover`);
      await window.press('Escape');
      await window.run('HLD: Open Report');
      const report = page.frameLocator('iframe.webview.ready').frameLocator('iframe');
      await report.locator('h1').waitFor({ timeout: 30_000 });
      await report.locator('table.map tbody tr').first().locator('td a').nth(5).click();
      await report.locator('details[open] li').first().waitFor();
      await sleep(500);
      await window.shot(`23-${named}-report-details`);
      await report.locator('body').evaluate((body) => body.ownerDocument.defaultView.scrollTo(0, 0));
      await sleep(200);
      await window.shot(`24-${named}-report`);
      await window.closeTab();
    });
  }

  step('the walkthrough shows its pictures', async () => {
    await window.configure({ 'workbench.colorTheme': 'Dark Modern' });
    await window.run('Welcome: Open Walkthrough');
    await page.locator('.quick-input-list .monaco-list-row, .getting-started-category', { hasText: 'Write a high-level design' }).first().click();
    await page.locator('.getting-started-step, .getting-started').first().waitFor({ timeout: 15_000 });
    // Beside the view there is no room for pictures, and the editor leaves them out.
    await window.press('Control+b');
    const picture = page.locator('.gettingStartedContainer .getting-started-media img').first();
    await until('a picture', async () => picture.evaluate((image) => image.naturalWidth > 0 && image.clientWidth > 200));
    await window.shot('25-walkthrough');
    await window.press('Control+b');
    await window.closeTab();
  });

  // What the extension costs its host, which runs the editor's own extensions too, is for idle.mjs.
  step('the server rests when nothing happens', async () => {
    await window.openFile(CORE);
    await sleep(5_000);
    const servers = () => children(workbench.process.pid).filter(({ command }) => /hld\.jar/.test(command));
    const before = servers();
    assert.equal(before.length, 1);
    await sleep(15_000);
    const after = servers().find(({ pid }) => pid === before[0].pid);
    const used = after.ticks - before[0].ticks;
    console.log(`idle: the server used ${used} hundredths of a second in 15 s`);
    assert.ok(used < 45, `${used} hundredths of a second in 15 s`);
  });

  step('closing the window leaves no process', async () => {
    await window.close();
    const begun = Date.now();
    await until('the server ends', () => workbench.servers().length === 0, 30_000);
    console.log(`the server was gone ${Date.now() - begun} ms after the window`);
  });
});

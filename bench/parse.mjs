// Parses texts for vscode-markdown-languageserver, as VS Code does: one JSON text a line.
import { createRequire } from 'node:module';
import path from 'node:path';
import { createInterface } from 'node:readline';

const require = createRequire(path.join(process.cwd(), 'parse.mjs'));
const parser = require('markdown-it')({ html: true });
for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(parser.parse(JSON.parse(line), {}))}\n`);
}

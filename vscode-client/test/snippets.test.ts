import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { describe, test } from 'node:test';

interface Catalogue {
  generated(): Record<string, string>;
  snippetBody(marked: string): string;
}

const root = process.env['CLIENT_ROOT'] ?? path.resolve(__dirname, '..');
const catalogue = import(path.join(root, 'scripts', 'catalogue.mjs')) as Promise<Catalogue>;

describe('what is made from the catalogue', () => {
  test('is fresh (else: npm run generate)', async () => {
    for (const [name, text] of Object.entries((await catalogue).generated())) {
      assert.ok(readFileSync(path.join(root, name), 'utf8') === text, `${name} is stale`);
    }
  });

  test('has a snippet with a prefix of its own for every requirement', async () => {
    const made = JSON.parse((await catalogue).generated()['snippets/hld.json'] ?? '') as Record<string, { prefix: string | string[] }>;
    const rules = JSON.parse((await catalogue).generated()['data/rules.json'] ?? '') as { rules: { id: string; step: string }[] };
    const prefixes = Object.values(made).flatMap((snippet) => snippet.prefix);
    assert.equal(new Set(prefixes).size, prefixes.length);
    for (const rule of rules.rules.filter((r) => r.step !== '')) {
      assert.ok(prefixes.includes(`hld-${rule.id.replace('/', '-')}`), rule.id);
    }
  });
});

describe('a snippet', () => {
  for (const [marked, body] of [
    ['a {{b}} c', 'a ${1:b} c$0'],
    ['{{x|y}} {{z}}', '${1|x,y|} ${2:z}$0'],
    ['{{1,000|2,000}}', '${1|1\\,000,2\\,000|}$0'],
    ['cost $5 {a} \\', 'cost \\$5 {a\\} \\\\$0'],
    ['{{$5}}', '${1:\\$5}$0'],
  ] as const) {
    test(`of ${marked}`, async () => {
      assert.equal((await catalogue).snippetBody(marked), body);
    });
  }
});

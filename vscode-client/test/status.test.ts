import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { missingIn, neighbour } from '../src/core/missing';
import { folderName } from '../src/core/names';
import { readPacks } from '../src/core/protocol';
import { asked, count, packOf, percent } from '../src/core/status';
import { told } from '../src/core/tree';
import { file, FOLDER, pack, requirement, step } from './packs';

const shop = pack(
  file('04', [step(4, 'data', [requirement('data/model', 'missing', 30, '04.md'), requirement('data/index', 'missing', 10, '04.md')])]),
  file('05A', [step(7, 'caching', [requirement('caching/ttl', 'missing', 5), requirement('caching/why', 'weak', 8), requirement('caching/x', 'missing')])]),
);

describe('what is missing', () => {
  test('is listed in the template\'s order', () => {
    assert.deepEqual(missingIn(shop).map((m) => m.requirement.id), ['data/model', 'data/index', 'caching/ttl', 'caching/x']);
    assert.equal(missingIn(shop, true).length, 5);
  });

  test('is gone through by place, over all files and round the corner', () => {
    const next = (name: string, line: number, direction: 1 | -1): string => {
      const place = neighbour(shop, `${FOLDER}/${name}`, { line, character: 0 }, direction);
      return place === undefined ? 'none' : `${place.uri.slice(FOLDER.length + 1)}:${place.start.line}`;
    };
    assert.equal(next('04.md', 0, 1), '04.md:10');
    assert.equal(next('04.md', 10, 1), '04.md:30');
    assert.equal(next('04.md', 30, 1), '05A.md:5');
    assert.equal(next('05A.md', 5, 1), '04.md:10');
    assert.equal(next('04.md', 10, -1), '05A.md:5');
    assert.equal(next('05A.md', 5, -1), '04.md:30');
    assert.equal(next('notes.md', 0, 1), '04.md:10');
  });

  test('is nowhere in a complete pack', () => {
    assert.equal(neighbour(pack(), FOLDER, { line: 0, character: 0 }, 1), undefined);
  });
});

describe('completeness', () => {
  test('counts what is asked', () => {
    const counts = count([requirement('a', 'met'), requirement('b', 'weak'), requirement('c', 'missing'), requirement('d', 'notApplicable')]);
    assert.equal(asked(counts), 3);
    assert.equal(percent(counts), 33);
    assert.equal(told(counts), '1 of 3 met, 1 weak, 1 missing, 1 not applicable');
    assert.equal(percent(count([])), 100);
    assert.equal(percent({ met: 999, weak: 0, missing: 1, notApplicable: 0 }), 99, 'never 100 while something is open');
  });
});

describe('the pack of a file', () => {
  const inner = { name: 'old', uri: `${FOLDER}/old`, files: [] };
  test('is that of its folder', () => {
    assert.equal(packOf([shop, inner], `${FOLDER}/04.md`), shop);
    assert.equal(packOf([shop, inner], `${FOLDER}/old/04.md`), inner);
    assert.equal(packOf([shop, inner], `${FOLDER}/notes/x.md`), undefined);
    assert.equal(packOf([shop, inner], 'file:///elsewhere/04.md'), undefined);
  });
});

describe('the server\'s answer', () => {
  const range = { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } };

  test('is read with its places', () => {
    const packs = readPacks({
      packs: [
        {
          name: 'shop',
          uri: `${FOLDER}/`,
          files: [
            {
              role: '04',
              name: '04.md',
              uri: `${FOLDER}/04.md`,
              present: true,
              steps: [
                {
                  id: 'data',
                  number: 4,
                  title: 'Data',
                  range,
                  requirements: [
                    { id: 'data/model', title: 'Model', status: 'met', evidence: [{ uri: `${FOLDER}/04.md`, range }] },
                    { id: 'data/index', title: 'Index', status: 'missing', evidence: [], belongs: { uri: `${FOLDER}/04.md`, range } },
                  ],
                },
              ],
            },
          ],
        },
      ],
    });
    assert.equal(packs[0]?.uri, FOLDER);
    const step = packs[0].files[0]?.steps[0];
    const place = { uri: `${FOLDER}/04.md`, ...range };
    assert.deepEqual(step?.place, place);
    assert.deepEqual(step.requirements[0]?.evidence, [place]);
    assert.deepEqual(step.requirements[1]?.place, place);
  });

  test('does no harm, whatever it is', () => {
    for (const answer of [null, undefined, 7, 'x', [], {}, { packs: 3 }, { packs: [null, 1, {}] }, { packs: [{ files: [{ steps: [{ requirements: [{ evidence: [{ range: {} }] }] }] }] }] }]) {
      assert.ok(Array.isArray(readPacks(answer)), JSON.stringify(answer));
    }
  });
});

describe('a folder for', () => {
  for (const [title, name] of [['URL Shortener (v2)', 'url-shortener-v2'], ['Café & Bar', 'cafe-bar'], ['../..', 'design'], ['', 'design'], ['订单系统', '订单系统']] as const) {
    test(`"${title}" is ${name}`, () => {
      assert.equal(folderName(title), name);
    });
  }
});

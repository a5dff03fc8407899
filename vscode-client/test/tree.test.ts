import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { tree, type Node } from '../src/core/tree';
import { file, pack, requirement, step } from './packs';

const options = { missingOnly: false, optionalSteps: new Set(['caching', 'search']) };

const shop = pack(
  file('04', [step(4, 'data', [requirement('data/model', 'met', 3, '04.md')])]),
  file('05A', [
    step(7, 'caching', [requirement('caching/ttl', 'met', 9), requirement('caching/eviction', 'weak', 12), requirement('caching/why', 'missing', 7)]),
    step(8, 'search', [requirement('search/query', 'notApplicable', 20)]),
  ]),
  file('06', [step(14, 'interview', [requirement('interview/why', 'missing')])], false),
);

/** One line a node: its depth, label, description and state. */
function lines(nodes: readonly Node[], depth = 0): string[] {
  return nodes.flatMap((node) => [`${'  '.repeat(depth)}${node.label} [${node.description}] ${node.state}`, ...lines(node.children, depth + 1)]);
}

function find(nodes: readonly Node[], label: string): Node {
  for (const node of nodes) {
    if (node.label === label) {
      return node;
    }
    try {
      return find(node.children, label);
    } catch {
      // In another branch.
    }
  }
  throw new Error(`no ${label}`);
}

describe('the view', () => {
  test('shows packs, files, steps and requirements with their state', () => {
    assert.deepEqual(lines(tree([shop], options)), [
      'shop [40 % · 2 missing] open',
      '  04 [1/1] met',
      '    4. Step data [1/1] met',
      '      Title of data/model [] met',
      '  05A [1/3] open',
      '    7. Step caching [1/3 · 1 missing] open',
      '      Title of caching/ttl [] met',
      '      Title of caching/eviction [] weak',
      '      Title of caching/why [] missing',
      '    8. Step search [not applicable] notApplicable',
      '      Title of search/query [not applicable] notApplicable',
      '  06 [no such file] absent',
      '    14. Step interview [0/1 · 1 missing] missing',
      '      Title of interview/why [] missing',
    ]);
  });

  test('filters to what is open', () => {
    assert.deepEqual(lines(tree([shop], { ...options, missingOnly: true })), [
      'shop [40 % · 2 missing] open',
      '  05A [1/3] open',
      '    7. Step caching [1/3 · 1 missing] open',
      '      Title of caching/eviction [] weak',
      '      Title of caching/why [] missing',
      '  06 [no such file] absent',
      '    14. Step interview [0/1 · 1 missing] missing',
      '      Title of interview/why [] missing',
    ]);
    const whole = pack(file('04', [step(4, 'data', [requirement('data/model', 'met')])]));
    assert.deepEqual(tree([whole], { ...options, missingOnly: true }), []);
  });

  test('leads to the evidence, or to where the text is missing', () => {
    const nodes = tree([shop], options);
    assert.equal(find(nodes, 'Title of caching/ttl').target?.start.line, 9);
    assert.equal(find(nodes, 'Title of caching/why').target?.start.line, 7);
    assert.equal(find(nodes, '7. Step caching').target?.start.line, 9);
    assert.equal(find(nodes, '06').target, undefined);
  });

  test('offers on each line what can be done there', () => {
    const nodes = tree([shop], options);
    const traits = (label: string): string => find(nodes, label).traits.join(' ');
    assert.equal(traits('7. Step caching'), 'step insertable optional');
    assert.equal(traits('8. Step search'), 'step');
    assert.equal(traits('Title of caching/why'), 'requirement insertable');
    assert.equal(traits('Title of caching/ttl'), 'requirement');
    assert.equal(traits('06'), 'file absent');
    assert.equal(traits('Title of interview/why'), 'requirement', 'nothing is inserted into a file that is not there');
  });

  test('keeps the keys of its lines while the pack is edited', () => {
    const keys = (nodes: readonly Node[]): string[] => nodes.flatMap((node) => [node.key, ...keys(node.children)]);
    const edited = pack(...shop.files.map((f) => ({ ...f, steps: f.steps.map((s) => ({ ...s, title: 'new' })) })));
    assert.deepEqual(keys(tree([edited], options)), keys(tree([shop], options)));
    assert.equal(new Set(keys(tree([shop], options))).size, 14 - 3 + 3);
  });
});

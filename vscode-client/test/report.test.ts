import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { page } from '../src/core/catalogue';
import { escape, reportPage } from '../src/core/report';
import { file, pack, requirement, step } from './packs';

const shop = pack(file('05A', [step(7, 'caching', [requirement('caching/ttl', 'met', 4), requirement('caching/why', 'missing', 2)]), step(8, 'search', [requirement('search/a', 'notApplicable')])]));

describe('the report', () => {
  test('in the editor runs one script only and loads nothing', () => {
    const html = reportPage({ packs: [shop], made: 'today', nonce: 'abc' });
    assert.match(html, /content="default-src 'none'; style-src 'nonce-abc'; script-src 'nonce-abc'"/);
    assert.doesNotMatch(html, /https?:\/\//);
    assert.doesNotMatch(html, / style=| on\w+=/);
  });

  test('as a file has no script at all', () => {
    const html = reportPage({ packs: [shop], made: 'today' });
    assert.doesNotMatch(html, /<script|https?:\/\//);
    assert.match(html, /<td class="h2"><a [^>]*>50<\/a><\/td>/);
    assert.match(html, /<td class="na"><a [^>]*>∅<\/a><\/td>/);
  });

  test('says each thing in words, not by colour alone', () => {
    const html = reportPage({ packs: [shop], made: 'today' });
    assert.match(html, /aria-label="shop, step 7 Step caching: 1 of 2 met, 1 missing"/);
    assert.match(html, /role="img" aria-label="missing"/);
  });

  test('shows the text of a pack as text', () => {
    const evil = { ...shop, name: '<img src=x onerror="alert(1)">' };
    for (const html of [reportPage({ packs: [evil], made: '<b>' }), reportPage({ packs: [evil], made: '<b>', nonce: 'n' })]) {
      assert.doesNotMatch(html, /<img|<b>/);
    }
    assert.equal(escape(`<&">'`), '&#60;&#38;&#34;&#62;&#39;');
  });

  test('of nothing is a page, too', () => {
    assert.match(reportPage({ packs: [], made: 'today' }), /No pack was found/);
  });
});

describe('the page of a rule', () => {
  test('teaches it', () => {
    const rule = { id: 'caching/ttl', step: 'caching', part: 'B', kind: 'topic', title: 'TTL', text: 'TTL values', why: 'Because.', satisfies: 'Each TTL.', example: '### TTL\n\n{{600 s|60 s}} and {{5}}\n' };
    const text = page(rule, { id: 'caching', number: 7, title: 'Caching', file: '05A', optional: true });
    assert.match(text, /^# TTL\n\n`caching\/ttl`\n\nStep 7, Caching, part B\n\nTTL values\.\n/);
    assert.match(text, /> ### TTL\n>\n> 600 s and 5\n/);
  });
});

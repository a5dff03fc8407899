import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Backoff } from '../src/core/backoff';
import { commandLine, isProgram } from '../src/core/launch';

const bundled = { java: '/ext/jre/bin/java', origin: 'bundled', version: 25 } as const;
const other = { java: '/jdk/bin/java', origin: 'JAVA_HOME', version: 17 } as const;
const launch = { extensionFolder: '/ext', serverPath: '', jvmArguments: [] };

describe('the command line', () => {
  test('runs the bundled jar with the class cache of the bundled runtime', () => {
    const { command, args } = commandLine({ ...launch, classCache: '/ext/server/hld.aot' }, bundled);
    assert.equal(command, '/ext/jre/bin/java');
    assert.ok(args.includes('-XX:AOTCache=/ext/server/hld.aot'));
    assert.deepEqual(args.slice(-3), ['-jar', '/ext/server/hld.jar', 'serve']);
  });

  test('leaves the class cache out for another runtime or another jar', () => {
    const cached = { ...launch, classCache: '/ext/server/hld.aot' };
    for (const line of [commandLine(cached, other), commandLine({ ...cached, serverPath: '/my/hld.jar' }, bundled)]) {
      assert.ok(!line.args.some((arg) => arg.startsWith('-XX:AOTCache')), line.args.join(' '));
    }
  });

  test('puts the user\'s arguments after ours, so that they win', () => {
    const { args } = commandLine({ ...launch, jvmArguments: ['-Xmx1g'] }, other);
    assert.ok(args.indexOf('-Xmx1g') > args.indexOf('-Xmx512m'));
    assert.ok(args.indexOf('-Xmx1g') < args.indexOf('-jar'));
  });

  test('runs a program as it is', () => {
    assert.deepEqual(commandLine({ ...launch, serverPath: '/opt/hld/bin/hld' }, undefined), {
      command: '/opt/hld/bin/hld',
      args: ['serve'],
    });
    assert.ok(isProgram('/opt/hld'));
    assert.ok(!isProgram('/opt/HLD.JAR') && !isProgram(''));
    assert.throws(() => commandLine(launch, undefined));
  });
});

describe('restarts', () => {
  test('wait longer each time and end', () => {
    const backoff = new Backoff(() => 0);
    assert.deepEqual([1, 2, 3, 4, 5, 6].map(() => backoff.next()), [200, 1_000, 3_000, 8_000, undefined, undefined]);
    backoff.reset();
    assert.equal(backoff.next(), 200);
  });

  test('begin anew for a server that has run well', () => {
    let now = 0;
    const backoff = new Backoff(() => now);
    backoff.next();
    backoff.next();
    now = 200_000;
    assert.equal(backoff.next(), 200);
  });
});

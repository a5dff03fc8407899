import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { explain, featureNumber, findRuntime, type Disk, type Surroundings } from '../src/core/runtime';

/** A disk with these Javas: path of the program to the text of its `release` file, or its answer. */
function disk(javas: Record<string, { release?: string; answer?: string }>, links: Record<string, string> = {}): Disk & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    exists: (file) => file in javas || file in links,
    read: (file) => Object.entries(javas).find(([java]) => file === java.replace(/\/bin\/java(\.exe)?$/, '/release'))?.[1].release,
    real: (file) => links[file] ?? file,
    askVersion: (java) => {
      asked.push(java);
      return Promise.resolve(javas[links[java] ?? java]?.answer);
    },
  };
}

function around(more: Partial<Surroundings> = {}): Surroundings {
  return { extensionFolder: '/ext', javaHome: '', environment: {}, platform: 'linux', ...more };
}

const SEVENTEEN = { release: 'IMPLEMENTOR="x"\nJAVA_VERSION="17.0.15"\n' };
const EIGHT = { release: 'JAVA_VERSION="1.8.0_402"\n' };

describe('the runtime', () => {
  test('is the bundled one before all others', async () => {
    const found = await findRuntime(
      around({ javaHome: '/mine', environment: { JAVA_HOME: '/jdk', PATH: '/usr/bin' } }),
      disk({ '/ext/jre/bin/java': { release: 'JAVA_VERSION="25.0.3"' }, '/mine/bin/java': SEVENTEEN, '/jdk/bin/java': SEVENTEEN }),
    );
    assert.deepEqual(found, { runtime: { java: '/ext/jre/bin/java', origin: 'bundled', version: 25 } });
  });

  test('is then the chosen one, JAVA_HOME, and the one on the PATH', async () => {
    const all = { '/mine/bin/java': SEVENTEEN, '/jdk/bin/java': SEVENTEEN, '/usr/bin/java': SEVENTEEN };
    const environment = { JAVA_HOME: '/jdk', PATH: '/nowhere:/usr/bin' };
    const origin = async (where: Surroundings): Promise<unknown> => {
      const found = await findRuntime(where, disk(all));
      return 'runtime' in found ? found.runtime.origin : found.refusals;
    };
    assert.equal(await origin(around({ javaHome: '/mine', environment })), 'hld.java.home');
    assert.equal(await origin(around({ environment })), 'JAVA_HOME');
    assert.equal(await origin(around({ environment: { PATH: environment.PATH } })), 'PATH');
  });

  test('is passed over when it is too old', async () => {
    const found = await findRuntime(
      around({ environment: { JAVA_HOME: '/old', PATH: '/usr/bin' } }),
      disk({ '/old/bin/java': EIGHT, '/usr/bin/java': SEVENTEEN }),
    );
    assert.deepEqual(found, { runtime: { java: '/usr/bin/java', origin: 'PATH', version: 17 } });
  });

  test('is not replaced by another when the user chose one that does not fit', async () => {
    const found = await findRuntime(
      around({ javaHome: '/old', environment: { PATH: '/usr/bin' } }),
      disk({ '/old/bin/java': EIGHT, '/usr/bin/java': SEVENTEEN }),
    );
    assert.ok('refusals' in found);
    assert.equal(
      explain(found.refusals),
      'The HLD checker needs Java 17 or newer. hld.java.home: /old/bin/java is Java 8; 17 or newer is needed.',
    );
  });

  test('is asked for its version only where no release file tells it', async () => {
    const told = disk({ '/jdk/bin/java': SEVENTEEN });
    await findRuntime(around({ environment: { JAVA_HOME: '/jdk' } }), told);
    assert.deepEqual(told.asked, []);

    const silent = disk({ '/jdk/bin/java': { answer: 'openjdk version "21.0.1" 2023-10-17\n' } });
    const found = await findRuntime(around({ environment: { JAVA_HOME: '/jdk' } }), silent);
    assert.deepEqual(silent.asked, ['/jdk/bin/java']);
    assert.ok('runtime' in found && found.runtime.version === 21);
  });

  test('is found behind links', async () => {
    const linked = disk({ '/opt/jdk/bin/java': SEVENTEEN }, { '/usr/bin/java': '/opt/jdk/bin/java' });
    const found = await findRuntime(around({ environment: { PATH: '/usr/bin' } }), linked);
    assert.ok('runtime' in found && found.runtime.version === 17);
    assert.deepEqual(linked.asked, []);
  });

  test('is missed with one clear line', async () => {
    const nothing = await findRuntime(around(), disk({}));
    assert.ok('refusals' in nothing);
    assert.equal(explain(nothing.refusals), 'No Java was found. The HLD checker needs Java 17 or newer.');

    const broken = await findRuntime(around({ environment: { JAVA_HOME: '/jdk' } }), disk({ '/jdk/bin/java': {} }));
    assert.ok('refusals' in broken);
    assert.match(explain(broken.refusals), /JAVA_HOME: \/jdk\/bin\/java does not run/);
  });

  test('may lie in the home folder', async () => {
    const found = await findRuntime(
      around({ javaHome: '~/jdk', environment: { HOME: '/home/me' } }),
      disk({ '/home/me/jdk/bin/java': SEVENTEEN }),
    );
    assert.ok('runtime' in found && found.runtime.java === '/home/me/jdk/bin/java');
  });
});

describe('a version', () => {
  for (const [text, number] of [['17.0.15', 17], ['1.8.0_402', 8], ['25-ea', 25], ['25', 25], ['', undefined], ['x', undefined]] as const) {
    test(`"${text}" is ${String(number)}`, () => {
      assert.equal(featureNumber(text), number);
    });
  }
});

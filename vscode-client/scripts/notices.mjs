// The licences of what is shipped but not ours.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The text of THIRD-PARTY-NOTICES.md. */
export function notices(root, jar, withRuntime) {
  const parts = [...npmPackages(root), ...jarComponents(jar)];
  const list = parts.map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`).join('\n');
  const texts = parts.filter(({ text }) => text).map(({ name, text }) => `## ${name}\n\n\`\`\`text\n${text.trim()}\n\`\`\`\n`).join('\n');
  const java = withRuntime
    ? '\nThe folder `jre` holds a Java runtime made from OpenJDK (GPL-2.0 with Classpath Exception); its notices are in `jre/legal`.\n'
    : '';
  return `# Third-party notices\n\nThis extension contains the following works of others.\n${java}\n| work | version | licence |\n|---|---|---|\n${list}\n\n${texts}`;
}

/** Every package that the bundled extension can hold: the dependencies and theirs. */
function npmPackages(root) {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(lock)
    .filter(([folder, { dev }]) => folder !== '' && dev !== true)
    .map(([folder, { version, license }]) => {
      const files = readdirSync(path.join(root, folder)).filter((file) => /^(licen[cs]e|notice)/i.test(file));
      const text = files.map((file) => readFileSync(path.join(root, folder, file), 'utf8')).join('\n');
      return { name: folder.replace(/^.*node_modules\//, ''), version, license: license ?? 'see below', text };
    });
}

/** What is in the jar, found by the packages of its classes; one that is not known is an error. */
function jarComponents(jar) {
  const list = execFileSync('jar', ['tf', jar], { encoding: 'utf8', maxBuffer: 64e6 }).split(/\r?\n/);
  const classes = list.filter((entry) => entry.endsWith('.class') && !entry.startsWith('io/github/hldls/') && !entry.startsWith('META-INF/'));
  const found = new Set();
  for (const entry of classes) {
    const work = WORKS.find(({ packages }) => packages.some((name) => entry.startsWith(name)));
    if (work === undefined) {
      throw new Error(`${entry} is of a work whose licence is not known here: look it up, and add it to scripts/notices.mjs.`);
    }
    found.add(work);
  }
  return WORKS.filter((work) => found.has(work)).map(({ name, license, holder }) => ({
    name,
    version: 'in hld.jar',
    license,
    text: holder === undefined ? '' : `Copyright (c) ${holder}\n\n${license === 'MIT' ? MIT : BSD}`,
  }));
}

const WORKS = [
  { name: 'Gson', packages: ['com/google/gson/'], license: 'Apache-2.0' },
  { name: 'Error Prone annotations', packages: ['com/google/errorprone/'], license: 'Apache-2.0' },
  { name: 'picocli', packages: ['picocli/'], license: 'Apache-2.0' },
  { name: 'directory-watcher', packages: ['io/methvin/'], license: 'Apache-2.0' },
  { name: 'Java Native Access', packages: ['com/sun/jna/'], license: 'Apache-2.0' },
  { name: 'progressbar', packages: ['me/tongfei/'], license: 'MIT', holder: '2015-2024 Tongfei Chen and the progressbar contributors' },
  { name: 'gitignore-reader (with the ANTLR runtime)', packages: ['nl/basjes/'], license: 'Apache-2.0' },
  { name: 'commonmark-java', packages: ['org/commonmark/'], license: 'BSD-2-Clause', holder: '2015 Robin Stocker and others' },
  { name: 'Eclipse LSP4J', packages: ['org/eclipse/lsp4j/'], license: 'EDL-1.0', holder: '2016-2025 TypeFox and others' },
  { name: 'java-diff-utils', packages: ['com/github/difflib/'], license: 'Apache-2.0' },
  { name: 'JLine', packages: ['org/jline/'], license: 'BSD-3-Clause', holder: '2002-2023, the original author or authors' },
  { name: 'JSpecify annotations', packages: ['org/jspecify/'], license: 'Apache-2.0' },
  { name: 'SLF4J', packages: ['org/slf4j/'], license: 'MIT', holder: '2004-2023 QOS.ch' },
];

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const BSD = `Redistribution and use in source and binary forms, with or without modification, are permitted provided that the following conditions are met: Redistributions of source code must retain the above copyright notice, this list of conditions and the following disclaimer. Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the following disclaimer in the documentation and/or other materials provided with the distribution. (BSD-3-Clause and EDL-1.0:) Neither the name of the copyright holder nor the names of its contributors may be used to endorse or promote products derived from this software without specific prior written permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.`;

// The template's catalogue, read from the server's data: the one source for rules and snippets.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const CATALOGUE = path.resolve(import.meta.dirname, '..', '..', 'server', 'src', 'main', 'resources', 'templates', 'hld');

/** What `data/rules.json` holds. */
export function rules(folder = CATALOGUE) {
  const json = (name) => JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8'));
  const template = json('template');
  const rows = (name, step) => {
    const examples = readExamples(path.join(folder, `${name}.md`));
    return json(name).map((row) => rule(row, step, examples));
  };
  return {
    files: template.files,
    steps: template.steps.map(({ id, number, title, file, parts, topic }) => ({
      id,
      number,
      title,
      file,
      parts: parts ?? {},
      optional: topic?.absent !== undefined,
    })),
    rules: [
      ...template.steps.flatMap((step) => rows(step.rows, step.id)),
      ...rows('rules', ''),
      ...json('findings').map((row) => rule(row, '', new Map())),
    ],
  };
}

function rule(row, step, examples) {
  return {
    id: row.id,
    step,
    part: row.part ?? '',
    kind: row.kind ?? 'finding',
    title: row.title,
    text: row.text,
    why: row.why,
    satisfies: row.satisfies,
    example: examples.get(row.id) ?? '',
  };
}

function readExamples(file) {
  const pieces = readFileSync(file, 'utf8').replaceAll('\r\n', '\n').split(/^<!-- example: (\S+) -->\n/m);
  const examples = new Map();
  for (let i = 1; i + 1 < pieces.length; i += 2) {
    examples.set(pieces[i], `${pieces[i + 1].trim()}\n`);
  }
  return examples;
}

/** What `snippets/hld.json` holds: each requirement, each part and each step of the template. */
export function snippets({ steps, rules: all }) {
  const found = {};
  const add = (name, prefix, description, marked) => {
    found[name] = { prefix, description, body: snippetBody(marked).split('\n') };
  };
  for (const step of steps) {
    const rows = all.filter((rule) => rule.step === step.id && rule.example !== '');
    const told = rows.filter((rule) => rule.kind !== 'statement');
    const text = (some) => some.map((rule) => rule.example).join('\n');
    add(`Step ${step.number}: ${step.title}`, [`hld-step-${step.number}`, `hld-${step.id}`], `Everything that step ${step.number} asks for`, `## Step ${step.number}: ${step.title}\n\n${text(told)}`);
    for (const [letter, title] of Object.entries(step.parts)) {
      const part = told.filter((rule) => rule.part === letter);
      add(`Step ${step.number}, ${letter}) ${title}`, `hld-${step.id}-${letter.toLowerCase()}`, `Part ${letter} of step ${step.number}: ${step.title}`, text(part));
    }
    for (const rule of rows) {
      add(`${step.number} ${rule.title} (${rule.id})`, `hld-${rule.id.replace('/', '-')}`, rule.text, rule.example);
    }
  }
  return found;
}

/** A text with `{{value}}` and `{{value|other}}` marks as a snippet with tab stops and choices. */
export function snippetBody(marked) {
  let stop = 0;
  return marked
    .split(/(\{\{[^{}]*\}\})/)
    .map((piece, i) => {
      if (i % 2 === 0) {
        return piece.replace(/[\\$}]/g, '\\$&');
      }
      const choices = piece.slice(2, -2).split('|');
      stop += 1;
      return choices.length > 1
        ? `\${${stop}|${choices.map((choice) => choice.replace(/[\\$},|]/g, '\\$&')).join(',')}|}`
        : `\${${stop}:${choices[0].replace(/[\\$}]/g, '\\$&')}}`;
    })
    .join('')
    .concat('$0');
}

/** The schema of the configuration file; one that allows everything until the product has its own. */
function configSchema() {
  const file = path.resolve(import.meta.dirname, '..', '..', 'docs', 'config.schema.json');
  return existsSync(file)
    ? readFileSync(file, 'utf8')
    : `${JSON.stringify({ $schema: 'http://json-schema.org/draft-07/schema#', title: 'Configuration of the HLD checker', type: 'object' }, null, 2)}\n`;
}

/** The files that are made from the catalogue, by name, with their text. */
export function generated(folder = CATALOGUE) {
  const data = rules(folder);
  return {
    'data/rules.json': `${JSON.stringify(data, null, 1)}\n`,
    'schemas/config.schema.json': configSchema(),
    'snippets/hld.json': `${JSON.stringify(snippets(data), null, 1)}\n`,
  };
}

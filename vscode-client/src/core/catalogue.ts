import { readFileSync } from 'node:fs';
import * as path from 'node:path';

/** One row of the template, as `data/rules.json` has it. */
export interface Rule {
  readonly id: string;
  /** The id of its step; empty for a rule about every file. */
  readonly step: string;
  readonly part: string;
  readonly kind: string;
  readonly title: string;
  readonly text: string;
  readonly why: string;
  readonly satisfies: string;
  /** A section that would meet it, with `{{values}}` to replace; may be empty. */
  readonly example: string;
}

export interface TemplateStep {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly file: string;
  readonly optional: boolean;
}

export interface Catalogue {
  readonly files: readonly { readonly id: string; readonly name: string; readonly title: string }[];
  readonly steps: readonly TemplateStep[];
  readonly rules: readonly Rule[];
}

let known: Catalogue | undefined;

/** The catalogue that comes with the extension; read once, when it is first asked for. */
export function catalogue(extensionFolder: string): Catalogue {
  known ??= JSON.parse(readFileSync(path.join(extensionFolder, 'data', 'rules.json'), 'utf8')) as Catalogue;
  return known;
}

/** A rule as a page to read, in Markdown. */
export function page(rule: Rule, step: TemplateStep | undefined): string {
  const where = step === undefined ? '' : `Step ${step.number}, ${step.title}${rule.part === '' ? '' : `, part ${rule.part}`}\n\n`;
  const example =
    rule.example === '' ? '' : `\n## Example\n\n${quote(rule.example.replace(/\{\{([^{}|]*)(?:\|[^{}]*)?\}\}/g, '$1'))}\n`;
  return `# ${rule.title}\n\n\`${rule.id}\`\n\n${where}${rule.text}.\n\n## Why it matters\n\n${rule.why}\n\n## What satisfies it\n\n${rule.satisfies}\n${example}`;
}

function quote(text: string): string {
  return text
    .trim()
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

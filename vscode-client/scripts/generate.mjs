// Writes the files that are made from the catalogue.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { generated } from './catalogue.mjs';

for (const [name, text] of Object.entries(generated())) {
  writeFileSync(path.resolve(import.meta.dirname, '..', name), text);
}

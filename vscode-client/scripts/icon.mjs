// Draws media/icon.png from media/icon.svg.
import { Resvg } from '@resvg/resvg-js';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const media = path.resolve(import.meta.dirname, '..', 'media');
const svg = readFileSync(path.join(media, 'icon.svg'), 'utf8');
writeFileSync(path.join(media, 'icon.png'), new Resvg(svg, { fitTo: { mode: 'width', value: 256 } }).render().asPng());

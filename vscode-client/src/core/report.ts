import { asked, count, percent, requirementsOf, stepsOf, type Counts, type Pack, type Place, type Requirement, type Step } from './status';
import { told } from './tree';

export interface Page {
  readonly packs: readonly Pack[];
  /** When it was made, as people write it. */
  readonly made: string;
  /** For the view in the editor: the one script that may run. Without it, a page without scripts. */
  readonly nonce?: string;
}

/**
 * The report as one page: a map of packs and steps, and below it each pack with its requirements.
 * Opening and closing is the browser's own, so that an exported page needs no script at all.
 */
export function reportPage({ packs, made, nonce }: Page): string {
  const style = `<style${nonce === undefined ? '' : ` nonce="${nonce}"`}>${STYLE}</style>`;
  const policy =
    nonce === undefined
      ? "default-src 'none'; style-src 'unsafe-inline'"
      : `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  const script = nonce === undefined ? '' : `<script nonce="${nonce}">${SCRIPT}</script>`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Design packs: report</title>
${style}
</head>
<body class="${nonce === undefined ? 'exported' : 'inside'}">
<main id="report">${reportBody(packs, made)}</main>
${script}
</body>
</html>
`;
}

/** What stands in the page's `main`, and is replaced when a pack changes. */
export function reportBody(packs: readonly Pack[], made: string): string {
  const all = count(packs.flatMap(requirementsOf));
  return `<h1>Design packs</h1>
<p class="summary">${packs.length} ${packs.length === 1 ? 'pack' : 'packs'}: ${percent(all)} % complete, ${told(all)}. <span class="made">${escape(made)}</span></p>
${packs.length === 0 ? '<p>No pack was found.</p>' : map(packs)}
<p class="legend"><span class="met">✓ met</span> <span class="weak">~ weak</span> <span class="missing">✗ missing</span> <span class="na">∅ not applicable</span></p>
${packs.map(packSection).join('\n')}`;
}

function map(packs: readonly Pack[]): string {
  const columns = packs[0] === undefined ? [] : stepsOf(packs[0]);
  const head = columns
    .map((step) => `<th scope="col" title="${escape(step.title)}"><abbr title="${escape(step.title)}">${step.number}</abbr></th>`)
    .join('');
  return `<div class="scroll"><table class="map"><caption>What is met of what each step asks for, in percent</caption><thead><tr><th scope="col">Pack</th><th scope="col">All</th>${head}</tr></thead><tbody>${packs.map(mapRow).join('')}</tbody></table></div>`;
}

function mapRow(pack: Pack): string {
  const whole = count(requirementsOf(pack));
  const cells = stepsOf(pack).map((step) => cell(count(step.requirements), `${pack.name}, step ${step.number} ${step.title}`, anchor(pack, step)));
  return `<tr><th scope="row"><a href="#${anchor(pack)}">${escape(pack.name)}</a></th>${cell(whole, pack.name, anchor(pack))}${cells.join('')}</tr>`;
}

function cell(counts: Counts, what: string, link: string): string {
  const label = escape(`${what}: ${told(counts)}`);
  if (asked(counts) === 0) {
    return `<td class="na"><a href="#${link}" title="${label}" aria-label="${label}">∅</a></td>`;
  }
  const value = percent(counts);
  return `<td class="h${Math.floor(value / 20)}"><a href="#${link}" title="${label}" aria-label="${label}">${value}</a></td>`;
}

function packSection(pack: Pack): string {
  const counts = count(requirementsOf(pack));
  const absent = pack.files.filter((file) => !file.present).map((file) => file.name);
  const files = absent.length === 0 ? '' : `<p class="missing">✗ no such file: ${escape(absent.join(', '))}</p>`;
  return `<section><h2 id="${anchor(pack)}">${escape(pack.name)} <small>${percent(counts)} %, ${told(counts)}</small></h2>${files}${stepsOf(pack).map((step) => stepDetails(pack, step)).join('')}</section>`;
}

function stepDetails(pack: Pack, step: Step): string {
  const counts = count(step.requirements);
  const state = asked(counts) === 0 ? '<span class="na">not applicable</span>' : `${counts.met}/${asked(counts)}`;
  const missing = counts.missing > 0 ? ` <span class="missing">${counts.missing} missing</span>` : '';
  const bar = asked(counts) === 0 ? '' : `<meter min="0" max="100" value="${percent(counts)}" aria-label="${percent(counts)} percent"></meter>`;
  return `<details id="${anchor(pack, step)}" data-key="${anchor(pack, step)}"><summary><span class="title">${step.number}. ${escape(step.title)}</span> ${bar} <span class="count">${state}${missing}</span></summary><ul>${step.requirements.map(item).join('')}</ul></details>`;
}

const MARKS = { met: '✓', weak: '~', missing: '✗', notApplicable: '∅' } as const;
const WORDS = { met: 'met', weak: 'weak', missing: 'missing', notApplicable: 'not applicable' } as const;

function item(requirement: Requirement): string {
  const { status } = requirement;
  const place = requirement.evidence[0] ?? requirement.place;
  const where = place === undefined ? '' : ` <span class="where">${link(place)}</span>`;
  return `<li class="${status === 'notApplicable' ? 'na' : status}"><span class="mark" role="img" aria-label="${WORDS[status]}">${MARKS[status]}</span> <span class="text">${escape(requirement.title)}</span> <code>${escape(requirement.id)}</code>${where}</li>`;
}

/** A place in a pack: in the editor the script opens it; on an exported page it is text. */
function link(place: Place): string {
  const file = decodeURIComponent(place.uri.slice(place.uri.lastIndexOf('/') + 1));
  return `<a class="place" data-uri="${escape(place.uri)}" data-line="${place.start.line}" data-character="${place.start.character}">${escape(file)}:${place.start.line + 1}</a>`;
}

/** A name for a pack or step that is the same each time and needs no escaping. */
function anchor(pack: Pack, step?: Step): string {
  let hash = 5381;
  for (const char of pack.uri) {
    hash = ((hash * 33) ^ (char.codePointAt(0) ?? 0)) >>> 0;
  }
  return `p${hash.toString(36)}${step === undefined ? '' : `-${step.number}`}`;
}

export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

const STYLE = `
:root{color-scheme:light dark}
body{font-family:var(--vscode-font-family,system-ui,sans-serif);font-size:var(--vscode-font-size,14px);color:var(--vscode-foreground,CanvasText);background:var(--vscode-editor-background,Canvas);margin:0;padding:1rem 1.5rem 3rem;line-height:1.5;
--good:var(--vscode-charts-green,#388a34);--fair:var(--vscode-charts-yellow,#a87b00);--bad:var(--vscode-charts-red,#d32f2f);--line:var(--vscode-contrastBorder,var(--vscode-panel-border,#8884))}
body.exported{max-width:75rem;margin:auto}
h1{font-size:1.5em;font-weight:600;margin:.2em 0}
h2{font-size:1.2em;font-weight:600;margin:2em 0 .5em}
small,.made,.where,.legend{color:var(--vscode-descriptionForeground,GrayText);font-weight:normal}
small{margin-left:.5em}
a{color:var(--vscode-textLink-foreground,LinkText);text-decoration:none}
a:hover{text-decoration:underline}
a:focus-visible,summary:focus-visible{outline:1px solid var(--vscode-focusBorder,Highlight);outline-offset:1px}
.scroll{overflow-x:auto}
table{border-collapse:separate;border-spacing:2px}
caption{text-align:left;color:var(--vscode-descriptionForeground,GrayText);padding-bottom:.3em}
th{font-weight:600;text-align:left;padding:.1em .5em;white-space:nowrap}
thead th{text-align:center}
abbr{text-decoration:none}
td{min-width:2.6em;text-align:center;padding:0;border:1px solid var(--line);font-variant-numeric:tabular-nums}
td a{display:block;padding:.25em .3em;color:inherit}
td.h0{background:color-mix(in srgb,var(--bad) 45%,transparent)}
td.h1{background:color-mix(in srgb,var(--bad) 28%,transparent)}
td.h2{background:color-mix(in srgb,var(--fair) 38%,transparent)}
td.h3{background:color-mix(in srgb,var(--fair) 22%,transparent)}
td.h4{background:color-mix(in srgb,var(--good) 25%,transparent)}
td.h5{background:color-mix(in srgb,var(--good) 48%,transparent)}
td.na{color:var(--vscode-disabledForeground,GrayText)}
.legend span{margin-right:1em}
.met .mark,.legend .met{color:var(--good)}
.weak .mark,.legend .weak{color:var(--fair)}
.missing .mark,.legend .missing,p.missing,.count .missing{color:var(--bad)}
details{border-bottom:1px solid var(--line)}
summary{cursor:pointer;padding:.3em .2em;display:flex;gap:1em;align-items:center;flex-wrap:wrap}
summary::before{content:"▸";width:1em}
details[open]>summary::before{content:"▾"}
summary .title{flex:1 1 8em}
summary .count{min-width:8em}
meter{width:8em}
ul{list-style:none;margin:.2em 0 .8em;padding:0 0 0 1.2em}
li{padding:.15em 0}
.mark{display:inline-block;width:1.2em;text-align:center}
code{font-family:var(--vscode-editor-font-family,monospace);font-size:.9em;color:var(--vscode-descriptionForeground,GrayText)}
.inside .place{cursor:pointer}
.exported .place{color:inherit}
body.vscode-high-contrast td,body.vscode-high-contrast-light td{background:transparent}
@media print{body{padding:0}}
`;

const SCRIPT = `
const vscode = acquireVsCodeApi();
const report = document.getElementById('report');
report.addEventListener('click', (event) => {
  const link = event.target.closest('a');
  if (!link) return;
  event.preventDefault();
  if (link.dataset.uri) {
    vscode.postMessage({ open: link.dataset.uri, line: Number(link.dataset.line), character: Number(link.dataset.character) });
    return;
  }
  const target = document.getElementById(link.getAttribute('href').slice(1));
  if (target) {
    if (target.tagName === 'DETAILS') target.open = true;
    target.scrollIntoView();
  }
});
for (const link of report.querySelectorAll('a.place')) link.tabIndex = 0;
report.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && event.target.classList.contains('place')) event.target.click();
});
window.addEventListener('message', (event) => {
  const open = new Set([...report.querySelectorAll('details[open]')].map((d) => d.dataset.key));
  report.innerHTML = event.data.body;
  for (const details of report.querySelectorAll('details')) details.open = open.has(details.dataset.key);
  for (const link of report.querySelectorAll('a.place')) link.tabIndex = 0;
});
`;

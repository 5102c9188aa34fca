// The record of a run. Each test file writes its part into .test-results/. Run
// by itself, after the tests, this puts the parts together:
//
//   node generator/browser/record.mjs         compares them with the record that
//                                             the accessibility page shows
//   node generator/browser/record.mjs write   writes that record anew

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { folder } from './site.mjs';

const results = new URL('../../.test-results/', import.meta.url);
const file = new URL('../../content/en/about/accessibility/tests.json', import.meta.url);
const parts = ['crawl', 'engines', 'keyboard', 'layout', 'lighthouse', 'reading', 'spoken', 'text', 'validators'];

/** Writes one part of the record of this run. */
export async function write(name, part) {
  await mkdir(results, { recursive: true });
  await writeFile(new URL(`${name}.json`, results), `${JSON.stringify(part, null, 2)}\n`);
}

/** The record of this run, of all its parts. */
async function compose() {
  const run = {};
  for (const name of parts) {
    run[name] = await read(new URL(`${name}.json`, results));
    if (!run[name]) throw new Error(`the tests of ${name}.test.mjs have not passed: run make browser first`);
  }
  const { engines, lighthouse } = run;
  const sum = (key) => parts.reduce((all, name) => all + (run[name][key] ?? 0), 0);
  return {
    date: new Date().toISOString().slice(0, 10),
    browser: engines.browser,
    pages: run.validators.pages,
    tested: { pages: engines.pages, languages: engines.languages, modes: engines.modes, kinds: engines.kinds },
    violations: sum('violations'),
    tools: Object.assign({}, ...parts.map((name) => run[name].tools)),
    checks: parts.flatMap((name) => run[name].checks ?? []),
    lighthouse: { categories: lighthouse.categories, pages: lighthouse.pages },
    firstView: await weights(),
    waivers: engines.waivers,
  };
}

/** Bytes of the first view by kind of page, from the report of the build: median and most. */
async function weights() {
  const kinds = new Map();
  for (const { kind, firstView } of await read(folder.replace(/\/$/, '.json'))) kinds.set(kind, [...(kinds.get(kind) ?? []), firstView]);
  return Object.fromEntries([...kinds].sort().map(([kind, bytes]) => {
    bytes.sort((a, b) => a - b);
    return [kind, { median: bytes[bytes.length >> 1], most: bytes.at(-1) }];
  }));
}

/** What the record claims and the run contradicts. An older day is no contradiction, nor a page that is new. */
function contradictions(record, run) {
  const found = [];
  const lacks = (what, claimed, measured) => {
    for (const one of claimed) if (!measured.includes(one)) found.push(`${what} “${one}” is claimed, but was not tested`);
  };
  if (record.violations !== run.violations) found.push(`${record.violations} violations are claimed, but ${run.violations} were found`);
  for (const what of ['kinds', 'languages', 'modes']) lacks(what, record.tested[what], run.tested[what]);
  lacks('the tool', Object.keys(record.tools), Object.keys(run.tools));
  lacks('the check', record.checks, run.checks);
  const names = ({ waivers }) => waivers.map((w) => `${w.tool} ${w.rule}: ${w.reason}`).sort();
  if (names(record).join('\n') !== names(run).join('\n')) found.push('the waivers that are told are not those of waivers.json');
  for (const { path, scores } of record.lighthouse.pages) {
    const now = run.lighthouse.pages.find((p) => p.path === path)?.scores;
    if (!now || scores.some((score, i) => now[i] < score)) found.push(`Lighthouse: ${path} is said to score ${scores.join(', ')}, but scored ${now?.join(', ') ?? 'nothing'}`);
  }
  return found;
}

async function read(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (fault) {
    if (fault.code === 'ENOENT') return undefined;
    throw fault;
  }
}

function summary(run) {
  const scores = run.lighthouse.pages.flatMap((p) => p.scores);
  return [
    `${run.tested.pages} pages of ${run.tested.kinds.length} kinds in ${run.tested.languages.length} languages, ${run.tested.modes.join(', ')}: ${run.violations} violations`,
    `${run.pages} pages before the validators; ${run.checks.length} checks of our own; ${run.waivers.length} waivers`,
    `Lighthouse on ${run.lighthouse.pages.length} pages: ${Math.min(...scores)} or more`,
    ...Object.entries(run.firstView).map(([kind, { median, most }]) => `first view of ${kind || 'home'}: ${median} bytes, at most ${most}`),
    ...run.waivers.map((w) => `waived: ${w.tool} ${w.rule}, ${w.results} results: ${w.reason}`),
  ].join('\n');
}

async function main(mode) {
  const run = await compose();
  console.log(summary(run));
  if (mode === 'write') {
    await writeFile(file, `${JSON.stringify(run, null, 2)}\n`);
    return 0;
  }
  const record = await read(file);
  if (!record) console.error('note: content/en/about/accessibility/tests.json is not there: make acceptance-record writes it, for readers to see what was found');
  const found = record ? contradictions(record, run) : [];
  for (const line of found) console.error(`error: content/en/about/accessibility/tests.json: ${line}`);
  if (found.length) console.error('hint: make acceptance-record writes it anew, to be reviewed');
  const fresh = record ? run.tested.kinds.filter((k) => !record.tested.kinds.includes(k)) : [];
  if (fresh.length) console.error(`note: the record does not know of ${fresh.join(', ')}; make acceptance-record renews it`);
  return found.length ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = await main(process.argv[2]).catch((fault) => {
    console.error(`error: ${fault.message}`);
    return 1;
  });
}

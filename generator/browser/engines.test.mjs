// axe-core and IBM's accessibility checker on every kind of page, in every
// language, light, dark and in forced colours.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { source, tags } from './axe.mjs';
import { representatives } from './kinds.mjs';
import { write } from './record.mjs';
import { browser, serve } from './site.mjs';
import { Findings, sweep } from './sweep.mjs';
import { waived, waivers } from './waivers.mjs';

const require = createRequire(import.meta.url);
const modes = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colours': { colorScheme: 'light', forcedColors: 'active' },
};
const found = new Findings();
let site, chromium, targets;

before(async () => {
  site = await serve();
  chromium = await browser();
  targets = await representatives();
  const ibm = await readFile(require.resolve('accessibility-checker-engine/ace.js'), 'utf8');
  await sweep(chromium, site, targets, async (page, target) => {
    await page.evaluate(`${source}\n;${ibm}\n;globalThis.ace = ace`);
    for (const [mode, media] of Object.entries(modes)) {
      await page.emulateMedia(media);
      for (const [check, results] of Object.entries({ axe: await page.evaluate(runAxe, tags), ibm: await page.evaluate(runIBM) })) {
        found.add(check, target, mode, results.filter((r) => r.sure));
        found.add(`${check}, unsure`, target, mode, results.filter((r) => !r.sure && !waived(check, r.id, `${r.element}: ${r.rule}`)));
      }
    }
  });
});

after(async () => {
  await chromium?.close();
  site?.close();
});

test('axe finds no violation', () => found.none('axe'));
test('what axe could not decide is waived by name', () => found.none('axe, unsure'));
test('the IBM checker finds no violation', () => found.none('ibm'));
test('what the IBM checker leaves to a person is waived by name', () => found.none('ibm, unsure'));

test('every waiver waives something and says why', () => {
  for (const { tool, rule, reason, results } of waivers()) {
    assert.ok(reason?.length > 20, `${tool} ${rule}: no reason is given in waivers.json`);
    assert.ok(results > 0, `${tool} ${rule}: nothing to waive any more; take it out of waivers.json`);
  }
});

test('the result is recorded', async () => {
  await write('engines', {
    kinds: [...new Set(targets.map((p) => p.kind))].sort(),
    languages: [...new Set(targets.map((p) => p.lang))].filter(Boolean).sort(),
    modes: Object.keys(modes), pages: targets.length, violations: found.total(),
    waivers: waivers().map(({ tool, rule, reason, results }) => ({ tool, rule, reason, results })),
    tools: { 'axe-core': version('axe-core'), 'IBM accessibility-checker-engine': version('accessibility-checker-engine') },
    browser: `Chromium ${chromium.version()}`,
  });
});

const version = (name) => require(`${name}/package.json`).version;

async function runAxe(tags) {
  const { violations, incomplete } = await axe.run({ runOnly: tags, resultTypes: ['violations', 'incomplete'] });
  const results = (list, sure) => list.flatMap((v) => v.nodes.map((n) => ({
    sure, id: v.id, element: n.target.join(' '),
    rule: `${v.id}: ${[...n.any, ...n.all, ...n.none].map((c) => c.message).join('; ') || v.help}`,
  })));
  return [...results(violations, true), ...results(incomplete, false)];
}

async function runIBM() {
  const { results } = await new ace.Checker().check(document, ['WCAG_2_2']);
  return results.filter((r) => r.value[1] !== 'PASS').map(({ ruleId, value: [level, result], path, message, snippet }) => ({
    sure: level === 'VIOLATION' && result === 'FAIL', id: ruleId,
    element: `${path.dom.split('/').slice(-2).join('/')} ${snippet.slice(0, 120)}`, rule: `${ruleId}: ${message}`,
  }));
}

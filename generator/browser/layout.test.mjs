// What a reader's window, letters and spacing do to every page: nothing scrolls
// sideways, nothing is cut off, no text covers another, every target can be hit.

import { after, before, test } from 'node:test';
import { visited } from './kinds.mjs';
import { measure, settings } from './layout.mjs';
import { write } from './record.mjs';
import { browser, serve } from './site.mjs';
import { Findings, sweep } from './sweep.mjs';

const found = new Findings();
let site, chromium;

before(async () => {
  site = await serve();
  chromium = await browser();
  await sweep(chromium, site, await visited(), (page, target) => measure(page, target, found));
});

after(async () => {
  await chromium?.close();
  site?.close();
});

for (const check of Object.keys(settings)) test(check, () => found.none(check));

test('the result is recorded', () => write('layout', { checks: Object.keys(settings), violations: found.total() }));

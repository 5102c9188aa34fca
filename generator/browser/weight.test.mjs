// What the build says of the weight of its pages is what a browser fetches: the
// heaviest page of every kind in every language is loaded, and its requests and
// their bytes are counted again, with another gzip.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { browser, folder, serve } from './site.mjs';
import { share } from './sweep.mjs';

let site, chromium, heaviest;

before(async () => {
  site = await serve();
  chromium = await browser();
  const report = JSON.parse(await readFile(folder.replace(/\/$/, '.json'), 'utf8'));
  const first = new Map();
  for (const page of report) {
    const key = `${page.page.split('/')[0]} ${page.kind}`;
    // A browser goes on from a page that moved.
    if (page.kind !== 'moved' && !first.has(key)) first.set(key, page);
  }
  heaviest = [...first.values()];
});

after(async () => {
  await chromium?.close();
  site?.close();
});

test('a browser fetches what the build weighed, and no more', async (t) => {
  assert.ok(heaviest.length > 10);
  const context = await chromium.newContext();
  // Most of the time is spent waiting for a network that has nothing more to bring.
  await share(heaviest, [1, 2, 3, 4], async ({ page: name, requests, firstView, budget, html, css, js }) => {
    const page = await context.newPage();
    const fetched = [];
    page.on('request', (r) => fetched.push(decodeURIComponent(new URL(r.url()).pathname)));
    await page.goto(`${site.address}/${name.replace(/(^|\/)index\.html$/, '$1')}`, { waitUntil: 'networkidle' });
    const icon = await page.evaluate(() => document.querySelector('[rel=icon]')?.getAttribute('href'));
    // Pictures of the kit come when they are scrolled to, and are no part of the first view.
    const asked = new Set(fetched.filter((f) => f !== icon && !/\/kit\/[^/]+\.png$/.test(f)).map((f) => f.replace(/\/$/, '/index.html').slice(1)));
    assert.equal(asked.size, requests, `${name}: ${[...asked]}`);
    const sizes = { html: 0, css: 0, js: 0 };
    for (const file of asked) {
      const kind = file.split('.').pop();
      if (kind in sizes) sizes[kind] += gzipSync(await readFile(join(folder, file)), { level: 9 }).length;
    }
    for (const [kind, said] of Object.entries({ html, css, js })) {
      assert.ok(Math.abs(said - sizes[kind]) <= 5 + sizes[kind] / 100, `${name}: ${kind} ${said}, counted ${sizes[kind]}`);
    }
    assert.equal(firstView, html + css + js);
    assert.ok(firstView <= budget, `${name}: ${firstView} bytes`);
    await page.close();
  });
  t.diagnostic(`${heaviest.length} pages loaded`);
});

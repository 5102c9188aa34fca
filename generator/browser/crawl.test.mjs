// A reader follows every link of the site, in one visit and served as a host
// does: only the site itself is asked, nothing is stored, every page can be
// reached, and no page meets what its own policy forbids.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { all } from './kinds.mjs';
import { write } from './record.mjs';
import { browser, serve } from './site.mjs';

const asked = new Set();
const reached = new Set(['/']);
const stored = [];
const errors = [];
let site, chromium;

before(async () => {
  site = await serve(undefined, { asHost: true });
  chromium = await browser();
  const context = await chromium.newContext();
  context.on('request', (r) => asked.add(r.url()));
  context.on('serviceworker', (w) => stored.push(`a service worker: ${w.url()}`));
  const page = await context.newPage();
  page.on('console', (m) => m.type() === 'error' && errors.push(`${page.url()}: ${m.text()}`));
  page.on('pageerror', (e) => errors.push(`${page.url()}: ${e.message}`));
  // A set that grows while it is gone through.
  for (const path of reached) {
    await page.goto(site.address + path);
    const links = await page.evaluate(() => [...document.querySelectorAll('a[href]')]
      .filter((a) => a.origin === location.origin).map((a) => a.pathname));
    links.filter((l) => /\/$|\.html$/.test(l)).forEach((l) => reached.add(l));
    stored.push(...(await page.evaluate(whatIsStored)).map((what) => `${path}: ${what}`));
  }
  stored.push(...(await context.cookies()).map((c) => `a cookie: ${c.name}`));
});

after(async () => {
  await chromium?.close();
  site?.close();
});

test('only the site itself is asked', () => {
  assert.ok(asked.size > reached.size, 'no request was seen');
  assert.deepEqual([...asked].filter((url) => !url.startsWith(`${site.address}/`)), []);
});

test('nothing is stored', () => assert.deepEqual(stored, []));

test('no page meets what its policy forbids, or another error', () => assert.deepEqual(errors, []));

test('every page is reached by links', async () => {
  const pages = (await all()).filter((p) => p.kind !== 'moved' && p.kind !== 'not found').map((p) => p.path);
  assert.deepEqual(pages.filter((path) => !reached.has(path)), []);
});

test('the result is recorded', () => write('crawl', {
  checks: ['only the site itself is asked', 'nothing is stored', 'every page is reached by links'],
  violations: stored.length + errors.length + [...asked].filter((url) => !url.startsWith(`${site.address}/`)).length,
}));

async function whatIsStored() {
  const found = [];
  if (document.cookie) found.push(`a cookie: ${document.cookie}`);
  for (const [name, storage] of Object.entries({ localStorage, sessionStorage })) if (storage.length) found.push(`${name}: ${storage.key(0)}`);
  for (const { name } of await indexedDB.databases()) found.push(`a database: ${name}`);
  for (const name of await caches.keys()) found.push(`a cache: ${name}`);
  for (const { scope } of await navigator.serviceWorker.getRegistrations()) found.push(`a service worker: ${scope}`);
  if (window.name) found.push(`window.name: ${window.name}`);
  return found;
}

// Searching in a real browser, under the policy that the site is served with:
// what readers look for comes first, is announced and reached by the keyboard,
// and nothing of it leaves the browser. Without JavaScript the same page leads
// everywhere.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { violations } from './axe.mjs';
import { all } from './kinds.mjs';
import { queries } from './queries.mjs';
import { browser, folder, languages, pages, repository, serve } from './site.mjs';

let site, chromium;

before(async () => {
  site = await serve(folder, { asHost: true });
  chromium = await browser();
});

after(async () => {
  await chromium?.close();
  site?.close();
});

/** Opens the search of a language; complaints are what the browser reports. */
async function open(lang, options) {
  const context = await chromium.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const asked = [];
  const complaints = [];
  page.on('request', (r) => asked.push(r.url()));
  page.on('console', (m) => ['error', 'warning'].includes(m.type()) && complaints.push(m.text()));
  page.on('pageerror', (e) => complaints.push(String(e)));
  await page.goto(`${site.address}/${lang}/search/`);
  return { page, context, asked, complaints, field: page.locator('.search__field'), status: page.locator('.search__status'), close: () => context.close() };
}

/** Asks, and waits for the answer: its status and its links in their order. */
async function ask({ page, field, status }, query) {
  await field.press('Escape');
  assert.equal(await status.innerText(), '');
  await field.fill(query);
  await field.press('Enter');
  const loading = await page.locator('#search').evaluate((t) => t.content.querySelector('template').content.querySelector('[data-message=loading]').textContent);
  await page.waitForFunction((loading) => !['', loading].includes(document.querySelector('.search__status').textContent), loading);
  return {
    said: await status.innerText(),
    groups: await page.locator('.search__result').evaluateAll((items) => items.map((i) => [...i.querySelectorAll('a')].map((a) => decodeURI(a.getAttribute('href'))))),
  };
}

test('the search needs no more than its own scripts, WebAssembly and files', async () => {
  const response = await fetch(`${site.address}/en/search/`);
  assert.equal(response.headers.get('Content-Security-Policy'), "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'");
});

test('what readers look for comes first', async (t) => {
  const wrong = [];
  let first = 0;
  for (const [lang, list] of Object.entries(queries)) {
    const open_ = await open(lang);
    for (const [query, want] of Object.entries(list)) {
      const { groups } = await ask(open_, query);
      const address = `/${lang}/${want}`;
      // A part stands below its page, which must come first then.
      const got = address.includes('#') && groups[0]?.[0] === address.split('#')[0] ? groups[0][1] : groups[0]?.[0];
      if (got === address) first++;
      else wrong.push(`${lang}: ${query} finds ${got} first, not ${address}`);
    }
    assert.deepEqual(open_.complaints, []);
    await open_.close();
  }
  const number = Object.values(queries).reduce((n, list) => n + Object.keys(list).length, 0);
  t.diagnostic(`found first: ${first} of ${number}`);
  assert.deepEqual(wrong, []);
});

test('what is not there is not found, and is said so', async () => {
  for (const [lang, query] of [['en', 'xylophone'], ['de', 'Straße'], ['uk', 'їжак'], ['ar', 'أرجوحة']]) {
    const open_ = await open(lang);
    const { said, groups } = await ask(open_, query);
    assert.deepEqual(groups, [], query);
    assert.equal(said, await open_.page.locator('#search').evaluate((t) => t.content.querySelector('template').content.querySelector('[data-message=none]').textContent));
    await open_.close();
  }
});

test('nothing tells what is looked for: no request, no address, no history, no storage', async () => {
  const open_ = await open('en');
  const { page, asked, close } = open_;
  assert.ok(asked.length <= 3, `${asked.length} requests before the field is used`);
  assert.ok(!asked.some((u) => u.includes('/pagefind/')), 'the index is loaded before it is needed');
  const before = await page.evaluate(() => [location.href, history.length]);
  await ask(open_, 'education');
  const loaded = asked.length;
  for (const query of ['early warning', '1325', 'zebra', 'é', 'sanctions against those']) await ask(open_, query);
  assert.deepEqual(asked.slice(loaded), [], 'a query asks the server for something');
  assert.deepEqual(asked.filter((u) => !u.startsWith(site.address)), []);
  assert.deepEqual(await page.evaluate(() => [location.href, history.length]), before);
  assert.equal(await page.evaluate(async () => [document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length].join()), ',0,0,0,0');
  await close();
});

test('the button Back shows no query', async () => {
  // As people use it, with the cache of pages for Back and Forward.
  const caching = await browser({ ignoreDefaultArgs: ['--disable-back-forward-cache'] });
  try {
    const page = await (await caching.newContext()).newPage();
    await page.goto(`${site.address}/en/search/`);
    await page.evaluate(() => addEventListener('pageshow', (e) => { document.title = `again ${e.persisted}`; }));
    await page.locator('.search__field').pressSequentially('sanctions');
    await page.locator('.search__result a').first().click();
    await page.waitForURL(/13h/);
    await page.evaluate(() => history.back());
    await page.waitForFunction(() => document.title === 'again true'); // the very page, not a new one
    assert.equal(await page.locator('.search__field').inputValue(), '');
    assert.equal(await page.locator('.search__result').count(), 0);
  } finally {
    await caching.close();
  }
});

test('the keyboard reaches field and results; what is found is announced in the words of the language', async () => {
  for (const [lang, counts] of Object.entries({
    en: { blatant: '1 result', 'blatant Walikale': /^No text has all of these words\. .* \d+ results$/ },
    ar: { 'صارخ': 'نتيجة واحدة', 'واليكالي': 'نتيجتان', 'الملحة': /^\d نتائج$/, 'الإبادة': /^\d\d نتيجة$/ },
    uk: { 'кричущим': '1 результат', 'Валікале': '2 результати', 'обізнаність': /^\d+ результатів$/ },
  })) {
    const open_ = await open(lang);
    const { page, field, status, close } = open_;
    for (let i = 0; i < 30 && !(await field.evaluate((e) => e === document.activeElement)); i++) await page.keyboard.press('Tab');
    assert.ok(await field.evaluate((e) => e === document.activeElement), 'Tab does not reach the field');
    assert.equal(await page.getByRole('searchbox').evaluate((e) => e.labels.length), 1);
    assert.equal(await status.getAttribute('role'), 'status');
    for (const [query, said] of Object.entries(counts)) {
      const got = (await ask(open_, query)).said;
      assert.ok(said instanceof RegExp ? said.test(got) : got === said, `${lang}: ${query}: ${got}`);
    }
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.className), 'search__link');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Escape');
    assert.equal(await field.inputValue(), '');
    assert.ok(await page.locator('.search__results').isHidden());
    await close();
  }
});

test('what is typed is found without pressing Enter, and the words that were found are marked', async () => {
  const { page, field, close } = await open('fr');
  await field.pressSequentially('alertes');
  await page.locator('.search__result').first().waitFor();
  const marked = await page.locator('.search__mark:visible').allInnerTexts();
  assert.ok(marked.length > 0 && marked.every((m) => /^alerte[rs]?$/i.test(m)), marked.join());
  await close();
});

test('every result says in which language its text is and whose it is, in words and in the markup', async () => {
  const de = await open('de');
  await ask(de, 'sanctions');
  const borrowed = de.page.locator('.search__result').first();
  assert.match(await borrowed.locator('.search__label').innerText(), /^Englisch · noch nicht übersetzt$/);
  for (const text of [...await borrowed.locator('.search__link span').all(), ...await borrowed.locator('.search__excerpt').all()]) {
    assert.deepEqual(await text.evaluate((e) => [e.lang, e.dir]), ['en', 'ltr']);
  }
  await de.close();
  const ar = await open('ar');
  await ask(ar, 'توعية');
  const own = ar.page.locator('.search__result').first();
  assert.equal(await own.locator('.search__label').innerText(), 'العربية · ترجمة غير رسمية لم تُراجع');
  assert.equal(await own.locator('[lang]').count(), 0);
  await ar.close();
  const en = await open('en');
  await ask(en, 'Resolution 491');
  assert.equal(await en.page.locator('.search__label').first().innerText(), 'English · original text');
  await en.close();
});

test('where the search cannot be loaded, the page says so and keeps its list', async () => {
  const { page, field, status, close } = await open('en', {});
  await page.route('**/places.en.json', (route) => route.abort());
  await field.fill('sanctions');
  await page.getByText('The search could not be loaded.').waitFor();
  assert.equal(await status.innerText(), 'The search could not be loaded. The list below has every page.');
  await page.unroute('**/places.en.json');
  await field.press('Enter'); // and it tries again
  await page.locator('.search__result').first().waitFor();
  await close();
});

test('without JavaScript every page of the language is reached, and no field is offered', async () => {
  const every = await pages();
  for (const lang of await languages()) {
    const { page, close } = await open(lang, { javaScriptEnabled: false });
    assert.equal(await page.locator('input').count(), 0);
    const listed = new Set(await page.locator('.places a').evaluateAll((links) => links.map((a) => new URL(a.href).pathname)));
    const missing = every.filter((p) => p.startsWith(`/${lang}/`) && !/\/(404\.html|search\/|a-z\/|components\/)$/.test(p) && !listed.has(p));
    assert.deepEqual(missing, []);
    for (const link of await page.locator('.letters a').all()) {
      const { width, height } = await link.boundingBox();
      assert.ok(width >= 44 && height >= 44, `${await link.innerText()} is ${width} × ${height} px`);
      const target = await link.evaluate((a) => document.getElementById(decodeURIComponent(a.hash.slice(1)))?.tagName);
      assert.equal(target, 'H2');
    }
    await page.goto(`${site.address}/${lang}/a-z/`);
    await page.waitForURL(`${site.address}/${lang}/search/`);
    await close();
  }
});

test('nothing of the search is on another page', async () => {
  for (const { path, kind } of await all()) {
    const html = await readFile(join(folder, path.endsWith('/') ? `${path}index.html` : path), 'utf8');
    assert.equal(/quiet-search|search-engine|pagefind\//.test(html), kind === 'search', path);
  }
});

test('axe finds nothing on results, nothing overflows, and all of it is large enough', async () => {
  for (const [lang, query] of [['en', 'violence'], ['ar', 'sanctions'], ['ar', 'العنف'], ['uk', 'насильство']]) {
    for (const colorScheme of ['light', 'dark']) {
      const open_ = await open(lang, { colorScheme, viewport: { width: 320, height: 640 }, bypassCSP: true });
      const { page, close } = open_;
      await ask(open_, query);
      await page.evaluate(() => document.querySelectorAll('.search details').forEach((e) => { e.open = true; }));
      assert.deepEqual(await violations(page), [], `${lang}, ${colorScheme}`);
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(excess <= 0, `${lang}: ${excess} px too wide`);
      const low = await page.locator('.search__field, .search__link, .search__summary').evaluateAll((all) => all.filter((e) => e.getBoundingClientRect().height < 44).map((e) => e.textContent));
      assert.deepEqual(low, []);
      await close();
    }
  }
});

test('the page keeps to its weight before the field is used', async (t) => {
  const size = async (path) => gzipSync(await readFile(join(folder, path)), { level: 9 }).length;
  for (const lang of await languages()) {
    const html = await readFile(join(folder, lang, 'search/index.html'), 'utf8');
    const files = [...html.matchAll(/<(?:link|script) [^>]*(?:href|src)="?\/((?:css|js)\/[^">\s]+)/g)].map((m) => m[1]);
    assert.equal(files.length, 2, files.join());
    let first = await size(`${lang}/search/index.html`);
    for (const file of files) first += await size(file);
    t.diagnostic(`/${lang}/search/: ${first} bytes; with what a search loads, ${first + await loaded(lang)}`);
    assert.ok(first <= 14600, `/${lang}/search/: ${first} bytes`);
  }

  async function loaded(lang) {
    const files = await readdir(folder, { recursive: true });
    const wasm = files.includes(`pagefind/wasm.${lang}.pagefind`) ? lang : 'unknown';
    const own = files.filter((f) => new RegExp(`^(?:js/search-engine[^.]*\\.[0-9a-f]+\\.js|pagefind/(?:pagefind\\.js|pagefind-entry\\.json|places\\.${lang}\\.json|pagefind\\.${lang}_.*|index/${lang}_.*|wasm\\.${wasm}\\.pagefind))$`).test(f) && !/\.(?:br|gz)$/.test(f));
    let sum = 0;
    for (const f of own) sum += await size(f);
    return sum;
  }
});

/** Makes an index of places in a folder, as a build does. */
async function index(scratch, out, languages) {
  await writeFile(join(scratch, 'in.json'), JSON.stringify(languages.map(([key, places]) => ({
    key, tag: key, places: places.map((text, n) => ({ address: `/${key}/${n}/`, title: `Title ${n}`, titleLanguage: [key, 'ltr'], label: `${key} short_official`, text, language: [key, 'ltr'] })),
  }))));
  await promisify(execFile)('node', [join(repository, 'generator/internal/search/index.mjs'), repository, join(scratch, 'in.json'), join(scratch, out)]);
  const files = await readdir(join(scratch, out), { recursive: true, withFileTypes: true });
  return files.filter((f) => f.isFile()).map((f) => relative(join(scratch, out), join(f.parentPath, f.name))).sort();
}

test('of a large index, too, no query asks for a part', async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'search-'));
  const letters = (n) => [n % 26, Math.floor(n / 26) % 26, Math.floor(n / 676) % 26, n % 25].map((l) => String.fromCharCode(97 + l)).join('');
  const places = Array.from({ length: 300 }, (_, n) => Array.from({ length: 150 }, (_, m) => letters(n * 150 + m)).join(' '));
  const files = await index(scratch, 'large', [['en', places]]);
  const chunks = files.filter((f) => f.startsWith('index'));
  assert.ok(chunks.length > 1, 'the index is in one piece');
  const open_ = await open('en');
  await open_.page.route('**/pagefind/**', (route) => route.fulfill({ path: join(scratch, 'large', new URL(route.request().url()).pathname.replace('/pagefind/', '')) }));
  await ask(open_, letters(7));
  const loaded = open_.asked.length;
  assert.equal(open_.asked.filter((u) => u.includes('/index/')).length, chunks.length);
  for (const n of [2000, 15000, 30000]) assert.ok((await ask(open_, letters(n))).groups.length > 0);
  assert.deepEqual(open_.asked.slice(loaded), []);
  await open_.close();
  await rm(scratch, { recursive: true });
});

test('the same places make the same index, byte for byte', async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'search-'));
  const made = [];
  for (const out of ['a', 'b', 'c']) {
    const files = await index(scratch, out, ['en', 'uk', 'ar'].map((key) => [key, Array.from({ length: 40 }, (_, n) => `Word ${n} of many words, ${'and more '.repeat(n)}`)]));
    made.push(await Promise.all(files.map(async (f) => [f, (await readFile(join(scratch, out, f))).toString('base64')])));
  }
  assert.ok(made[0].length >= 10);
  assert.deepEqual(made[1], made[0]);
  assert.deepEqual(made[2], made[0]);
  await rm(scratch, { recursive: true });
});

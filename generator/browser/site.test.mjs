// The built site in a real browser: nothing overflows, nothing is asked of
// anyone else, axe finds nothing, and the text needs no script and no style.
// And before the Nu validator: no error, no warning.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { kinds } from './kinds.mjs';
import { browser, folder, pages, serve } from './site.mjs';

const require = createRequire(import.meta.url);
let site, chromium;

before(async () => {
  site = await serve();
  chromium = await browser();
});

after(async () => {
  await chromium?.close();
  site?.close();
});

async function open(path, options) {
  const context = await chromium.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const asked = [];
  page.on('request', (r) => asked.push(r.url()));
  if (path) await page.goto(site.address + path);
  return { page, asked, close: () => context.close() };
}

test('no page is wider than its window', async (t) => {
  const { page, close } = await open();
  for (const path of await pages()) {
    await page.goto(site.address + path);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 640 });
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(excess <= 0, `${path} is ${excess} px too wide at ${width} px`);
    }
  }
  await close();
});

test('axe finds nothing on any kind of page, light or dark', async () => {
  const axe = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');
  const { page, close } = await open();
  for (const path of await kinds()) {
    await page.goto(site.address + path);
    await page.evaluate(axe);
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await page.evaluate(() => axe.run({
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      }));
      const found = violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(' ')}`));
      assert.deepEqual(found, [], `${path}, ${colorScheme}`);
    }
  }
  await close();
});

test('a visit asks only the site itself and stores nothing', async () => {
  for (const path of await kinds()) {
    const { page, asked, close } = await open(path);
    assert.deepEqual(asked.filter((u) => !u.startsWith(site.address)), [], path);
    assert.ok(asked.length <= 3, `${path} takes ${asked.length} requests`);
    const stored = await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length].join());
    assert.equal(stored, ',0,0', path);
    await close();
  }
});

test('without JavaScript the text, the links and the choice of language are the same', async () => {
  const [a, b] = [await open(), await open(null, { javaScriptEnabled: false })];
  const read = async ({ page }, path) => {
    await page.goto(site.address + path);
    // What scripts add is help, not text: the buttons that copy a citation, the
    // search above the list that it searches, what is true only where they run.
    await page.evaluate(() => document.querySelectorAll('.copy, .copy__status, .exit__hint, .quiet, .search').forEach((e) => e.remove()));
    return page.locator('body').innerText();
  };
  for (const path of await kinds()) assert.equal(await read(b, path), await read(a, path), path);
  await Promise.all([a.close(), b.close()]);
});

test('every part of the resolution can be reached by its address, in every language', async () => {
  for (const path of (await pages()).filter((p) => /^\/[^/]+\/resolution\/(beside\/[^/]+\/)?$/.test(p))) {
    const { page, close } = await open(path + '#p13-e');
    const top = await page.locator('#p13-e').evaluate((e) => e.getBoundingClientRect().top);
    assert.ok(top >= 0 && top < 200, `${path}#p13-e stands at ${top} px`);
    await close();
  }
});

test('the keyboard reaches the skip link first, and it leads to the text', async () => {
  for (const path of ['/en/', '/ar/']) {
    const { page, close } = await open(path);
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.className), 'skip-link');
    assert.ok(await page.locator('.skip-link').evaluate((e) => e.getBoundingClientRect().top >= 0), 'the skip link is not seen');
    await page.keyboard.press('Enter');
    assert.match(page.url(), /#page-text$/);
    await close();
  }
});

test('the Nu validator accepts every page', async () => {
  const jar = join(dirname(require.resolve('vnu-jar/package.json')), 'build', 'dist', 'vnu.jar');
  const { stderr } = await promisify(execFile)('java', ['-jar', jar, '--skip-non-html', '--format', 'gnu', folder], { maxBuffer: 1 << 26 })
    .catch((failure) => failure);
  assert.equal(stderr.split('\n').filter((l) => /: (error|warning|info warning)/i.test(l)).join('\n'), '');
});

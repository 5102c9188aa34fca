// The built site in a real browser: its text and links need no script, no font
// and no picture, and every part has its address.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { catalogue } from './catalogue.mjs';
import { kinds } from './kinds.mjs';
import { browser, pages, serve } from './site.mjs';

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
  if (path) await page.goto(site.address + path);
  return { page, context, close: () => context.close() };
}

test('without JavaScript the text, the links and the choice of language are the same', async () => {
  const [a, b] = [await open(), await open(null, { javaScriptEnabled: false })];
  const read = async ({ page }, path) => {
    await page.goto(site.address + path);
    // What scripts add is help, not text: the buttons that copy a citation, the
    // search above the list that it searches, what is true only where they run.
    await page.evaluate(() => document.querySelectorAll('.copy, .copy__status, .exit__hint, .quiet, .search').forEach((e) => e.remove()));
    const links = await page.locator('a[href]').evaluateAll((list) => list.map((a) => a.getAttribute('href')));
    return `${await page.locator('body').innerText()}\n${links.join('\n')}`;
  };
  for (const path of await kinds()) assert.equal(...await Promise.all([read(b, path), read(a, path)]), path);
  await Promise.all([a.close(), b.close()]);
});

test('without fonts, images and SVG nothing is lost', async () => {
  const [a, b] = [await open(), await open()];
  await b.context.route('**/*', (route) => (
    ['font', 'image', 'media'].includes(route.request().resourceType()) || /\.svg$/.test(route.request().url()) ? route.abort() : route.continue()));
  const read = async ({ page }, path, block) => {
    await page.goto(site.address + path);
    if (block) await page.evaluate(() => document.querySelectorAll('svg').forEach((e) => e.remove()));
    // A picture of figures says no more than that the table below it has them.
    const { text } = await catalogue(/^\/([^/.]+)\//.exec(path)?.[1] ?? 'en');
    return (await page.locator('body').ariaSnapshot()).split('\n').filter((line) => line.trim() !== `- img "${text('figures_picture')}"`).join('\n');
  };
  for (const path of await kinds()) assert.equal(...await Promise.all([read(b, path, true), read(a, path)]), path);
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

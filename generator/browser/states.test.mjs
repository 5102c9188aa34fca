// What readers see of translations whose originals have changed, in every
// language: axe, no page wider than its window, and nothing outdated on a
// critical page. The site is built of a copy of the project in which the
// originals of one ordinary and one critical page are changed.

import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { violations } from './axe.mjs';
import { browser, generate, repository, serve } from './site.mjs';

const ordinary = 'about', critical = 'help';
let scratch, site, chromium, translated;

before(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'states-'));
  const project = join(scratch, 'project');
  for (const name of ['content', 'i18n', 'layouts', 'static', 'hugo.toml']) await cp(join(repository, name), join(project, name), { recursive: true });
  for (const name of [ordinary, critical]) {
    const file = join(project, 'content/en', name, '_index.md');
    const [, head, body] = /^(---\n.*?\n---\n)(.*)$/s.exec(await readFile(file, 'utf8'));
    let blocks = 0;
    // Every other block says more than it did, and one is new.
    const changed = body.split('\n').map((line) => (/^(- |## |\p{L})/u.test(line) && blocks++ % 2 === 0 ? `${line} and more` : line)).join('\n');
    await writeFile(file, `${head.replace(/^title: .*$/m, '$& and more')}${changed}\n- A new item\n`);
  }
  await generate('build', '--project', project, '--without-node', '--out', join(scratch, 'site'));
  site = await serve(join(scratch, 'site'));
  chromium = await browser();
  translated = JSON.parse(await readFile(join(scratch, 'site/build.json'), 'utf8')).languages.map((l) => l.language.toLowerCase()).filter((l) => l !== 'en');
});

after(async () => {
  await chromium?.close();
  site?.close();
  if (scratch) await rm(scratch, { recursive: true });
});

test('axe finds nothing where an original has changed, and nothing is too wide', async () => {
  const page = await chromium.newPage();
  for (const lang of translated) {
    for (const name of [ordinary, critical, 'translations']) {
      await page.goto(`${site.address}/${lang}/${name}/`);
      for (const media of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }]) {
        await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', ...media });
        assert.deepEqual(await violations(page), [], `${lang}/${name}, ${JSON.stringify(media)}`);
      }
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${lang}/${name} at ${width} px`);
      }
    }
  }
  await page.close();
});

test('an ordinary page marks what is outdated, a critical one shows the original', async () => {
  const page = await chromium.newPage();
  for (const lang of translated) {
    await page.goto(`${site.address}/${lang}/${ordinary}/`);
    assert.ok(await page.locator('main a.state-mark').count() > 2, lang);
    assert.equal(await page.locator('main .instead').count(), 0, lang);
    for (const href of await page.locator('main a.state-mark').evaluateAll((marks) => marks.map((m) => m.href))) {
      const { hash, pathname } = new URL(href);
      assert.equal(pathname, `/en/${ordinary}/`);
      if (hash) {
        const original = await readFile(join(scratch, 'site/en', ordinary, 'index.html'), 'utf8');
        assert.ok(original.includes(`id="${decodeURIComponent(hash.slice(1))}"`), href);
      }
    }
    await page.goto(`${site.address}/${lang}/${critical}/`);
    assert.equal(await page.locator('main a.state-mark').count(), 0, lang);
    for (const words of await page.locator('main .instead__words').all()) {
      assert.deepEqual(await words.evaluate((e) => [e.lang, getComputedStyle(e).direction]), ['en', 'ltr'], lang);
    }
    assert.ok(await page.locator('main .instead__words').count() > 2, lang);
  }
  await page.close();
});

// Every component in all its states, in every language: axe, and no page wider
// than its window. The pages are built apart: they are not part of the site.

import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { violations } from './axe.mjs';
import { browser, generate, languages, serve } from './site.mjs';

let scratch, site, chromium;

before(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'components-'));
  await generate('build', '--strict', '--components', '--without-node', '--out', join(scratch, 'site'));
  site = await serve(join(scratch, 'site'));
  chromium = await browser();
});

after(async () => {
  await chromium?.close();
  site?.close();
  if (scratch) await rm(scratch, { recursive: true });
});

test('axe finds nothing on any component, and none is too wide', async () => {
  const page = await chromium.newPage();
  for (const lang of await languages()) {
    await page.goto(`${site.address}/${lang}/components/`);
    for (const media of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { colorScheme: 'light', forcedColors: 'active' }]) {
      await page.emulateMedia({ forcedColors: 'none', ...media });
      assert.deepEqual(await violations(page), [], `${lang}, ${JSON.stringify(media)}`);
    }
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const wide = await page.evaluate(() => [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1)
        .filter((e) => getComputedStyle(e).position !== 'absolute' && !e.closest('pre')).map((e) => `${e.localName}.${e.className}`).slice(0, 3));
      assert.deepEqual(wide, [], `${lang} at ${width} px`);
    }
  }
  await page.close();
});

// Pictures of every kind of page, to look at: narrow and wide, light and dark,
// left to right and right to left, and printed. They land in screenshots/.

import { mkdir } from 'node:fs/promises';
import { browser, serve } from './site.mjs';

const target = new URL('../../screenshots/', import.meta.url).pathname;
const pages = {
  chooser: '/', home: '/LANG/', resolution: '/LANG/resolution/', point: '/LANG/resolution/13e/',
  beside: '/LANG/resolution/beside/fr/', source: '/LANG/resolution/source/', verbs: '/LANG/resolution/verbs/', search: '/LANG/search/',
  borrowed: '/ar/resolution/13a/', 'not-found': '/LANG/404.html',
};

await mkdir(target, { recursive: true });
const site = await serve();
const chromium = await browser();
for (const [name, path] of Object.entries(pages)) {
  for (const lang of path.includes('LANG') ? ['en', 'ar'] : ['']) {
    const address = site.address + path.replace('LANG', lang);
    const base = target + [name, lang].filter(Boolean).join('-');
    for (const width of [320, 1280]) {
      for (const colorScheme of ['light', 'dark']) {
        const page = await chromium.newPage({ viewport: { width, height: 800 }, colorScheme });
        await page.goto(address);
        await page.screenshot({ path: `${base}-${width}-${colorScheme}.png`, fullPage: true });
        await page.close();
      }
    }
    const page = await chromium.newPage();
    await page.goto(address);
    await page.pdf({ path: `${base}-print.pdf`, format: 'A4' });
    await page.close();
  }
  console.log(name);
}
await chromium.close();
site.close();

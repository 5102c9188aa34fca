// Citing in a real browser: the keyboard reaches link and citation, the copy is
// the text that is read, and neither needs the script. Old addresses, footnotes
// and cross-headings, which Resolution 491 has none of, are tried on the test
// project.

import assert from 'node:assert/strict';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { violations } from './axe.mjs';
import { browser, generate, repository, serve } from './site.mjs';

let site, chromium, bridges, scratch;

before(async () => {
  site = await serve();
  chromium = await browser();
  scratch = await mkdtemp(join(tmpdir(), 'bridges-'));
  await cp(join(repository, 'generator/testdata/project'), scratch, { recursive: true });
  for (const part of ['layouts', 'static', 'i18n/en.toml', 'i18n/fr.toml', 'i18n/ar.toml']) {
    await cp(join(repository, part), join(scratch, part), { recursive: true });
  }
  await generate('-C', scratch, 'build', '--without-node', '--strict', '--out', join(scratch, 'out'));
  bridges = await serve(join(scratch, 'out'));
});

after(async () => {
  await chromium?.close();
  site?.close();
  bridges?.close();
  if (scratch) await rm(scratch, { recursive: true });
});

async function open(address, options, prepare) {
  const context = await chromium.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  await prepare?.(page, context);
  await page.goto(address);
  return { page, context, close: () => context.close() };
}

const names = {
  en: [/^9\. Permanent link to recital 9$/, 'Cite recital 9'],
  ar: [/^9\. رابط دائم: الفقرة 9 من الديباجة$/, 'صيغة الإحالة إلى الفقرة 9 من الديباجة'],
};

test('the keyboard reaches the link and the citation of a part, by their names', async () => {
  for (const [lang, [link, cite]] of Object.entries(names)) {
    const { page, close } = await open(`${site.address}/${lang}/resolution/`);
    const press = async (what, most) => {
      for (let i = 0; i < most; i++) {
        if (await what.evaluate((e) => e === document.activeElement)) return;
        await page.keyboard.press('Tab');
      }
      assert.fail(`${most} presses of Tab do not reach ${what}`);
    };
    await press(page.getByRole('link', { name: link }), 80);
    await page.keyboard.press('Enter');
    assert.match(page.url(), /#p9$/);
    await press(page.locator('#p9 summary'), 10);
    assert.equal(await page.locator('#p9 summary').innerText(), cite);
    await page.keyboard.press('Enter');
    assert.ok(await page.locator('#p9 .citation').isVisible());
    await press(page.locator('#p9 .copy'), 2);
    await close();
  }
});

test('what is copied is the citation, and the page says so', async () => {
  const host = await serve(undefined, { asHost: true });
  for (const path of ['/en/resolution/', '/ar/resolution/', '/fr/resolution/13e/']) {
    const complaints = [];
    const { page, close } = await open(host.address + path, { permissions: ['clipboard-read', 'clipboard-write'] }, (page) => {
      page.on('console', (m) => m.type() === 'error' && complaints.push(m.text()));
    });
    const of = path.endsWith('13e/') ? page.locator('.cite') : page.locator('#p13-e');
    if (await of.locator('summary').count()) await of.locator('summary').click();
    await of.locator('.copy').focus();
    await page.keyboard.press('Enter');
    const status = of.getByRole('status');
    await status.locator('span').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, await of.locator('.citation').innerText());
    assert.match(copied, /#p13-e$/);
    assert.equal(await status.innerText(), await page.locator('#copy').evaluate((e) => e.content.children[2].textContent));
    assert.deepEqual(complaints, []);
    await close();
  }
  host.close();
});

test('what is copied of a post is its words, without the mark that they are outdated', async () => {
  const words = '<p class="post__words">';
  const { page, close } = await open(`${site.address}/en/campaign/social/`, { permissions: ['clipboard-read', 'clipboard-write'] }, (page) => (
    page.route('**/campaign/social/', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace(words, `${words}<a class="state-mark" href="/en/">Old</a> `) });
    })));
  const text = await page.locator('.post__words').first().innerText();
  assert.match(text, /^Old /);
  await page.locator('.post .copy').first().click();
  await page.locator('.post').first().getByRole('status').locator('span').first().waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text.replace('Old ', ''));
  await close();
});

test('a copy that fails says what to do', async () => {
  const { page, close } = await open(`${site.address}/en/resolution/13e/`, {}, (page) => page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('no'));
  }));
  await page.locator('.cite .copy').click();
  await page.getByText('Select its text instead').waitFor();
  await close();
});

test('without JavaScript or a clipboard the same citation is read, and nothing else is offered', async () => {
  const read = async ({ page, close }) => {
    await page.locator('#p13-e summary').click();
    assert.ok(await page.locator('#p13-e .citation').isVisible());
    const text = await page.locator('#p13-e .citation').innerText();
    assert.equal(await page.locator('.copy').count(), 0);
    await close();
    return text;
  };
  const none = await read(await open(`${site.address}/en/resolution/`, { javaScriptEnabled: false }));
  const bare = await read(await open(`${site.address}/en/resolution/`, {}, (page) => page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined });
  })));
  assert.equal(none, bare);
  assert.match(none, /^NATO Parliamentary Assembly, Resolution 491, .*point 13e \(English; original text\)\. https:.*\/en\/resolution\/#p13-e$/);
});

test('link, citation and button are large enough, and nothing moves when a citation opens', async () => {
  for (const width of [320, 1280]) {
    const { page, close } = await open(`${site.address}/en/resolution/`, { viewport: { width, height: 800 } });
    const place = () => page.locator('#p13-e summary').evaluate((e) => {
      const { left, top } = e.getBoundingClientRect();
      return [left + scrollX, top + scrollY];
    });
    const before = await place();
    await page.locator('#p13-e summary').click();
    assert.deepEqual(await place(), before);
    for (const one of ['.part__label', '.part__tools a', 'summary', '.copy']) {
      for (const each of await page.locator(`#p13-e ${one}`).all()) {
        const { width: w, height: h } = await each.boundingBox();
        assert.ok(w >= 44 && h >= 44, `${one} is ${w} × ${h} px at ${width} px`);
      }
    }
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(excess <= 0, `${excess} px too wide at ${width} px`);
    await close();
  }
});

test('old addresses lead to their part, in every language and on the page of the point', async () => {
  for (const path of ['/en/resolution/', '/fr/resolution/', '/ar/resolution/', '/en/resolution/3b/', '/ar/resolution/3b/']) {
    for (const old of ['p3-c', 'p4']) {
      const { page, close } = await open(`${bridges.address}${path}#${old}`, { viewport: { width: 320, height: 300 } });
      const distance = await page.evaluate((old) => {
        const at = document.getElementById(old).getBoundingClientRect();
        return [at.top, document.getElementById('p3-b').getBoundingClientRect().top - at.top];
      }, old);
      assert.ok(Math.abs(distance[0]) < 150 && Math.abs(distance[1]) < 30, `${path}#${old}: ${distance}`);
      await close();
    }
  }
});

test('a footnote is reached from its call and leads back', async () => {
  for (const lang of ['en', 'fr', 'ar']) {
    const { page, close } = await open(`${bridges.address}/${lang}/resolution/`);
    await page.locator('#p1 .call a').click();
    assert.match(page.url(), new RegExp(`/${lang}/resolution/#fn-1$`));
    await page.locator('#fn-1 .footnotes__back a').click();
    assert.match(page.url(), /#p1$/);
    await close();
  }
});

test('axe finds nothing where citations are open, and on footnotes and cross-headings', async () => {
  for (const address of [`${site.address}/en/resolution/`, `${site.address}/ar/resolution/`, `${bridges.address}/en/resolution/`, `${bridges.address}/ar/resolution/`, `${bridges.address}/fr/resolution/3a/`]) {
    for (const colorScheme of ['light', 'dark']) {
      const { page, close } = await open(address, { colorScheme });
      await page.evaluate(() => document.querySelectorAll('details').forEach((e) => { e.open = true; }));
      assert.deepEqual(await violations(page), [], `${address}, ${colorScheme}`);
      await close();
    }
  }
});

// The figures in a browser, in every language: what a screen reader says of them and
// in which order, that bars are as long as their numbers and begin where lines do,
// that they can be told from the ground, and that the files beside say the same.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { catalogue } from './catalogue.mjs';
import { browser, folder, languages, serve } from './site.mjs';

const drawn = ['cases', 'women'];
let site, chromium, reader;

before(async () => {
  site = await serve();
  chromium = await browser();
  reader = await readFile(new URL('../../node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js', import.meta.url), 'utf8');
});

after(async () => {
  await chromium?.close();
  site?.close();
});

async function open(lang, options) {
  const page = await chromium.newPage(options);
  await page.goto(`${site.address}/${lang}/facts/`);
  return page;
}

const data = async (lang, series) => JSON.parse(await readFile(join(folder, lang, 'facts', `${series}.json`), 'utf8'));

test('a screen reader says title, picture, warning and table, and no number of the picture', async () => {
  for (const lang of await languages()) {
    const { text } = await catalogue(lang);
    const page = await open(lang);
    await page.route('**/screen-reader.js', (route) => route.fulfill({ contentType: 'text/javascript', body: reader }));
    for (const series of [...drawn, 'ukraine']) {
      const said = await page.evaluate(speak, `#figure-${series}`);
      const picture = said.findIndex((s) => s === `image, ${text('figures_picture')}`);
      assert.equal(picture >= 0, drawn.includes(series), `${lang}, ${series}: ${said.join(' | ')}`);
      const { figures } = await data(lang, series);
      const numbers = drawn.includes(series) ? figures.map((f) => f.when) : figures.map((f) => String(f.value));
      let at = 0;
      for (const phrase of [text(`figures_${series}_title`), text('figures_caveat'), ...numbers]) {
        const next = said.findIndex((s, i) => i >= at && (s === phrase || s.endsWith(`, ${phrase}`) || s.includes(`${phrase}, `)));
        assert.ok(next >= 0, `${lang}, ${series}: «${phrase}» is not said after “${said[at - 1]}”: ${said.join(' | ')}`);
        at = next + 1;
      }
      if (picture < 0) continue;
      const warning = said.findIndex((s) => s.includes(text('figures_caveat')));
      assert.ok(picture < warning, `${lang}, ${series}: the picture is named behind the warning`);
      const early = said.slice(0, warning).filter((s) => figures.some((f) => s.includes(f.when)));
      assert.deepEqual(early, [], `${lang}, ${series}: the picture's words are said`);
    }
    await page.close();
  }
});

test('bars are as long as their numbers and begin where lines begin', async () => {
  for (const lang of await languages()) {
    for (const width of [320, 1280]) {
      const page = await open(lang, { viewport: { width, height: 800 } });
      for (const series of drawn) {
        const known = (await data(lang, series)).figures.filter((f) => f.value !== undefined);
        const { frame, bars } = await page.evaluate(measure, `#figure-${series}`);
        assert.equal(bars.length, known.length);
        const rtl = await page.evaluate(() => document.documentElement.dir === 'rtl');
        for (const [i, bar] of bars.entries()) {
          assert.ok(Math.abs(rtl ? frame.right - bar.right : bar.left - frame.left) < 1, `${lang}, ${series}: bar ${i} begins elsewhere`);
          // The end of an exact bar is at its number, on one scale with the longest.
          const scale = bars.map((b, j) => b.width / known[j].value).filter((_, j) => known[j].qualifier === 'exact');
          if (known[i].qualifier === 'exact') assert.ok(Math.abs(bar.width / known[i].value / scale[0] - 1) < 0.01, `${lang}, ${series}: bar ${i} is not on the scale`);
        }
      }
      await page.close();
    }
  }
});

test('bars, their hatching and the words beside them are told from the ground, light and dark', async () => {
  for (const colorScheme of ['light', 'dark']) {
    const page = await open('en', { colorScheme });
    const { bar, pattern, words, ground } = await page.evaluate(() => ({
      words: [...new Set([...document.querySelectorAll('.chart__picture :is(text, tspan)')].map((e) => getComputedStyle(e).fill))],
      bar: getComputedStyle(document.querySelector('.chart__bar')).fill,
      pattern: getComputedStyle(document.querySelector('pattern rect')).fill,
      ground: getComputedStyle(document.documentElement).backgroundColor,
    }));
    assert.ok(words.length > 0, 'no words were found');
    for (const colour of words) assert.ok(contrast(colour, ground) >= 4.5, `${colorScheme}: words in ${colour} on ${ground} are ${contrast(colour, ground).toFixed(1)}`);
    for (const colour of [bar, pattern]) assert.ok(contrast(colour, ground) >= 3, `${colorScheme}: ${colour} on ${ground} is ${contrast(colour, ground).toFixed(1)}`);
    await page.close();
  }
});

test('the table and the files say the same', async () => {
  for (const lang of await languages()) {
    const page = await open(lang);
    for (const series of drawn) {
      const rows = await page.$$eval(`#figure-${series} tbody tr`, (rows) => rows.map((r) => [...r.children].map((c) => c.textContent.trim())));
      const { figures } = await data(lang, series);
      assert.deepEqual(rows.map((r) => r[0]), figures.map((f) => f.when));
      for (const [i, row] of rows.entries()) {
        assert.ok(figures[i].words.includes(row[1]), `${lang}, ${series}: ${row[1]} is not ${figures[i].words}`);
        const { report } = figures[i];
        assert.ok(report ? row[2].startsWith(report) : row[2] === '', `${lang}, ${series}: ${row[2]} is not ${report}`);
      }
    }
    await page.close();
  }
});

async function speak(selector) {
  const { virtual } = await import('/screen-reader.js');
  await virtual.start({ container: document.querySelector(selector) });
  const end = await virtual.lastSpokenPhrase();
  while (await virtual.lastSpokenPhrase() !== `end of ${end}`) {
    if ((await virtual.spokenPhraseLog()).length > 300) break;
    await virtual.next();
  }
  const said = await virtual.spokenPhraseLog();
  await virtual.stop();
  return said;
}

function measure(selector) {
  const box = (e) => { const { left, right, width } = e.getBoundingClientRect(); return { left, right, width }; };
  const picture = document.querySelector(`${selector} svg`);
  return { frame: { left: picture.parentElement.getBoundingClientRect().left, right: picture.parentElement.getBoundingClientRect().right }, bars: [...picture.querySelectorAll('.chart__bar')].map(box) };
}

/** The contrast of two colours that a browser has computed, as WCAG has it. */
function contrast(a, b) {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\d.]+/g).map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [x, y] = [light(a), light(b)].sort((p, q) => q - p);
  return (x + 0.05) / (y + 0.05);
}

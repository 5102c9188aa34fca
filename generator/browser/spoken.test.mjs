// What a screen reader says of every kind of page, in every language: the way
// past the head of the page, the exit, the landmarks, the choice of language,
// the headings, in this order and in the words of that language's catalogue.

import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { catalogue } from './catalogue.mjs';
import { representatives } from './kinds.mjs';
import { write } from './record.mjs';
import { browser, languageRecord, serve } from './site.mjs';
import { Findings, sweep } from './sweep.mjs';

const check = 'a screen reader says where it is, in the words of the catalogue';
const found = new Findings();
let site, chromium;

before(async () => {
  site = await serve();
  chromium = await browser();
  const reader = await readFile(new URL('../../node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js', import.meta.url), 'utf8');
  await sweep(chromium, site, await representatives(), async (page, target) => {
    await page.route('**/screen-reader.js', (route) => route.fulfill({ contentType: 'text/javascript', body: reader }));
    const said = await page.evaluate(speak);
    let at = 0;
    for (const phrase of [...await frame(target), ...await page.evaluate(headings), 'end of main', 'contentinfo']) {
      const next = said.findIndex((s, i) => i >= at && (s === phrase || s.startsWith(`${phrase}, `)));
      if (next < 0) {
        const where = said.some((s) => s === phrase || s.startsWith(`${phrase}, `)) ? 'said too early' : 'never said';
        found.add(check, target, '', [{ element: `after “${said[at - 1]}”`, rule: `«${phrase}» is ${where}` }]);
      } else {
        at = next + 1;
      }
    }
    // The picture of a number is not read out: the words beside it say it.
    const mark = await page.evaluate(() => document.querySelector('.page-header__mark')?.textContent);
    if (mark && said.includes(mark)) found.add(check, target, '', [{ element: '.page-header__mark', rule: `«${mark}» is said by itself` }]);
  });
});

after(async () => {
  await chromium?.close();
  site?.close();
});

test(check, () => found.none(check));

test('the result is recorded', () => write('spoken', { checks: [check], violations: found.total() }));

/** What is said before the text, of the page's catalogue. */
async function frame({ path, lang }) {
  const { text } = await catalogue(lang || 'en');
  if (!lang) return [`navigation, ${text('exit_label')}`, `link, ${text('exit_link')}`, 'main'];
  const languages = await languageRecord();
  const own = languages.find((l) => l.language.toLowerCase() === lang).endonym;
  return [
    `link, ${text('skip_to_content')}`,
    `navigation, ${text('exit_label')}`,
    `link, ${text('exit_link')}`,
    'banner',
    `${text('language_menu')} ${own}`,
    `navigation, ${text('language_menu')}`,
    ...languages.map((l) => `link, ${l.endonym}`),
    `navigation, ${text('nav_label')}`,
    `link, ${text('nav_resolution')}`,
    'end of banner',
    'main',
  ];
}

/** Everything that the virtual screen reader says from the beginning of the page to its end. */
async function speak() {
  const { virtual } = await import('/screen-reader.js');
  await virtual.start({ container: document.body });
  while (await virtual.lastSpokenPhrase() !== 'end of document') await virtual.next();
  const said = await virtual.spokenPhraseLog();
  await virtual.stop();
  return said;
}

function headings() {
  return look.all('main :is(h1, h2, h3, h4, h5, h6)').map((h) => `heading, ${h.textContent.trim().replace(/[ \t\n]+/g, ' ')}, level ${h.localName[1]}`);
}

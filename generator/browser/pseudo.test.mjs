// The pseudo-locales, which show what no translation has shown yet: en-XA, whose
// words are accented and two fifths longer, and ar-XB, whose letters run from
// right to left. They are made and built in a copy of the project.

import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { source, tags } from './axe.mjs';
import { catalogue } from './catalogue.mjs';
import { boxes, arabic, isolated, mirrored, sided } from './direction.mjs';
import { representatives } from './kinds.mjs';
import { measure, settings } from './layout.mjs';
import { browser, generate, languageRecord, repository, serve } from './site.mjs';
import { Findings, sweep } from './sweep.mjs';

const pseudo = ['en-xa', 'ar-xb'];
const directions = {
  'right to left nothing keeps to its side': sided,
  'right to left a page is the mirror of the same page from left to right': boxes,
  'right to left arrows point to the left and the masthead begins at the right': mirrored,
  'labels are isolated from text of the other direction': isolated,
  'letters are not spaced out, and have their size and air': arabic,
};
const words = 'no word is in a template, and no string is missing';
const found = new Findings();
let scratch, site, chromium;

before(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'pseudo-'));
  for (const part of ['hugo.toml', 'content', 'i18n', 'layouts', 'static']) await cp(join(repository, part), join(scratch, part), { recursive: true });
  await symlink(join(repository, 'node_modules'), join(scratch, 'node_modules'));
  const out = join(scratch, 'site');
  await generate('-C', scratch, 'locale', 'pseudo', '--force');
  await generate('-C', scratch, 'build', '--strict', '--pseudo', '--components', '--lang', pseudo.join(), '--out', out);
  site = await serve(out);
  chromium = await browser();
  const known = await names(out);
  const english = await catalogue('en');
  const targets = (await representatives(out)).filter((p) => pseudo.includes(p.lang));
  await sweep(chromium, site, targets, async (page, target) => {
    // What a component is called on the page of the components is for developers.
    if (target.kind !== 'components') {
      for (const { element, text, lang } of await page.evaluate(said, known)) {
        if (lang === 'en' ? english.tells(text) : text) found.add(words, target, '', [{ element, rule: `“${text}” is no word of a pseudo-locale` }]);
      }
    }
    for (const [check, one] of Object.entries(directions)) for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      found.add(check, target, `${width} px`, await page.evaluate(one));
    }
    await page.evaluate(source);
    found.add('axe', target, '', await page.evaluate(runAxe, tags));
    await measure(page, target, found);
  });
});

after(async () => {
  await chromium?.close();
  site?.close();
  if (scratch) await rm(scratch, { recursive: true });
});

for (const check of [words, ...Object.keys(directions), ...Object.keys(settings)]) test(check, () => found.none(check));
test('axe finds no violation', () => found.none('axe'));

/** What is no words of an interface: languages and countries by their names, months and days of the week. */
async function names(out) {
  const days = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });
  const list = Array.from({ length: 12 }, (_, month) => days.format(Date.UTC(2024, month, 1)));
  const weekdays = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });
  for (let day = 1; day <= 7; day++) list.push(weekdays.format(Date.UTC(2024, 0, day)));
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  for (const a of letters) for (const b of letters) if (countries.of(a + b)) list.push(countries.of(a + b));
  const display = new Intl.DisplayNames('en', { type: 'language' });
  for (const { language, endonym } of await languageRecord(out)) list.push(endonym, display.of(language.replace(/-X.$/, '')));
  return list;
}

/**
 * Latin words without accents that a page says, to see or to hear, in its own
 * language; and what it says in English, whole, to be looked up in the catalogue:
 * a missing string is borrowed from there.
 */
function said(known) {
  const own = document.documentElement.lang;
  const still = '[translate=no], code, kbd, pre, samp, script:not([type="application/ld+json"]), style, template';
  const list = [];
  const add = (element, text) => {
    if (!text?.trim() || element.closest(still)) return;
    const { lang } = element.closest('[lang]');
    if (known.includes(text.trim())) return;
    // Titles of documents are English, and some begin as a string does.
    if (lang === 'en' && !element.closest('.sources, .documents, .calendar__more, .message__sources')) list.push({ element: look.name(element), text: text.trim(), lang });
    if (lang !== own) return;
    const rest = known.reduce((rest, name) => rest.replaceAll(name, ''), text)
      .replace(/https?:\S+|\S+@\S+|[\w-]+(\.[\w-]+)+|[\p{L}\p{N}]*\p{N}[\p{L}\p{N}]*|\(X[AB]\)/gu, '');
    const left = rest.match(/(?<!\p{L})[A-Za-z]{2,}(?!\p{L})/u);
    if (left) list.push({ element: look.name(element), text: left[0], lang });
  };
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (element.localName !== 'script') add(element, walker.currentNode.data);
  }
  for (const element of document.querySelectorAll('*')) {
    for (const name of ['aria-label', 'aria-description', 'aria-roledescription', 'title', 'alt', 'placeholder', 'label', 'data-say', 'data-word']) add(element, element.getAttribute(name));
    if (element.matches('meta[name=description]')) add(element, element.content);
    if (element.matches('input[type=submit], input[type=button]')) add(element, element.value);
    // What programs are told in words of the page's language.
    if (element.matches('script[type="application/ld+json"]')) {
      JSON.parse(element.textContent, (key, value) => {
        if (typeof value === 'string' && /^(name|description|headline|text|(eli:)?title)$/.test(key)) add(element, value);
        return value;
      });
    }
  }
  return list;
}

async function runAxe(tags) {
  const { violations } = await axe.run({ runOnly: tags, resultTypes: ['violations'] });
  return violations.flatMap((v) => v.nodes.map((n) => ({ element: n.target.join(' '), rule: `${v.id}: ${v.help}` })));
}

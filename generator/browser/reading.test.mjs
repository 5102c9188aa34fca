// How every page is read: printed, without motion, without fonts and pictures,
// from right to left, in the conventions of its language; and that help and the
// exit stand at one place on all of them.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { catalogue } from './catalogue.mjs';
import { arabic, isolated, mirrored, sided } from './direction.mjs';
import { visited } from './kinds.mjs';
import { write } from './record.mjs';
import { browser, languageRecord, serve } from './site.mjs';
import { Findings, sweep } from './sweep.mjs';

const checks = {
  'nothing moves for a reader who wants no motion': { media: { reducedMotion: 'reduce' }, look: moving },
  'on paper addresses are shown, the exit is not, and nothing stays folded': { media: { media: 'print' }, look: printed },
  'right to left nothing keeps to its side': { look: sided },
  'right to left arrows point to the left and the masthead begins at the right': { look: mirrored },
  'labels are isolated from text of the other direction': { look: isolated },
  'Arabic letters are not spaced out, and have their size and air': { look: arabic },
  'French punctuation has its narrow space': { look: french },
  'the language menu names each language in itself, with no flag': { look: menu },
};
const landmarks = 'the names of the landmarks are in the language of the page';
const found = new Findings();
const places = new Map();
let site, chromium;

before(async () => {
  site = await serve();
  chromium = await browser();
  const names = Object.fromEntries((await languageRecord()).map((l) => [l.language, l.endonym]));
  await sweep(chromium, site, await visited(), async (page, target) => {
    for (const [check, { media, look: one }] of Object.entries(checks)) {
      await page.emulateMedia({ media: 'screen', reducedMotion: 'no-preference', ...media });
      found.add(check, target, '', await page.evaluate(one, names));
    }
    found.add(landmarks, target, '', await foreignLandmarks(page));
    places.set(target.path, await page.evaluate(place, target.lang));
  });
});

after(async () => {
  await chromium?.close();
  site?.close();
});

for (const check of [...Object.keys(checks), landmarks]) test(check, () => found.none(check));

for (const [what, where] of [['help', ([path]) => /^\/[^/]+\//.test(path)], ['exit', () => true]]) {
  test(`${what} stands at the same place of every page`, () => {
    const byPlace = new Map();
    for (const [path, place] of [...places].filter(where)) byPlace.set(place[what], [...(byPlace.get(place[what]) ?? []), path]);
    assert.equal(byPlace.size, 1, [...byPlace].map(([at, paths]) => `${at ?? 'nowhere'}: ${paths.length} pages, as ${paths[0]}`).join('\n'));
    assert.ok(!byPlace.has(undefined), `no page has ${what}`);
  });
}

test('the result is recorded', () => write('reading', { checks: [...Object.keys(checks), landmarks], violations: found.total() }));

/** The places of the way to help and of the exit: their ancestors, and which child each is. */
function place(lang) {
  const at = (e) => {
    const steps = [];
    for (; e && e !== document.body; e = e.parentElement) steps.unshift(`${e.localName}${e.classList.length ? `.${e.classList[0]}` : ''}`);
    return steps.length ? steps.join(' > ') : undefined;
  };
  const before = (e) => [...document.querySelectorAll('a[href]:not(.skip-link), button')].indexOf(e);
  const links = [...document.querySelectorAll('.masthead__nav a')];
  const help = links.find((a) => a.getAttribute('href') === `/${lang}/help/`);
  const exit = document.querySelector('.exit a[href], a.exit');
  return { help: help && `${at(help)}, after ${links.indexOf(help)} others`, exit: exit ? `${at(exit)}, after ${before(exit)} links` : undefined };
}

function moving() {
  const found = document.getAnimations().map((a) => ({ element: look.name(a.effect.target), rule: `an animation of ${a.animationName ?? a.transitionProperty}` }));
  for (const e of look.all()) {
    const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(e);
    if (animationName !== 'none') found.push({ element: look.name(e), rule: `the animation ${animationName}` });
    if (/[1-9]/.test(transitionDuration)) found.push({ element: look.name(e), rule: `a transition of ${transitionDuration}` });
    if (scrollBehavior === 'smooth') found.push({ element: look.name(e), rule: 'scrolls smoothly' });
  }
  for (const e of document.querySelectorAll('marquee, blink, video[autoplay], img[src$=".gif"]')) found.push({ element: look.name(e), rule: 'moves by itself' });
  return found;
}

function printed() {
  const found = [];
  // At the link, or at another one to the same place: in a list of documents.
  const shows = (e) => {
    const after = getComputedStyle(e, '::after').content;
    return after.includes('attr(href)') || after.includes(e.getAttribute('href')) || e.textContent.includes(e.getAttribute('href'));
  };
  const addresses = new Set(look.all('main a[href^=http]').filter(shows).map((e) => e.getAttribute('href')));
  for (const e of look.all('main a[href^=http]')) {
    if (new URL(e.href).origin === location.origin) continue;
    if (!addresses.has(e.getAttribute('href'))) found.push({ element: look.name(e), rule: 'its address is not printed' });
  }
  for (const e of look.all('.exit, .exit *')) found.push({ element: look.name(e), rule: 'is printed' });
  for (const e of look.all('summary')) {
    const rest = [...e.parentElement.children].filter((c) => c !== e);
    if (!rest.some(look.shown)) found.push({ element: look.name(e), rule: 'is printed, but not what it unfolds' });
  }
  if (look.all('main h1').length === 0) found.push({ element: 'main', rule: 'the title is not printed' });
  return found;
}

function french() {
  return look.texts().flatMap(({ element, text }) => {
    const lang = element.closest('[lang]').lang;
    if (!lang.startsWith('fr') || element.closest('code, pre, kbd, [dir=ltr], .citation__address')) return [];
    const wrong = /.{0,12}(?<![\u202f\u00a0:;!?»…)\]]|^)[;!?»](?!\w)|.{0,12}(?<![\u202f\u00a0]|^):(?!\/\/|\d)|«(?!\u202f|\u00a0|$).{0,12}/u.exec(text);
    return wrong ? [{ element: look.name(element), rule: `no narrow space in “${wrong[0].trim()}”` }] : [];
  });
}

function menu(names) {
  const found = [];
  const links = [...document.querySelectorAll('.language-menu a[href]')];
  if (document.querySelector('.masthead') && links.length !== Object.keys(names).length) found.push({ element: '.language-menu', rule: `${links.length} languages of ${Object.keys(names).length}` });
  for (const a of links) {
    const own = a.querySelector('[lang]');
    if (!own || own.textContent !== names[own.lang]) found.push({ element: look.name(a), rule: 'is not the name of a language in itself, with lang' });
    if (a.hreflang && a.hreflang !== own?.lang) found.push({ element: look.name(a), rule: `hreflang is ${a.hreflang}` });
    const translated = document.querySelector(`link[rel=alternate][hreflang="${own?.lang}"]`);
    if (translated && a.hreflang !== own?.lang) found.push({ element: look.name(a), rule: 'has no hreflang, though this is translated' });
  }
  for (const e of document.querySelectorAll('.language-menu :is(img, svg, picture)')) found.push({ element: look.name(e), rule: 'a picture among languages' });
  if (/\p{RI}\p{RI}|\u{1f3f4}/u.test(document.body.textContent)) found.push({ element: 'body', rule: 'a flag' });
  return found;
}

/** Landmarks whose name is in no catalogue of the language it is said to be in. */
async function foreignLandmarks(page) {
  const named = await page.evaluate(() => {
    const selector = 'nav, aside, form, search, section[aria-label], section[aria-labelledby], [role=region], [role=navigation], [role=search]';
    return [...document.body.querySelectorAll(selector)].map((e) => {
      const by = e.getAttribute('aria-labelledby')?.split(/\s+/).map((id) => document.getElementById(id));
      const marked = by?.length === 1 ? by[0].querySelector(':scope > [lang]:only-child') ?? by[0] : e;
      return {
        element: look.name(e), needed: !e.matches('search, [role=search]'), lang: marked.closest('[lang]').lang, heading: Boolean(by), prose: Boolean(by?.[0]?.closest('.prose')),
        name: (by ? by.map((l) => l.textContent).join(' ') : e.getAttribute('aria-label') ?? '').trim().replace(/\s+/g, ' '),
      };
    });
  });
  const result = [];
  for (const { element, needed, lang, heading, prose, name } of named) {
    // A letter of the index is of no language; the only search needs no name.
    if ([...name].length <= 3 && (heading || !needed)) continue;
    if (!name) result.push({ element, rule: 'a landmark without a name' });
    else if (!prose && !(await catalogue(lang)).says(name) && !(heading && await isLanguage(name, lang))) {
      result.push({ element, rule: `its name “${name}” is not in i18n/${lang.toLowerCase()}.toml` });
    }
  }
  return result;
}

/** Whether this is the name of one of the site's languages, in that language. */
async function isLanguage(name, lang) {
  const names = new Intl.DisplayNames(lang, { type: 'language' });
  return (await languageRecord()).some((l) => names.of(l.language).toLowerCase() === name.toLowerCase());
}

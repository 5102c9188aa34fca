// The exit in real browsers: that it is there, in reach and hides nothing; that
// it covers the page before it leaves, by click, by key and without script; and
// that nothing brings the page back.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { folder, languages, pages } from './site.mjs';
import { arrive, ask, back, browsers, buildVisit, click, middle, serveBoth, start, until } from './visit.mjs';

let built, small, whole;
const started = {};

before(async () => {
  built = await buildVisit();
  small = await serveBoth(built.folder);
  whole = await serveBoth(folder);
  for (const name of Object.keys(browsers)) started[name] = await start(name);
  started.noscript = await start('Chromium', { script: false });
});

after(async () => {
  for (const browser of Object.values(started)) await browser.close();
  small?.close();
  whole?.close();
  await built?.remove();
});

/** A new page at an address, closed after the work with it. */
async function on(name, address, work) {
  const page = await started[name].page();
  try {
    await page.goto(address);
    await work(page);
  } finally {
    small.answer = whole.answer = null;
    await page.close();
  }
}

/** The strings of a language, as its catalogue has them. */
async function strings(lang) {
  const source = await readFile(new URL(`../../i18n/${lang}.toml`, import.meta.url), 'utf8');
  return Object.fromEntries([...source.matchAll(/^(\w+) = "(.*)"$/gm)].map((m) => [m[1], m[2]]));
}

const first = () => `${small.site}/en/ordinary/first/`;
const shown = (page) => ask(page, '[document.title, document.body.innerText.trim(), document.body.children.length, document.body.firstElementChild.getAttribute("role")]');
const blank = ['Loading', 'Loading', 1, 'alert'];

/**
 * What a page says of itself whenever it changes, two frames later: on its way
 * to another page it answers no questions.
 */
async function watch(page) {
  const said = [];
  page.on('console', (message) => said.push(JSON.parse(message.text())));
  await page.evaluate(() => {
    const say = () => console.log(JSON.stringify([document.title, document.body.innerText.trim(), document.body.children.length, document.body.firstElementChild.getAttribute('role')]));
    new MutationObserver(() => requestAnimationFrame(() => requestAnimationFrame(say))).observe(document.documentElement, { childList: true, subtree: true });
  });
  return said;
}

/** An answer of the neutral site that waits: the function returned gives it. */
async function waiting(both, leave) {
  let answer;
  both.answer = (request, response) => { answer = response; };
  await leave();
  await until(async () => answer, 'for the request');
  return () => answer.writeHead(200, { 'Content-Type': 'text/html' }).end('<!DOCTYPE html><title>Weather</title>');
}
const left = (page, both = small) => arrive(page, `${both.neutral}/away`);
const stays = async (page, address) => {
  await sleep(300);
  assert.equal(await ask(page, 'location.href'), address);
  assert.notDeepEqual(await shown(page), blank);
};

test('the exit is the first thing on every page after the skip link', async () => {
  for (const path of await pages()) {
    const html = await readFile(join(folder, path.replace(/\/$/, '/index.html')), 'utf8');
    if (/http-equiv="?refresh/.test(html)) continue; // an address that has moved
    assert.match(html, /<body>\s*(<a class="?skip-link[^>]*>[^<]*<\/a>\s*)?<nav class="?exit/, path);
    const [link] = html.match(/<a class="?exit__link[^>]*>/);
    assert.match(link, /href="?https:\/\//, path);
    assert.match(link, /rel="?noreferrer/, path);
    assert.doesNotMatch(link, /target/, path);
    assert.doesNotMatch(html, /<link[^>]*(preconnect|prefetch|preload|prerender)/, path);
    assert.equal(html.match(/<script [^>]*src=/g).length, 1, `${path} has one script`);
    assert.match(html, /<script defer src="[^"]*" integrity="sha384-/, path);
  }
});

test('each language names the exit and leads out to its own neutral page', async () => {
  const config = await readFile(new URL('../../hugo.toml', import.meta.url), 'utf8');
  for (const lang of await languages()) {
    const words = await strings(lang);
    const html = await readFile(join(folder, lang, 'index.html'), 'utf8');
    const [, to] = config.match(new RegExp(`^${lang} = "(https:.*)"$`, 'm'));
    assert.ok(html.includes(`href="${to}"`), `${lang} does not lead to ${to}`);
    for (const [name, script] of [['Chromium', true], ['noscript', false]]) {
      await on(name, `${whole.site}/${lang}/about/safety/`, async (page) => {
        assert.equal(await ask(page, 'document.querySelector(".exit__link").innerText'), words.exit_link);
        assert.equal(await ask(page, 'document.querySelector(".exit").getAttribute("aria-label")'), words.exit_label);
        // What only the script does is said only where it runs.
        assert.equal(await ask(page, 'document.querySelector(".exit__hint").innerText'), script ? words.exit_hint.replace('{{ .Key }}', words.exit_key) : '');
        assert.equal(await ask(page, 'document.querySelector(".quiet").innerText.trim()'), script ? `${words.quiet_back} ${words.quiet_choose}` : '');
        assert.equal(await ask(page, 'document.querySelector(".quiet").checkVisibility()'), script);
      });
    }
  }
});

test('in each language Shift is counted in neutral words, and leaves', async () => {
  for (const lang of await languages()) {
    const words = await strings(lang);
    await on('Chromium', `${whole.site}/${lang}/resolution/`, async (page) => {
      const said = await watch(page);
      const status = () => ask(page, 'document.querySelector(".exit__status").innerText');
      assert.equal(await ask(page, 'document.querySelector(".exit__status").getAttribute("role")'), 'status');
      await page.keyboard.press('Shift');
      assert.equal(await status(), words.exit_two);
      await page.keyboard.press('Shift');
      assert.equal(await status(), words.exit_one);
      const answer = await waiting(whole, () => page.keyboard.press('Shift'));
      await until(async () => said.at(-1)[3] === 'alert', 'for the cover');
      assert.deepEqual(said.at(-1), [words.exit_loading, words.exit_loading, 1, 'alert']);
      answer();
      await left(page, whole);
    });
  }
});

test('the exit is in reach and its bar is low, at any size of window and text', async () => {
  for (const lang of await languages()) {
    for (const [width, height] of [[320, 256], [320, 640], [640, 320], [1280, 800]]) {
      for (const size of ['100%', '200%']) {
        await on('Chromium', `${whole.site}/${lang}/resolution/`, async (page) => {
          const where = `${lang}, ${width}×${height}, ${size}`;
          await page.setViewport({ width, height });
          await page.evaluate((s) => { document.documentElement.style.fontSize = s; scrollTo(0, 2000); }, size);
          const { link, bar, plate, hint, words } = await page.evaluate(() => {
            const box = (s) => document.querySelector(s).getBoundingClientRect().toJSON();
            const said = document.querySelector('.exit__hint > span');
            return { link: box('.exit__link'), bar: box('.exit'), plate: box('.exit__plate'), hint: box('.exit__hint'), words: said.getBoundingClientRect().toJSON() };
          });
          assert.ok(link.width >= 48 && link.height >= 48, `${where}: the link is ${link.width} × ${link.height} px`);
          assert.ok(bar.top === 0 && link.top === 0, `${where}: the bar does not stay at the top`);
          assert.ok(bar.height <= height * 0.15, `${where}: the bar is ${bar.height} px high`);
          assert.ok(plate.bottom <= bar.bottom && plate.left >= 0 && plate.right <= width, `${where}: the label leaves the bar`);
          assert.ok(lang === 'ar' ? link.left === 0 : link.right === width, `${where}: the link is not at the end of the line`);
          // The hint is in the bar as a whole or not at all.
          const inside = words.top >= bar.top && words.bottom <= bar.bottom && words.left >= hint.left - 1 && words.right <= hint.right + 1;
          const outside = words.right <= hint.left + 1 || words.left >= hint.right - 1;
          assert.ok(inside || outside, `${where}: the hint is cut`);
          if (size === '100%') assert.ok(inside, `${where}: the hint is not seen`);
        });
      }
    }
  }
});

test('the bar never hides what has the focus, nor the target of a link', async () => {
  for (const lang of ['en', 'ar']) {
    await on('Chromium', `${whole.site}/${lang}/resolution/`, async (page) => {
      await page.setViewport({ width: 320, height: 256 });
      const [bar, link] = await ask(page, '[".exit", ".exit__link"].map((s) => document.querySelector(s).getBoundingClientRect().toJSON())');
      const stops = await ask(page, '[...document.querySelectorAll("a[href], summary, button")].filter((e) => e.checkVisibility()).length');
      assert.ok(stops > 50, `${stops} stops`);
      const look = async () => {
        const { name, box: { top, bottom, left: from, right: to }, own } = await page.evaluate(() => {
          const e = document.activeElement;
          const box = e.getBoundingClientRect();
          return { name: e.outerHTML.slice(0, 100), box: box.toJSON(), own: e.matches('.exit__link, body') };
        });
        const free = top >= bar.bottom - 1 && (top >= link.bottom - 1 || to <= link.left || from >= link.right);
        assert.ok(own || free && bottom > top && top < 256, `${lang}: ${name} has the focus at ${top} to ${bottom} px`);
      };
      for (let i = 0; i < stops; i++) { await page.keyboard.press('Tab'); await look(); }
      for (let i = 0; i < stops; i++) {
        await page.keyboard.down('Shift');
        await page.keyboard.press('Tab');
        await page.keyboard.up('Shift');
        await look();
      }
      assert.notDeepEqual(await shown(page), blank, 'Shift with Tab has left the page');
      await page.goto(`${whole.site}/${lang}/resolution/#p13-e`);
      assert.ok(await ask(page, 'document.getElementById("p13-e").getBoundingClientRect().top') >= link.bottom);
    });
  }
});

test('the exit is not printed', async () => {
  await on('Chromium', `${whole.site}/en/about/safety/`, async (page) => {
    await page.emulateMediaType('print');
    for (const name of ['.exit', '.quiet']) assert.equal(await ask(page, `document.querySelector("${name}").checkVisibility()`), false, name);
  });
});

test('in forced colours the exit is a button', async () => {
  await on('Chromium', `${whole.site}/en/`, async (page) => {
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    const [text, ground, border, width] = await ask(page, '(({ color, backgroundColor, borderBlockStartColor, borderBlockStartWidth }) => [color, backgroundColor, borderBlockStartColor, borderBlockStartWidth])(getComputedStyle(document.querySelector(".exit__plate")))');
    assert.equal(width, '2px');
    assert.ok(text !== ground && border !== ground, `${text} on ${ground} in ${border}`);
  });
});

for (const name of ['Chromium', 'Firefox']) {
  test(`${name}: a click covers the page before the neutral one answers`, async () => {
    await on(name, first(), async (page) => {
      const said = await watch(page);
      const answer = await waiting(small, () => click(page, '.exit__link'));
      await until(async () => said.length, 'for the cover');
      assert.deepEqual(said.at(-1), blank);
      assert.equal(small.referrer, undefined);
      answer();
      await left(page);
    });
  });

  test(`${name}: the keyboard and a double click leave as well`, async () => {
    await on(name, first(), async (page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      assert.equal(await ask(page, 'document.activeElement.className'), 'exit__link');
      assert.ok(await ask(page, 'parseFloat(getComputedStyle(document.activeElement).outlineWidth)') >= 2, 'the focus is not seen');
      await page.keyboard.press('Enter');
      await left(page);
    });
    await on(name, first(), async (page) => {
      await page.focus('.exit__link');
      await page.keyboard.press(' ');
      await left(page);
    });
    await on(name, first(), async (page) => {
      // The second click may find no page any more: Firefox's driver then says so.
      await click(page, '.exit__link', { count: 2 }).catch((fault) => assert.match(fault.message, /performActions/));
      await left(page);
    });
  });

  test(`${name}: a click with a key or the middle button leaves this page, not only a new one`, async () => {
    for (const key of ['Control', 'Shift', '']) {
      await on(name, first(), async (page) => {
        if (key) await page.keyboard.down(key);
        await click(page, '.exit__link', { button: key ? 'left' : 'middle' });
        if (key) await page.keyboard.up(key);
        await left(page);
      });
    }
  });

  test(`${name}: Shift three times leaves; as a modifier, held or too slow it does not`, async () => {
    const press = async (page, times = 1) => { for (let i = 0; i < times; i++) await page.keyboard.press('Shift'); };
    const status = (page) => ask(page, 'document.querySelector(".exit__status").innerText');
    await on(name, first(), async (page) => {
      small.asked.length = 0;
      const answer = await waiting(small, () => press(page, 9)); // pressed on and on, it does not begin again
      await sleep(300);
      assert.equal(small.asked.filter((path) => path === 'neutral/away').length, 1);
      answer();
      await left(page);
    });
    await on(name, first(), async (page) => {
      for (let i = 0; i < 4; i++) { // letters in capitals
        await page.keyboard.down('Shift');
        await page.keyboard.press('a');
        await page.keyboard.up('Shift');
      }
      for (const key of ['Alt', 'Control']) { // the keyboard's language, by either order
        for (const [one, two] of [[key, 'Shift'], ['Shift', key]]) {
          for (let i = 0; i < 4; i++) {
            await page.keyboard.down(one);
            await page.keyboard.press(two);
            await page.keyboard.up(one);
          }
        }
      }
      for (let i = 0; i < 4; i++) { // a text chosen with the mouse
        await page.keyboard.down('Shift');
        await page.mouse.click(300, 400 + i);
        await page.keyboard.up('Shift');
      }
      await press(page, 2);
      await page.keyboard.press('ArrowDown'); // another key begins the count again
      await press(page, 2);
      await page.mouse.click(300, 400);
      await press(page, 2);
      assert.equal(await status(page), '1');
      await page.keyboard.down('Shift'); // held
      await sleep(1200);
      await page.keyboard.up('Shift');
      assert.equal(await status(page), '');
      await stays(page, first());
    });
    await on(name, first(), async (page) => {
      await press(page, 2);
      await sleep(5300);
      assert.equal(await status(page), '', 'the count is not forgotten');
      await press(page);
      await sleep(3000);
      await press(page); // within five seconds of the one before
      assert.equal(await status(page), '1');
      await stays(page, first());
      await press(page);
      await left(page);
    });
  });

  test(`${name}: the page stays blank where the neutral one fails`, async () => {
    for (const [code, fail] of Object.entries({ 204: (response) => response.writeHead(204).end(), none: (response) => response.destroy() })) {
      await on(name, first(), async (page) => {
        small.asked.length = 0;
        small.answer = (request, response) => fail(response);
        await click(page, '.exit__link');
        await until(async () => small.asked.includes('neutral/away'), 'for the request');
        await sleep(500);
        if (code === '204') assert.deepEqual(await shown(page), blank);
        else assert.doesNotMatch(await ask(page, 'document.title + document.body.innerText'), /The first page|Home|Next/); // the browser's own words
      });
    }
  });

  test(`${name}: a page that comes back from the cache after its exit leaves again`, async () => {
    await on(name, first(), async (page) => {
      small.asked.length = 0;
      small.answer = (request, response) => response.writeHead(204).end(); // so that the page keeps its place
      await click(page, '.exit__link');
      await until(async () => small.asked.includes('neutral/away'), 'for the exit');
      await page.goto(`${small.site}/en/`);
      small.answer = null;
      small.asked.length = 0;
      page.goBack({ timeout: 1 }).catch(() => {});
      await left(page);
      assert.ok(!small.asked.includes('/en/ordinary/first/'), 'the page did not come from the cache');
    });
  });

  test(`${name}: quiet pages take one another's place, others do not`, async () => {
    const at = (section, page, more = '') => `${small.site}/en/${section}/${page}/${more}`;
    await on(name, `${small.neutral}/before`, async (page) => {
      await page.goto(at('quiet', 'first'));
      const length = await ask(page, 'history.length');
      await click(page, 'main a[href="#below"]');
      await until(async () => await ask(page, 'location.hash') === '#below', 'for the place in the page');
      await click(page, 'main a[href$="/second/"]');
      await arrive(page, at('quiet', 'second'));
      assert.equal(await ask(page, 'history.length'), length);
      const count = (await started[name].browser.pages()).length;
      await page.keyboard.down('Control');
      await click(page, 'main a[href$="/third/"]');
      await page.keyboard.up('Control');
      await until(async () => (await started[name].browser.pages()).length === count + 1, 'for a new tab');
      assert.equal(await ask(page, 'location.href'), at('quiet', 'second'));
      for (const other of await started[name].browser.pages()) if (other.url() === at('quiet', 'third')) await other.close();
      // The ordinary way is taken along, and Back shows the pages again.
      await click(page, '.quiet a');
      await arrive(page, at('quiet', 'second', '?ordinary'));
      assert.match(await ask(page, 'document.querySelector(".quiet").innerText'), /works as usual/);
      await click(page, 'main a[href$="/third/"]');
      await arrive(page, at('quiet', 'third', '?ordinary'));
      page.goBack({ timeout: 1 }).catch(() => {});
      await arrive(page, at('quiet', 'second', '?ordinary'));
    });
  });
}

test('without JavaScript the page is covered while the mouse is down, and the click goes through', async () => {
  for (const name of ['noscript', 'Chromium', 'Firefox']) {
    await on(name, first(), async (page) => {
      const covered = () => ask(page, '(() => { const cover = document.querySelector(".exit__cover"); const { width, height } = cover.getBoundingClientRect(); return cover.checkVisibility() && width === document.documentElement.clientWidth && height === innerHeight; })()');
      assert.equal(await covered(), false);
      await page.mouse.move(...await middle(page, '.exit__link'));
      await page.mouse.down();
      assert.equal(await covered(), true, name);
      if (name !== 'Firefox') {
        const seen = await page.screenshot();
        const empty = await started[name].page();
        const expected = await empty.screenshot();
        await empty.close();
        assert.ok(Buffer.from(seen).equals(Buffer.from(expected)), 'the covered page is not blank');
      }
      await page.mouse.up();
      await left(page);
    });
  }
});

test('a quiet page names the site neither in its title nor in its description', async () => {
  for (const lang of await languages()) {
    const [home, page] = await Promise.all(['', 'about/safety/'].map((p) => readFile(join(folder, lang, p, 'index.html'), 'utf8')));
    const [, site] = home.match(/<title[^>]*>([^<]*)</);
    const head = page.slice(0, page.indexOf('</head>'));
    assert.ok(!head.includes(site), `${lang}: ${site} stands in the head`);
    assert.match(head, /<link rel="icon" href="\/plain\.svg"/);
    assert.match(head, /<meta name="description"[^>]* content="[^"]+">/);
  }
});

test('nothing is stored by leaving', async () => {
  await on('Chromium', first(), async (page) => {
    small.asked.length = 0;
    small.answer = (request, response) => response.writeHead(204).end(); // so that the page can still be asked
    await click(page, '.exit__link');
    await until(async () => small.asked.includes('neutral/away'), 'for the exit');
    assert.match(await ask(page, 'document.querySelector("[rel=icon]").href'), /\/plain\.svg$/);
    assert.equal(await ask(page, '[document.cookie, localStorage.length, sessionStorage.length, window.name].join()'), ',0,0,');
    assert.deepEqual(await page.evaluate(() => indexedDB.databases()), []);
  });
});

test('Back after the exit of a quiet page leads to the page before the site', async () => {
  for (const name of ['Chromium', 'Firefox']) {
    await on(name, `${small.neutral}/before`, async (page) => {
      await page.goto(`${small.site}/en/quiet/first/`);
      await click(page, '.exit__link');
      await left(page);
      await back(page, small.neutral);
      assert.equal(await ask(page, 'location.href'), `${small.neutral}/before`);
    });
  }
});

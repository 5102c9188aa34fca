// A visit in a real browser, from a neutral page through pages of ours to the
// exit, and what remains of it: on the Back button, in the browser's own list
// and in its files. The site and the neutral one are two servers of this
// machine; nothing else is asked.

import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import puppeteer from 'puppeteer-core';
import { generate, hostHeaders, repository, types } from './site.mjs';

const run = promisify(execFile);
const patience = 20000; // in milliseconds, for what a browser does not answer

const listen = (server) => new Promise((done) => server.listen(0, '127.0.0.1', () => done(server.address().port)));

/**
 * Serves a built site and a neutral one on another origin, to which every exit
 * of it leads. `asked` lists the paths that browsers asked either for; `answer`
 * may be set to answer for the neutral site.
 */
export async function serveBoth(root) {
  const both = { asked: [], answer: null };
  const headersOf = await hostHeaders(root);
  const neutral = createServer(async (request, response) => {
    both.asked.push('neutral' + request.url);
    both.referrer = request.headers.referer;
    if (both.answer) return both.answer(request, response);
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!DOCTYPE html><html lang="en"><title>Weather</title><p>Sunny');
  });
  both.neutral = `http://localhost:${await listen(neutral)}`;
  const site = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://x');
    both.asked.push(request.url);
    const path = normalize(decodeURIComponent(pathname)) + (pathname.endsWith('/') ? 'index.html' : '');
    try {
      let body = await readFile(join(root, path));
      if (extname(path) === '.html') body = body.toString().replace(/(class="exit__link" href=)"[^"]*"/, `$1"${both.neutral}/away"`);
      response.writeHead(200, { ...headersOf(pathname), 'Content-Type': types[extname(path)] ?? 'application/octet-stream' }).end(body);
    } catch {
      response.writeHead(404, headersOf(pathname)).end();
    }
  });
  both.site = `http://127.0.0.1:${await listen(site)}`;
  both.close = () => [site, neutral].forEach((server) => { server.close(); server.closeAllConnections(); });
  return both;
}

const names = ['first', 'second', 'third'];

/**
 * Builds a small site: three ordinary pages, and three quiet ones, each of
 * which links to the next. Returns its folder, and the function that removes it.
 */
export async function buildVisit() {
  const scratch = await mkdtemp(join(tmpdir(), 'visit-'));
  for (const part of ['layouts', 'static', 'i18n/en.toml']) await cp(join(repository, part), join(scratch, part), { recursive: true });
  const write = async (name, fields, text) => {
    await mkdir(join(scratch, name, '..'), { recursive: true });
    await writeFile(join(scratch, name), `---\n${fields}summary: A page.\n---\n\n${text}\n`);
  };
  await writeFile(join(scratch, 'hugo.toml'), 'baseURL = "https://example.org/"\n');
  await write('content/en/_index.md', 'title: Home\n', 'Text.');
  for (const section of ['ordinary', 'quiet']) {
    await write(`content/en/${section}/_index.md`, `title: Section\nquiet: ${section === 'quiet'}\n`, 'Text.');
    for (const [i, name] of names.entries()) {
      const next = names[(i + 1) % names.length];
      await write(`content/en/${section}/${name}/index.md`, `title: The ${name} page\n`, `[Next](/${section}/${next}/), [below](#below).\n\n${'Text.\n\n'.repeat(60)}## Below`);
    }
  }
  const out = join(scratch, 'out');
  await generate('-C', scratch, 'build', '--without-node', '--strict', '--out', out);
  return { folder: out, remove: () => rm(scratch, { recursive: true }) };
}

/** The browsers, as they are started, and the file in which each keeps its history. */
export const browsers = {
  Chromium: {
    launch: (profile) => puppeteer.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, userDataDir: profile, protocolTimeout: patience,
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--hide-scrollbars'],
    }),
    history: 'Default/History',
    // Its list shows the last of the visits that took one another's place.
    list: 'SELECT url FROM urls WHERE hidden = 0 AND id IN (SELECT url FROM visits WHERE transition & 0x20000000)',
    files: 'SELECT url FROM urls',
  },
  Firefox: {
    launch: (profile, script) => puppeteer.launch({
      browser: 'firefox', executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr', headless: true, userDataDir: profile, protocolTimeout: patience,
      extraPrefsFirefox: { 'javascript.enabled': script },
    }),
    history: 'places.sqlite',
    // Its list leaves out frames and redirects.
    list: 'SELECT url FROM moz_places WHERE hidden = 0 AND id IN (SELECT place_id FROM moz_historyvisits WHERE visit_type NOT IN (4, 8))',
    files: 'SELECT url FROM moz_places',
  },
};

/** Starts a browser with a new profile, with or without JavaScript; close() ends both. */
export async function start(name, { script = true } = {}) {
  const profile = await mkdtemp(join(tmpdir(), 'profile-'));
  const browser = await browsers[name].launch(profile, script);
  const version = (await browser.version()).split('/')[1];
  return {
    browser, profile, version,
    page: async () => {
      const page = await browser.newPage();
      await page.setViewport({ width: 1280, height: 800 });
      if (!script && name === 'Chromium') await page.setJavaScriptEnabled(false); // Firefox has a setting
      return page;
    },
    close: async () => {
      await browser.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Waits until a check of the page is true, whatever becomes of the page meanwhile. */
export async function until(check, what) {
  for (const end = Date.now() + patience; Date.now() < end; await sleep(50)) {
    if (await Promise.race([check().catch(() => false), sleep(1000, false)])) return;
  }
  throw new Error(`waited in vain: ${what}`);
}

/**
 * The value of an expression in a page, also where its scripts are off: there
 * Firefox keeps no promises, and Puppeteer always asks for one.
 */
export async function ask(page, expression) {
  const { connection } = page.browser();
  if (!connection) return page.evaluate(expression);
  const { result } = await connection.send('script.evaluate', {
    expression: `JSON.stringify(${expression})`, target: { context: page.mainFrame()._id }, awaitPromise: false,
  });
  return result.result.type === 'undefined' ? undefined : JSON.parse(result.result.value);
}

/** The middle of an element, brought into view. */
export async function middle(page, selector) {
  const element = `document.querySelector(${JSON.stringify(selector)})`;
  await ask(page, `${element}.scrollIntoView({ block: 'center' })`);
  return ask(page, `(({ left, top, width, height }) => [left + width / 2, top + height / 2])(${element}.getBoundingClientRect())`);
}

/** Clicks into the middle of an element, as a mouse does. */
export async function click(page, selector, options) {
  await page.mouse.click(...await middle(page, selector), options);
}

/** Waits until the page stands at an address, and has loaded. */
export const arrive = (page, address) => until(
  async () => await ask(page, 'location.href') === address && await ask(page, 'document.readyState') === 'complete', `to arrive at ${address}`,
);

/** Presses Back, as the button does, and waits for another page than the neutral one. */
export async function back(page, neutral) {
  page.goBack({ timeout: 1 }).catch(() => {}); // a page from the cache has no load event to wait for
  await until(async () => await ask(page, 'location.href') !== `${neutral}/away`, 'for Back');
}

/**
 * Makes one visit and says what remains.
 * @param name  the browser
 * @param way   plain: as most sites do, an ordinary link and an exit that adds to
 *              the history; ordinary: our ordinary pages; quiet: our quiet pages;
 *              noscript: our pages without JavaScript
 */
export async function visit(both, name, way) {
  const { browser, profile, page: open, version, close } = await start(name, { script: way !== 'noscript' });
  try {
    const page = await open();
    await page.goto(`${both.neutral}/before`);
    const section = way === 'quiet' ? 'quiet' : 'ordinary';
    const addresses = names.map((n) => `${both.site}/en/${section}/${n}/`);
    await page.goto(addresses[0]);
    for (const [i, address] of addresses.slice(1).entries()) {
      await click(page, `main a[href$="/${names[i + 1]}/"]`);
      await arrive(page, address);
    }
    if (way === 'plain') await page.evaluate(() => { location.href = document.querySelector('.exit__link').href; });
    else await click(page, '.exit__link');
    await arrive(page, `${both.neutral}/away`);

    both.asked.length = 0;
    await back(page, both.neutral);
    const known = { [`${both.neutral}/before`]: 'before', ...Object.fromEntries(names.map((n, i) => [addresses[i], n])) };
    const shown = await ask(page, 'location.href');
    await sleep(500);
    const remains = {
      way, back: known[shown] ?? shown,
      // Kept as it was: the page was not asked for again.
      kept: !both.asked.some((path) => [both.site + path, path.replace('neutral', both.neutral)].includes(shown)),
      covered: await ask(page, `document.querySelector('.exit__cover')?.checkVisibility() ?? false`),
    };
    await browser.close();
    for (const what of ['list', 'files']) {
      const { stdout } = await run('sqlite3', [join(profile, browsers[name].history), browsers[name][what]]);
      const urls = stdout.split('\n');
      remains[what] = names.filter((_, i) => urls.includes(addresses[i]));
      if (!urls.includes(`${both.neutral}/away`)) throw new Error(`${name} has no history of the exit itself:\n${stdout}`);
    }
    return { version, remains };
  } finally {
    await close();
  }
}

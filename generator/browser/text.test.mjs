// Every kind of page as text browsers show it: all its words in the order of
// the document, its headings, and every link.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { representatives } from './kinds.mjs';
import { write } from './record.mjs';
import { browser, serve } from './site.mjs';
import { Findings, sweep } from './sweep.mjs';

const run = promisify(execFile);
const found = new Findings();
let site, chromium;

const dumps = {
  lynx: (url) => ['lynx', ['-dump', '-nolist', '-width=1000', '-assume_charset=utf-8', '-display_charset=utf-8', url]],
  w3m: (url) => ['w3m', ['-dump', '-cols', '1000', '-I', 'UTF-8', '-O', 'UTF-8', '-o', 'accept_encoding=identity', url]],
};

const words = (name) => `${name} shows every word in order`;
const links = 'lynx reaches every link';

before(async () => {
  site = await serve();
  chromium = await browser();
  await sweep(chromium, site, await representatives(), async (page, target) => {
    const source = await page.evaluate(read);
    assert.ok(source.blocks.length > 2 && source.links.length > 0, 'no text was read');
    for (const [name, dump] of Object.entries(dumps)) {
      const shown = await output(dump(page.url()));
      found.add(words(name), target, '', missing(source.blocks, shown));
    }
    const listed = await output(['lynx', ['-dump', '-listonly', '-nonumbers', '-width=1000', '-display_charset=utf-8', page.url()]]);
    const reached = [...listed.matchAll(/^\s*(?:\d+\. )?((?:https?|mailto|tel|file):\S+)$/gm)].map((m) => decodeURI(m[1]));
    const lost = source.links.map(decodeURI).filter((link) => !reached.includes(link));
    found.add(links, target, '', lost.map((link) => ({ element: link, rule: 'is not among its links' })));
  }, { javaScriptEnabled: false });
});

after(async () => {
  await chromium?.close();
  site?.close();
});

const checks = [...Object.keys(dumps).map(words), links];
for (const check of checks) test(check, () => found.none(check));

test('the result is recorded', () => write('text', { checks, violations: found.total() }));

async function output([command, args]) {
  const { stdout } = await run(command, args, { maxBuffer: 1 << 24, env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', HOME: '/nonexistent' } });
  return stdout;
}

/** The text of the page as its source has it, block by block, and its links. */
function read() {
  const blocks = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let last = null;
  while (walker.nextNode()) {
    const { parentElement: e, data } = walker.currentNode;
    if (!data.trim() || e.closest('script, style, template, [hidden]')) continue;
    let block = e;
    while (getComputedStyle(block).display.startsWith('inline') && block !== document.body) block = block.parentElement;
    if (block !== last) blocks.push({ name: look.name(block), text: '' });
    last = block;
    blocks.at(-1).text += data;
  }
  const links = [...document.querySelectorAll('a[href]')].map((a) => a.href);
  return { blocks, links: [...new Set(links)] };
}

/** The blocks of the source that a dump lacks, or has not after what stands before them. */
function missing(blocks, shown) {
  // What a text browser adds or leaves out between words is not looked at:
  // white space, the marks of lists, soft hyphens and marks of direction.
  const plain = (text) => text.normalize('NFC').replace(/[\s\u00ad\u200e\u200f\u2066-\u2069]+/g, '');
  const all = plain(shown);
  let at = 0;
  const found = [];
  for (const { name, text } of blocks) {
    const next = all.indexOf(plain(text), at);
    if (next < 0) found.push({ element: name, rule: all.includes(plain(text)) ? 'is shown out of its place' : 'is not shown whole' });
    else at = next + plain(text).length;
  }
  return found;
}

// What kinds of page there are, read from the built site, or from another folder:
// a page is a kind of its own, but for families of pages that differ only in what
// they are about. So a new page is tested from the day it is there, in no list of
// any kind.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folder, languages, pages } from './site.mjs';

const families = {
  'resolution/<point>': /^resolution\/\d+[a-z]*\/$/,
  'learn/teachers/<session>': /^learn\/teachers\/[^/]+\/$/,
  'resolution/beside/<language>': /^resolution\/beside\/[^/]+\/$/,
};

/**
 * Every page, as {path, lang, kind, own}; own is false where the text is
 * borrowed or no search engine is asked to list the page. The pages of no language have the kinds
 * "choose a language" and "not found"; a page that only leads to another
 * address is "moved".
 */
export async function all(root = folder) {
  const known = new Set(await languages(root));
  const list = [];
  for (const path of await pages(root)) {
    const html = await source(path, root);
    const [, lang, rest] = path.match(/^\/([^/]+)\/(.*)$/) ?? [null, '', path];
    let kind = { '/': 'choose a language', '/404.html': 'not found', '404.html': 'not found', '': 'home' }[rest];
    if (/<meta http-equiv="?refresh/.test(html)) kind = 'moved';
    else if (lang && rest && !kind) kind = Object.keys(families).find((f) => families[f].test(rest)) ?? rest.replace(/\/$|\.html$/, '');
    assert.ok(kind && (!lang || known.has(lang)), `${path} is of no known kind: see generator/browser/kinds.mjs`);
    list.push({ path, lang: lang ?? '', kind, own: !/<meta name="?robots"? content="?noindex/.test(html) });
  }
  return list;
}

/** The pages that a browser stays on. */
export async function visited(root = folder) {
  return (await all(root)).filter((p) => p.kind !== 'moved');
}

/**
 * Of every kind in every language, own and borrowed, as many pages as have,
 * together, every element, class and direction that those pages have.
 */
export async function representatives(root = folder) {
  const groups = grouped(await visited(root));
  const chosen = [];
  for (const members of groups.values()) {
    const parts = new Map();
    for (const page of members) parts.set(page, partsOf(await source(page.path, root)));
    const wanted = new Set([...parts.values()].flatMap((p) => [...p]));
    const gain = (page) => [...parts.get(page)].filter((p) => wanted.has(p)).length;
    while (wanted.size) {
      const best = members.reduce((a, b) => (gain(b) > gain(a) ? b : a));
      parts.get(best).forEach((p) => wanted.delete(p));
      chosen.push(best);
    }
  }
  return chosen;
}

/** The paths of the representatives. */
export async function kinds() {
  return (await representatives()).map((p) => p.path);
}

const group = (page) => `${page.lang} ${page.kind} ${page.own}`;

function grouped(list) {
  const groups = new Map();
  for (const page of list) groups.set(group(page), [...(groups.get(group(page)) ?? []), page]);
  return groups;
}

function partsOf(html) {
  const parts = new Set();
  for (const [, tag, attributes] of html.matchAll(/<([a-z][a-z0-9]*)\b([^>]*)>/g)) {
    const classes = /\bclass="?([^">]*)/.exec(attributes)?.[1] ?? '';
    for (const name of ['', ...classes.split(/\s+/)]) parts.add(`${tag}.${name}`);
    parts.add(/\bdir="?\w+/.exec(attributes)?.[0] ?? '');
  }
  return parts;
}

const source = (path, root) => readFile(join(root, path.endsWith('/') ? `${path}index.html` : path), 'utf8');

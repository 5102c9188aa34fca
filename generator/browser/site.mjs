// The site under test: a static server for it and a browser to look at it with.

import { createServer } from 'node:http';
import { readFile, readdir } from 'node:fs/promises';
import { extname, join, normalize, relative, sep } from 'node:path';
import { chromium } from 'playwright-core';

export const folder = new URL('../../.site-under-test/', import.meta.url).pathname;

const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.svg': 'image/svg+xml',
  '.xml': 'application/xml', '.js': 'text/javascript', '.txt': 'text/plain; charset=utf-8', '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8', '.jsonld': 'application/ld+json',
  '.bib': 'application/x-bibtex', '.ris': 'application/x-research-info-systems',
};

/** Serves the site, or another folder, on a free port of this machine. */
export async function serve(root = folder, headers = {}) {
  const server = createServer(async (request, response) => {
    let path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
    if (path.endsWith('/')) path += 'index.html';
    try {
      const body = await readFile(join(root, path));
      response.writeHead(200, { 'Content-Type': types[extname(path)] ?? 'application/octet-stream', ...headers }).end(body);
    } catch {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(await readFile(join(root, '404.html')));
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** Starts Chromium without any traffic of its own. */
export function browser(options) {
  return chromium.launch({
    ...options,
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
  });
}

/** Every page of the site, as its address. */
export async function pages() {
  const files = await readdir(folder, { recursive: true });
  return files.filter((f) => f.endsWith('.html')).map((f) => '/' + relative('.', f).split(sep).join('/').replace(/index\.html$/, '')).sort();
}

/** The languages of the site, from the record of the build. */
export async function languages() {
  const record = JSON.parse(await readFile(join(folder, 'build.json'), 'utf8'));
  return record.languages.map((l) => l.language.toLowerCase());
}

/**
 * One page of every kind in every language, with the point pages represented
 * by two, of which one is borrowed in most languages, and the texts side by
 * side by those beside English and French.
 */
export async function kinds() {
  const all = new Set(await pages());
  const list = ['/', '/404.html'];
  for (const l of await languages()) {
    for (const kind of ['', '404.html', 'resolution/', 'resolution/13a/', 'resolution/13e/', 'resolution/beside/en/', 'resolution/beside/fr/', 'resolution/source/', 'resolution/verbs/', 'search/']) {
      if (all.has(`/${l}/${kind}`)) list.push(`/${l}/${kind}`);
    }
  }
  return list;
}

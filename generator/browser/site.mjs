// The site under test: a static server for it and a browser to look at it with.

import { createServer } from 'node:http';
import { readFile, readdir } from 'node:fs/promises';
import { extname, join, normalize, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';

export const folder = new URL('../../.site-under-test/', import.meta.url).pathname;

export const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.svg': 'image/svg+xml',
  '.xml': 'application/xml', '.js': 'text/javascript', '.txt': 'text/plain; charset=utf-8', '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8', '.jsonld': 'application/ld+json',
  '.bib': 'application/x-bibtex', '.ris': 'application/x-research-info-systems',
};

/** What a host sends with every file, as SITE.md has it. */
export const headers = {
  'Content-Security-Policy': "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/**
 * Serves the site, or another folder, on a free port of this machine.
 * As a host does, where asked: with headers, and compressed.
 */
export async function serve(root = folder, { headers = {}, gzip = false } = {}) {
  const server = createServer(async (request, response) => {
    let path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
    if (path.endsWith('/')) path += 'index.html';
    const send = (status, type, body) => {
      const zip = gzip && /text|script|json|xml/.test(type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
      response.writeHead(status, { 'Content-Type': type, ...headers, ...(zip && { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' }) });
      response.end(zip ? gzipSync(body, { level: 9 }) : body);
    };
    try {
      const body = await readFile(join(root, path));
      send(200, types[extname(path)] ?? 'application/octet-stream', body);
    } catch {
      send(404, types['.html'], await readFile(join(root, '404.html')));
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  return { address: `http://127.0.0.1:${port}`, port, close: () => server.close() };
}

/** Starts Chromium without any traffic of its own. */
export function browser(...more) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [...more, '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
  });
}

/** Every page of the site, as its address. */
export async function pages() {
  const files = await readdir(folder, { recursive: true });
  return files.filter((f) => f.endsWith('.html')).map((f) => '/' + relative('.', f).split(sep).join('/').replace(/index\.html$/, '')).sort();
}

/** The languages of the site as the record of the build has them: language (a tag), endonym, pages. */
export async function languageRecord() {
  return JSON.parse(await readFile(join(folder, 'build.json'), 'utf8')).languages;
}

/** The keys of the site's languages. */
export async function languages() {
  return (await languageRecord()).map((l) => l.language.toLowerCase());
}

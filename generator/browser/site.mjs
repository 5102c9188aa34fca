// The site under test: a static server for it and a browser to look at it with.

import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { readFile, readdir } from 'node:fs/promises';
import { extname, join, normalize, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';

export const repository = new URL('../../', import.meta.url).pathname;
export const folder = join(repository, '.site-under-test/');

export const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.svg': 'image/svg+xml',
  '.xml': 'application/xml', '.js': 'text/javascript', '.txt': 'text/plain; charset=utf-8', '.json': 'application/json',
  '.csv': 'text/csv; charset=utf-8', '.ics': 'text/calendar; charset=utf-8', '.md': 'text/markdown; charset=utf-8', '.jsonld': 'application/ld+json',
  '.png': 'image/png', '.pdf': 'application/pdf', '.zip': 'application/zip',
  '.bib': 'application/x-bibtex', '.ris': 'application/x-research-info-systems',
};

/** Runs the generator with these arguments, in the repository. */
export function generate(...args) {
  return promisify(execFile)('go', ['run', './generator', ...args], { cwd: repository, maxBuffer: 1 << 24 });
}

/**
 * Serves the site, or another folder, on this machine. As a
 * host does, where asked: compressed, and with the headers of its _headers;
 * allow is a directive that its policy gets besides, headers are others of every
 * answer.
 */
export async function serve(root = folder, { asHost = false, allow = '', headers = {}, port: at = 0 } = {}) {
  const headersOf = asHost ? await hostHeaders(root, allow) : () => ({});
  const server = createServer(async (request, response) => {
    const address = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    let path = normalize(address);
    if (path.endsWith('/')) path += 'index.html';
    const send = (status, type, body) => {
      const zip = asHost && /text|script|json|xml/.test(type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
      response.writeHead(status, { 'Content-Type': type, ...headersOf(address), ...headers, ...(zip && { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' }) });
      response.end(zip ? gzipSync(body, { level: 9 }) : body);
    };
    try {
      const body = await readFile(join(root, path));
      send(200, types[extname(path)] ?? 'application/octet-stream', body);
    } catch {
      send(404, types['.html'], await readFile(join(root, '404.html')));
    }
  });
  await new Promise((done) => server.listen(at, '127.0.0.1', done));
  const { port } = server.address();
  return { address: `http://127.0.0.1:${port}`, port, close: () => server.close() };
}

/** The headers of an address, by the rules of the _headers file: all that fit, in their order. */
export async function hostHeaders(root, allow = '') {
  const rules = [];
  for (const line of (await readFile(join(root, '_headers'), 'utf8')).split('\n')) {
    const [, name, value] = /^\s+([\w-]+): (.*)$/.exec(line) ?? [];
    if (line.startsWith('/')) rules.push({ fits: new RegExp(`^${line.trim().replace(/[.?+()]/g, '\\$&').replace(/\*/g, '.*').replace(/:\w+/g, '[^/]+')}$`), set: {} });
    else if (name) rules.at(-1).set[name] = allow && name === 'Content-Security-Policy' && !value.includes(allow) ? `${value}; ${allow}` : value;
  }
  return (path) => Object.assign({}, ...rules.filter((r) => r.fits.test(path)).map((r) => r.set));
}

/** Starts Chromium without any traffic of its own. */
export function browser({ args = [], ...options } = {}) {
  return chromium.launch({
    ...options,
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [...args, '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
  });
}

/** Every page of the site, or of another folder, as its address. */
export async function pages(root = folder) {
  const files = await readdir(root, { recursive: true });
  return files.filter((f) => f.endsWith('.html')).map((f) => '/' + relative('.', f).split(sep).join('/').replace(/index\.html$/, '')).sort();
}

/** The languages of the site as the record of the build has them: language (a tag), endonym, pages. */
export async function languageRecord(root = folder) {
  return JSON.parse(await readFile(join(root, 'build.json'), 'utf8')).languages;
}

/** The keys of the site's languages. */
export async function languages(root = folder) {
  return (await languageRecord(root)).map((l) => l.language.toLowerCase());
}

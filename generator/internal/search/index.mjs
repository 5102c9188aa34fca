// Makes the search index. Run by the package search:
//
//	node index.mjs ROOT IN OUT
//
// ROOT is the project, with Pagefind in node_modules and the folding of words in
// static/js/search; IN is a JSON file with the places of each language as
// search.go writes it; OUT is the folder to write the index into.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';

const [root, input, out] = process.argv.slice(2);
const local = (...path) => import(pathToFileURL(join(root, ...path)));
const pagefind = await local('node_modules', 'pagefind', 'lib', 'index.js');
const { words } = await local('static', 'js', 'search', 'fold.mjs');

const languages = JSON.parse(await readFile(input, 'utf8'));
const { index, errors } = await pagefind.createIndex({ maxFragments: 1 });
check(errors);
for (const { key, tag, places } of languages) {
  for (const [i, place] of places.entries()) {
    const text = typeof place.text === 'string' ? place.text : place.text.map(([t]) => t).join('');
    const title = [place.title, place.mark ?? '', place.known ?? ''].flatMap((t) => words(t, tag)).map((w) => w.word);
    // One word of the index for each word that the browser finds in the place,
    // in the same order: Pagefind says by its number which was found.
    const content = [...title, ...words(text, tag).map((w) => w.word)].join(' ');
    check((await index.addCustomRecord({ url: `${key} ${i}`, content, language: tag.toLowerCase(), meta: { title: title.join(' ') } })).errors);
  }
}

const made = await index.getFiles();
check(made.errors);
// What a search loads. The rest are Pagefind's own pages, and the texts by which
// it names the places, which only say which place is which.
const wanted = /^(?:pagefind\.js|pagefind-entry\.json|index\/.*|pagefind\..*\.pf_meta|wasm\..*)$/;
const ids = new Map();
let version;
for (const { path, content } of made.files) {
  if (path.startsWith('fragment/')) identify(content);
  if (path === 'pagefind-entry.json') ({ version } = JSON.parse(Buffer.from(content).toString()));
  if (wanted.test(path)) await write(path, content);
}
for (const { key, places } of languages) {
  const named = places.map((place, i) => ({ id: ids.get(`${key} ${i}`) ?? check([`no place ${key} ${i}`]), ...place }));
  await write(`places.${key}.json`, JSON.stringify({ version, places: named }));
}
await write('LICENSE.txt', await readFile(join(root, 'node_modules', 'pagefind', 'LICENSE', 'LICENSE')));
await pagefind.close();

function identify(content) {
  const text = gunzipSync(content).toString().replace(/^pagefind_dcd/, '');
  for (const [id, { url }] of Object.entries(JSON.parse(text))) ids.set(url, id);
}

async function write(path, content) {
  await mkdir(dirname(join(out, path)), { recursive: true });
  await writeFile(join(out, path), content);
}

function check(errors) {
  if (errors.length > 0) throw new Error(errors.join('; '));
}

// What remains of a visit after the exit, measured in both browsers in four
// ways, is what the committed record says and readers are told. `make
// exit-record` writes the record anew.

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { browsers, buildVisit, serveBoth, visit } from './visit.mjs';

const file = new URL('../../content/en/about/safety/exit.json', import.meta.url);
const ways = ['plain', 'ordinary', 'quiet', 'noscript'];
let built, both;

before(async () => {
  built = await buildVisit();
  both = await serveBoth(built.folder);
});

after(async () => {
  both?.close();
  await built?.remove();
});

test('what remains after the exit is what the record says', async (t) => {
  const measured = { date: new Date().toISOString().slice(0, 10), browsers: [] };
  for (const name of Object.keys(browsers)) {
    const browser = { name, version: '', ways: [] };
    for (const way of ways) {
      const { version, remains } = await visit(both, name, way);
      browser.version = version;
      browser.ways.push(remains);
    }
    measured.browsers.push(browser);
  }
  if (process.env.EXIT_RECORD === 'write') {
    await writeFile(file, `${JSON.stringify(measured, null, 2)}\n`);
    return;
  }
  const record = JSON.parse(await readFile(file, 'utf8'));
  // Another day or version of a browser is no difference as long as the same remains.
  const what = ({ browsers: list }) => list.map(({ name, ways: found }) => ({ name, ways: found }));
  assert.deepEqual(what(measured), what(record), 'the record differs from what was measured; make exit-record writes it anew, to be reviewed');
  for (const [i, { name, version }] of measured.browsers.entries()) {
    if (version !== record.browsers[i].version) t.diagnostic(`${name} is ${version}; the record was measured with ${record.browsers[i].version}`);
  }
});

// Every page before the Nu validator and html-validate: no error, no warning.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { write } from './record.mjs';
import { folder, pages } from './site.mjs';

const require = createRequire(import.meta.url);
const run = promisify(execFile);
const version = (name) => require(`${name}/package.json`).version;

test('the Nu validator accepts every page', async () => {
  const jar = join(dirname(require.resolve('vnu-jar/package.json')), 'build', 'dist', 'vnu.jar');
  const { stderr } = await run('java', ['-jar', jar, '--skip-non-html', '--format', 'gnu', folder], { maxBuffer: 1 << 26 })
    .catch((failure) => failure);
  assert.equal(stderr.split('\n').filter((l) => /: (error|warning|info warning)/i.test(l)).join('\n'), '');
});

test('html-validate accepts every page', async () => {
  const tool = join(dirname(require.resolve('html-validate/package.json')), 'bin', 'html-validate.mjs');
  const rules = new URL('../internal/validate/html-validate.json', import.meta.url).pathname;
  const { stdout, code = 0 } = await run(process.execPath, [tool, '--config', rules, '--max-warnings', '0', '--ext', 'html', '--formatter', 'text', '.'], { cwd: folder, maxBuffer: 1 << 26 })
    .catch((failure) => failure);
  assert.equal(stdout.trim(), '');
  assert.equal(code, 0);
});

test('the result is recorded', async () => {
  await write('validators', { pages: (await pages()).length, violations: 0, tools: { 'Nu Html Checker': version('vnu-jar'), 'html-validate': version('html-validate') } });
});

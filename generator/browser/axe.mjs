// axe-core in a page of a browser.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** The rules that every page is held to: those of WCAG up to 2.2, A and AA, and best practice. */
export const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** axe-core, to be evaluated in a page. */
export const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on a page as it is: rule and element. */
export async function violations(page) {
  await page.evaluate(source);
  const { violations: found } = await page.evaluate((runOnly) => axe.run({ runOnly }), tags);
  return found.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(' ')}`));
}

// Visits many pages, two at a time, and gathers what is found on them.

import { readFile } from 'node:fs/promises';

const look = await readFile(new URL('look.js', import.meta.url), 'utf8');

/**
 * Shares a list out: each of the hands takes the next of it until nothing is left,
 * and works on that with work(one, hand).
 */
export async function share(list, hands, work) {
  const waiting = [...list];
  await Promise.all(hands.map(async (hand) => {
    for (let one; (one = waiting.shift());) await work(one, hand);
  }));
}

/**
 * Opens each page once and hands it to visit(page, target). A fault of the
 * visit itself names the page too.
 */
export async function sweep(chromium, site, targets, visit, options) {
  const open = async () => (await chromium.newContext({ viewport: { width: 1280, height: 800 }, ...options })).newPage();
  const opened = await Promise.all([open(), open()]);
  await share(targets, opened, async (target, page) => {
    try {
      await page.goto(site.address + target.path);
      await page.evaluate(look);
      await visit(page, target);
    } catch (fault) {
      throw new Error(`${target.path}: ${fault.message}`, { cause: fault });
    }
  });
  await Promise.all(opened.map((page) => page.context().close()));
}

/** What was found, by the name of the check. */
export class Findings {
  #found = new Map();

  add(check, { path }, mode, found) {
    const of = this.#found.get(check) ?? new Map();
    this.#found.set(check, of);
    for (const { element = '', rule } of found) {
      const what = [element, rule].filter(Boolean).join(': ');
      // The same fault of another element of the same kind.
      const alike = what.replace(/“[^”]*”/, '').replace(/"[^"]*[/#][^"]*"|\[?\d+(\.\d+)?\]?/g, '');
      if (!of.has(alike)) of.set(alike, { what, where: [] });
      of.get(alike).where.push([path, mode].filter(Boolean).join(', '));
    }
  }

  /** How often something was found. */
  count(check) {
    return [...(this.#found.get(check)?.values() ?? [])].reduce((sum, { where }) => sum + where.length, 0);
  }

  /** How much was found by all checks together. */
  total() {
    return [...this.#found.keys()].reduce((sum, check) => sum + this.count(check), 0);
  }

  /** Fails with all that was found: page, mode, element and rule. A fault that is
      found at many places is told once, with the first of them. */
  none(check) {
    if (!this.count(check)) return;
    const lines = [...this.#found.get(check).values()].map(({ what, where }) => (
      `${where[0]}${where.length > 1 ? ` and ${where.length - 1} more places` : ''} · ${what}`));
    throw new Error([`found ${this.count(check)} times`, ...lines].join('\n'));
  }
}

/** Sets a stylesheet of the reader's own, or with '' takes it away. */
export async function readerStyle(page, css) {
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = css ? [sheet] : [];
  }, css);
}

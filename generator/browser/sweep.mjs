// Visits many pages, two at a time, and gathers what is found on them.

import { readFile } from 'node:fs/promises';

const look = await readFile(new URL('look.js', import.meta.url), 'utf8');

/**
 * Opens each page once and hands it to visit(page, target). A fault of the
 * visit itself names the page too.
 */
export async function sweep(chromium, site, targets, visit, options) {
  const waiting = [...targets];
  const work = async () => {
    const context = await chromium.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    await context.addInitScript(look);
    const page = await context.newPage();
    for (let target; (target = waiting.shift());) {
      try {
        await page.goto(site.address + target.path);
        await visit(page, target);
      } catch (fault) {
        throw new Error(`${target.path}: ${fault.message}`, { cause: fault });
      }
    }
    await context.close();
  };
  await Promise.all([work(), work()]);
}

/** What was found, by the name of the check. */
export class Findings {
  #lines = new Map();

  add(check, { path }, mode, found) {
    for (const { element = '', rule } of found) this.#of(check).push([path, mode, element, rule].filter(Boolean).join(' · '));
  }

  #of(check) {
    if (!this.#lines.has(check)) this.#lines.set(check, []);
    return this.#lines.get(check);
  }

  /** Fails with every line that was found, or the first 60 of them. */
  none(check) {
    const lines = this.#of(check);
    if (lines.length === 0) return;
    const more = lines.length > 60 ? [`… and ${lines.length - 60} more`] : [];
    throw new Error([`${lines.length} found`, ...lines.slice(0, 60), ...more].join('\n'));
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

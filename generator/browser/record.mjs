// What the run says of itself: each test file writes its part here.

import { mkdir, writeFile } from 'node:fs/promises';

export const results = new URL('../../.test-results/', import.meta.url);

/** Writes one part of the record of this run. */
export async function write(name, part) {
  await mkdir(results, { recursive: true });
  await writeFile(new URL(`${name}.json`, results), `${JSON.stringify(part, null, 2)}\n`);
}

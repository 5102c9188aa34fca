// What a checking engine could not decide by itself, or recommends and we do
// not follow: each waived by name in waivers.json, with the reason. A waiver
// that waives nothing is a mistake too.
//
// An entry: tool (axe, ibm), rule, elements (a pattern that the line of the
// finding must match, with the element's source and the words of the message;
// left out, any), reason.

import { readFile } from 'node:fs/promises';

const list = JSON.parse(await readFile(new URL('waivers.json', import.meta.url), 'utf8'));
const used = new Map(list.map((w) => [w, 0]));

/** Whether a result is waived. */
export function waived(tool, rule, line) {
  const waiver = list.find((w) => w.tool === tool && w.rule === rule && new RegExp(w.elements ?? '').test(line));
  if (waiver) used.set(waiver, used.get(waiver) + 1);
  return Boolean(waiver);
}

/** Every waiver with how often it was used. */
export function waivers() {
  return [...used].map(([waiver, results]) => ({ ...waiver, results }));
}

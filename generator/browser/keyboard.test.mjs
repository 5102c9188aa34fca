// The keyboard on every kind of page, in every language, in the smallest
// window: Tab goes through everything in the order of the text and out again,
// and where it is can always be seen.

import { after, before, test } from 'node:test';
import { representatives } from './kinds.mjs';
import { write } from './record.mjs';
import { browser, serve } from './site.mjs';
import { Findings, sweep } from './sweep.mjs';

const order = 'Tab reaches everything once, in the order of the text, and leaves';
const outline = 'the focus has an outline of 2 px that stands out';
const free = 'nothing covers what has the focus';
const smallest = { width: 320, height: 256 };
const modes = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colours': { colorScheme: 'light', forcedColors: 'active' },
  'light, in a wide window': { colorScheme: 'light', forcedColors: 'none', size: { width: 1280, height: 800 } },
};
const found = new Findings();
let site, chromium;

before(async () => {
  site = await serve();
  chromium = await browser();
  await sweep(chromium, site, await representatives(), async (page, target) => {
    const many = await page.evaluate(prepare);
    for (let back = 0; back < 2; back++) {
      await tab(page, many + 1, Boolean(back));
      found.add(order, target, back ? 'backwards' : '', await page.evaluate(compare, Boolean(back)));
    }
    for (const [mode, { size = smallest, ...media }] of Object.entries(modes)) {
      await page.setViewportSize(size);
      await page.emulateMedia(media);
      for (const one of await page.evaluate(outlines)) found.add(one.covered ? free : outline, target, mode, [one]);
    }
    await page.setViewportSize(smallest);
  }, { viewport: smallest });
});

after(async () => {
  await chromium?.close();
  site?.close();
});

for (const check of [order, outline, free]) test(check, () => found.none(check));

test('the result is recorded', () => write('keyboard', { checks: [order, outline, free], violations: found.total() }));

/** Presses Tab that many times. No press waits for the answer to the one before: the browser keeps their order. */
async function tab(page, times, back) {
  const session = await page.context().newCDPSession(page);
  const key = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9, modifiers: back ? 8 : 0 };
  const types = Array.from({ length: times }, () => ['rawKeyDown', 'keyUp']).flat();
  await Promise.all(types.map((type) => session.send('Input.dispatchKeyEvent', { type, ...key })));
  await session.detach();
}

/** Lists what can have the focus, in the order of the document, and notes what gets it. */
function prepare() {
  // All that can be unfolded is, so that what is in it is gone through as well.
  document.querySelectorAll('details').forEach((e) => { e.open = true; });
  const scrolls = (e) => {
    const { overflowX, overflowY } = getComputedStyle(e);
    return (/auto|scroll/.test(overflowX) && e.scrollWidth > e.clientWidth) || (/auto|scroll/.test(overflowY) && e.scrollHeight > e.clientHeight);
  };
  const control = 'a[href], button:not([disabled]), summary, input:not([type=hidden], [disabled]), select, textarea, [tabindex]';
  look.stops = look.all().filter((e) => (e.matches(control) && e.tabIndex >= 0) || (scrolls(e) && !e.querySelector(control)));
  look.visited = [];
  addEventListener('focusin', (event) => look.visited.push(event.target));
  return look.stops.length;
}

/** How the way of the focus differs from the list; begins anew. */
function compare(back) {
  const expected = back ? [...look.stops].reverse() : look.stops;
  const visited = look.visited;
  look.visited = [];
  const at = expected.findIndex((e, i) => visited[i] !== e);
  if (at >= 0) return [{ element: look.name(expected[at]), rule: `the focus goes to ${visited[at] ? look.name(visited[at]) : 'nothing'} instead` }];
  // One press more leaves the page, or begins anew where there is no frame around it to go to.
  const beyond = visited.slice(expected.length);
  if (beyond.length > 1 || (beyond.length && beyond[0] !== expected[0])) {
    return [{ element: look.name(beyond[0]), rule: 'the focus comes here instead of leaving the page' }];
  }
  return [];
}

/** What has the focus and shows it too little, or is covered. */
function outlines() {
  const found = [];
  for (const e of look.stops) {
    e.focus();
    const style = getComputedStyle(e);
    const width = parseFloat(style.outlineWidth);
    if (!e.matches(':focus-visible') || style.outlineStyle === 'none' || width < 2) {
      found.push({ element: look.name(e), rule: `an outline of ${style.outlineStyle} ${style.outlineWidth}` });
      continue;
    }
    const edge = parseFloat(style.outlineOffset) + width + 1;
    const boxes = [...e.getClientRects()].filter((r) => r.width && r.height);
    const seen = (x, y) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
    // Beside the outline, in the middle of each side of each box.
    const around = boxes.flatMap((r) => [
      [r.left + r.width / 2, r.top - edge], [r.left + r.width / 2, r.bottom + edge],
      [r.left - edge, r.top + r.height / 2], [r.right + edge, r.top + r.height / 2],
    ]).filter(([x, y]) => seen(x, y));
    for (const [x, y] of around) {
      const ratio = look.contrast(style.outlineColor, look.paper(x, y));
      if (ratio < 3) {
        found.push({ element: look.name(e), rule: `the contrast of its outline is ${ratio.toFixed(2)}` });
        break;
      }
    }
    // Of nine points of each box at least one is not covered; of a large box the part in the window counts.
    const points = boxes.flatMap((r) => [0.1, 0.5, 0.9].flatMap((h) => [0.1, 0.5, 0.9].map((v) => [r.left + r.width * h, r.top + r.height * v]))).filter(([x, y]) => seen(x, y));
    const free = points.filter(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return top && (e.contains(top) || top.contains(e));
    });
    if (free.length === 0) found.push({ covered: true, element: look.name(e), rule: points.length ? 'is covered' : 'is outside the window' });
  }
  return found;
}

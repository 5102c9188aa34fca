// What a reader's window, letters and spacing do to a page: the looks that find
// what scrolls sideways, is cut off or covered, or is too small to hit, each to be
// evaluated in a page with look.js, and the settings they are made in.

import { readerStyle } from './sweep.mjs';

// What a reader may set, of WCAG 1.4.12. Arabic letters are joined: they are
// never spaced out, and the criterion does not ask for it.
const spacing = `
  * { line-height: 1.5 !important; word-spacing: 0.16em !important; }
  :not(:lang(ar), :lang(fa), :lang(ur)) { letter-spacing: 0.12em !important; }
  p { margin-block-end: 2em !important; }
`;

/** By the name of the check: the window, a stylesheet of the reader's, and what to look for. */
export const settings = {
  'nothing scrolls sideways or is cut off at 320 × 256': [{ width: 320, height: 256 }, '', [sideways, clipped]],
  'text spaced out is neither cut off nor covered': [{ width: 320, height: 256 }, spacing, [sideways, clipped, covered]],
  'letters of twice the size are neither cut off nor covered': [{ width: 640, height: 512 }, 'html { font-size: 200% !important; }', [sideways, clipped, covered]],
  'letters of twice the size fit a wide window': [{ width: 1280, height: 800 }, 'html { font-size: 200% !important; }', [sideways, clipped, covered]],
  'no text covers another in a wide window': [{ width: 1280, height: 800 }, '', [sideways, clipped, covered, small]],
  'every target is at least 44 px wide and high': [{ width: 320, height: 640 }, '', [small]],
};

/**
 * Looks at a page in every setting and adds what is found. All that can be opened
 * is open: the most that a page can show.
 */
export async function measure(page, target, found) {
  await page.evaluate(() => document.querySelectorAll('details').forEach((e) => { e.open = true; }));
  for (const [check, [size, css, looks]] of Object.entries(settings)) {
    await page.setViewportSize(size);
    await readerStyle(page, css);
    for (const one of looks) found.add(one === small ? 'every target is at least 44 px wide and high' : check, target, `${size.width} × ${size.height}`, await page.evaluate(one));
  }
}

/** What is wider than its place, the page first. */
function sideways() {
  const root = document.documentElement;
  const found = [];
  if (root.scrollWidth > root.clientWidth) found.push({ element: 'the page', rule: `${root.scrollWidth - root.clientWidth} px too wide` });
  for (const e of look.all()) {
    const scrolls = ['auto', 'scroll'].includes(getComputedStyle(e).overflowX);
    if (scrolls && e.scrollWidth > e.clientWidth + 1) found.push({ element: look.name(e), rule: `scrolls sideways by ${e.scrollWidth - e.clientWidth} px` });
  }
  return found;
}

/** What is cut off: by an element that hides its overflow, or by the window. */
function clipped() {
  const found = [];
  for (const { node, element } of look.texts()) {
    const frame = look.frame(element);
    for (const box of look.boxes(node)) {
      if (box.left < -1 || box.right > document.documentElement.clientWidth + 1) {
        if (!frame) found.push({ element: look.name(element), rule: 'text stands outside the window' });
      }
      if (!frame) continue;
      const inside = look.within(box, frame);
      // The hint beside the exit gives way as a whole; the page on safety says the same.
      if (inside === 'partly' || (inside === 'not' && !element.closest('.exit__hint'))) found.push({ element: look.name(element), rule: 'text is cut off' });
    }
  }
  for (const e of look.all()) {
    if (getComputedStyle(e).textOverflow === 'ellipsis') found.push({ element: look.name(e), rule: 'text may end in an ellipsis' });
  }
  return found;
}

/** Text that lies on other text. Only the middle of a line counts, not the air
    above and below; what is opened over the page, on a ground of its own, may
    cover it. */
function covered() {
  const over = (element) => {
    for (let e = element; e !== document.body; e = e.parentElement) {
      const { position, zIndex, backgroundColor } = getComputedStyle(e);
      if (position === 'absolute' && zIndex !== 'auto' && look.colour(backgroundColor)[3] === 1) return true;
    }
    return false;
  };
  const seen = (box, frame) => !frame || look.within(box, frame) !== 'not';
  const lines = look.texts().filter(({ element }) => !over(element)).flatMap(({ node, element }) => look.boxes(node).filter((r) => seen(r, look.frame(element))).map((r) => (
    { node, element, left: r.left + 1, right: r.right - 1, top: r.top + r.height * 0.3, bottom: r.bottom - r.height * 0.3 })));
  lines.sort((a, b) => a.top - b.top);
  const found = new Map();
  lines.forEach((a, i) => {
    for (let j = i + 1; j < lines.length && lines[j].top < a.bottom; j++) {
      const b = lines[j];
      if (a.node !== b.node && a.left < b.right && b.left < a.right) found.set(look.name(a.element), { element: look.name(a.element), rule: `text lies on ${look.name(b.element)}` });
    }
  });
  return [...found.values()];
}

/** Targets too small to hit, but for a link within a sentence: text of its block goes on around it. */
function small() {
  const controls = 'a[href], button, summary, input:not([type=hidden]), select, textarea, [role=button], [role=link]';
  const inSentence = (e) => {
    if (getComputedStyle(e).display !== 'inline') return false;
    let block = e.parentElement;
    while (getComputedStyle(block).display.startsWith('inline')) block = block.parentElement;
    const rest = block.cloneNode(true);
    rest.querySelectorAll(controls).forEach((c) => c.remove());
    return rest.textContent.trim().split(/\s+/).filter((word) => /\p{L}/u.test(word)).length > 1;
  };
  return look.all(controls).flatMap((e) => {
    const { width, height } = e.getBoundingClientRect();
    if ((width >= 43.9 && height >= 43.9) || inSentence(e)) return [];
    return [{ element: look.name(e), rule: `a target of ${width.toFixed(1)} × ${height.toFixed(1)} px` }];
  });
}

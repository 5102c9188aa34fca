// What the direction of a text does to a page: looks that find what keeps to its
// side, each to be evaluated in a page with look.js.

/** Compares the computed styles of both directions: what leans to one side in
    one must lean to the other in the other. */
export function sided() {
  const root = document.documentElement;
  const own = root.dir;
  const elements = look.all().filter((e) => getComputedStyle(e).direction === own);
  const read = (e) => {
    const s = getComputedStyle(e);
    const n = (value) => parseFloat(value) || 0;
    const inside = e.parentElement.getBoundingClientRect();
    const box = e.getBoundingClientRect();
    return {
      margin: n(s.marginLeft) - n(s.marginRight),
      padding: n(s.paddingLeft) - n(s.paddingRight),
      border: n(s.borderLeftWidth) - n(s.borderRightWidth),
      place: s.position === 'absolute' && s.inset !== 'auto' ? (box.left - inside.left) - (inside.right - box.right) : 0,
      shadow: n(/(-?[\d.]+)px/.exec(s.boxShadow)?.[1]),
      shift: s.transform === 'none' ? 0 : new DOMMatrix(s.transform).e,
      image: /to (left|right)|(?<!\d)(90|270)deg/.exec(`${s.backgroundImage} ${s.borderImageSource}`)?.[0],
      side: ['left', 'right'].includes(s.textAlign) || ['left', 'right'].includes(s.float) || ['left', 'right'].includes(s.clear),
    };
  };
  const before = elements.map(read);
  root.dir = own === 'rtl' ? 'ltr' : 'rtl';
  const found = [];
  elements.forEach((e, i) => {
    if (getComputedStyle(e).direction === own) return; // it has a direction of its own
    const after = read(e);
    for (const what of ['margin', 'padding', 'border', 'place', 'shadow', 'shift']) {
      const [a, b] = [before[i][what], -after[what]];
      if (Math.max(Math.abs(a), Math.abs(b)) > 2 && (a * b <= 0 || (what !== 'margin' && (a / b < 0.7 || a / b > 1.4)))) {
        found.push({ element: look.name(e), rule: `its ${what} is not mirrored: ${a} px more at the left, and in the other direction ${-b}` });
      }
    }
    if (before[i].image && before[i].image === after.image) found.push({ element: look.name(e), rule: `its image is not mirrored: ${after.image}` });
    if (after.side) found.push({ element: look.name(e), rule: 'is set to the left or right' });
  });
  root.dir = own;
  return found;
}

/** Arrows, and the masthead, which begins where reading begins. */
export function mirrored() {
  const found = [];
  const rtl = document.documentElement.dir === 'rtl';
  for (const e of look.all()) {
    const { direction } = getComputedStyle(e);
    const own = [...e.childNodes].filter((n) => n.nodeType === Node.TEXT_NODE).map((n) => n.data).join('');
    const drawn = ['::before', '::after'].map((p) => getComputedStyle(e, p).content).join('');
    if (direction === 'rtl' && /[→⇒➔➜⟶▶►]/.test(own + drawn)) found.push({ element: look.name(e), rule: 'an arrow points to the right' });
    if (direction === 'ltr' && /[←⇐⟵◀◄]/.test(own + drawn)) found.push({ element: look.name(e), rule: 'an arrow points to the left' });
  }
  // What stands in one row of the masthead begins where reading begins.
  const items = look.all('.masthead__bar > *').map((e) => ({ e, box: e.getBoundingClientRect() }));
  for (let i = 1; i < items.length; i++) {
    const [a, b] = [items[i - 1].box, items[i].box];
    if (Math.abs(a.top + a.height / 2 - b.top - b.height / 2) > 8) continue;
    if (rtl ? b.right > a.left + 1 : b.left < a.right - 1) found.push({ element: look.name(items[i].e), rule: 'stands before what it follows' });
  }
  if (items.length) {
    const bar = document.querySelector('.masthead__bar').getBoundingClientRect();
    const { left, right } = items[0].box;
    const [before, behind] = rtl ? [bar.right - right, left - bar.left] : [left - bar.left, bar.right - right];
    if (before > behind + 1) found.push({ element: look.name(items[0].e), rule: 'does not stand where reading begins' });
  }
  return found;
}

/** Labels as 13e, and addresses, within text that runs from right to left. */
export function isolated() {
  return look.texts().flatMap(({ element, text }) => {
    const { direction, unicodeBidi } = getComputedStyle(element);
    const alone = text.trim();
    if (direction !== 'rtl' || element.closest('bdi') || unicodeBidi.includes('plaintext')) return [];
    const label = /^\d+[a-z]+\.?$|^https?:|^[\w.-]+\.[a-z]{2,}$/.test(alone);
    const beside = label && element.textContent.trim() !== alone;
    return label && (beside || getComputedStyle(element).display === 'inline') ? [{ element: look.name(element), rule: `“${alone}” is not isolated by bdi` }] : [];
  });
}

/** Letters that are joined are not spaced out, and have their size and air. */
export function arabic() {
  const found = [];
  const latin = parseFloat(getComputedStyle(document.documentElement).fontSize);
  for (const { node, element, text } of look.texts()) {
    if (!/\p{Script=Arabic}/u.test(text)) continue;
    const lines = new Set(look.boxes(node).map((r) => Math.round(r.top))).size;
    const { letterSpacing, lineHeight, fontSize, fontStyle } = getComputedStyle(element);
    if (!['normal', '0px'].includes(letterSpacing)) found.push({ element: look.name(element), rule: `letters are spaced out by ${letterSpacing}` });
    if (fontStyle !== 'normal') found.push({ element: look.name(element), rule: 'letters are slanted' });
    if (lines > 1 && parseFloat(lineHeight) / parseFloat(fontSize) < 1.45) found.push({ element: look.name(element), rule: `lines of ${(parseFloat(lineHeight) / parseFloat(fontSize)).toFixed(2)}` });
    if (parseFloat(fontSize) < 0.85 * latin) found.push({ element: look.name(element), rule: `letters of ${fontSize}` });
  }
  const body = document.body;
  if (document.documentElement.lang.startsWith('ar') && parseFloat(getComputedStyle(body).fontSize) < 1.1 * 1.0625 * latin) {
    found.push({ element: 'body', rule: `letters of ${getComputedStyle(body).fontSize}, not larger than Latin ones` });
  }
  return found;
}

/** The boxes of what is laid out in blocks, in the one direction and in the other:
    the same picture in a mirror. What has a direction of its own is left out, and
    so is what the letters of Arabic are given for their own sake: size and air. */
export function boxes() {
  const root = document.documentElement;
  const own = root.dir;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { --leading: 1.5 !important; font: 16px/1.5 serif !important; letter-spacing: 0 !important; }');
  document.adoptedStyleSheets = [sheet];
  const elements = look.all().filter((e) => !/^inline|^contents/.test(getComputedStyle(e).display) && e.closest('[dir]') === root && !e.closest('svg')); // pictures are drawn for one direction: figures.test.mjs
  const read = (e) => e.getBoundingClientRect();
  const before = elements.map(read);
  root.dir = own === 'rtl' ? 'ltr' : 'rtl';
  const after = elements.map(read);
  root.dir = own;
  document.adoptedStyleSheets = [];
  return elements.flatMap((e, i) => {
    const [a, b] = [before[i], after[i]];
    const moved = { left: a.left - (root.clientWidth - b.right), top: a.top - b.top, width: a.width - b.width, height: a.height - b.height };
    const [what, by] = Object.entries(moved).find(([, by]) => Math.abs(by) > 1.5) ?? [];
    return what ? [{ element: look.name(e), rule: `its ${what} is not mirrored, by ${by.toFixed(0)} px` }] : [];
  });
}

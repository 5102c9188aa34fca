// What the checks share inside a page.
globalThis.look = {
  /** How a failing check calls an element: its place, its name, its first words. */
  name(element) {
    const one = (e) => e.localName + (e.id ? `#${e.id}` : e.classList.length ? `.${e.classList[0]}` : '');
    const above = element.parentElement?.closest('[id], [class]');
    const words = (element.getAttribute('aria-label') ?? element.textContent).trim().replace(/\s+/g, ' ').slice(0, 30);
    return `${above ? `${one(above)} > ` : ''}${one(element)}${words ? ` “${words}”` : ''}`;
  },

  shown(element) {
    return element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getClientRects().length > 0;
  },

  /** The shown elements of the page that match. */
  all(selector = '*') {
    return [...document.body.querySelectorAll(selector)].filter(look.shown);
  },

  /** Whether an element is for screen readers alone: clipped to a point. */
  unseen(element) {
    for (let e = element; e !== document.body; e = e.parentElement) if (e.clientWidth === 1 && e.clientHeight === 1 && getComputedStyle(e).overflow === 'hidden') return true;
    return false;
  },

  /** The pieces of text that are seen, as {node, element, text}. */
  texts() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (walker.currentNode.data.trim() && !element.closest('script, style, template') && look.shown(element) && !look.unseen(element)) {
        found.push({ node: walker.currentNode, element, text: walker.currentNode.data });
      }
    }
    return found;
  },

  /** The boxes of a piece of text, one for each line. */
  boxes(node) {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter((r) => r.width > 0 && r.height > 0);
  },

  /** The box of the nearest element around that hides what is outside it. */
  frame(element) {
    for (let e = element; e !== document.body; e = e.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(e);
      if (/hidden|clip/.test(overflowX + overflowY)) return e.getBoundingClientRect();
    }
    return null;
  },

  /** Whether a box is wholly within another, partly or not: its edges may touch, or pass by the air of a line. */
  within(box, frame) {
    const air = box.height * 0.25;
    if (box.right <= frame.left + 1 || box.left >= frame.right - 1 || box.bottom <= frame.top + air || box.top >= frame.bottom - air) return 'not';
    return box.left >= frame.left - 1 && box.right <= frame.right + 1 && box.top >= frame.top - air && box.bottom <= frame.bottom + air ? 'wholly' : 'partly';
  },

  /** Red, green, blue and opacity of a computed colour. */
  colour(value) {
    const numbers = /^rgba?\(([^)]*)\)$/.exec(value)?.[1].split(/[\s,/]+/).map(Number);
    if (!numbers) throw new Error(`a colour of another form: ${value}`);
    return [...numbers.slice(0, 3), numbers[3] ?? 1];
  },

  /** The contrast of two computed colours, as WCAG 2 defines it. */
  contrast(a, b) {
    const luminance = (colour) => {
      const [r, g, b] = look.colour(colour).slice(0, 3).map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (light + 0.05) / (dark + 0.05);
  },

  /** The colour of what is painted at a point below or around an element. */
  paper(x, y) {
    for (const element of document.elementsFromPoint(x, y)) {
      const { backgroundColor } = getComputedStyle(element);
      if (look.colour(backgroundColor)[3] === 1) return backgroundColor;
    }
    return getComputedStyle(document.documentElement).backgroundColor;
  },
};

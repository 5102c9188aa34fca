// Offers to search where the page has its list from A to Z. What is typed stays
// in the field: it is not sent, not stored, not put into the address, and gone
// when the reader leaves the page, also for the button Back.

import { load } from './engine.mjs';
import { excerptOf, titleOf } from './excerpt.mjs';

const template = document.getElementById('search');
if (template) offer(template);

function offer(template) {
  const language = document.documentElement.lang;
  const [search, said] = template.content.cloneNode(true).children;
  const [field, status, results, list] = ['input', '[role=status]', 'section', 'ol'].map((s) => search.querySelector(s));
  const words = said.content;
  const plurals = new Intl.PluralRules(said.dataset.plurals);
  template.after(search);

  let engine = null; // a promise of the function that finds
  let turn = 0; // of the query that was typed last
  const begin = () => {
    engine ??= load(template.dataset.index, template.dataset.places, language).catch((reason) => {
      engine = null; // the next key tries again
      throw reason;
    });
    engine.catch(() => {});
    return engine;
  };

  const copy = (selector) => words.querySelector(selector).cloneNode(true);
  const say = (...what) => status.replaceChildren(...what.flatMap((w, i) => (i ? [' ', w] : [w])));
  const count = (n) => {
    const text = copy(`[data-form="${plurals.select(n)}"]`);
    text.textContent = text.textContent.replace('#', n);
    return text;
  };

  async function answer() {
    const own = ++turn;
    const late = setTimeout(() => own === turn && say(copy('[data-say=loading]')), 500);
    let found;
    try {
      found = await (await begin())(field.value);
    } catch {
      if (own === turn) show([], copy('[data-say=failed]'));
      return;
    } finally {
      clearTimeout(late);
    }
    if (own !== turn) return;
    if (!found) show([]);
    else if (found.pages.length === 0) show([], copy('[data-say=none]'));
    else {
      const places = found.pages.reduce((n, p) => n + (p.hit || p.parts.length === 0 ? 1 : 0) + p.parts.length, 0);
      show(found.pages, ...(found.whole ? [] : [copy('[data-say=some]')]), count(places));
    }
  }

  function show(pages, ...message) {
    list.replaceChildren(...pages.map(result));
    results.hidden = pages.length === 0;
    say(...message);
  }

  function result({ page, hit, parts }) {
    const item = element('li', 'search__result');
    const heading = element('h3', '', link(hit ?? { place: page, at: [] }));
    item.append(heading);
    if (hit && parts.length === 0) item.append(excerpt(hit));
    item.append(copy(`[data-label="${page.label}"]`));
    const some = parts.slice(0, 3);
    const rest = parts.slice(3);
    if (some.length > 0) item.append(element('ul', 'search__parts', ...some.map(part)));
    if (rest.length > 0) {
      item.append(element('details', 'search__more', element('summary', '', copy('[data-say=more]')), element('ul', 'search__parts', ...rest.map(part))));
    }
    return item;
  }

  const part = (hit) => element('li', '', link(hit), excerpt(hit));

  function link(hit) {
    const { address, mark, page, title, titleLanguage } = hit.place;
    const a = element('a');
    a.href = address;
    // A part is named by its mark already.
    if (mark && page === undefined) a.append(element('bdi', '', mark), ' ');
    a.append(tagged(element('span', '', ...titleOf(hit).map(stretch)), titleLanguage));
    return a;
  }

  const excerpt = (hit) => tagged(element('p', 'search__excerpt', ...excerptOf(hit).map(stretch)), hit.place.language);

  function stretch({ text, marked, language: other }) {
    const inner = marked ? element('mark', '', text) : text;
    return other ? tagged(element('span', '', inner), other) : inner;
  }

  // Says in which language an element is, where it is not the page's.
  function tagged(node, [tag, direction] = []) {
    if (tag && tag !== language) {
      node.lang = tag;
      node.dir = direction;
    }
    return node;
  }

  function clear() {
    field.value = '';
    turn++;
    show([]);
  }

  let timer;
  field.addEventListener('focus', () => void begin().catch(() => {}), { once: true });
  field.addEventListener('input', (event) => {
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(answer, 250);
  });
  field.addEventListener('compositionend', () => {
    clearTimeout(timer);
    timer = setTimeout(answer, 250);
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing) {
      clearTimeout(timer);
      void answer();
    } else if (event.key === 'Escape') {
      clearTimeout(timer);
      clear();
    }
  });
  addEventListener('pagehide', clear);
}

function element(name, className = '', ...children) {
  const node = document.createElement(name);
  if (className) node.className = className;
  node.append(...children);
  return node;
}

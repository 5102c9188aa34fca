// Offers to search where the page has its list from A to Z. What is typed stays
// in the field: it is not sent, not stored, not put into the address, and gone
// when the reader leaves the page, also for the button Back. What finds is
// loaded when the field is first used.
{
  const pause = 250; // ms without a key before a query is looked up
  const shown = 3; // parts of a page; the others can be opened

  const template = document.getElementById('search');
  const language = document.documentElement.lang;
  const [search, said] = template.content.cloneNode(true).children;
  const [field, status, results, found] = ['field', 'status', 'results', 'list'].map((s) => search.querySelector(`.search__${s}`));
  const words = said.content;
  const plurals = new Intl.PluralRules(said.dataset.plurals);
  template.nextElementSibling.append(search);

  let engine = null; // a promise of the function that finds
  let excerptOf, titleOf;
  let turn = 0; // of the query that was typed last
  let timer;
  const begin = () => {
    const { engine: script, index, places } = template.dataset;
    engine = engine || import(script).then((module) => {
      ({ excerptOf, titleOf } = module);
      return module.load(index, places, language);
    });
    engine.catch(() => { engine = null; }); // the next key tries again
    return engine;
  };

  const copy = (selector) => words.querySelector(selector).cloneNode(true);
  const say = (...what) => status.replaceChildren(...what.flatMap((w, i) => (i ? [' ', w] : [w])));
  const count = (n) => {
    const form = words.querySelector(`[data-form="${plurals.select(n)}"]`) || words.querySelector('[data-form=other]');
    const text = form.cloneNode(true);
    text.textContent = text.textContent.replace('#', n);
    return text;
  };

  async function look() {
    const own = ++turn;
    const late = setTimeout(() => own === turn && say(copy('[data-message=loading]')), 500);
    let answer;
    try {
      answer = await (await begin())(field.value);
    } catch {
      if (own === turn) show([], copy('[data-message=failed]'));
      return;
    } finally {
      clearTimeout(late);
    }
    if (own !== turn) return;
    if (!answer) show([]);
    else if (answer.pages.length === 0) show([], copy('[data-message=none]'));
    else {
      const places = answer.pages.reduce((n, { hit, parts }) => n + (hit ? 1 : 0) + parts.length, 0);
      show(answer.pages, ...(answer.whole ? [] : [copy('[data-message=some]')]), count(places));
    }
  }

  function show(pages, ...message) {
    found.replaceChildren(...pages.map(result));
    results.hidden = pages.length === 0;
    say(...message);
  }

  function result({ page, hit, parts }) {
    const item = copy('.search__result');
    item.firstElementChild.replaceChildren(link(hit || { place: page, at: [] }));
    if (hit && parts.length === 0) item.append(excerpt(hit));
    item.append(copy(`[data-label="${page.label}"]`));
    if (parts.length > 0) item.append(list(parts.slice(0, shown)));
    if (parts.length > shown) {
      const more = copy('.search__more');
      more.append(list(parts.slice(shown)));
      item.append(more);
    }
    return item;
  }

  function list(parts) {
    const ul = copy('.search__parts');
    for (const hit of parts) {
      const item = document.createElement('li');
      item.append(link(hit), excerpt(hit));
      ul.append(item);
    }
    return ul;
  }

  function link(hit) {
    const { address, mark, page, titleLanguage } = hit.place;
    const a = copy('.search__link');
    a.href = address;
    if (mark && page === undefined) { // a part is named by its mark already
      const number = document.createElement('bdi');
      number.append(mark);
      a.append(number, ' ');
    }
    const title = document.createElement('span');
    title.append(...titleOf(hit).map(stretch));
    a.append(tagged(title, titleLanguage));
    return a;
  }

  function excerpt(hit) {
    const p = copy('.search__excerpt');
    p.append(...excerptOf(hit).map(stretch));
    return tagged(p, hit.place.language);
  }

  function stretch({ text, marked, language: other }) {
    let node = document.createTextNode(text);
    if (marked) {
      const mark = copy('.search__mark');
      mark.append(node);
      node = mark;
    }
    if (other) {
      const span = document.createElement('span');
      span.append(node);
      node = tagged(span, other);
    }
    return node;
  }

  // Says in which language an element is, where it is not the page's.
  function tagged(node, [tag, direction]) {
    if (tag && tag !== language) {
      node.lang = tag;
      node.dir = direction;
    }
    return node;
  }

  function clear() {
    clearTimeout(timer);
    field.value = field.dir = '';
    turn++;
    show([]);
  }

  field.addEventListener('focus', () => void begin().catch(() => {}), { once: true });
  field.addEventListener('input', (event) => {
    field.dir = field.value ? 'auto' : ''; // an empty field runs as the page
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(look, pause);
  });
  field.addEventListener('compositionend', () => {
    clearTimeout(timer);
    timer = setTimeout(look, pause);
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing) {
      clearTimeout(timer);
      void look();
    } else if (event.key === 'Escape') clear();
  });
  addEventListener('pagehide', clear);
}

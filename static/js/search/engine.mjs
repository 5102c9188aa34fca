// Looks a query up: Pagefind finds the places, and this file reads what they
// are. Nothing is loaded before it is needed, and then everything at once, so
// that no request tells what is looked for.

import { terms, words } from './fold.mjs';

export { excerptOf, titleOf } from './excerpt.mjs';

// Readers mean a title more than a text, and a short text more than a long one.
const ranking = { termFrequency: 1, termSimilarity: 1, pageLength: 0.6, termSaturation: 1.2, metaWeights: { title: 3 } };

/**
 * @param {string} index   the address of Pagefind's files
 * @param {string} places  the address of the list of places
 * @param {string} language
 */
export async function load(index, places, language) {
  const [pagefind, list] = await Promise.all([
    import(index + 'pagefind.js'),
    fetch(places).then((r) => (r.ok ? r.json() : Promise.reject(new Error(`${r.status} ${places}`)))),
  ]);
  // A worker would need a policy of its own for its script.
  const engine = pagefind.createInstance({ basePath: index, noWorker: true, metaCacheTag: list.version, ranking });
  await engine.init();
  const known = list.places.map((place) => readable(place, language));
  // A large index comes in chunks, of which Pagefind would ask for those that a
  // query needs. All the words of the site need all of them.
  await engine.preload([...new Set(known.flatMap((place) => place.words.map((w) => w.word)))].join(' '));
  const byID = new Map(known.map((place) => [place.id, place]));
  return (query) => find(query, engine, byID, known, language);
}

// A place's words are those of its names and of its text, as the index has them;
// see generator/internal/search/index.mjs.
function readable(place, language) {
  const runs = typeof place.text === 'string' ? [[place.text]] : place.text;
  const text = runs.map(([t]) => t).join('');
  const names = [place.title, place.mark ?? '', place.known ?? ''].map((name) => words(name, language));
  const named = names.flat();
  return {
    ...place, runs, text,
    names: names.map((name) => name.map((w) => w.word).join(' ')),
    titleWords: names[0].length, skipped: named.length,
    words: [...named, ...words(text, language)],
  };
}

/**
 * The places that a query finds, by page, the best first; null where nothing is
 * asked.
 * @returns {Promise<?{whole: boolean, pages: {page: object, hit: ?object, parts: object[]}[]}>}
 */
async function find(query, engine, byID, known, language) {
  const asked = terms(query, language);
  if (asked.length === 0) return null;
  let hits = await look(asked);
  const whole = hits.length > 0 || asked.length === 1;
  if (!whole) {
    // No text has all the words: what has the most of them, and the rarest.
    const together = new Map();
    for (const term of asked.filter((t) => t.length > 3 || /\d/.test(t))) {
      for (const hit of await look([term])) {
        const same = together.get(hit.place);
        if (!same) together.set(hit.place, hit);
        else Object.assign(same, { score: same.score + hit.score, at: [...same.at, ...hit.at] });
      }
    }
    hits = [...together.values()].sort((a, b) => b.score - a.score);
  }
  return { whole, pages: byPage(hits, known) };

  async function look(some) {
    const { results } = await engine.search(some.join(' '));
    return results.filter((r) => byID.has(r.id)).map((r) => {
      const place = byID.get(r.id);
      const at = r.words.filter((i) => alike(place.words[i]?.word, some));
      return { place, score: r.score * weight(place, asked), at };
    }).filter((hit) => hit.at.length > 0).sort((a, b) => b.score - a.score);
  }

  // Readers who write the whole name of a page mean that page, and they mean
  // texts in their own language.
  function weight(place, asked) {
    const said = asked.join(' ');
    const named = place.page === undefined && place.names.includes(said);
    return (named ? 4 : 1) * (place.language[0] === language ? 1 : 0.5);
  }
}

// For a word that no text has, Pagefind takes any beginning of it, down to one
// letter. Three letters at least must be the same.
function alike(word = '', asked) {
  return asked.some((term) => {
    const need = Math.min(3, term.length, word.length);
    return need > 1 || term.length === 1 ? word.slice(0, need) === term.slice(0, need) : word === term;
  });
}

function byPage(hits, known) {
  const pages = new Map();
  for (const hit of hits) {
    const page = hit.place.page === undefined ? hit.place : known[hit.place.page];
    if (!pages.has(page)) pages.set(page, { page, hit: null, parts: [] });
    if (page === hit.place) pages.get(page).hit = hit;
    else pages.get(page).parts.push(hit);
  }
  return [...pages.values()];
}

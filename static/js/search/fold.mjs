// One way of writing a word for all the ways in which people write it. The
// index is made of folded words and a query is folded before it is looked up,
// both by this file: in Node when the site is built, in the browser when it is
// searched. What is shown is always the text itself.

const word = /[\p{L}\p{M}\p{N}\u00ad\u200b-\u200f]+(?:['’ʼ‘ʹ′][\p{L}\p{M}]+)*/gu;
const apostrophe = /['’ʼ‘ʹ′]/u;

/**
 * The words of a text, folded, with the places where they stand in it.
 * @param {string} text
 * @param {string} language  the tag of the language whose readers look for them
 * @returns {{word: string, start: number, end: number}[]}
 */
export function words(text, language) {
  const found = [];
  for (const { 0: whole, index } of text.matchAll(word)) {
    let start = index;
    for (const part of parts(whole)) {
      const folded = fold(part, language);
      if (folded && !elided(part, whole, start === index)) found.push({ word: folded, start, end: start + part.length });
      start += part.length + 1;
    }
  }
  return found;
}

/**
 * The words of a query, folded. "13 e" and "13 (e)" mean the point 13e.
 * @param {string} query
 * @param {string} language
 */
export function terms(query, language) {
  const joined = query.replace(/(?<!\p{N})(\p{N}{1,3})[\s.(]*(\p{L})(?=[\s).,;]*$|[).]|\s+\p{N})/gu, '$1$2');
  return [...new Set(words(joined, language).map((w) => w.word))];
}

// An apostrophe parts words in Latin script (l’alerte, Russia’s); in Cyrillic
// it is a sign within one.
function parts(whole) {
  return /\p{Script=Latin}/u.test(whole) ? whole.split(apostrophe) : [whole];
}

// What is left of a word before an apostrophe (l’, qu’), and the English ’s.
function elided(part, whole, first) {
  if (part === whole) return false;
  return first ? /^(?:\p{L}|(?:jus|lors|puis|quel)?qu)$/iu.test(part) : /^s$/i.test(part);
}

/** Folds one word. */
export function fold(whole, language) {
  const plain = digits(whole.replace(/[\u00ad\u200b-\u200f]/g, '').toLowerCase());
  if (/\p{Script=Arabic}/u.test(plain)) return arabic(plain);
  if (/\p{Script=Cyrillic}/u.test(plain)) return cyrillic(plain);
  return latin(plain, language);
}

// Arabic-Indic digits, of the Arab East and of Iran.
function digits(s) {
  return s.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (d) => d.charCodeAt(0) & 15);
}

const letters = { ß: 'ss', œ: 'oe', æ: 'ae', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };

function latin(s, language) {
  s = s.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[ßœæøłđðþı]/g, (l) => letters[l]);
  // In German ae, oe and ue are how ä, ö and ü are written without them.
  if (/^de\b/.test(language)) s = s.replace(/(?<![aeoq])([aou])e/g, '$1');
  return s;
}

// Vowel signs, madda and hamza above or below are marks that NFKD parts from
// their letter. Where hamza stands alone or on a ي, it goes with what carries
// it: مساءلة is often written مسائلة, and مسؤولية in three ways.
function arabic(s) {
  s = s.normalize('NFKC').replace(/[ئء]/g, '').normalize('NFKD').replace(/[\p{M}\u0640]/gu, '').replace(/و+/g, 'و')
    .replace(/[ىی]/g, 'ي').replace(/ک/g, 'ك').replace(/ة/g, 'ه');
  return withoutEnd(withoutBeginning(s));
}

// The article, alone or joined with "and", "in", "like", "to"; then "and"
// alone, which is written as one word with what follows. Two letters must be
// left of a word, after "and" alone five: وقاية begins with a و of its own.
function withoutBeginning(s) {
  for (const joined of [/^[وف]?(?:ال|بال|كال|لل)(?=..)/u, /^و(?=.{5})/u]) {
    const rest = s.replace(joined, '');
    if (rest !== s) return rest;
  }
  return s;
}

// Plurals, feminine and relative forms (the endings of Larkey's "light10").
function withoutEnd(s) {
  for (const end of [/(?<=..)ها$/u, /(?<=..)(?:ان|ات|ون|ين)$/u, /(?<=..)ي?ه$/u, /(?<=..)ي$/u]) s = s.replace(end, '');
  return s;
}

// The stress mark goes; й, ї and і are letters of their own and stay. Ґ was not
// on every keyboard.
function cyrillic(s) {
  s = s.normalize('NFD').replace(/[\u0300\u0301'’ʼ‘ʹ′]/gu, '').normalize('NFC').replace(/ґ/g, 'г');
  return withoutInflection(s);
}

// The endings of Ukrainian nouns, adjectives and verbs, the longest first: a
// word is found in all its cases. What changes within a word (підтримка,
// підтримці) is beyond this list.
const inflection = [
  /(?<=.{4})(?:ість|ості|істю)$/u,
  /(?<=.{4})(?:[уюо]?ва|е|а|я)н(?:ня|ню|ням|нях|ні|ь)$/u,
  /(?<=.{3})(?:[уюо]ва|ну|[аяиіую])(?:ти|ють|ть|є|ючи|вши)(?:ся|сь)?$/u,
  /(?<=.{4})(?:іями|іях|іям|ією|ої|ою|єї|єю)$/u,
  /(?<=.{3})(?:ього|ьому|ого|ому|ими|іми|ами|ями|ові|еві|єві|ею|ах|ях|ам|ям|ом|ем|єм|ів|їв|ий|ій|їй|им|ім|їм|их|іх|їх|ей|ія|ії|ію|иї|а|я|о|е|є|и|і|ї|у|ю|ь|й)$/u,
];

function withoutInflection(s) {
  for (const ending of inflection) {
    const rest = s.replace(ending, '');
    if (rest !== s) return rest;
  }
  return s;
}

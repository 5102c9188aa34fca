// The folding of words, which the index and the query share: the ways of writing
// one word are one word.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { terms, words } from '../../static/js/search/fold.mjs';

const folded = (text, language) => words(text, language).map((w) => w.word).join(' ');

/** All of a list are folded alike. */
function alike(language, ...lists) {
  for (const list of lists) {
    const first = folded(list[0], language);
    assert.ok(first, list[0]);
    for (const other of list) assert.equal(folded(other, language), first, `${other} and ${list[0]}`);
  }
}

/** No two of a list are folded alike. */
function apart(language, ...list) {
  const all = list.map((w) => folded(w, language));
  assert.equal(new Set(all).size, list.length, list.map((w, i) => `${w}: ${all[i]}`).join(', '));
}

test('Arabic: article and joined words, hamza, tāʾ marbūṭa, yāʾ, vowel signs, tatweel, digits', () => {
  alike('ar',
    ['الإنذار', 'إنذار', 'انذار', 'أنذار', 'آنذار', 'والإنذار', 'بالإنذار', 'للإنذار', 'كالإنذار', 'فالإنذار', 'وبالإنذار', 'الإِنْذَار', 'الإنـــذار'],
    ['التوعية', 'توعية', 'للتوعية', 'بالتوعية', 'التوعيه'],
    ['المساءلة', 'مساءلة', 'المسائلة', 'مسائله'],
    ['مسؤولية', 'المسؤولية', 'مسئولية', 'مسوولية'],
    ['النزاع', 'نزاع', 'نزاعات', 'للنزاعات', 'والنزاعات'],
    ['الناجين', 'ناجون', 'الناجيات'],
    ['إلى', 'الى', 'إلي'],
    ['وقاية', 'الوقاية', 'بالوقاية'],
    ['١٣٢٥', '1325', '۱۳۲۵'],
  );
  apart('ar', 'حرب', 'حزب', 'عنف', 'عنق', 'ولد', 'بلد');
});

test('Ukrainian: any apostrophe or none, the stress, the cases, ґ', () => {
  alike('uk',
    ['пов’язаний', "пов'язаний", 'повʼязаний', 'пов‘язаний', 'повязаний', 'пов’язаного', 'пов’язане', 'пов’язаних'],
    ['насильство', 'насильства', 'насильству', 'насильством', 'наси́льство'],
    ['обізнаність', 'обізнаності', 'обізнаністю'],
    ['попередження', 'попереджень', 'попередженням'],
    ['конфлікт', 'конфлікту', 'конфліктом', 'конфлікти', 'конфліктів', 'КОНФЛІКТІВ'],
    ['постраждалі', 'постраждалих', 'постраждалим'],
    ['кампанія', 'кампанії', 'кампаній', 'кампаніями'],
    ['резолюція', 'резолюцією', 'резолюціями'],
    ['підвищення', 'підвищувати', 'підвищити'],
    ['зброя', 'зброї', 'зброю', 'зброєю'],
    ['ґрунт', 'грунт', 'ґрунту'],
  );
  apart('uk', 'мова', 'мета', 'дії', 'жінки', 'чоловіки', 'іній', 'їжак', 'йод');
});

test('French: accents, œ, capitals, elisions', () => {
  alike('fr', ['sensibilisé', 'sensibilise', 'SENSIBILISÉ', 'sensibilise\u0301'], ['œuvre', 'oeuvre', 'Œuvre'], ['l’alerte', "l'alerte", 'alerte', "d'alerte"], ['qu’elles', 'elles']);
  assert.equal(folded('l’Alliance de l’Atlantique Nord', 'fr'), 'alliance de atlantique nord');
});

test('German: ä, a, ae; ß, ss; and no more than that', () => {
  alike('de', ['Aufklärung', 'Aufklarung', 'Aufklaerung', 'AUFKLÄRUNG'], ['Straße', 'Strasse', 'STRASSE'], ['Frühwarnung', 'Fruehwarnung'], ['Völkerrecht', 'Voelkerrecht', 'Volkerrecht']);
  assert.equal(folded('neue Quelle Frauen', 'de'), 'neue quelle frauen');
  assert.equal(folded('aerial poem', 'en'), 'aerial poem');
});

test('Spanish and English: accents, ñ, possessives, hyphens', () => {
  alike('es', ['sensibilización', 'SENSIBILIZACION'], ['niñas', 'ninas']);
  alike('en', ['Russia’s', "Russia's", 'Russia'], ['naïve', 'naive']);
  assert.equal(folded('conflict-related (sexual) violence, 13e', 'en'), 'conflict related sexual violence 13e');
});

test('the places of words are those in the text as it is written', () => {
  for (const [text, language] of [['Déjà l’œuvre – 13e', 'fr'], ['مُساءَلةُ الضّحايا', 'ar'], ['пов’язане наси\u0301льство', 'uk']]) {
    for (const { start, end } of words(text, language)) {
      assert.ok(start < end && end <= text.length);
      assert.match(text.slice(start, end), /^[\p{L}\p{M}\p{N}’]+$/u);
    }
  }
  assert.deepEqual(words('l’œuvre', 'fr'), [{ word: 'oeuvre', start: 2, end: 7 }]);
});

test('a point is found however its mark is written', () => {
  for (const query of ['13e', '13 e', '13(e)', '13 (e)', '13.e', 'point 13 e', '13E']) assert.equal(terms(query, 'en').at(-1), '13e', query);
  assert.deepEqual(terms('résolution 13 a été', 'fr'), ['resolution', '13', 'a', 'ete']);
  assert.deepEqual(terms('1325 a', 'en'), ['1325', 'a']);
  assert.deepEqual(terms('  «…»  ', 'en'), []);
});

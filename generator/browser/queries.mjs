// What readers may look for, and the page or the part that must come first: by
// language, query and address below it. Most queries are written otherwise than
// the text has them.

export const queries = {
  en: {
    'raise awareness': 'resolution/13e/',
    '13 (d)': 'resolution/13d/',
    'men and boys': 'facts/',
    '1325': 'resolution/#p9',
    'Russias use in Ukrainian courts': 'resolution/#p13-n', // without the apostrophe
    'help': 'help/',
    'clear browser history': 'about/safety/',
  },
  fr: {
    'sensibiliser denoncant': 'resolution/13e/', // other forms of the verbs of the title
    'eduquer les communautes': 'resolution/13j/', // without accents
    'briser le silence': '',
    'oeuvre integree et systemique': 'resolution/13a/', // oe for œ
    "l'influence diplomatique": 'resolution/13f/', // the apostrophe of the keyboard
    'accessibilite': 'about/accessibility/',
  },
  es: {
    'SENSIBILIZACION': 'resolution/13e/', // without accent, in capitals
    'alerta temprana': 'resolution/13j/',
    'niñas hombres ninos': 'resolution/#p3', // with ñ and without
    'sanción': 'resolution/#p13-h', // the text has the plural
    'genocidio': 'campaign/handout/',
    'ayuda': 'help/',
  },
  de: {
    'Bewusstsein schaerfen': 'resolution/13e/', // ae for ä
    'aufklaren und fruh warnen': 'resolution/13j/', // without the dots
    'rasche massnahmen': 'resolution/#p13-l', // ss for ß
    'Entschließung 491': 'resolution/',
    'Straflosigkeit': 'resolution/#p1',
    'Datenschutz': 'about/privacy/',
    'sanctions': 'resolution/13h/', // a page that is shown in English
  },
  uk: {
    "пов'язаних із конфліктом шрамів": 'learn/what-it-is/', // no other text has all of it
    'підвищення обізнаності': 'resolution/13e/', // other forms of both words
    'раннє попередження': 'early-warning/',
    'хлопець чоловіки': 'learn/myths-and-facts/',
    'повязане геноцидом': 'resolution/#p4', // without an apostrophe
    'допомогу': 'help/', // in another case
  },
  ar: {
    'توعية': 'resolution/13e/', // without the article of the title
    'والانْذار بالمبكّر': 'early-warning/', // joined words, vowel signs, no hamza
    '١٣٢٥': 'resolution/#p9', // the digits of the Arab East
    'المسائلة العدالة': 'resolution/13g/', // hamza written in another way
    'للمساعدة': 'help/', // with a joined word
  },
};

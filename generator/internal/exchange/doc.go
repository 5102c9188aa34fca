// Package exchange reads and writes the files in which translators work with
// programs of their own: PO of GNU gettext (Poedit, Weblate), XLIFF 1.2
// (OmegaT, CAT programs) and, out only, TMX 1.4, the form of translation
// memories. It knows nothing of where texts come from and where they go: a File
// is a plain list of units, each a source text with its translation.
//
// # What is kept
//
// Reading what was written gives the same File, but for what a format has no
// place for: Flags are of PO alone. Texts stay exact to the byte, in every
// format: Markdown is carried as it is. XLIFF and TMX protect its codes as
// inline elements that hold the codes themselves, so that all characters of a
// segment together are the Markdown again.
//
// # PO
//
//	# a translator's comment
//	#. a note
//	#. max-length: 60
//	#. translation-base: 5f0c33a91e
//	#: content/en/help/_index.md:12
//	#, fuzzy
//	#| msgid "the source that the translation was made from"
//	msgctxt "/help/ 0a1b2c3d4e"
//	msgid "the source"
//	msgstr "the translation"
//
// An outdated translation is fuzzy. Lines are broken where the text has line
// breaks and nowhere else, as msgcat --no-wrap does it; they are read broken in
// any way. Header and plural expression follow the manual of GNU gettext; the
// indices of msgstr[] follow File.PluralForms, including a form that only
// fractions use, such as "other" of Polish. A header with the same forms in
// another order is understood.
//
// # XLIFF
//
// A <file> is a page, or the strings. A unit is a <trans-unit> whose id is the
// unit's ID; the forms of a string are a <group restype="x-gettext-plurals"> of
// trans-units "points_count[few]". A source form that no target form stands
// against, as the singular in Japanese, is a trans-unit with translate="no".
// The state of an outdated target is needs-review-translation, and an
// <alt-trans alttranstype="previous-version"> holds the source that it was made
// from. Where a program emptied an inline element, it has the code of the
// source's element with the same id, once. A unit without a translation has no
// target, or a copy of the source (File.CopySource).
//
// XLIFF takes about three times the room of PO. A reader refuses more than
// MaxSize, so a large site goes out in parts.
//
// # Faults
//
// Files come from outside and are not trusted. The readers return everything
// that is wrong, not just the first of it; a File with faults must not be used.
// What they report (text identity and arguments):
//
//	exchange-size             Size, Limit     more bytes than are read
//	exchange-encoding         Encoding        not UTF-8, by its first bytes or its own word
//	exchange-bytes            (none)          a line that is not UTF-8
//	exchange-many             Limit           there are more faults than are listed
//	exchange-language         Tag             not a language tag
//	exchange-language-mixed   Tag, Other      XLIFF: files of several languages
//	exchange-path             Path            leads out of the project, or is no page
//	exchange-context          Context         PO: not "page id"
//	exchange-id               Unit            an id with white space or slashes
//	exchange-base             Unit, Base      a fingerprint with white space
//	exchange-duplicate        Unit, Line      a unit that was there already
//	exchange-source-empty     Unit            a unit without source text
//	exchange-control          Unit, Character a control character
//	exchange-bidi             Unit, Character an override of the direction of text
//	exchange-braces           Unit, Text      template braces that the source does not have
//	exchange-plural-missing   Unit, Form      a finished translation without one of its forms
//	exchange-plural-extra     Unit, Form      a form that the language does not have
//	exchange-plural-header    Header, Wanted  PO: Plural-Forms of another language
//	exchange-po-header        (none)          no header
//	exchange-po-syntax        Text            neither comment nor keyword nor string
//	exchange-po-string        (none)          a string that is not closed
//	exchange-po-escape        Escape          unknown after a backslash
//	exchange-po-incomplete    (none)          an entry without a translation's line
//	exchange-xml              Detail          not well-formed; nothing after it is read
//	exchange-xml-doctype      (none)          a document type, which could define entities
//	exchange-xml-deep         Limit           elements nested too deep
//	exchange-xliff-version    Found           not XLIFF 1.2
//	exchange-xliff-inline     Unit, Element   an inline element without a code
//
// Check reports what a translation does to its source; see there.
package exchange

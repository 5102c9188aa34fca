// Package pseudo makes pseudo-locales: languages that nobody speaks, made of
// the reference language by rule, in which faults of the site show that no
// translation has found yet.
//
//	en-XA  ⟦Ééñģļîšĥ⟧ with accents on every letter, two fifths longer, every text
//	       in brackets. What is not accented never went through the catalogue;
//	       where a bracket is missing, something was cut off; a line that holds
//	       the text will hold German or French.
//	ar-XB  Latin letters exchanged one by one for Arabic ones. They are what the
//	       direction of a text is made of: strong letters from right to left, in
//	       the script that the language claims, joined and shaped like any other
//	       Arabic. Whatever still runs from left to right was forgotten.
//
// CLDR reserves the regions XA and XB for such languages. CLDR's own ar-XB keeps
// Latin letters and turns them round with override characters, which the checks
// of a project refuse, and rightly: a reader could be deceived by them. Words
// merely framed by Arabic letters would pass, but every line would still be
// Latin at heart and take no harm from a wrong direction. Exchanged letters keep
// the length of each word and its letters apart, so that a developer can read
// back what a word was; digits and signs stay, and find their places, or do not.
//
// Text changes words; Strings, Page and References change the words of a
// catalogue, of a page and of the list of the resolution's cross references, and
// nothing else: what stands in placeholders, shortcodes, addresses, code and
// comments stays, and so do all blocks and links, numbers, labels of paragraphs
// and values that programs read. Only two of those are changed, because they
// would be untrue: a pseudo-text is never official, and no person made it. The
// same input gives the same bytes.
//
// A file says in its first comment that it was made here and carries a checksum
// of the rest (Mark, Made): what somebody has written or changed by hand is told
// from what may be made anew.
package pseudo

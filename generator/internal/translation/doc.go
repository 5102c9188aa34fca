// Package translation follows a translation block by block: which words of the
// source each of its blocks was made from, and what has become of those words
// since.
//
// The model. A page falls into Blocks: headings, paragraphs, list items, table
// rows, and the translatable fields of its front matter; strings of the
// interface are blocks as well. A Record, kept in a file beside the translation,
// says of each translated block which block of the source it was made from, in
// the words of that time. Compare lays the source as it is now, the record and
// the translation beside each other and gives Units: what belongs together, in
// the order of the page, each with its State.
//
//	missing   the source has no translation here
//	current   the translation was made from what the source says now
//	outdated  the source says something else since
//	orphan    the translation of something that the source no longer has
//
// What counts is the wording. White space, the targets of links, the form of
// quotation marks and of emphasis are cosmetic (Normalize), and so is the place:
// a block that was moved, split in two or joined with its neighbour keeps its
// state, as does a heading whose level changes.
//
// Changing a translation never makes it current: only a record that says so
// does, which a translator writes by accepting blocks or by importing a file
// that carries the source. A block that stands in a recorded page without a
// line in its record is outdated until it is accepted. A page without any
// record, translated by hand, is adopted: its blocks are paired by the structure
// of both texts, and what cannot be paired without guessing is left unpaired,
// missing on one side and an orphan on the other.
//
// The package reads and writes bytes and values; it opens no file.
package translation

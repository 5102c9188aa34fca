// Package rewrite puts new words into files that people edit by hand: catalogues
// of strings (TOML), the front matter of pages (YAML) and their text (Markdown).
// Nothing but the words changes: comments, order, quoting and line ends of all
// else stay as they are, byte for byte, and an edit that says what is there
// already changes nothing.
//
// Each function takes the bytes of a file and the edits and gives the new bytes.
// It then reads its own result with the parser that the site is built with: what
// does not read as wanted, or reads otherwise than before in any other place, is
// an error and no result.
//
// # Strings
//
// A key or plural form that the file has gets its new value in place, in the
// quotes it had where they can hold it. A missing one is put behind the nearest
// key that precedes it in the reference catalogue, a missing form beside the
// other forms, in the order of CLDR. At the end of a file that has tables, keys
// would fall into the last one: they are put above the first.
//
// # Fields
//
// A field is named by its path, "title", "asks.0.of". Its value keeps its style,
// plain, quoted, literal or folded, where that style can hold the text, else it
// is put in double quotes. A missing field follows the field that precedes it in
// the usual order; the map or list it stands in is made where there is none.
//
// Data does the same with a file of data that is YAML from its first line to its
// last.
//
// # Blocks
//
// A block of a page's text is named by its bytes. Its words are given on one
// line, "\n" being a hard break and "\n\n" the border of two paragraphs. What
// would begin something else at the place where it comes to stand, such as "1. "
// or "# ", is escaped. Where that would change what readers see, as with HTML,
// the edit is refused.
//
// # Files
//
// Files writes several files or none, and only over what the caller has read.
// What cannot be undone is a power cut between two renames: each file is then
// whole, and old or new.
//
// An *Error is for the person who gave the words or edits the files; it has a
// text in the catalogues of package messages. Other errors are the system's.
package rewrite

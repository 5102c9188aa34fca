// Package resolution is the model of a parliamentary resolution and the ways
// into and out of it: a tolerant reader for texts as they are supplied, with a
// log of every repair it made; the canonical Markdown that people edit, with
// its writer and its strict parser; and JSON.
//
// # The model
//
// A Text is an enacting formula ("The Assembly,"), the recitals of its
// preamble and its operative paragraphs. A paragraph has a label ("13", "A",
// or none), its text with the emphasis of the lead words, and points, which
// may have points of their own to any depth. Labels are bare: "a" stands for
// "a.", "a)" and "(a)" alike. Text.Elements lists every quotable part with its
// permanent identity ("p13-e") and the way it is cited ("13e").
//
// # The canonical Markdown
//
//	The Assembly,
//
//	1. **Deploring** the persistence of …;
//
//	***
//
//	13. **URGES** member governments …:
//
//	    - a. to implement …;
//	    - b. to provide …:
//	        - i. here;
//
// A cross-heading stands before its paragraph as "## Heading"; a footnote is
// called by [^1] and stands at the end as "[^1]: text".
//
// The thematic break ends the preamble, so what a paragraph is never depends
// on how it is numbered. A first block without a label and without emphasised
// lead words, of at most sixteen words, is the formula; a recital that could
// be taken for one has its last character escaped by the writer. Writing and
// parsing are inverse to each other for every normal model (Text.Normalize).
//
// # Diagnostics of the strict parser
//
// ParseMarkdown reports these text identities, with these arguments:
//
//	resolution-break-missing             (none)  no *** ends the preamble
//	resolution-break-repeated            first   a second ***; first is the line of the first
//	resolution-operative-missing         (none)  nothing follows the ***
//	resolution-emphasis-open             mark    * or ** is never closed
//	resolution-emphasis-nested           mark    emphasis inside emphasis
//	resolution-html                      tag     an HTML tag or comment
//	resolution-markup                    mark    a heading, quotation, link, image, code or table
//	resolution-point-stray               (none)  a point with no paragraph above it
//	resolution-heading-stray             (none)  a heading with no paragraph below it
//	resolution-footnote-missing          mark    a call of a footnote that is not there
//	resolution-footnote-repeated         mark, first   first is the line of the first one
//	resolution-block-stray               (none)  an indented block that belongs to nothing
//	resolution-label-repeated            label, first   first is the line of the first one
//	resolution-label-order               label, previous   (warning) the label does not follow the previous one
//
// # Refusals of the reader
//
// Read refuses with a *Refusal that carries one of these identities:
//
//	resolution-refused-empty             (none)  nothing to read
//	resolution-refused-large             size, limit   in bytes
//	resolution-refused-line              length, limit   in characters
//	resolution-refused-lines             lines, limit   lines that are not blank
//	resolution-refused-binary            byte    a NUL or another control byte, such as "0x00"
//	resolution-refused-encoding          byte    not UTF-8
//	resolution-refused-mixed             byte    not UTF-8 any more: two encodings are mixed
//	resolution-refused-direction         character   a bidi override such as "U+202E"
//	resolution-refused-several           first, second   two texts in one file; the line is where the second begins
//	resolution-refused-no-paragraphs     (none)  nothing opens like a paragraph
//	resolution-refused-no-operative      (none)  a preamble alone
//	resolution-refused-few-lead-words    (none)  paragraphs, but not those of a resolution
//
// # Repairs
//
// RepairRules lists the rules a Repair can name. White space and the marks of
// Markdown that have their meaning are not repairs.
package resolution

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
// # How a text is read
//
// Read takes these steps, each of which leaves a repair for what it changes:
//
//  1. guard refuses what is not text, or too much of it (guard.go).
//  2. splitLines takes the source apart into lines, and each line by itself:
//     list mark, label with its readings, lead word, how it ends (lines.go,
//     bullet.go, label_read.go, lead.go). refuseUnlike refuses a long document
//     without lead words (refusal.go).
//  3. closeGaps and findWrapping find what blank lines and line breaks mean in
//     this source (wrap.go).
//  4. unquote takes a text that a press release quotes out of its quotation
//     (quote.go).
//  5. moveTrailing and moveSlipped give labels back to the lines they belong
//     to (trailing.go, slipped.go); divide takes lines apart in which several
//     parts stand (glued.go).
//  6. findStart finds the formula and where the text proper begins (start.go,
//     formula.go); refuseSeveral refuses two texts in one file (several.go).
//  7. markNotes finds the lines that can be footnotes, by their calls
//     (footnote.go).
//  8. readFront reads what stands before the text: notes on the adoption,
//     kind and number, body, date, and of the rest the title (front.go,
//     note.go, metadata.go, title.go, date.go).
//  9. cleanBody takes notes, repeated headers, breaks and formulas out of the
//     text proper (read.go, noise.go); markMargins finds what stands beside a
//     page mark.
//  10. readSequence decides for all lines together what each is: more of what
//     precedes, a paragraph, a point, a heading, a footnote, furniture of the
//     page or the end of the text (sequence.go and its files).
//  11. assemble builds paragraphs and points from that and mends the labels
//     that are still displaced or lost (assemble.go); leaveTail deals with
//     what stands behind the text (back.go).
//  12. setRoles reads the words of each paragraph (inline_read.go,
//     inline_mend.go), divides recitals from operative paragraphs and refuses
//     what is no resolution (role.go); setFootnotes does the footnotes
//     (footnote_list.go).
//
// What words there are for all this in each language is data (data.go).
//
// # Repairs
//
// A Repair names one of RepairRules. White space and the marks of Markdown
// that have their meaning are not repairs.
//
//	title-case         a title in capitals was written small
//	footnote-mark      the call of a footnote was read as one, or left out
//	front-matter       of a line before the text, only part was kept, or nothing
//	other-language     a line before the text is in another language
//	header             the symbol of the document or a page mark before the text
//	note-moved         the note on the adoption stood in the text or behind it
//	tail-moved         what stood behind the text went into the note
//	back-matter        what stood behind the text was left out
//	running-header     a header or footer of a page was left out
//	page-mark          a page number was left out
//	formula-repeated   the enacting formula stood there once more
//	heading            a line that nothing marks was read as a heading
//	footnote-moved     a footnote was moved from where its page ended
//	quote-mark         the mark of a quotation around the text was left out
//	parts-glued        two parts of the text stood in one line
//	stray-dash         a list mark before something that has a label was left out
//	label-misread      the characters of a label were taken for others
//	label-missing      a label was lost and restored
//	label-displaced    a label stood on another line
//	label-escaped      a label was written with a backslash
//	label-glued        no space followed the label
//	lines-joined       lines with something between them are one sentence
//	hyphen             a word was divided at the end of a line
//	entity             a character reference of HTML was replaced
//	stray-emphasis     a mark of emphasis that belongs to no other was left out
//	emphasis-split     the emphasis of a word ended inside it
//	word-glued         two words stood together
//	word-split         a word stood apart
//
// Nothing of the source is left out without a repair: the words of the source
// are those of the text, its metadata and what the repairs took away.
package resolution

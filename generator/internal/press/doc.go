// Package press makes the kit: what a campaign prints and shares, from the same
// content that the site shows. For each language that has the words there are
//
//	resolution  the resolution on A4
//	summary     a page with "print: summary", on one side of A4
//	handout     a page with "print: handout", on at most two sides
//	poster      the posters of a page of the type kit, on A4 and A3, and each with
//	            3 mm of bleed and marks where it is cut
//	card        the key messages, the points that the home page puts first, and
//	            the home page, as pictures for social media
//
// and a zip file with all of them, a list of the files with their checksums, the
// alternative texts and the licence. PDF files are tagged (PDF/UA-1).
//
// A piece is made of one language's own words. What a language lacks, or has in
// an outdated form, is not made for it; the list says so. In the texts, parts
// whose translation is outdated stand in the original's words: paper cannot be
// mended.
//
// Typst lays out and resvg draws; both run on Node. They are an extra: where Node
// or a package is missing, the site has no kit. What was made once is kept in a
// cache, see cache.go.
package press

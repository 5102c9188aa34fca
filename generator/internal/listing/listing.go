// Package listing puts what readers of a language find on the site into the
// order of their alphabet. A Place is a page, or a part of one; Groups sorts
// places by the language's own collation and divides them by its letters.
package listing

import "resolutionsite/generator/internal/locale"

// Place is where a reader can go: a page, or a part of one.
type Place struct {
	// Path is the page's address without the language, such as
	// "/resolution/13e/"; Anchor is the part's in it, "" for the whole page.
	Path, Anchor string
	// Title is in the language In, which may not be the reader's.
	Title string
	In    locale.Language
	// Known is another name by which it is known, in the language KnownIn; ""
	// where it has none.
	Known   string
	KnownIn locale.Language
	// By is what it is looked up by where that is not its title.
	By string
	// Mark is the number by which a point is known, "" without one.
	Mark string
	// Summary is one sentence about the page, in the language In.
	Summary string
	// Text is the place's own words, where they are known before the page is
	// rendered.
	Text string
	// Language is that of the text.
	Language locale.Language
	// Status is the key of the string that says whose text it is, "" where it
	// is nobody's but the program's.
	Status string
}

// Group is the places that begin with one letter.
type Group struct {
	// ID names the group in an address: "a", "ñ", "0".
	ID string
	// Label is the letter; "" where the group has none, see ID.
	Label  string
	Places []Place
}

// The groups that are of no letter.
const (
	Digits = "0"     // what begins with a digit or a sign
	Other  = "other" // what begins with a letter of another script
)

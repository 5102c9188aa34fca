package exchange

import (
	"slices"

	"resolutionsite/generator/internal/locale"
)

// MaxSize is the number of bytes of a file that are read.
const MaxSize = 64 << 20

// Strings is the page of units that are strings of the interface.
const Strings = "i18n"

// File is a set of units in one language, with their translations into another.
type File struct {
	// Source and Target are BCP 47 tags in their usual casing.
	Source, Target string
	// Direction is that of the target language.
	Direction locale.Direction
	// PluralForms are the CLDR categories of the target language in CLDR's
	// order, as locale.Language has them.
	PluralForms []string
	// Date is the time of the export (RFC 3339), or "".
	Date string
	// CopySource writes, as XLIFF, the source where a translation is wanted:
	// some programs, OmegaT before 6 among them, show the target only. A
	// copy that comes back unchanged is read as no translation.
	CopySource bool
	// Units stand in the order of the file, those of one page together.
	Units []Unit
}

// State says what a translation is worth.
type State int

const (
	// Missing: there is no translation. Unit.Target is nil.
	Missing State = iota
	// Outdated: there is one, made from an earlier source, or not finished.
	// Some of its plural forms may be empty.
	Outdated
	// Current: the translation is that of the source.
	Current
)

// Unit is a piece of text with its translation.
type Unit struct {
	// Page is the address of the page below its language, such as "/help/",
	// or Strings. ID is the unit's own within the page: a block's id, a
	// field ("asks.0.of") or the name of a string; it has no white space.
	Page, ID string
	// File is the source's, slash-separated from the root of the project, or
	// "" where it is not known; Line counts from 1.
	File string
	Line int
	// Notes tell the translator what the text is, one line each.
	Notes []string
	// Comments are the translators' own, one line each.
	Comments []string
	// Flags are those of PO, but for fuzzy.
	Flags []string
	// MaxLength is the number of characters that there is room for, or 0.
	MaxLength int
	// Source is never empty. SourcePlural is the form for other numbers than
	// one, "" for a text without plural forms.
	Source, SourcePlural string
	// Was and WasPlural are the source that an outdated translation was made
	// from, where it is known.
	Was, WasPlural string
	// Target is the translation: one text, or one for each of
	// File.PluralForms, nil where there is none.
	Target []string
	State  State
	// Base is a fingerprint of the translation as it was exported, without
	// white space, or "".
	Base string
	// At is the line of the translation in the file that it was read from.
	At int
}

// Plural reports whether the unit has plural forms.
func (u *Unit) Plural() bool { return u.SourcePlural != "" }

// Name is the unit's name before people: its page and its id.
func (u *Unit) Name() string { return u.Page + " " + u.ID }

// target is the translation in normal form, forms texts for a unit with plural
// forms, and its state: a translation that lacks a form is not current.
func (u *Unit) target(forms int) ([]string, State) {
	n := 1
	if u.Plural() {
		n = forms
	}
	texts := slices.Clone(u.Target)
	texts = append(texts, make([]string, max(0, n-len(texts)))...)[:n]
	empty := 0
	for _, t := range texts {
		if t == "" {
			empty++
		}
	}
	switch {
	case empty == n:
		return nil, Missing
	case empty > 0, u.State != Current:
		return texts, Outdated
	}
	return texts, Current
}

// normal is the unit as every format keeps it.
func (u Unit) normal(forms int) Unit {
	u.Target, u.State = u.target(forms)
	if u.State != Outdated {
		u.Was, u.WasPlural = "", ""
	}
	if !u.Plural() || u.Was == "" {
		u.WasPlural = ""
	}
	if u.File == "" || u.Line < 0 {
		u.Line = 0
	}
	u.Notes, u.Comments, u.Flags = notes(u.Notes), lines(u.Comments), lines(u.Flags)
	return u
}

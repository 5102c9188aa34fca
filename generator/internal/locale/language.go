package locale

import (
	"slices"
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Direction is a value of the HTML attribute dir.
type Direction string

// The directions of scripts on the web.
const (
	LeftToRight Direction = "ltr"
	RightToLeft Direction = "rtl"
)

// Language is one language of the site.
type Language struct {
	// Key is the tag in lower case: the name of the language's folder in
	// content/, of its catalogue, and the first segment of its addresses.
	Key string
	// Tag is the BCP 47 tag in its usual casing, such as "pt-BR": the value
	// of the HTML attributes lang and hreflang.
	Tag       string
	Direction Direction
	// Endonym is the language's name in the language itself, as a menu shows
	// it: first letter in upper case where the script has one.
	Endonym string
	// PluralForms are the CLDR plural categories of cardinal numbers that
	// the language uses, in CLDR's order, "other" last.
	PluralForms []string
	// PluralBase is the tag whose plural rules apply: the language's own,
	// except where CLDR has none for it (see overrides.go).
	PluralBase string
	// DateBase is the tag whose date format applies.
	DateBase string

	tag language.Tag
}

// Parse makes a Language of a BCP 47 tag in any casing. The error is an
// *InvalidTag.
func Parse(key string) (Language, error) {
	tag, err := language.Raw.Parse(key)
	if err != nil || strings.Contains(key, "_") {
		return Language{}, &InvalidTag{Tag: key, Suggestion: suggest(key)}
	}
	l := Language{Key: strings.ToLower(key), Tag: tag.String(), tag: tag}
	o := overrideOf(l.Key)
	l.Direction = direction(tag, o)
	l.Endonym = endonym(tag, o)
	l.PluralBase = l.Tag
	if o.pluralsOf != "" {
		l.PluralBase = o.pluralsOf
	}
	l.PluralForms = pluralForms(l.PluralBase)
	l.DateBase = l.PluralBase
	if o.datesOf != "" {
		l.DateBase = o.datesOf
	}
	return l, nil
}

// Pseudo reports whether the language is a pseudo-locale, which only developers
// are meant to see: one with a region that CLDR reserves for them.
func (l Language) Pseudo() bool {
	region, _ := l.tag.Region()
	return region.String() == "XA" || region.String() == "XB"
}

// rtlScripts are the scripts in use that run from right to left (ISO 15924).
var rtlScripts = []string{
	"Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi",
}

func direction(tag language.Tag, o override) Direction {
	if slices.Contains(rtlScripts, scriptOf(tag, o).String()) {
		return RightToLeft
	}
	return LeftToRight
}

func scriptOf(tag language.Tag, o override) language.Script {
	script, _ := tag.Script()
	if script.String() == "Zzzz" && o.script != "" {
		script = language.MustParseScript(o.script)
	}
	return script
}

func (l Language) script() language.Script { return scriptOf(l.tag, overrideOf(l.Key)) }

func endonym(tag language.Tag, o override) string {
	name := o.endonym
	if name == "" {
		name = display.Self.Name(tag)
	}
	if name == "" {
		return tag.String()
	}
	// Only the first letter: the rest of an endonym keeps its own casing.
	first, rest := splitFirst(name)
	return cases.Upper(tag).String(first) + rest
}

func splitFirst(s string) (first, rest string) {
	for i := range s {
		if i > 0 {
			return s[:i], s[i:]
		}
	}
	return s, ""
}

// NameOf returns the name of other as readers of l say it ("anglais" for
// English in French). What two languages would have the same name without it,
// script or region of a pseudo-locale, stands behind it: "serbe (latin)". Where
// CLDR does not know other, it is other's endonym, if l has its letters, else
// the tag in capitals, which stands in texts of any script as an abbreviation.
func (l Language) NameOf(other Language) string {
	tag, o := other.tag, overrides[other.Key]
	if o.namedAs != "" {
		tag = language.Make(o.namedAs)
	}
	name := ""
	// A language that CLDR has no names in says them as the next broader one does.
	for key := l.Key; key != "" && name == "" && !strings.HasPrefix(other.Key, "x-"); key = parent(key) {
		reader, err := language.Raw.Parse(key)
		if err != nil {
			break
		}
		if namer := display.Tags(reader); namer != nil {
			name = namer.Name(tag)
		}
	}
	region, _ := other.tag.Region()
	switch {
	case name == "" && l.script() == other.script():
		return other.Endonym
	case name == "":
		return strings.ToUpper(other.Tag)
	case other.Pseudo():
		return name + " (" + region.String() + ")"
	case o.namedAs == other.Base() && display.Scripts(l.tag) != nil:
		return name + " (" + display.Scripts(l.tag).Name(other.script()) + ")"
	}
	return name
}

package project

import (
	"html"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"resolutionsite/generator/internal/locale"
)

// HelplinesFile is the name of the directory of helplines, in the reference
// language's folder. It is not published: what readers are shown of it depends on
// the day.
const HelplinesFile = "helplines.yaml"

// EuropeanUnion stands in the place of a country for lines that member states of
// the European Union run under one number.
const EuropeanUnion = "EU"

// The values of fields of helplines.
var (
	// NumberKinds are the ways in which a number is used.
	NumberKinds = []string{"call", "sms", "whatsapp"}
	// HelplineHours are the hours of a line that can be said in every language.
	HelplineHours = []string{"24/7", "unknown"}
	// HelplineFor is whom lines are for.
	HelplineFor = []string{"sexual-violence", "domestic-violence", "violence-against-women", "victims-of-crime", "trafficking"}
)

// Helplines is the directory of services that help.
type Helplines struct {
	File    string
	Entries []*Helpline // in the order of the file
}

// Helpline is a service that can be called.
type Helpline struct {
	ID string
	// Countries are ISO 3166-1 codes, or EuropeanUnion.
	Countries []string
	// Name is what the line is called in its own language, whose tag Lang is.
	Name, Lang string
	Numbers    []HelplineNumber
	// Site is a page of who runs the line, or of its government; "" where there is
	// none to lead to.
	Site string
	// Hours is one of HelplineHours, For some of HelplineFor.
	Hours string
	Free  bool
	For   []string
	// Languages are the tags of those that are spoken, LanguageCount is how many
	// they are where it is not known which.
	Languages     []string
	LanguageCount int
	// Fact is the entry of the register of facts.
	Fact string
	// Seen is the ISO 8601 date on which somebody saw the number on a stored page,
	// Checked that on which CheckedBy called up the page of who runs the line.
	Seen, Checked, CheckedBy string

	// Index is the position in the list of the file.
	Index int

	value *Value
}

// HelplineNumber is a number as it is dialled in the country of its line.
type HelplineNumber struct{ Kind, Number string }

// Digits is the number without what parts its digits for the eye.
func (n HelplineNumber) Digits() string {
	return strings.NewReplacer(" ", "", "-", "").Replace(n.Number)
}

// dialled is a number: digits in groups, with a plus before an international one.
var dialled = regexp.MustCompile(`^\+?[0-9]+([ -][0-9]+)*$`)

// Valid reports whether the number can be dialled: an international number of
// ITU-T E.164, or a national number or short code.
func (n HelplineNumber) Valid() bool {
	digits, international := strings.CutPrefix(n.Digits(), "+")
	switch {
	case !dialled.MatchString(n.Number):
		return false
	case international:
		return len(digits) >= 8 && len(digits) <= 15 && digits[0] != '0'
	default:
		return len(digits) >= 3 && len(digits) <= 15
	}
}

// HelplineState says whether the numbers of a helpline may be shown.
type HelplineState string

// The states of helplines.
const (
	HelplineCurrent     HelplineState = "current"
	HelplineExpired     HelplineState = "expired"     // the last check is too long ago
	HelplineUnconfirmed HelplineState = "unconfirmed" // nobody has checked, or nobody says who
	HelplineSiteOnly    HelplineState = "site-only"   // there is no number to show
)

// StateOn is the state of a line on a day, and for how many days more it may be
// shown; shelfLife is how many days a check counts. Where the day is not known, or
// before the check, nothing is confirmed.
func (h *Helpline) StateOn(day time.Time, shelfLife int) (state HelplineState, left int) {
	checked, err := time.Parse(time.DateOnly, h.Checked)
	today := dayOf(day)
	if len(h.Numbers) == 0 {
		return HelplineSiteOnly, 0
	}
	if err != nil || h.CheckedBy == "" || day.IsZero() || checked.After(today) {
		return HelplineUnconfirmed, 0
	}
	left = shelfLife - int(today.Sub(checked)/(24*time.Hour))
	if left < 0 {
		return HelplineExpired, left
	}
	return HelplineCurrent, left
}

// dayOf is the day of a moment, as ISO 8601 dates are read.
func dayOf(t time.Time) time.Time {
	year, month, day := t.Date()
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// HoldsNumber reports whether a text holds one of the line's numbers, however its
// digits are parted.
func (h *Helpline) HoldsNumber(text string) bool {
	return slices.ContainsFunc(h.Numbers, func(n HelplineNumber) bool { return n.In(text) })
}

// In reports whether a text holds the number; see Among.
func (n HelplineNumber) In(text string) bool { return n.Among(DialledIn(text)) }

// Dialled are digits of a text that may be one number or several: in groups, in
// ASCII. Abroad says that a plus stands before them.
type Dialled struct {
	Groups []string
	Abroad bool
}

// DialledIn are those of a text, whatever stands between them that is no letter or
// that readers do not see.
func DialledIn(text string) []Dialled {
	if !strings.ContainsFunc(text, unicode.IsNumber) {
		return nil
	}
	text = norm.NFKC.String(unseen.ReplaceAllString(html.UnescapeString(text), ""))
	var all []Dialled
	for _, at := range numberRun.FindAllStringIndex(text, -1) {
		d := Dialled{Groups: digitGroup.FindAllString(text[at[0]:at[1]], -1), Abroad: strings.HasSuffix(text[:at[0]], "+")}
		for i, group := range d.Groups {
			d.Groups[i] = plainDigits(group)
		}
		all = append(all, d)
	}
	return all
}

// Among reports whether some digits are the number, however they are parted: as it
// is dialled in its country, without what is dialled before it there, or from
// abroad; and not as part of a longer group.
func (n HelplineNumber) Among(all []Dialled) bool {
	digits := strings.TrimPrefix(n.Digits(), "+")
	for _, d := range all {
		for first := range d.Groups {
			joined := ""
			for _, group := range d.Groups[first:] {
				if joined += group; len(joined) > longestDialled {
					break
				}
				if isDialled(joined, digits, d.Abroad && first == 0) {
					return true
				}
			}
		}
	}
	return false
}

// isDialled reports whether somebody who dials some digits reaches a number. abroad
// says that a plus stands before them.
func isDialled(joined, digits string, abroad bool) bool {
	if joined == digits {
		return true
	}
	national := digits
	if len(digits) > 1 && (digits[0] == '0' || digits[0] == '1' && len(digits) == 11) {
		national = digits[1:]
	}
	if len(national) < shortestNational {
		return false
	}
	if rest, ok := strings.CutPrefix(joined, "00"); ok && !abroad {
		joined, abroad = rest, true
	}
	// The code of a country has up to three digits; a 0 may stand behind it.
	code, ends := strings.CutSuffix(joined, national)
	return ends && (code == "" || abroad && len(code) <= 4)
}

// longestDialled is how many digits are dialled at most, with the code of a country.
const longestDialled = 24

// shortestNational is how many digits a number has at least that is looked for in
// other forms than its own: shorter ones are only dialled in their country.
const shortestNational = 6

var (
	// unseen is what readers do not see in a text.
	unseen     = regexp.MustCompile("(?s)\\{\\{.*?\\}\\}|<!--.*?-->|[*_~`\\\\]|\\p{Cf}")
	digitGroup = regexp.MustCompile(`\p{Nd}+`)
	// numberRun is what may hold a number: digits of any script, in groups parted by
	// whatever is no letter.
	numberRun = regexp.MustCompile(`\p{Nd}+(?:[^\p{L}\p{Nd}]{1,3}\p{Nd}+)*`)
)

// plainDigits writes digits of any script as ASCII's.
func plainDigits(group string) string {
	return strings.Map(func(r rune) rune {
		value, _ := locale.Digit(r)
		return '0' + rune(value)
	}, group)
}

// Position returns where a field of the helpline stands, or the helpline itself.
func (h *Helpline) Position(field string) (line, column int) {
	if f := h.value.field(field); f != nil {
		return f.Value.Line, f.Value.Column
	}
	return h.value.Line, h.value.Column
}

// NumberPosition returns where number i stands.
func (h *Helpline) NumberPosition(i int) (line, column int) {
	item := &h.value.items("numbers")[i]
	if f := item.field("number"); f != nil {
		return f.Value.Line, f.Value.Column
	}
	return item.Line, item.Column
}

var helplinesSchema = shape{kind: Map, fields: map[string]shape{
	"helplines": listOf(map[string]shape{
		"id": text, "countries": textList, "name": text, "lang": text,
		"numbers": listOf(map[string]shape{"kind": choice(NumberKinds...), "number": text}),
		"site":    text, "hours": choice(HelplineHours...), "free": flag,
		"for":       {kind: List, item: &shape{kind: Text, values: HelplineFor}},
		"languages": textList, "languageCount": number, "fact": text,
		"seen": date, "checked": date, "checkedBy": text,
	}),
}}

// loadHelplines reads the directory, if the project has one.
func (p *Project) loadHelplines() {
	file := p.readable(path.Join(p.Folder(p.Reference), HelplinesFile))
	if file == nil {
		return
	}
	p.Helplines = &Helplines{File: file.Path}
	tree := p.readData(file, "helpline-", helplinesSchema)
	if tree == nil {
		return
	}
	items := tree.items("helplines")
	for i := range items {
		v := &items[i]
		if v.Kind != Map { // reported by the schema
			continue
		}
		h := &Helpline{
			ID: v.text("id"), Countries: v.texts("countries"), Name: v.text("name"), Lang: v.text("lang"),
			Site: v.text("site"), Hours: v.text("hours"), Free: v.text("free") == "true", For: v.texts("for"),
			Languages: v.texts("languages"), LanguageCount: whole(v.text("languageCount")), Fact: v.text("fact"),
			Seen: v.text("seen"), Checked: v.text("checked"), CheckedBy: v.text("checkedBy"), Index: i, value: v,
		}
		for _, n := range v.items("numbers") {
			h.Numbers = append(h.Numbers, HelplineNumber{n.text("kind"), n.text("number")})
		}
		p.Helplines.Entries = append(p.Helplines.Entries, h)
	}
}

// Find returns the helpline with an ID, or nil. A nil directory has none.
func (d *Helplines) Find(id string) *Helpline {
	if d == nil {
		return nil
	}
	if i := slices.IndexFunc(d.Entries, func(h *Helpline) bool { return h.ID == id }); i >= 0 {
		return d.Entries[i]
	}
	return nil
}

// IDs are those of all helplines.
func (d *Helplines) IDs() []string {
	var ids []string
	if d != nil {
		for _, h := range d.Entries {
			ids = append(ids, h.ID)
		}
	}
	return ids
}

package resolution

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A counting is a way of numbering a list.
type counting int8

const (
	unnumbered counting = iota
	decimal             // 1, 2, 3
	lower               // a, b, c
	upper               // A, B, C
	lowerRoman          // i, ii, iii
	upperRoman          // I, II, III
	cyrillic            // а, б, в
)

// write gives the label of a value.
func (c counting) write(value int) string {
	switch c {
	case decimal:
		return strconv.Itoa(value)
	case lower:
		return letterLabel(value)
	case upper:
		return strings.ToUpper(letterLabel(value))
	case lowerRoman:
		return romanLabel(value)
	case upperRoman:
		return strings.ToUpper(romanLabel(value))
	case cyrillic:
		return string(rune('а' + value - 1))
	}
	return ""
}

// value is the inverse of write; 0 where s is no label of the counting.
func (c counting) value(s string) int {
	lower := strings.ToLower(s)
	switch c {
	case decimal:
		return decimalValue(asciiDigits(s))
	case lowerRoman, upperRoman:
		return romanValue(lower)
	case cyrillic:
		if r := firstRune(lower); utf8.RuneCountInString(lower) == 1 && r >= 'а' && r <= 'я' {
			return int(r-'а') + 1
		}
		return 0
	case unnumbered:
		return 0
	}
	return letterValue(lower)
}

// A reading is one thing that the characters of a label can mean.
type reading struct {
	counting counting
	value    int
	label    string  // as it is written when it means this
	cost     float64 // 0 for what is printed
	parent   string  // "3.1" of 3.1.2
	depth    int     // levels above it that the label itself names
}

// What the readings of a label cost; what is printed plainly costs nothing.
const (
	costBare      = 0.3 // no full stop or bracket ends it
	costBareWord  = 0.5 // nor does more than one space
	costLarge     = 0.6 // one small letter was printed large
	costAllLarge  = 1.2 // several were: no letter is printed large twice by mistake
	costDigit     = 0.7 // a digit was misread among digits
	costConfusion = 1.0 // other characters were
)

// Readings that cost less than these are printed so, with what belongs to a
// label or in whatever style; a dearer one takes a character for another.
const (
	certain  = 0.1
	printed  = 0.5
	anyDoubt = 10 // whatever it takes
)

// A label is the beginning of a line that may number it.
type label struct {
	raw      string // the token alone
	form     string // with its delimiters, as printed
	rest     string // what follows
	alone    bool   // nothing follows
	escaped  bool   // it was written 1\.
	glued    bool   // no space follows it
	readings []reading
}

func (l label) ok() bool { return len(l.readings) > 0 }

// bracketed reports whether it is printed between two brackets.
func (l label) bracketed() bool { return strings.HasPrefix(strings.TrimLeft(l.form, `*_\`), "(") }

// readLabel reads "1.", "1)", "(a)", "3.1.", "I.", "**13.**", "1\." and, alone
// or before a wide space, a bare "1" at the beginning of s.
func readLabel(s string) label {
	l := readPlainLabel(s)
	// The escapes of Markdown are taken off one by one: those behind the label
	// are the text's.
	plain, escapes := s, 0
	for !l.ok() {
		i := escapeIn(plain[:min(len(plain), 20)])
		if i < 0 {
			return label{}
		}
		plain, escapes = plain[:i]+plain[i+1:], escapes+1
		if l = readPlainLabel(plain); l.ok() {
			open := strings.Index(plain, l.form)
			l.escaped, l.form = true, s[open:open+len(l.form)+escapes]
		}
	}
	return l
}

// escapeIn is where a backslash stands in s before a character of a label; -1
// where none does.
func escapeIn(s string) int {
	for i := range len(s) - 1 {
		if s[i] == '\\' && strings.IndexByte(".()", s[i+1]) >= 0 {
			return i
		}
	}
	return -1
}

// readPlainLabel reads a label without escapes.
func readPlainLabel(s string) label {
	open := s[:len(s)-len(strings.TrimLeft(s, "*_"))]
	rest := s[len(open):]
	paren := ""
	if r := firstRune(rest); r == '(' || r == '[' {
		paren, rest = string(r), rest[1:]
	}
	token := labelToken(rest)
	if token == "" {
		return label{}
	}
	rest = rest[len(token):]
	l := label{raw: token}
	ordinal := strings.HasPrefix(rest, "°") || strings.HasPrefix(rest, "º")
	rest = strings.TrimLeft(rest, "°º")
	delimited := ordinal && strings.HasPrefix(rest, " ")
	for _, d := range []string{".-", ".–", ".—", ".º", ".°", ").", ".)", ".", ")", "]", "/"} {
		if strings.HasPrefix(rest, d) && (paren != "(" || strings.Contains(d, ")")) && (paren != "[" || d == "]") {
			delimited, rest = true, rest[len(d):]
			break
		}
	}
	if paren != "" && !delimited {
		return label{}
	}
	// The emphasis that was opened before the label ends after it or goes on.
	l.form = s[:len(s)-len(rest)]
	if open != "" {
		if strings.HasPrefix(rest, open) {
			rest = rest[len(open):]
			l.form += open
		} else {
			l.form = l.form[len(open):]
			rest = open + strings.TrimLeftFunc(rest, unicode.IsSpace)
		}
	}
	body := strings.TrimLeftFunc(rest, unicode.IsSpace)
	space := len(rest) - len(body)
	for _, dash := range []string{"– ", "— "} { // "I. – Recalling"
		if delimited && space > 0 && strings.HasPrefix(body, dash) {
			body = body[len(dash):]
			l.form = strings.TrimSpace(s[:len(s)-len(body)])
		}
	}
	doubt := 0.0
	l.alone = strings.Trim(body, "*_ ") == ""
	number := digitValue(firstRune(token)) >= 0
	switch {
	case l.alone || space > 0 && delimited || open != "" && delimited:
	case delimited && number && (unicode.IsUpper(firstRune(body)) || strings.ContainsRune("*_(«“\"", firstRune(body))):
		l.glued = true
	case delimited && paren != "" && unicode.IsLetter(firstRune(body)):
		l.glued = true
	case delimited && strings.HasSuffix(s[:len(s)-len(rest)], ")") && unicode.IsUpper(firstRune(body)):
		l.glued = true
	case !delimited && number && open == "" && space == 1 && strings.Contains(token, ".") && hasLetter(body):
	case !delimited && number && open == "" && space == 1 && len(token) <= 2 && bareNumber(body):
		doubt = costBareWord
	case !delimited && number && (space > 1 || strings.HasPrefix(rest, "\t") || strings.HasPrefix(body, "*")) && open == "":
		l.glued = space == 0
	default:
		return label{}
	}
	if l.alone {
		l.form, body = s, ""
	}
	l.rest = body
	l.readings = readings(token)
	if !delimited {
		for i := range l.readings {
			l.readings[i].cost += costBare + doubt
		}
	}
	return l
}

// bareNumber reports whether a number before body, with one space and nothing
// else between, can be a label: "2 The Assembly recalls", not "12 May".
func bareNumber(body string) bool {
	word := firstWord(body)
	return unicode.IsUpper(firstRune(word)) && words().months[strings.ToLower(word)] == 0
}

// labelToken is the longest beginning of s that can be a label.
func labelToken(s string) string {
	end, runes := 0, 0
	for end < len(s) && runes < 12 {
		r, n := utf8.DecodeRuneInString(s[end:])
		dot := r == '.' && end > 0 && (digitValue(firstRune(s)) >= 0 || strings.IndexByte("SlIOB", s[0]) >= 0 && isDigit(firstRune(s[end+1:])) && (end == 1 || isDigit(rune(s[end-1])))) && end+1 < len(s) &&
			(digitValue(firstRune(s[end+1:])) >= 0 || misreadPart(s[end+1:]))
		if !dot && !unicode.IsLetter(r) && digitValue(r) < 0 && r != '|' && r != '!' || r == 'º' || r == 'ª' {
			break
		}
		end += n
		runes++
	}
	return s[:end]
}

// misreadPart reports whether s begins with the next part of a label such as
// 6.1 that was misread: one letter that looks like a digit, and the end.
func misreadPart(s string) bool {
	return len(s) > 1 && strings.IndexByte("lIO", s[0]) >= 0 && strings.IndexByte(". )", s[1]) >= 0
}

// confusions lists the characters that print, scanning and recognition mix up.
var confusions = map[rune]string{
	'I': "il1", 'l': "i1", '1': "il", '|': "il1", '!': "il1", 'i': "l1",
	'O': "o0", 'o': "0a", '0': "o", 'Q': "0", 'S': "s5", 's': "5", '5': "s",
	'B': "b8", '8': "b", '6': "bg", 'T': "7t", 'A': "4a", 'L': "1l", 'D': "0d", 'y': "v", 'v': "yu", 'u': "v", 'c': "e", 'e': "c", 'h': "b", 'b': "h6", 'G': "g6", 'Z': "z2", '2': "z", 'g': "9q", 'q': "9g", '9': "gq",
	'а': "a", 'с': "c", 'е': "e", 'о': "o", 'р': "p", 'х': "x", 'і': "i", 'ј': "j", 'ѕ': "s",
}

// misreadings lists what a label can have been before it was misread: a
// number, a Roman numeral or, where it has one character, a letter.
func misreadings(s string) []string {
	var out []string
	add := func(misread string, ok bool) {
		if ok && misread != s {
			out = append(out, misread)
		}
	}
	add(mapAll(s, "0123456789"))
	for _, roman := range []string{strings.ToLower(s), strings.ReplaceAll(strings.ToLower(s), "l", "1")} {
		numeral, ok := mapAll(roman, "ivxl")
		add(numeral, ok)
		add(strings.ToUpper(numeral), ok && romanValue(numeral) > 0)
	}
	if runes := []rune(s); len(runes) == 1 {
		for _, r := range confusions[runes[0]] {
			if !isDigit(r) {
				add(string(r), true)
				add(strings.ToUpper(string(r)), unicode.IsUpper(runes[0]) || isDigit(runes[0]) || r == 'i')
			}
		}
	}
	return out
}

// mapAll takes each character that is not in alphabet for the first one of
// alphabet that it is confused with.
func mapAll(s, alphabet string) (string, bool) {
	var b strings.Builder
	for _, r := range s {
		if !strings.ContainsRune(alphabet, r) {
			i := strings.IndexAny(confusions[r], alphabet)
			if i < 0 {
				return "", false
			}
			r = rune(confusions[r][i])
		}
		b.WriteRune(r)
	}
	return b.String(), true
}

// readings lists what token can mean, what is printed first.
func readings(token string) []reading {
	plain := asciiDigits(token)
	if len(plain) > 16 {
		return nil
	}
	var out []reading
	add := func(c counting, value int, cost float64) {
		if value < 1 || value > 9999 {
			return
		}
		for _, r := range out {
			if r.counting == c && r.value == value {
				return
			}
		}
		text := token
		if cost > 0 {
			text = c.write(value)
		}
		out = append(out, reading{counting: c, value: value, label: text, cost: cost})
	}
	if strings.Contains(plain, ".") {
		cost := 0.0
		if misread, ok := mapAll(plain, "0123456789."); ok && misread != plain {
			plain, cost = misread, costDigit
		}
		parent, last, _ := cutLast(plain)
		add(decimal, decimalValue(last), cost)
		if cost > 0 && len(out) > 0 {
			out[0].label = plain
		}
		for i := range out {
			out[i].parent, out[i].depth = parent, strings.Count(plain, ".")
		}
		return out
	}
	if len([]rune(plain)) > 5 {
		return nil
	}
	exact := func(s string, cost float64) {
		switch {
		case strings.Trim(s, "0123456789") == "":
			add(decimal, decimalValue(s), cost)
		case s == strings.ToLower(s):
			add(lower, letterValue(s), cost)
			add(lowerRoman, romanValue(s), cost)
		case s == strings.ToUpper(s):
			add(upper, letterValue(s), cost)
			add(upperRoman, romanValue(s), cost)
		}
	}
	exact(plain, 0)
	if r := firstRune(plain); utf8.RuneCountInString(plain) == 1 && r >= 'а' && r <= 'я' {
		add(cyrillic, int(r-'а')+1, 0)
	}
	if low := strings.ToLower(plain); low != plain {
		cost := costLarge
		if utf8.RuneCountInString(plain) > 1 { // "II"
			cost = costAllLarge
		}
		exact(low, cost)
	}
	// One class of confusion at a time: a label is misread as a whole.
	for _, misread := range misreadings(plain) {
		cost := costConfusion
		if strings.ContainsAny(plain, "0123456789") && decimalValue(misread) > 0 {
			cost = costDigit
		}
		exact(misread, cost)
	}
	return out
}

// cutLast splits "3.1.2" into "3.1" and "2".
func cutLast(s string) (parent, last string, ok bool) {
	i := strings.LastIndexByte(s, '.')
	if i < 1 {
		return "", s, false
	}
	return s[:i], s[i+1:], true
}

// asciiDigits writes the digits of every script as 0 to 9.
func asciiDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if v := digitValue(r); v >= 0 {
			return rune('0' + v)
		}
		return r
	}, s)
}

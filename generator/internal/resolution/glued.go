package resolution

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// divide takes lines apart in which parts of the text stand behind each
// other: "…, Having heard …", "…; (b) to report", "…; 2. Requests …", "The
// Security Council, Recalling …". Only what is plain by itself is divided: a
// capitalised lead word behind a comma, a number before a lead word, a
// bracketed label whose forerunner stands in the same line or before it.
func (r *reader) divide(lines []line) []line {
	out := lines[:0:0]
	for i := range lines {
		l := lines[i]
		parts := r.parts(l)
		if len(parts) < 2 {
			out = append(out, l)
			continue
		}
		for k, part := range parts {
			one := retake(l, part, r.opt.Language)
			if k > 0 {
				one.blank, one.apart = true, true
				r.repair(l.number, "parts-glued", tailWords(parts[k-1])+" "+excerpt(part, 3), tailWords(parts[k-1])+" / "+excerpt(part, 3), 0.8)
			}
			out = append(out, one)
		}
	}
	return out
}

// shortestDivided is the length below which a line is one part.
const shortestDivided = 24

// look is how far back the end of a part is looked at.
const look = 32

func (r *reader) parts(l line) []string {
	if len(l.raw) < shortestDivided || l.page || l.symbol {
		return nil
	}
	s := l.raw
	var parts []string
	start := 0
	cut := func(i int) {
		parts = append(parts, strings.TrimSpace(s[start:i]))
		start = i
	}
	if i := formulaEnd(s, r.opt.Language); i > 0 {
		cut(i)
	}
	seen := label{}
	if l.label.bracketed() {
		seen = l.label
	}
	depth := 0 // of brackets and quotations, in which nothing begins
	for i := start + 1; i < len(s); i++ {
		switch c := s[i]; {
		case c == '(' && depth == 0 && r.opens(s, i, &seen):
			cut(i)
			if end := strings.IndexByte(s[i:], ')'); end > 0 {
				i += end
			}
		case c == '(' || c == '[':
			depth++
		case (c == ')' || c == ']') && depth > 0:
			depth--
		case c == ' ' && depth == 0 && i-start >= shortestDivided/2 && r.begins(s[max(start, i-look):i], s[i+1:]):
			cut(i + 1)
		}
	}
	if parts == nil {
		return nil
	}
	return append(parts, strings.TrimSpace(s[start:]))
}

// opens reports whether a bracketed label that can begin a point stands at
// s[i]: the first of its list behind a colon or comma, or one that follows the
// label seen last, behind a comma or semicolon.
func (r *reader) opens(s string, i int, seen *label) bool {
	here := readLabel(s[i:min(len(s), i+80)])
	if !here.bracketed() || here.alone || !here.ok() || here.glued {
		return false
	}
	before := strings.TrimRight(s[max(0, i-look):i], " ")
	for _, and := range []string{"and", "or", "et", "ou", "y", "o", "u"} {
		if t, ok := strings.CutSuffix(before, " "+and); ok {
			before = strings.TrimRight(t, " ")
		}
	}
	last := lastRune(before)
	if !strings.ContainsRune(":;,—-", last) {
		return false
	}
	for _, n := range here.readings {
		if n.cost > 0 {
			continue
		}
		if n.value == 1 && last == ':' && strings.Contains(s[i:min(len(s), i+4000)], "("+n.counting.write(2)+")") {
			*seen = here
			return true
		}
		for _, o := range seen.readings {
			if o.cost == 0 && o.counting == n.counting && o.value+1 == n.value {
				*seen = here
				return true
			}
		}
	}
	return false
}

// begins reports whether a paragraph begins with rest, where before ends with
// a comma, semicolon or full stop.
func (r *reader) begins(before, rest string) bool {
	before = strings.TrimRight(before, "*_ ")
	last := lastRune(before)
	if !strings.ContainsRune(",;.:", last) {
		return false
	}
	head := rest[:min(len(rest), 90)]
	if strings.ContainsRune("0123456789", firstRune(strings.TrimLeft(head, "*_"))) {
		l := readLabel(head)
		if last == ',' && (!l.ok() || l.readings[0].value != 1) || !l.ok() || l.alone || l.readings[0].cost > certain || l.readings[0].depth > 0 {
			return false
		}
		return capitalLead(l.rest, r.opt.Language) == leadOperative
	}
	switch capitalLead(head, r.opt.Language) {
	case leadRecital:
		return last == ',' || last == ';'
	case leadOperative:
		return last == ';'
	}
	return false
}

// capitalLead is the class of the listed lead word that s begins with, in
// capitals or with one.
func capitalLead(s, lang string) leadClass {
	if !unicode.IsUpper(firstRune(strings.TrimLeft(s, "*_"))) {
		return leadUnknown
	}
	found := readLead(s, lang)
	if !found.known || found.words > 3 {
		return leadUnknown
	}
	return found.class
}

// formulaEnd is where the formula ends in a line that goes on with the first
// paragraph: "The Security Council, Recalling …", "THE GENERAL ASSEMBLY 1.
// CONSIDERS …"; 0 where there is no such thing.
func formulaEnd(s, lang string) int {
	words := 0
	for i, r := range s {
		if i == 0 || r != ' ' && r != '…' {
			continue
		}
		if words++; words > formulaWords || i > 200 {
			return 0
		}
		head := strings.TrimRight(s[:i], " ")
		rest := strings.TrimLeft(s[i+utf8.RuneLen(r):], " …")
		last := lastRune(head)
		switch {
		case !unicode.IsUpper(firstRune(strings.TrimLeft(head, "*_“\"«"))) || !namesOrgan(head):
			continue
		case strings.ContainsRune(",:…", last) || r == '…':
			if capitalLead(rest, lang) != leadUnknown || labelledLead(rest, lang) {
				return len(s) - len(rest)
			}
		case isCaps(head) && labelledLead(rest, lang):
			return len(s) - len(rest)
		}
	}
	return 0
}

// labelledLead reports whether s begins with a first label and a lead word.
func labelledLead(s, lang string) bool {
	l := readLabel(s[:min(len(s), 90)])
	return l.ok() && !l.alone && l.readings[0].value == 1 && capitalLead(l.rest, lang) != leadUnknown
}

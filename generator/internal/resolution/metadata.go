package resolution

import (
	"strings"
)

// numberBehindKind is the number of a line that begins like "Resolution 135 of
// the Security Council".
func numberBehindKind(s string) string {
	fields := firstFields(s, 6)
	for i, f := range fields[:max(0, len(fields)-1)] {
		if words().kinds[strings.ToLower(f)] == "" {
			continue
		}
		n := strings.Trim(fields[i+1], ".,:()")
		if n != "" && isDigit(rune(n[0])) && words().months[strings.ToLower(field(fields, i+2))] == 0 {
			return n
		}
		return ""
	}
	return ""
}

// kindIn finds a word for a kind of text among the first words of s.
func kindIn(s string) string {
	for _, f := range firstFields(s, 8) {
		if k := words().kinds[strings.ToLower(strings.TrimFunc(f, func(r rune) bool { return !isWord(r) }))]; k != "" {
			return k
		}
	}
	return ""
}

func firstFields(s string, n int) []string {
	fields := strings.Fields(s)
	return fields[:min(n, len(fields))]
}

// symbolNumber is the number that the symbol of an adopted text carries:
// "76/304" of A/RES/76/304, "1325" of S/RES/1325 (2000), P9_TA(2024)0123.
func symbolNumber(s string) string {
	if _, number, ok := strings.Cut(s, "/RES/"); ok {
		number, _, _ = strings.Cut(number, " ")
		return number
	}
	if strings.Contains(s, "_TA") {
		return s
	}
	return ""
}

// metadata takes a line that names kind and number, the body, the date or a
// document, and reports whether it did.
func (r *reader) metadata(l line) bool {
	b := bare(l.raw)
	clean, _ := cutCalls(b)
	if strings.HasSuffix(l.raw, "*") && !strings.HasPrefix(l.raw, "*") && !strings.HasSuffix(l.raw, "**") {
		b += "*"
	}
	if kind, number, ok := kindAndNumber(clean); ok {
		if r.text.Kind == "" {
			r.text.Kind = kind
		}
		if r.text.Number == "" {
			r.text.Number = number
		}
		if clean != b {
			r.repair(l.number, "footnote-mark", b, clean, 0.95)
		}
		if number != "" && r.text.Number != number {
			r.repair(l.number, "front-matter", clean, "", 0.5)
			return true
		}
		r.consume(l, clean, strings.TrimSpace(kindWord(clean)+" "+number))
		return true
	}
	fields := strings.Fields(b)
	if len(fields) == 2 && words().kinds[strings.ToLower(fields[0])] != "" && isFunctionWord(strings.ToLower(fields[1])) {
		// "RESOLUTION ON", over the title.
		if r.text.Kind == "" {
			r.text.Kind = words().kinds[strings.ToLower(fields[0])]
		}
		r.consume(l, b, fields[0])
		return true
	}
	if body := findBody(b); body != "" && len(fields) <= len(strings.Fields(body))+3 {
		r.setBody(body)
		if r.text.Body == body {
			r.consume(l, b, body)
		} else {
			r.repair(l.number, "front-matter", l.raw, "", 0.7)
		}
		return true
	}
	if d := findDate(b); d != "" && len(fields) <= 7 {
		if r.text.Adopted == "" {
			r.text.Adopted = d
			r.consume(l, b, d)
		} else {
			r.repair(l.number, "front-matter", l.raw, "", 0.7)
		}
		return true
	}
	if number := numberedBySign(fields); number != "" && r.text.Number == "" {
		r.text.Number = number
		kept := number
		if d := findDate(b); d != "" && r.text.Adopted == "" {
			r.text.Adopted, kept = d, number+" "+d
		}
		r.consume(l, b, kept)
		return true
	}
	if l.symbol && symbolNumber(b) != "" && r.text.Number == "" {
		r.text.Number = symbolNumber(b)
		r.consume(l, b, r.text.Number)
		return true
	}
	if l.symbol || l.page {
		r.repair(l.number, "header", l.raw, "", 0.8)
		return true
	}
	return false
}

// numberedBySign reads the number of a short line such as "TEXTE ADOPTÉ n°
// 318" or "№ 4127-IX".
func numberedBySign(fields []string) string {
	if len(fields) > 6 && (len(fields) > 10 || words().kinds[strings.ToLower(fields[0])] == "") {
		return ""
	}
	for i, f := range fields {
		for _, sign := range []string{"n°", "nº", "n.º", "n.°", "№", "no.", "nr.", "núm."} {
			if len(f) < len(sign) || !strings.EqualFold(f[:len(sign)], sign) {
				continue
			}
			number := f[len(sign):]
			if number == "" {
				number = field(fields, i+1)
			}
			if number = strings.Trim(number, ".,:;()"); strings.ContainsAny(number, "0123456789") {
				return number
			}
		}
	}
	return ""
}

// consume takes a line into the metadata as kept; where that is not all the
// line says, it is a repair.
func (r *reader) consume(l line, printed, kept string) {
	loose := func(s string) string {
		return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !isWord(r) }), " ")
	}
	if loose(printed) != loose(kept) {
		r.repair(l.number, "front-matter", printed, kept, 0.9)
		printed = kept
	}
	r.consumed = append(r.consumed, printed)
}

// kindWord is the word of s that names the kind, as it is printed.
func kindWord(s string) string {
	for _, f := range strings.Fields(s) {
		f = strings.Trim(f, ":.,*_")
		if words().kinds[strings.ToLower(f)] != "" {
			return f
		}
	}
	return ""
}

// numberBefore cuts the number off a title or heading in the manner of the
// United Nations: "76/304. International Day …", "135 (1960). Resolution of 27
// May 1960", "102 (I) Measures …".
func numberBefore(s string) (number, title string) {
	marks := s[:len(s)-len(strings.TrimLeft(s, "*_"))]
	body := s[len(marks):]
	end := strings.IndexFunc(body, func(r rune) bool { return !isDigit(r) && r != '/' })
	if end <= 0 || !isDigit(rune(body[0])) || !isDigit(rune(body[end-1])) {
		return "", s
	}
	number, rest := body[:end], body[end:]
	if year, ok := strings.CutPrefix(rest, " ("); ok {
		in, after, closed := strings.Cut(year, ")")
		if !closed || strings.Trim(in, "0123456789") != "" && strings.Trim(in, "IVXLCDM") != "" || in == "" {
			return "", s
		}
		return number, marks + strings.TrimLeft(after, ". ")
	}
	rest, ok := strings.CutPrefix(rest, ". ")
	if !ok || !strings.Contains(number, "/") {
		return "", s
	}
	return number, marks + rest
}

// kindAndNumber reads "RESOLUTION 491", "Resolution 2558 (2024)" or a kind by
// itself.
func kindAndNumber(s string) (kind, number string, ok bool) {
	if number, rest := numberBefore(s); number != "" {
		if kind := kindIn(strings.Join(firstFields(rest, 1), "")); kind != "" && findDate(rest) != "" {
			return kind, number, true
		}
	}
	fields := strings.Fields(s)
	if len(fields) > 7 {
		return "", "", false
	}
	for i, f := range fields {
		k := words().kinds[strings.ToLower(strings.Trim(f, ":.,*_"))]
		if k == "" {
			continue
		}
		for j, n := range fields[i+1:] {
			n = strings.Trim(n, ".,:*_()")
			if digitValue(firstRune(n)) >= 0 {
				if next := i + j + 2; next < len(fields) && words().months[strings.ToLower(fields[next])] > 0 {
					return k, "", false // the day of a date
				}
				return k, n, i < 3 || j == 0 && field(fields, i+2) == ""
			}
		}
		return k, "", len(fields) == 1
	}
	return "", "", false
}

// field is fields[i], "" where there is none.
func field(fields []string, i int) string {
	if i >= len(fields) {
		return ""
	}
	return fields[i]
}

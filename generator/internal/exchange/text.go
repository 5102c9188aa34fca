package exchange

import (
	"fmt"
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// unwanted is the first character of a text that may not stand in it: a control
// other than tab and line feed, or one that overrides the direction of what is
// around it (UAX #9). ID is "" where there is none.
func unwanted(s string) (id, character string) {
	for _, r := range s {
		switch {
		case r < 0x20 && r != '\n' && r != '\t', r >= 0x7f && r < 0xa0, r == 0xfffe, r == 0xffff:
			return "exchange-control", fmt.Sprintf("U+%04X", r)
		case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			return "exchange-bidi", fmt.Sprintf("U+%04X", r)
		}
	}
	return "", ""
}

// texts are all texts of a unit that a translator sees.
func (u *Unit) texts() []string {
	return append([]string{u.Source, u.SourcePlural, u.Was, u.WasPlural}, u.Target...)
}

// writable reports what a file cannot carry: what no reader would accept.
func (u *Unit) writable() error {
	switch {
	case !validPage(u.Page):
		return fmt.Errorf("%q is no address of a page", u.Page)
	case !validID(u.ID):
		return fmt.Errorf("%q is no id of a unit", u.ID)
	case u.File != "" && !validPath(u.File):
		return fmt.Errorf("%q is no path of the project", u.File)
	case u.Base != "" && !validID(u.Base):
		return fmt.Errorf("%s: the fingerprint %q has white space", u.Name(), u.Base)
	case u.Source == "":
		return fmt.Errorf("%s has no source text", u.Name())
	}
	for _, t := range u.texts() {
		if id, character := unwanted(t); id == "exchange-control" {
			return fmt.Errorf("%s has the control character %s", u.Name(), character)
		}
	}
	return nil
}

// validDate is a time of RFC 3339, or "".
func validDate(s string) string {
	if _, err := time.Parse(time.RFC3339, s); err != nil {
		return ""
	}
	return s
}

// oneLine is a note as it can stand in a comment.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		if id, _ := unwanted(string(r)); id != "" {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
	return strings.Join(strings.Fields(s), " ")
}

// lines are the notes that say something.
func lines(all []string) []string {
	var kept []string
	for _, s := range all {
		if s = oneLine(s); s != "" {
			kept = append(kept, s)
		}
	}
	return kept
}

// machine is a comment for the program: a note is never read as one.
var machine = regexp.MustCompile(`^(max-length|translation-base): (\S+)$`)

func notes(all []string) []string {
	kept := lines(all)
	for i, s := range kept {
		if machine.MatchString(s) {
			kept[i] = s + " ."
		}
	}
	return kept
}

// validPage reports whether a page is one of the site's addresses or Strings.
func validPage(page string) bool {
	if page == Strings || page == "/" {
		return true
	}
	inner, ok := strings.CutPrefix(page, "/")
	inner, closed := strings.CutSuffix(inner, "/")
	return ok && closed && validPath(inner)
}

// validPath reports whether a path stays below the folder that it starts from,
// on every system, and is written in the one usual way.
func validPath(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if part == "" || strings.Trim(part, ".") == "" || strings.HasSuffix(part, " ") {
			return false
		}
	}
	return !strings.ContainsFunc(name, func(r rune) bool {
		id, _ := unwanted(string(r))
		return id != "" || r == '\\' || r == ':' || r == '\n' || r == '\t' || r == unicode.ReplacementChar
	})
}

// validID reports whether an id can be told from the page before it.
func validID(id string) bool {
	return id != "" && !strings.ContainsFunc(id, func(r rune) bool {
		u, _ := unwanted(string(r))
		return u != "" || unicode.IsSpace(r) || r == '/' || r == '\\'
	})
}

// excerpt is the beginning of a text, for a message; named is enough of a name.
func excerpt(s string) string { return cut(s, 40) }

func named(s string) string { return cut(s, 200) }

func cut(s string, most int) string {
	s = oneLine(s[:min(len(s), 10*most)])
	if utf8.RuneCountInString(s) > most {
		return string([]rune(s)[:most]) + "…"
	}
	return s
}

package resolution

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// A damage is a flaw that a machine can put into a sound text.
type damage struct {
	name string
	do   func(lines []string) []string
}

// labelled begins with a label: what precedes, the label, what follows.
var labelledLine = regexp.MustCompile(`^(\s*[-*–]?\s*)(\(?(?:\d{1,2}(?:\.\d+)*|[a-z]|[ivx]+)[.)])(\s+)(\S.*)$`)

var damages = []damage{
	{"lines wrapped at 60", wrapAt(60)},
	{"lines wrapped at 76", wrapAt(76)},
	{"lines wrapped at 100", wrapAt(100)},
	{"lines wrapped at 72, no blank lines", func(l []string) []string { return withoutBlanks(wrapAt(72)(l)) }},
	{"no blank lines", withoutBlanks},
	{"a blank line after every line", func(lines []string) []string {
		var out []string
		for _, l := range withoutBlanks(lines) {
			out = append(out, l, "")
		}
		return out
	}},
	{"labels escaped", eachLabel(func(i int, before, label, space, text string) string {
		return before + strings.Replace(strings.Replace(label, ".", `\.`, -1), ")", `\)`, 1) + space + text
	})},
	{"labels glued", eachLabel(func(i int, before, label, space, text string) string {
		if r := firstRune(text); r < 'A' || r > 'Z' {
			return before + label + space + text
		}
		return before + label + text
	})},
	{"labels alone on their lines", eachLabel(func(i int, before, label, space, text string) string {
		return before + label + "\n" + text
	})},
	{"ones printed as l and I", eachLabel(func(i int, before, label, space, text string) string {
		return before + strings.NewReplacer("1", []string{"l", "I"}[i%2]).Replace(label) + space + text
	})},
	{"dashes before everything", func(lines []string) []string {
		var out []string
		for _, l := range lines {
			if labelledLine.MatchString(l) {
				l = "- " + strings.TrimLeft(l, " -*–\t")
			}
			out = append(out, l)
		}
		return out
	}},
	{"page breaks in mid-sentence", func(lines []string) []string {
		var out []string
		n := 1
		for i, l := range wrapAt(70)(lines) {
			out = append(out, l)
			if i%17 == 16 && l != "" {
				n++
				out = append(out, "", fmt.Sprintf("- %d -", n), "", fmt.Sprintf("Twelfth sitting – provisional edition – %d", n), "")
			}
		}
		return out
	}},
	{"the second label lost", loseLabel(1)},
	{"the fourth label lost", loseLabel(3)},
	{"the seventh label lost", loseLabel(6)},
	{"the ninth label lost, wrapped at 74", func(l []string) []string { return wrapAt(74)(loseLabel(8)(l)) }},
	{"the third label a line early", func(lines []string) []string {
		return eachLabel(func(i int, before, label, space, text string) string {
			if i == 2 {
				return before + label + "\n\n" + before + text
			}
			return before + label + space + text
		})(lines)
	}},
	{"the third label a line late", func(lines []string) []string {
		return eachLabel(func(i int, before, label, space, text string) string {
			if i == 2 {
				return before + text + "\n" + before + label
			}
			return before + label + space + text
		})(lines)
	}},
	{"lead words in bold, split", eachLead(func(w string) string { return "**" + w[:len(w)-3] + "**" + w[len(w)-3:] + " " })},
	{"lead words in bold, glued", eachLead(func(w string) string { return "**" + w + "**" })},
	{"lead words in bold, with a blank in them", eachLead(func(w string) string { return "**" + w[:len(w)-3] + "** " + w[len(w)-3:] + " " })},
	{"lead words in bold, never closed", eachLead(func(w string) string { return "**" + w + " " })},
	{"carriage returns, tabs and no-break spaces", func(lines []string) []string {
		var out []string
		for _, l := range lines {
			out = append(out, labelledLine.ReplaceAllString(l, "$1$2\u00a0$4")+" \t\r")
		}
		return out
	}},
}

// loseLabel takes the label off the line with the n-th one, from 0, unless it
// is the first or last of its list, which nobody could know.
func loseLabel(n int) func([]string) []string {
	return func(lines []string) []string {
		labels := 0
		var at []int
		for i, l := range lines {
			if labelledLine.MatchString(l) {
				labels++
				at = append(at, i)
			}
		}
		out := slices.Clone(lines)
		if n+1 >= labels || n == 0 {
			return out
		}
		i := at[n]
		kind := func(i int) string {
			label := labelledLine.FindStringSubmatch(lines[i])[2]
			return regexp.MustCompile(`\d+|[a-z]+`).ReplaceAllString(label, "x")
		}
		if kind(at[n-1]) == kind(i) && kind(at[n+1]) == kind(i) {
			m := labelledLine.FindStringSubmatch(lines[i])
			out[i] = m[1] + m[4]
		}
		return out
	}
}

// eachLead changes the first word of every line that begins with a lead word.
func eachLead(f func(word string) string) func([]string) []string {
	lead := regexp.MustCompile(`^(\s*(?:\d{1,2}\. )?)([A-Z][a-z]{5,}(?:ing|s)) (\S.*)$`)
	return func(lines []string) []string {
		var out []string
		for _, l := range lines {
			if m := lead.FindStringSubmatch(l); m != nil && knownLead(m[2]) {
				l = m[1] + f(m[2]) + m[3]
			}
			out = append(out, l)
		}
		return out
	}
}

func wrapAt(width int) func([]string) []string {
	return func(lines []string) []string {
		var out []string
		for _, l := range lines {
			indent := l[:len(l)-len(strings.TrimLeft(l, " \t"))]
			current := ""
			for _, w := range strings.Fields(l) {
				if current != "" && len([]rune(indent+current+" "+w)) > width {
					out = append(out, indent+current)
					current = w
					continue
				}
				current = strings.TrimPrefix(current+" "+w, " ")
			}
			out = append(out, indent+current)
		}
		return out
	}
}

func withoutBlanks(lines []string) []string {
	return slices.DeleteFunc(slices.Clone(lines), func(l string) bool { return strings.TrimSpace(l) == "" })
}

func eachLabel(f func(i int, before, label, space, text string) string) func([]string) []string {
	return func(lines []string) []string {
		var out []string
		n := 0
		for _, l := range lines {
			if m := labelledLine.FindStringSubmatch(l); m != nil {
				l = f(n, m[1], m[2], m[3], m[4])
				n++
			}
			out = append(out, strings.Split(l, "\n")...)
		}
		return out
	}
}

// notSurvived are the damages that hide what a text says from the reader, who
// then reads it otherwise. Each is a fault to mend; none may join them unseen.
var notSurvived = map[string][]string{
	// The date of adoption stands over two lines of the front matter.
	"lines wrapped at 60":                 {"un-sc/clean-3", "un-press/clean-31"},
	"lines wrapped at 76":                 {"un-press/clean-31"},
	"the ninth label lost, wrapped at 74": {"un-press/clean-31"},
	"lines wrapped at 100":                {"ep/nested-1", "ep/no-formula-11", "nato-pa/nested-1"},
	// Recitals that begin small and end in commas run into each other.
	"lines wrapped at 72, no blank lines": {"nato-pa/clean-1", "other/clean-4", "other/no-formula-31", "un-press/clean-31", "un-sc/nested-57"},
	"no blank lines":                      {"other/clean-4", "other/no-formula-31"},
	// A note or recital was over two lines already.
	"a blank line after every line": {"ipu/clean-1", "ipu/clean-2", "ipu/clean-3", "ipu/no-formula-11", "un-sc/clean-1"},
	"page breaks in mid-sentence":   {"ipu/clean-3", "un-ga/clean-1", "un-press/clean-31", "un-sc/nested-57"},
	// The first label of a list, where an inner list follows.
	"the seventh label lost":      {"un-sc/nested-1"},
	"the third label a line late": {"ep/nested-1", "un-sc/nested-1"},
}

// TestDamageDoesNotChangeTheReading puts each flaw into every sound text of
// testdata/texts: what is read must stay what a person reads.
func TestDamageDoesNotChangeTheReading(t *testing.T) {
	var sound []suppliedText
	for _, s := range suppliedTexts(t) {
		if notRead[s.name] != "" {
			continue
		}
		if s.flaw == "clean" || s.flaw == "nested" || s.flaw == "no-formula" {
			sound = append(sound, s)
		}
	}
	for _, d := range damages {
		var failed []string
		for _, s := range sound {
			damaged := strings.Join(d.do(strings.Split(s.source, "\n")), "\n")
			r, err := read([]byte(damaged), Options{Language: s.lang})
			var diff []string
			if err != nil {
				diff = []string{err.Error(), ""}
			} else {
				diff = differences(s.want, notation(r.text))
			}
			known := slices.Contains(notSurvived[d.name], s.name)
			switch {
			case len(diff) > 0:
				failed = append(failed, s.name)
				if !known {
					t.Errorf("%s: %s\n%.200s\n%.200s", d.name, s.name, diff[0], diff[1])
				}
			case known:
				t.Errorf("%s: %s is read again: take it off the list", d.name, s.name)
			}
		}
		t.Logf("%-45s %d of %d %v", d.name, len(sound)-len(failed), len(sound), failed)
	}
}

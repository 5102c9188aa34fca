package project

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The resolution that the repository publishes has every word of the text as
// it was supplied, in its order, and no other: compared word by word, without
// the reader that made the one from the other.
func TestNoWordOfTheSuppliedTextIsLostOrChanged(t *testing.T) {
	p, err := Load(os.DirFS("../../.."))
	if err != nil {
		t.Fatal(err)
	}
	supplied, err := os.ReadFile("../../../content/en/resolution/supplied.txt")
	if err != nil {
		t.Fatal(err)
	}
	text := p.Resolutions["en"].Text

	word := regexp.MustCompile(`[\p{L}\p{N}’'-]*[\p{L}\p{N}]`)
	title := words(word, strings.ToLower(text.Title))
	got := words(word, text.Formula)
	for _, e := range text.Elements() {
		got = append(got, e.Label)
		got = append(got, words(word, e.Text.Plain())...)
	}

	source := words(word, strings.NewReplacer("**", "", "^{*}", "").Replace(string(supplied)))
	// The title stands first, in capitals, then the number.
	for i, w := range title {
		if strings.ToLower(source[i]) != w {
			t.Fatalf("title: %q became %q", source[i], w)
		}
	}
	rest := source[len(title):]
	if want := []string{"RESOLUTION", text.Number}; !slices.Equal(rest[:2], want) {
		t.Fatalf("after the title: %v, want %v", rest[:2], want)
	}
	rest = rest[2:]
	// The adoption note stood between recitals 10 and 11.
	note := words(word, text.Note)
	at := index(rest, note)
	if at < 0 {
		t.Fatal("the adoption note is not in the supplied text")
	}
	rest = slices.Delete(slices.Clone(rest), at, at+len(note))

	// Two labels were mended: l was printed as I, o was missing.
	for i := 0; i < len(got); i++ {
		switch {
		case i < len(rest) && got[i] == rest[i]:
		case got[i] == "l" && rest[i] == "I":
		case got[i] == "o":
			rest = slices.Insert(rest, i, "o")
		default:
			t.Fatalf("word %d: supplied %q, published %q", i, rest[i:min(i+5, len(rest))], got[i])
		}
	}
	if len(got) != len(rest) {
		t.Fatalf("%d words supplied, %d published", len(rest), len(got))
	}
}

func TestThePublishedResolutionHasTheRightParts(t *testing.T) {
	p, err := Load(os.DirFS("../../.."))
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range p.Languages {
		r := p.Resolutions[lang.Key]
		if r == nil {
			continue // borrowed; the checks see to it
		}
		var ids []string
		for _, e := range r.Text.Elements() {
			ids = append(ids, e.ID)
		}
		want := "p1 p2 p3 p4 p5 p6 p7 p8 p9 p10 p11 p12 p13 p13-a p13-b p13-c p13-d p13-e p13-f p13-g p13-h p13-i p13-j p13-k p13-l p13-m p13-n p13-o p13-p"
		if got := strings.Join(ids, " "); got != want {
			t.Errorf("%s: %s", lang.Tag, got)
		}
		if r.Text.Official != (lang.Key == "en") {
			t.Errorf("%s: official is %v", lang.Tag, r.Text.Official)
		}
	}
}

func words(word *regexp.Regexp, s string) []string { return word.FindAllString(s, -1) }

// index is where part begins in all, or -1.
func index(all, part []string) int {
	for i := 0; i+len(part) <= len(all); i++ {
		if slices.Equal(all[i:i+len(part)], part) {
			return i
		}
	}
	return -1
}

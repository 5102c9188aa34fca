package pseudo

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
	"github.com/yuin/goldmark/ast"

	"resolutionsite/generator/internal/markdown"
)

func find(t testing.TB, tag string) Locale {
	t.Helper()
	l, ok := Find(tag)
	if !ok {
		t.Fatalf("no pseudo-locale %s", tag)
	}
	return l
}

func TestWordsAreChangedAndNothingElse(t *testing.T) {
	for source, want := range map[string][2]string{
		"Help":                           {"⟦Ĥééļþþ⟧", "حهلث"},
		"By {{ .Name }}, in 13e: {{.N}}": {"⟦Ɓýý {{ .Name }}, îîñ 13e: {{.N}}⟧", "بش {{ .Name }}, ين 13e: {{.N}}"},
		" Montréal, 25.11.2024 ":         {" ⟦Ṁööñţŕééååļļ, 25.11.2024⟧ ", " مونترهال, 25.11.2024 "},
		"ask https://example.org/a now":  {"⟦ååšķķ https://example.org/a ñööŵŵ⟧", "اسك https://example.org/a نوط"},
		"a.b@example.org":                {"a.b@example.org", "a.b@example.org"},
		"{{ .Count }}":                   {"{{ .Count }}", "{{ .Count }}"},
		"491 – 13e":                      {"491 – 13e", "491 – 13e"},
		"слово Œuvre":                    {"⟦слово Œûûṽŕéé⟧", "слово Œعضره"},
		"":                               {"", ""},
	} {
		for i, tag := range []string{"en-XA", "ar-xb"} {
			if got := find(t, tag).Text(source); got != want[i] {
				t.Errorf("%s: %q becomes %q, want %q", tag, source, got, want[i])
			}
		}
	}
}

// Every letter is exchanged for one of its own, so that what a word was can be
// read back, and none for a Latin letter without an accent.
func TestEveryLetterHasAnotherOfItsOwn(t *testing.T) {
	for _, l := range Locales() {
		taken := map[rune]rune{}
		for from, to := range l.letters {
			if taken[to] != 0 || to <= unicode.MaxASCII || !unicode.IsLetter(to) {
				t.Errorf("%s: %c becomes %c", l.Tag, from, to)
			}
			if l.Tag == "ar-XB" && !unicode.Is(unicode.Arabic, to) || l.Tag == "en-XA" && !unicode.Is(unicode.Latin, to) {
				t.Errorf("%s: %c is of another script", l.Tag, to)
			}
			taken[to] = from
		}
	}
	if _, ok := Find("en"); ok {
		t.Error("English is a pseudo-locale")
	}
}

func read(t testing.TB, name string) []byte {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("../../..", filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func strs(t *testing.T, l Locale, source []byte) map[string]any {
	t.Helper()
	made, err := l.Strings(source)
	if err != nil {
		t.Fatal(err)
	}
	var values map[string]any
	if err := toml.Unmarshal(made, &values); err != nil {
		t.Fatalf("%v\n%s", err, made)
	}
	return values
}

func TestTheCatalogueGrowsByTwoFifths(t *testing.T) {
	source := read(t, "i18n/en.toml")
	var original map[string]any
	if err := toml.Unmarshal(source, &original); err != nil {
		t.Fatal(err)
	}
	before, after := 0, 0
	made := strs(t, find(t, "en-XA"), source)
	for key, value := range original {
		text, plain := value.(string)
		if !plain {
			continue
		}
		before += len([]rune(kept.ReplaceAllString(text, "")))
		after += len([]rune(kept.ReplaceAllString(made[key].(string), "")))
	}
	if growth := float64(after) / float64(before); growth < 1.36 || growth > 1.48 {
		t.Errorf("the strings are %.2f times as long", growth)
	}
	if len(made) != len(original) {
		t.Errorf("%d strings of %d", len(made), len(original))
	}
}

func TestAnyCharacterOfAStringIsWrittenAsTOMLHasIt(t *testing.T) {
	for _, l := range Locales() {
		made, err := l.Strings([]byte(`a = "x\u007Fy\u0001\"\\z"` + "\n\"b c\" = '1'\n"))
		if err != nil {
			t.Fatal(err)
		}
		var back map[string]string
		if err := toml.Unmarshal(made, &back); err != nil || !strings.Contains(back["a"], "\x7f") || back["b c"] == "" {
			t.Errorf("%s: %v\n%s", l.Tag, err, made)
		}
	}
}

func TestPluralFormsAreThoseOfThePseudoLanguage(t *testing.T) {
	source := []byte("plain = \"Text\"\n[points]\ndescription = \"note\"\none = \"{{ .Count }} point\"\nother = \"{{ .Count }} points\"\n")
	for tag, want := range map[string]string{
		"en-XA": "map[plain:⟦Ţééẋţţ⟧ points:map[one:⟦{{ .Count }} þööîîñţ⟧ other:⟦{{ .Count }} þööîîñţšš⟧]]",
		"ar-XB": "map[plain:تهخت points:map[few:{{ .Count }} ثوينتس many:{{ .Count }} ثوينتس one:{{ .Count }} ثوينت other:{{ .Count }} ثوينتس two:{{ .Count }} ثوينتس zero:{{ .Count }} ثوينتس]]",
	} {
		if got := fmt.Sprint(strs(t, find(t, tag), source)); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", tag, got, want)
		}
	}
	if _, err := find(t, "en-XA").Strings([]byte("a = ")); err == nil {
		t.Error("a catalogue that is none was read")
	}
}

const page = `---
title: "Bridges: a list"
summary: |
  Of two
  lines.
draft: true
quiet: false
focus: [13e, 13j]
aliases: ["/old/"]
asks:
  - of: Governments
    to: 'Act'
sources:
  - fact: A1
    title: A report
    url: https://example.org/
resolution:
  kind: resolution
  number: "491"
  body: Assembly
  adopted: 2024-11-25
  status: official
---

Text.
`

func TestFrontMatterKeepsWhatProgramsRead(t *testing.T) {
	made, err := find(t, "en-XA").Page([]byte(strings.ReplaceAll(page, "\n", "\r\n")))
	if err != nil {
		t.Fatal(err)
	}
	want := `title: "⟦Ɓŕîîðĝééšš: åå ļîîšţţ⟧"
summary: "⟦ÖÖƒ ţŵööö\nļîîñééš.⟧"
draft: true
quiet: false
focus:
  - "13e"
  - "13j"
aliases:
  - "/old/"
asks:
  -
    of: "⟦Ĝööṽééŕñɱééñţššš⟧"
    to: "⟦ÅÅçţţ⟧"
sources:
  -
    fact: "A1"
    title: "A report"
    url: "https://example.org/"
resolution:
  kind: "resolution"
  number: "491"
  body: "⟦ÅÅššééɱƀļýýý⟧"
  adopted: "2024-11-25"
  status: "unofficial"
review: machine
---

⟦Ţééẋţţ.⟧
`
	lines := strings.SplitN(string(made), "\n", 3)
	if lines[0] != "---" || !strings.HasPrefix(lines[1], says) || lines[2] != want {
		t.Errorf("got\n%s", made)
	}
}

func TestAPageThatCannotBeReadIsAnError(t *testing.T) {
	for _, source := range []string{"", "Text.", "---\ntitle: [\n---\n", "---\ntitle: &a b\n---\n", "---\ntitle: A\n"} {
		if made, err := find(t, "en-XA").Page([]byte(source)); err == nil {
			t.Errorf("%q becomes %q", source, made)
		}
	}
}

// tricky is what Markdown can do to a program that changes words in it.
const tricky = `## What & why {#own}

## A **bold** [link](/help/ "Its title") heading

Underlined
---------

## Same
## Same ##
## Classed {.wide}

**Deploring** the *loss*, [see *it*](<a b> 'one "two"') at https://example.org/words or <mailto:a@example.org>,
by a@example.org &amp; &nbsp;&#233; \*not bold\* in ` + "`code words`" + `.

**All bold**{{< tests >}} and *emphasis*

[shortcut] and [collapsed][] and [full][shortcut] and ![image](a.png "Picture") and [![inner](b.png)](/c/)

[shortcut]: /one/ "Title one"
[collapsed]: </two/>

> quoted {{< lang fr >}}mots français{{< /lang >}} and {{< name >}}A Person{{< /name >}} words
> - [ ] open task
> - [x] done

- a. to act;
- iv. to speak;

1. first
   second line\
   third line

| Head | *two* |
|------|------:|
| cell | 13e   |

Term
: its meaning[^n]

[^n]: A note.

<!-- a comment -->

    code block

` + "```html\n<p>fenced words</p>\n```\n" + `
snake_case_words and _stress_, ~~gone~~, www.example.org, *a*b
`

// shape is the tree of a text without its words: blocks, links and where they
// lead, anchors, code.
func shape(body []byte) []string {
	masked, _ := markdown.Mask(body)
	var list []string
	anchors := map[string]int{}
	depth := 0
	_ = ast.Walk(markdown.New().Parse(masked), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			depth--
			return ast.WalkContinue, nil
		}
		line := strings.Repeat(" ", depth) + n.Kind().String()
		depth++
		switch n := n.(type) {
		case *ast.Text, *ast.String, *ast.LinkReferenceDefinition:
			return ast.WalkContinue, nil
		case *ast.Heading:
			line += fmt.Sprint(n.Level, " ", markdown.Anchor(n, masked, bytes.IndexByte(n.Lines().Value(masked), markdown.Masked) >= 0, anchors))
		case *ast.Link:
			line += fmt.Sprintf(" %s %v", n.Destination, n.Title != nil)
		case *ast.Image:
			line += fmt.Sprintf(" %s %v", n.Destination, n.Title != nil)
		case *ast.AutoLink:
			line += " " + string(n.URL(masked))
		case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.HTMLBlock:
			line += fmt.Sprintf(" %s", n.Lines().Value(masked))
		}
		list = append(list, line)
		return ast.WalkContinue, nil
	})
	return list
}

func sameShape(t *testing.T, name string, l Locale, source []byte) {
	t.Helper()
	made := l.markdown(source, false)
	before, after := shape(source), shape(made)
	for i := range max(len(before), len(after)) {
		if i >= len(before) || i >= len(after) || before[i] != after[i] {
			t.Errorf("%s in %s: block %d of %d is %v, was %v\n%s", name, l.Tag, i, len(before), after[min(i, len(after)):min(i+1, len(after))], before[min(i, len(before)):min(i+1, len(before))], made)
			return
		}
	}
}

func TestTheStructureOfAPageStaysTheSame(t *testing.T) {
	for _, l := range Locales() {
		sameShape(t, "tricky", l, []byte(tricky))
		err := fs.WalkDir(os.DirFS("../../../content/en"), ".", func(name string, entry fs.DirEntry, err error) error {
			if err == nil && filepath.Ext(name) == ".md" {
				_, body, err := split(unix(read(t, "content/en/"+name)))
				if err != nil {
					t.Error(name, err)
				}
				sameShape(t, name, l, body)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestEveryWordOfAPageIsChanged(t *testing.T) {
	made := string(find(t, "en-XA").markdown([]byte(tricky), false))
	for _, still := range []string{
		"{#own}", "{{< tests >}}", "(/help/ ", "(<a b> ", "https://example.org/words", "<mailto:a@example.org>", "a@example.org", "&amp;", "&nbsp;&#233;",
		"`code words`", "(a.png ", "(b.png)](/c/)", "[shortcut]: /one/ ", "[collapsed]: </two/>", "[shortcut]", "{{< lang fr >}}mots français{{< /lang >}}",
		"{{< name >}}A Person{{< /name >}}", "- [x] ", "[^n]: ", "<!-- a comment -->", "    code block", "<p>fenced words</p>", "13e", "www.example.org", "{#classed .wide}",
	} {
		if !strings.Contains(made, still) {
			t.Errorf("%q is gone", still)
		}
	}
	rest := regexp.MustCompile("(?s)```.*?```|`[^`]*`|\\{\\{<.*?>\\}\\}|\\{[#.][^}]*\\}|\\]\\(<[^>]*>|\\]\\(\\S+|<[^>]*>|&\\S*?;|https?:\\S+|www\\.\\S+|\\S*@\\S*|\\[\\w+\\](:.*?\n)?|\\[\\^n\\]|    code block|13e|mots français|A Person|Title one").ReplaceAllString(made, "")
	if left := regexp.MustCompile(`[A-Za-z]+`).FindAllString(rest, -1); len(left) > 0 {
		t.Errorf("words are left: %v\n%s", left, rest)
	}
}

func TestBlocksStandInBracketsThatBreakNoEmphasis(t *testing.T) {
	for source, want := range map[string]string{
		"Text.\n":                   "⟦Ţééẋţţ.⟧\n",
		"**Text**\n":                "**⟦Ţééẋţţ⟧**\n",
		"**Text** and *text*\n":     "**⟦Ţééẋţţ** ååñðð *ţééẋţţ⟧*\n",
		"**text**{{< tests >}}\n":   "**⟦ţééẋţţ**{{< tests >}}\n",
		"[Text](/x/): text\n":       "[⟦Ţééẋţţ](/x/): ţééẋţţ⟧\n",
		"[Text](/x/ \"Text\")\n":    "[⟦Ţééẋţţ⟧](/x/ \"Ţééẋţţ\")\n",
		"[text]\n\n[text]: /x/\n":   "[⟦ţééẋţţ⟧][text]\n\n[text]: /x/\n",
		"https://example.org/ is\n": "https://example.org/ ⟦îîš⟧\n",
		"## Text\n":                 "## ⟦Ţééẋţţ⟧ {#text}\n",
		"- 13\n":                    "- 13\n",
		"| a | b |\n|--|--|\n":      "| ⟦åå⟧ | ⟦ƀƀ⟧ |\n|--|--|\n",
	} {
		if got := string(find(t, "en-XA").markdown([]byte(source), false)); got != want {
			t.Errorf("%q becomes %q, want %q", source, got, want)
		}
	}
}

func TestLabelsOfAResolutionStayLatin(t *testing.T) {
	source := "1. **URGES** all:\n\n    - a. to act;\n    - (iv) to speak;\n    - bb. to hear;\n    - to. rest\n\nA. **Noting** this\n\n## Heading\n"
	want := "1. **ÛÛŔĜÉÉŠ** ååļļļ:\n\n    - a. ţöö ååçţţ;\n    - (iv) ţöö šþééååķ;\n    - bb. ţöö ĥééååŕ;\n    - ţöö. ŕééšţţ\n\nA. **Ñööţîîñĝĝ** ţĥîîšš\n\n## Ĥééååðîîñĝ\n"
	got := string(find(t, "en-XA").markdown([]byte(source), true))
	if got = strings.NewReplacer("⟦", "", "⟧", "").Replace(got); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestWordsOfReferencesStayThoseOfTheText(t *testing.T) {
	l := find(t, "ar-XB")
	list, err := l.References([]byte("# Words.\nreferences:\n  - text: UNSC resolution 1325\n    in: p9\n    url: https://example.org/\n    title: Resolution 1325\n"))
	if err != nil {
		t.Fatal(err)
	}
	text := l.markdown([]byte("the UNSC resolution 1325 on\n"), true)
	if words := "عنسص رهسولعتيون 1325"; !bytes.Contains(list, []byte(`text: "`+words+`"`)) || !bytes.Contains(text, []byte(words)) {
		t.Errorf("%s\n%s", list, text)
	}
	if !Made(list) {
		t.Error("the list is not known again")
	}
}

func TestWhatWasChangedByHandIsKnown(t *testing.T) {
	l := find(t, "en-XA")
	for _, make := range []func() ([]byte, error){
		func() ([]byte, error) { return l.Strings([]byte("a = \"Text\"\n")) },
		func() ([]byte, error) { return l.Page([]byte(page)) },
	} {
		made, err := make()
		if err != nil || !Made(made) {
			t.Errorf("not known as made here: %v\n%s", err, made)
		}
		again, _ := make()
		if !bytes.Equal(made, again) {
			t.Error("made twice, it differs")
		}
		if Made(bytes.Replace(made, []byte("Ţ"), []byte("T"), 1)) || Made(append(made, ' ')) || Made(slices.Concat([]byte("x"), made)) {
			t.Error("changed by hand, it is taken for made here")
		}
	}
	if Made([]byte(page)) || Made(nil) {
		t.Error("a page of somebody's is taken for made here")
	}
}

func FuzzShortcodesStayAndNothingPanics(f *testing.F) {
	f.Add(tricky)
	names := func(body []byte) (list []string) {
		_, calls := markdown.Mask(body)
		for _, c := range calls {
			list = append(list, string(body[c.Start:c.End]))
		}
		return list
	}
	f.Fuzz(func(t *testing.T, source string) {
		if !utf8.ValidString(source) { // such files are refused
			return
		}
		for _, l := range Locales() {
			for _, isResolution := range []bool{false, true} {
				if made := l.markdown([]byte(source), isResolution); !slices.Equal(names(made), names([]byte(source))) {
					t.Errorf("%s: %q becomes %q", l.Tag, source, made)
				}
			}
		}
	})
}

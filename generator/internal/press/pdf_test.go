package press

import (
	"cmp"
	"html"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"resolutionsite/generator/internal/locale"
)

// The kit of the repository's own content, in all its languages.
func TestPDFsAreTaggedTitledAndReadInOrder(t *testing.T) {
	p := loaded(t, repository(t))
	opt := options(t, p)
	all := pieces(t, p, opt)
	var files []string
	byFile := map[string]*piece{}
	for _, one := range all {
		if one.result.Fault != "" {
			t.Errorf("%s: %s", one.name, one.result.Fault)
		}
		if one.job.Format == "pdf" && one.file != "" {
			files = append(files, one.file)
			byFile[one.file] = one
		}
	}
	slices.Sort(files)
	if len(files) < len(p.Languages) {
		t.Fatalf("%d PDF files in %d languages", len(files), len(p.Languages))
	}
	for _, s := range structures(t, files...) {
		one := byFile[s.File]
		name := one.language.Key + "/" + one.name
		for _, f := range s.Faults {
			t.Errorf("%s: %s", name, f)
		}
		if s.Title == "" || s.Language != one.language.Tag {
			t.Errorf("%s: title %q, language %q", name, s.Title, s.Language)
		}
		if data, ok := one.job.Data.(sheet); ok {
			if want := 1 + headings(data.Body); s.Bookmarks != want {
				t.Errorf("%s: %d bookmarks, want %d", name, s.Bookmarks, want)
			}
		}
		info := tool(t, "pdfinfo", s.File)
		for _, want := range []string{"Tagged:          yes", "CreationDate:    Thu Nov 26 00:00:00 2026"} {
			if !strings.Contains(info, want) {
				t.Errorf("%s: pdfinfo does not say %q:\n%s", name, want, info)
			}
		}
		fontsEmbedded(t, name, s.File)
		reads(t, name, one)
	}
}

func headings(blocks []block) int {
	n := 0
	for _, b := range blocks {
		if b.Kind == "heading" {
			n++
		}
	}
	return n
}

// fontsEmbedded wants every font embedded, as a part, with a table of its letters.
func fontsEmbedded(t *testing.T, name, file string) {
	t.Helper()
	lines := strings.Split(strings.TrimSpace(tool(t, "pdffonts", file)), "\n")
	if len(lines) < 3 {
		t.Errorf("%s: no fonts", name)
	}
	for _, line := range lines[2:] {
		fields := strings.Fields(line)
		if yes := fields[len(fields)-5 : len(fields)-2]; !slices.Equal(yes, []string{"yes", "yes", "yes"}) {
			t.Errorf("%s: embedded, subset, unicode: %s", name, line)
		}
	}
}

// reads wants the words of a piece in the text that its PDF gives back.
func reads(t *testing.T, name string, one *piece) {
	t.Helper()
	text := textOf(t, one.file, one.language.Direction)
	switch data := one.job.Data.(type) {
	case sheet:
		for i := 1; i <= one.result.Pages; i++ { // the foot of each page stands between its words
			foot := strings.NewReplacer("{n}", strconv.Itoa(i), "{m}", strconv.Itoa(one.result.Pages)).Replace(data.Page)
			if before, after, found := strings.Cut(text, letters(data.Address+foot)); found {
				text = before + after
			} else {
				t.Errorf("%s: page %d has no foot", name, i)
			}
		}
		if one.language.Direction == locale.RightToLeft { // beside the lines of the title
			text = strings.Replace(text, letters(data.Mark), "", 1)
		}
		inOrder(t, name, text, one.language.Direction, sheetWords(data))
	case sign:
		inOrder(t, name, text, one.language.Direction, []string{data.Mark, data.Text, data.More})
		if !strings.Contains(text, letters(data.Address)) {
			t.Errorf("%s: the address is missing", name)
		}
	default:
		t.Fatalf("%s: %T", name, data)
	}
}

// textOf is what a PDF gives back: the letters in the order of the file, or, of a
// text from right to left, whose words PDF files hold in the order of the page, in
// that of reading. There, marks of vowels stand before their letters or behind
// them, as the reader likes, and do not count.
func textOf(t *testing.T, file string, dir locale.Direction) string {
	t.Helper()
	if dir != locale.RightToLeft {
		return letters(tool(t, "pdftotext", "-raw", file, "-"))
	}
	var text strings.Builder
	for page := range strings.SplitSeq(tool(t, "pdftotext", "-bbox", file, "-"), "<page ") {
		type word struct {
			x, y float64
			text string
		}
		var words []word
		for _, m := range bboxWord.FindAllStringSubmatch(page, -1) {
			x, _ := strconv.ParseFloat(m[1], 64)
			y, _ := strconv.ParseFloat(m[2], 64)
			bottom, _ := strconv.ParseFloat(m[3], 64)
			words = append(words, word{x, (y + bottom) / 2, inReading(html.UnescapeString(m[4]))})
		}
		slices.SortStableFunc(words, func(a, b word) int { return cmp.Compare(a.y, b.y) })
		for len(words) > 0 {
			n := 1
			for n < len(words) && words[n].y-words[n-1].y < 3 {
				n++
			}
			line := words[:n]
			words = words[n:]
			slices.SortStableFunc(line, func(a, b word) int { return cmp.Compare(b.x, a.x) })
			for _, w := range line {
				text.WriteString(w.text)
			}
		}
	}
	return withoutMarks(letters(text.String()))
}

var bboxWord = regexp.MustCompile(`<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="[\d.-]+" yMax="([\d.-]+)">(.*?)</word>`)

// inReading turns a word around that pdftotext gives as it stands on the page, but
// not the numbers and Latin words in it.
func inReading(word string) string {
	if !strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(unicode.Arabic, r) }) {
		return word
	}
	runes := []rune(word)
	slices.Reverse(runes)
	return leftToRight.ReplaceAllStringFunc(string(runes), func(s string) string {
		part := []rune(s)
		slices.Reverse(part)
		return string(part)
	})
}

var leftToRight = regexp.MustCompile(`[0-9A-Za-z]+`)

func withoutMarks(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsMark(r) {
			return -1
		}
		return r
	}, s)
}

// sheetWords are the words of a sheet's text, block by block, in their order.
func sheetWords(s sheet) []string {
	words := []string{plain(s.Heading.Runs)}
	for _, n := range s.Notices {
		words = append(words, plain(n.Runs))
	}
	var items func([]item)
	items = func(list []item) {
		for _, i := range list {
			words = append(words, i.Label, plain(i.Runs))
			items(i.Items)
		}
	}
	for _, b := range s.Body {
		words = append(words, plain(b.Runs))
		items(b.Items)
		for _, row := range b.Rows {
			for _, cell := range row {
				words = append(words, plain(cell))
			}
		}
	}
	return words
}

func inOrder(t *testing.T, name, text string, dir locale.Direction, words []string) {
	t.Helper()
	rest := text
	for _, w := range words {
		if w = letters(w); dir == locale.RightToLeft {
			w = withoutMarks(w)
		}
		i := strings.Index(rest, w)
		if i < 0 {
			t.Errorf("%s: the text does not go on with\n%s\nbut with\n%s", filepath.ToSlash(name), w, rest[:min(len(rest), len(w)+80)])
			return
		}
		rest = rest[i+len(w):]
	}
}

func TestAPosterForThePrinterSaysWhereItIsCut(t *testing.T) {
	p := load(t, campaign)
	one := pieces(t, p, options(t, p))["en/poster-speak-a4-bleed.pdf"]
	info := tool(t, "pdfinfo", "-box", one.file)
	for _, want := range []string{
		`MediaBox: +0\.00 +0\.00 +657\.64 +904\.25`, `BleedBox: +22\.68 +22\.68 +634\.96 +881\.5[78]`, `TrimBox: +31\.18 +31\.18 +626\.46 +873\.07`,
	} {
		if !regexp.MustCompile(want).MatchString(info) {
			t.Errorf("no %s in\n%s", want, info)
		}
	}
	for _, s := range structures(t, one.file) {
		if len(s.Faults) > 0 || !strings.Contains(s.Text, "Say so in public.") {
			t.Errorf("%v, %q", s.Faults, s.Text)
		}
	}
}

// A letter with a vowel is two glyphs; a ligature of letters is one, and so is a
// letter that is written in parts.
func TestGlyphsStandForTheirOwnCharacters(t *testing.T) {
	file := "x\n1 0 obj\n<<\n  /DescendantFonts [2 0 R]\n  /ToUnicode 3 0 R\n>>\nendobj\n2 0 obj\n<<\n  /DW 0\n  /W [0 0 364 2 3 217.5]\n>>\nendobj\n" +
		"3 0 obj\n<<>>\nstream\n<0001> <0623064F>\n<0002> <0623064F>\n<0003> <06440627>\n<0004> <064806500651>\n<0002> <04380306>\nendstream\nendobj\n"
	want := strings.NewReplacer("<0001> <0623064F>", "<0001> <064F>    ", "<0002> <0623064F>", "<0002> <0623>    ", "<064806500651>", "<06500651>    ").Replace(file)
	if got := string(mendLetters([]byte(file))); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

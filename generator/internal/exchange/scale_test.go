package exchange

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"
)

// site is what a site of so many pages gives to translators: 20 blocks a page.
func site(t testing.TB, pages int) File {
	f := empty(t, "fr")
	for page := range pages {
		for block := range 20 {
			f.Units = append(f.Units, Unit{
				Page: fmt.Sprintf("/section/page-%d/", page), ID: fmt.Sprintf("%06x%04x", page, block),
				File: fmt.Sprintf("content/en/section/page-%d/index.md", page), Line: 3 * block, Notes: []string{"paragraph", "under: What states owe"},
				Source: "**Urges** member states to give survivors access to [medical care](/help/) within 72 hours, wherever they are.\nThe text says so in *points* 13e and 13j.",
				Target: []string{"**Exhorte** les États membres à donner aux victimes l’accès aux [soins médicaux](/help/) sous 72 heures, où qu’elles soient.\nLe texte le dit aux *points* 13e et 13j."},
				State:  State(1 + block%2), Was: "**Urges** states to give survivors access to [medical care](/help/).", Base: "0a1b2c3d4e",
			})
		}
	}
	return f
}

// Ten times the pages may take ten times as long, not a hundred times. The
// limits are loose: they tell quadratic from linear, not fast from slow.
func TestTimeGrowsWithThePages(t *testing.T) {
	few, many := site(t, 50), site(t, 500)
	for name, run := range map[string]func(File){
		"PO":    func(f File) { ReadPO(po(t, f)) },
		"XLIFF": func(f File) { ReadXLIFF(xliff(t, f)) },
		"TMX":   func(f File) { tmx(t, f) },
	} {
		took := func(f File) time.Duration {
			start := time.Now()
			run(f)
			return time.Since(start)
		}
		a, b := took(few), took(many)
		t.Logf("%s: 50 pages %v, 500 pages %v", name, a, b)
		if limit := 40*a + time.Second; b > limit {
			t.Errorf("%s: 500 pages took %v, 50 took %v", name, b, a)
		}
	}
}

// hang is far above what a slow machine needs for a text, and far below what a
// quadratic reader would take.
const hang = 30 * time.Second

func TestHostileTextsAreReadInTime(t *testing.T) {
	for _, s := range []string{
		"{{ ", "}} ", "{{< a \"", "{{< a >}}", "{{< a >}}{{< /b >}}", "{{ .A }}", "[", "](", "[x](", "![", "[^", "*a _b ", "***", "*a**b", "~~a~ ", "` ``a ", "`",
		"<b", "<a:", "{#a", "http://", "http://a ", "1 ", "1.", "\\", "a line\n", "\"", "\\\"", "&", "ع",
	} {
		text := strings.Repeat(s, (1<<18)/len(s)) + "x"
		f := empty(t, "fr")
		f.Units = []Unit{{Page: "/a/", ID: "b", Source: text, Target: []string{text}, State: Current}}
		start := time.Now()
		ReadPO(po(t, f))
		ReadXLIFF(xliff(t, f))
		f.Units[0].Source = "c"
		Check(f.Units[0], nil)
		if took := time.Since(start); took > hang {
			t.Errorf("%q: %v", s, took)
		} else {
			t.Logf("%q: %v", s, took)
		}
	}
	for name, src := range map[string]string{
		"comments": strings.Repeat("#\n", 1<<19), "flags": "#, " + strings.Repeat("a,b", 1<<18), "many strings": "msgid \"\"" + strings.Repeat(" \"\"", 1<<18),
		"many lines": "msgid \"\"" + strings.Repeat("\n\"a\"", 1<<18), "references": "#: " + strings.Repeat("a:1 ", 1<<18), "entries": smallHeader + strings.Repeat("msgctxt \"/a/ b\"\nmsgid\"c\"\nmsgstr\"\"\n", 1<<15),
	} {
		start := time.Now()
		ReadPO([]byte(src))
		if took := time.Since(start); took > hang {
			t.Errorf("%s: %v", name, took)
		}
	}
}

func BenchmarkFormats(b *testing.B) {
	f := site(b, 5000)
	var sizePO, sizeXLIFF bytes.Buffer
	if err := WritePO(&sizePO, f); err != nil {
		b.Fatal(err)
	}
	// As XLIFF, so many pages are more than a reader takes.
	part := f
	part.Units = f.Units[:20*1500]
	if err := WriteXLIFF(&sizeXLIFF, part); err != nil {
		b.Fatal(err)
	}
	for _, bench := range []struct {
		name string
		size int
		run  func() error
	}{
		{"WritePO", sizePO.Len(), func() error { return WritePO(io.Discard, f) }},
		{"ReadPO", sizePO.Len(), func() error { return firstFault(ReadPO(sizePO.Bytes())) }},
		{"WriteXLIFF", sizeXLIFF.Len(), func() error { return WriteXLIFF(io.Discard, part) }},
		{"ReadXLIFF", sizeXLIFF.Len(), func() error { return firstFault(ReadXLIFF(sizeXLIFF.Bytes())) }},
		{"WriteTMX", 0, func() error { return WriteTMX(io.Discard, f) }},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.SetBytes(int64(bench.size))
			b.ReportAllocs()
			for b.Loop() {
				if err := bench.run(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// firstFault is the first of a reader's faults as an error.
func firstFault(_ File, faults []Fault) error {
	if faults != nil {
		return fmt.Errorf("%s", said(faults[:1]))
	}
	return nil
}

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

// Sixteen times the text takes sixteen times as long, not 256 times.
func TestTimeGrowsWithTheNumberOfPages(t *testing.T) {
	small, large := site(t, 8), site(t, 128)
	texts := func(f File) Unit { // one text of many lines, quotes and codes
		var b strings.Builder
		for _, u := range f.Units {
			b.WriteString(u.Source + "\n\"{{ [x](y `*")
		}
		return Unit{Page: "/a/", ID: "b", Source: b.String(), Target: []string{b.String()}, State: Current}
	}
	oneSmall, oneLarge := small, large
	oneSmall.Units, oneLarge.Units = []Unit{texts(small)}, []Unit{texts(large)}
	for name, run := range map[string]func(File){
		"PO":    func(f File) { ReadPO(po(t, f)) },
		"XLIFF": func(f File) { ReadXLIFF(xliff(t, f)) },
		"TMX":   func(f File) { tmx(t, f) },
		"Check": func(f File) {
			for _, u := range f.Units {
				Check(u, nil)
			}
		},
	} {
		for kind, pair := range map[string][2]File{"units": {small, large}, "one long text": {oneSmall, oneLarge}} {
			least := func(f File) time.Duration {
				shortest := time.Hour
				for range 2 {
					start := time.Now()
					run(f)
					shortest = min(shortest, time.Since(start))
				}
				return shortest
			}
			a, b := least(pair[0]), least(pair[1])
			t.Logf("%s, %s: %v, %v", name, kind, a, b)
			if b > 16*6*a { // sixteen times the size, on a machine that does other things too
				t.Errorf("%s, %s: %v for sixteen times what takes %v", name, kind, b, a)
			}
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

//go:build unix

package command

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/translation"
)

var pages = flag.Int("pages", 50, "measure locale status over so many pages in ten languages")

// tenLanguages are those of a large project, the reference first.
var tenLanguages = strings.Fields("en ar de es fr it nl pl pt uk")

// large writes a project of so many pages in ten languages, each recorded as
// current, and returns its folder. Its texts are the same every time; none is kept
// in memory, which would be counted as that of the program.
func large(t testing.TB, pages int) string {
	t.Helper()
	dir := t.TempDir()
	write := func(name, content string) {
		t.Helper()
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("hugo.toml", "baseURL = \"https://example.org/\"\ndefaultContentLanguage = \"en\"\n")
	random := rand.New(rand.NewPCG(1, 2))
	words := strings.Fields("bridge river town walk night lamp letter answer garden winter market voice paper harbour window")
	sentence := func(n int) string {
		s := make([]string, n)
		for i := range s {
			s[i] = words[random.IntN(len(words))]
		}
		return "The " + strings.Join(s, " ") + "."
	}
	for _, l := range tenLanguages {
		write("i18n/"+l+".toml", "hello = \"Hello\"\n")
	}
	splitter := translation.NewSplitter()
	in := func(language, text string) string { return strings.ReplaceAll(text, "The ", "The "+language+" ") }
	for n := range pages {
		title, summary := strings.TrimSuffix(sentence(4), "."), sentence(11)
		var b strings.Builder
		for range 3 {
			fmt.Fprintf(&b, "\n## %s\n\n%s\n\n%s [link](/p1/).\n\n", sentence(4), sentence(25), sentence(18))
			for range 3 {
				fmt.Fprintf(&b, "- %s\n", sentence(9))
			}
		}
		var source translation.Text
		for i, l := range tenLanguages {
			page := fmt.Sprintf("content/%s/s%d/p%d/index", l, n/100, n)
			text := translation.Text{
				Named: []translation.Block{
					translation.Named(translation.Field, "title", in(l, title)),
					translation.Named(translation.Field, "summary", in(l, summary)),
				},
				Body: splitter.Split([]byte(in(l, b.String()))),
			}
			write(page+".md", fmt.Sprintf("---\ntitle: %s\nsummary: %s\n---\n%s", text.Named[0].Text, text.Named[1].Text, in(l, b.String())))
			if i == 0 {
				source = text
				continue
			}
			record := translation.Accept(translation.Compare(source, text, nil), func(translation.Unit) bool { return true })
			write(page+translation.RecordEnding, string(record.Bytes()))
		}
	}
	return dir
}

// usage is what a run of the program used.
type usage struct {
	wall, processor time.Duration
	memory          int64 // bytes, at most
}

func measureStatus(t testing.TB, dir string, pages int) usage {
	t.Helper()
	cmd := child(t, dir, "locale", "status")
	start := time.Now()
	printed, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, printed)
	}
	if row := fmt.Sprintf("%d/%d", pages, pages); strings.Count(string(printed), row) != len(tenLanguages)-1 {
		t.Fatalf("not all pages are counted:\n%s", printed)
	}
	u := usage{wall: time.Since(start), processor: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()}
	if r, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		// Linux counts in kibibytes, and what this process has used as well.
		u.memory = int64(r.Maxrss) << 10
	}
	return u
}

// Twice the pages take twice the time: anything that compares pages with pages
// would take four times as long.
func TestStatusIsLinearInPages(t *testing.T) {
	const few, many = 150, 600
	small, big := large(t, few), large(t, many)
	best := func(dir string, pages int) time.Duration {
		least := time.Hour
		for range 3 {
			least = min(least, measureStatus(t, dir, pages).processor)
		}
		return least
	}
	ratio := float64(best(big, many)) / float64(best(small, few))
	t.Logf("%d times the pages: %.1f times the work", many/few, ratio)
	if ratio > 1.5*many/few {
		t.Errorf("%d times the pages take %.1f times the work", many/few, ratio)
	}
}

// With -pages 5000, as make measure says, the size that status is made for.
func TestStatusOfManyPagesInTenLanguagesIsFrugal(t *testing.T) {
	dir := large(t, *pages)
	measureStatus(t, dir, *pages) // so that the files are in memory
	for range 3 {
		u := measureStatus(t, dir, *pages)
		t.Logf("%d pages in ten languages: %.2f s, processors %.2f s, %d MiB", *pages, u.wall.Seconds(), u.processor.Seconds(), u.memory>>20)
		if u.memory > 1<<30 {
			t.Error("more than 1 GiB")
		}
	}
}

func BenchmarkStatus(b *testing.B) {
	for _, n := range []int{100, 400} {
		b.Run(fmt.Sprintf("%d pages", n), func(b *testing.B) {
			dir := large(b, n)
			for b.Loop() {
				p, err := project.Load(os.DirFS(dir))
				if err != nil {
					b.Fatal(err)
				}
				p.Progress(p.Languages[1:], nil)
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n*len(tenLanguages)), "µs/page")
		})
	}
}

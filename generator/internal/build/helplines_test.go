package build_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"resolutionsite/generator/internal/build"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/testproject"
	"resolutionsite/generator/internal/translation"
)

// lines has helplines in every state on 1 March 2026; their numbers are nothing
// else in the project.
const lines = `helplines:
  - {id: xa-current, countries: [FR], name: Confirmed, lang: en, hours: 24/7, free: true, languages: [fr, uk], numbers: [{kind: call, number: "0811 77 01 01"}, {kind: sms, number: "77102"}, {kind: whatsapp, number: "811 770 103"}], site: "https://a.example/", fact: H1, seen: 2026-01-01, checked: 2025-12-01, checkedBy: A}
  - {id: xb-expired, countries: [BE], name: Expired, lang: en, hours: 24/7, numbers: [{kind: call, number: "0811 77 02 01"}, {kind: sms, number: "77202"}, {kind: whatsapp, number: "811 770 203"}], site: "https://b.example/", fact: H1, seen: 2026-01-01, checked: 2025-11-30, checkedBy: A}
  - {id: xc-never, countries: [BE, EU], name: Never, lang: en, hours: 24/7, numbers: [{kind: call, number: "0811-770301"}], site: "https://c.example/", fact: H1, seen: 2026-01-01}
  - {id: xd-host, countries: [IT], name: Host, lang: en, hours: unknown, numbers: [{kind: call, number: "77401"}], site: "https://www.77401.example/", fact: H1, seen: 2026-01-01}
`

// helped is a page of help; its words about the second line have changed since it
// was translated.
func helped(title, summary, about string) string {
	return "---\ntitle: " + title + "\nsummary: " + summary + "\nclass: critical\nservices:\n" + about + "---\n\n"
}

// withHelplines is the test project with a page of help, translated into French,
// outdated there, and borrowed in Arabic.
func withHelplines(t *testing.T) string {
	t.Helper()
	root := filepath.Join(t.TempDir(), "project")
	if err := testproject.Copy(root); err != nil {
		t.Fatal(err)
	}
	repository, err := testproject.Repository()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(repository, "node_modules"), filepath.Join(root, "node_modules")); err != nil {
		t.Fatal(err)
	}
	about := func(a, b, c, d string) string {
		return "  - {id: xa-current, about: " + a + "}\n  - {id: xb-expired, about: " + b + "}\n  - {id: xc-never, about: " + c + "}\n  - {id: xd-host, about: " + d + "}\n"
	}
	english, french := filepath.Join(root, "content/en/help/index.md"), filepath.Join(root, "content/fr/help/index.md")
	write(t, filepath.Join(root, "content/en", project.HelplinesFile), lines)
	write(t, english, helped("Help", "Where to turn.", about("For all people.", "For many people.", "For some people.", "For few people."))+"## Services\n\n{{< services >}}\n")
	// The translation lacks the call of the directory.
	write(t, french, strings.Replace(helped("Aide", "À qui s’adresser.", about("Pour toutes les personnes.", "Pour beaucoup de personnes.", "Pour certaines personnes.", "Pour peu de personnes.")), "class: critical\n", "review: unreviewed\n", 1)+"## Services\n")
	p, err := project.Load(os.DirFS(root))
	if err != nil {
		t.Fatal(err)
	}
	l, _ := p.Language("fr")
	for _, page := range p.Pages {
		if page.Language.Key == "fr" && page.Path == "/help/" {
			tr := p.Translation(l, page.Path, false)
			write(t, filepath.Join(root, tr.RecordFile), string(translation.Accept(tr.Units, func(translation.Unit) bool { return true }).Bytes()))
		}
	}
	write(t, english, strings.Replace(read(t, english), "For many people.", "For women in need.", 1))
	return root
}

func read(t *testing.T, name string) string {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func builtOn(t *testing.T, root, day string) string {
	t.Helper()
	date, err := time.Parse(time.DateOnly, day)
	if err != nil {
		t.Fatal(err)
	}
	result, err := build.Run(context.Background(), build.Options{Root: root, Out: filepath.Join(root, "public"), Date: date, Progress: func(string) {}})
	if err != nil {
		t.Fatal(err)
	}
	if result.Diagnostics.HasErrors() {
		t.Fatal(result.Diagnostics)
	}
	return filepath.Join(root, "public")
}

// number is a text whose digits stand apart from letters, so that no hash is one.
func number(n project.HelplineNumber) *regexp.Regexp {
	return regexp.MustCompile(`(^|[^0-9A-Za-z+/_-])` + strings.Join(strings.Split(n.Digits(), ""), `[\s\x{a0}\x{202f}\x{2010}-\x{2013}.%-]{0,3}`) + `($|[^0-9A-Za-z+/_])`)
}

// TestNoUnconfirmedNumberIsPublishedAnywhere looks through every file of a site,
// the compressed ones and the search index as well.
func TestNoUnconfirmedNumberIsPublishedAnywhere(t *testing.T) {
	root := withHelplines(t)
	for _, tc := range []struct {
		day   string
		shown []string
	}{
		{"2026-03-01", []string{"xa-current"}},
		{"2026-03-02", nil}, // nothing of it is left in the folder of the day before
	} {
		out := builtOn(t, root, tc.day)
		p, err := project.Load(os.DirFS(root))
		if err != nil {
			t.Fatal(err)
		}
		files := 0
		err = filepath.WalkDir(filepath.Dir(out), func(name string, entry fs.DirEntry, err error) error {
			folder, _ := filepath.Rel(filepath.Dir(out), name)
			if err != nil || entry.IsDir() || !strings.HasPrefix(folder, "public") || strings.HasSuffix(name, ".br") {
				return err
			}
			content, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			if z, err := gzip.NewReader(bytes.NewReader(content)); err == nil {
				if content, err = io.ReadAll(z); err != nil {
					return err
				}
			}
			files++
			for _, h := range p.Helplines.Entries {
				// Whoever runs a line may have named its site by the number.
				text := strings.ReplaceAll(string(content), `href="`+h.Site+`"`, "")
				for _, n := range h.Numbers {
					shown := len(tc.shown) > 0 && h.ID == tc.shown[0]
					if !shown && number(n).MatchString(text) {
						t.Errorf("%s: %s holds %s of %s", tc.day, folder, n.Number, h.ID)
					}
				}
			}
			return nil
		})
		if err != nil || files < 100 {
			t.Fatal(files, err)
		}
		for _, language := range []string{"en", "fr", "ar"} {
			page := read(t, filepath.Join(out, language, "help", "index.html"))
			for _, link := range []string{`<a href="tel:0811770101">0811 77 01 01</a>`, `<a href="sms:77102">77102</a>`, `<bdi dir="ltr">811 770 103</bdi>`} {
				if got := strings.Contains(page, link); got != (tc.shown != nil) {
					t.Errorf("%s, %s: %s shown: %v", tc.day, language, link, got)
				}
			}
			for _, site := range []string{"https://a.example/", "https://b.example/", "https://c.example/", "https://www.77401.example/"} {
				if !strings.Contains(page, `href="`+site+`"`) {
					t.Errorf("%s, %s: nothing leads to %s", tc.day, language, site)
				}
			}
		}
	}
	french := read(t, filepath.Join(root, "public", "fr", "help", "index.html"))
	for _, want := range []string{`<p lang="en" dir="ltr">For women in need.</p>`, `<p>Pour toutes les personnes.</p>`, `id="country-be"`, `>Belgique</h3>`, `id="country-eu"`} {
		if !strings.Contains(french, want) {
			t.Errorf("the French page lacks %s", want)
		}
	}
	if strings.Contains(french, "beaucoup de personnes") {
		t.Error("the French page shows what is outdated")
	}
	if eu, be := strings.Index(french, `id="country-eu"`), strings.Index(french, `id="country-be"`); eu > be {
		t.Error("lines of the European Union do not come first")
	}
}

func TestTheTestOfNumbersFindsThem(t *testing.T) {
	n := number(project.HelplineNumber{Kind: "call", Number: "0811 77 01"})
	for text, want := range map[string]bool{"08117701": true, "<a href=\"tel:08117701\">": true, "0811-77 01": true, "0811&7701": false, "x08117701": false, "081177012": false} {
		if n.MatchString(text) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}

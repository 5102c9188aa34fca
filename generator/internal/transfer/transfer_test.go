package transfer_test

import (
	"bytes"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/exchange"
	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/transfer"
	"resolutionsite/generator/internal/translation"
)

// say gives notes no words.
func say(id string, _ map[string]any) string { return id }

func load(t *testing.T, fsys fs.FS) *project.Project {
	t.Helper()
	p, err := project.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// The project of the tests, as its files.
func files() map[string]string {
	return map[string]string{
		"hugo.toml":                 "baseURL = \"https://example.org/\"\ndefaultContentLanguage = \"en\"\n",
		"i18n/en.toml":              "# On every page\nhello = \"Hello\"\nbye = \"Good bye\"\n\n# Counts\npages.one = \"{{ .Count }} page\"\npages.other = \"{{ .Count }} pages\"\n",
		"i18n/uk.toml":              "# Українською\nhello = \"Вітаємо\" # note\n",
		"content/en/_index.md":      "---\ntitle: Home\nsummary: The home page\n---\n\n## Welcome\n\nFirst paragraph of *some* length.\n\n- one of two\n- two of two, see [help](/help/)\n\nThe number is 112.\n",
		"content/uk/_index.md":      "---\ntitle: Головна\nsummary: Головна сторінка\nreview: unreviewed\n---\n\n## Вітаємо\n\n- перше з двох\n- друге з двох, див. [допомогу](/help/)\n\nНомер 112.\n",
		"content/en/help/_index.md": "---\ntitle: Help\nsummary: Whom to ask\n---\n\nAsk for help.\n\n## Where {#where}\n\n> Quoted words\n> on two lines.\n",
	}
}

func mapFS(files map[string]string) fstest.MapFS {
	m := fstest.MapFS{}
	for name, text := range files {
		m[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return m
}

func language(t *testing.T, p *project.Project, key string) locale.Language {
	t.Helper()
	l, ok := p.Language(key)
	if !ok {
		t.Fatalf("no language %s", key)
	}
	return l
}

func export(t *testing.T, p *project.Project, key string) exchange.File {
	t.Helper()
	return transfer.Export(p, language(t, p, key), transfer.ExportOptions{Say: say})
}

// withUnit changes the unit of a file whose source begins with words.
func withUnit(t *testing.T, f exchange.File, source string, change func(*exchange.Unit)) exchange.File {
	t.Helper()
	f.Units = slices.Clone(f.Units)
	for i := range f.Units {
		if strings.HasPrefix(f.Units[i].Source, source) {
			change(&f.Units[i])
			return f
		}
	}
	t.Fatalf("no unit %q", source)
	return f
}

// done sets a finished translation.
func done(words ...string) func(*exchange.Unit) {
	return func(u *exchange.Unit) { u.Target, u.State = words, exchange.Current }
}

// apply is the project's files after a plan.
func apply(files map[string]string, plan *transfer.Plan) map[string]string {
	after := maps.Clone(files)
	for name, content := range plan.Files {
		after[name] = string(content)
	}
	return after
}

func ids(l diag.List) string {
	var out []string
	for _, d := range l {
		out = append(out, d.Severity.String()+" "+d.ID)
	}
	return strings.Join(out, "; ")
}

func TestWhatIsBroughtBackUnchangedChangesNothing(t *testing.T) {
	for name, fsys := range map[string]fs.FS{"test project": mapFS(files()), "repository": os.DirFS("../../..")} {
		p := load(t, fsys)
		for _, l := range p.Languages {
			if l.Key == p.Reference.Key {
				continue
			}
			plan := transfer.Import(p, export(t, p, l.Key), transfer.ImportOptions{Name: "f.po"})
			if len(plan.Files) > 0 || len(plan.Found) > 0 {
				t.Errorf("%s %s: %v %s", name, l.Tag, slices.Collect(maps.Keys(plan.Files)), ids(plan.Found))
			}
			if plan.New+plan.Changed+plan.Confirmed > 0 || plan.Unchanged == 0 {
				t.Errorf("%s %s: %+v", name, l.Tag, plan)
			}
		}
	}
}

func TestATranslationIsPutWhereItBelongs(t *testing.T) {
	before := files()
	p := load(t, mapFS(before))
	f := export(t, p, "uk")
	f = withUnit(t, f, "First paragraph", done("Перший абзац *якоїсь* довжини."))
	f = withUnit(t, f, "one of two", done("одне з двох"))
	f = withUnit(t, f, "Good bye", done("До побачення"))
	f = withUnit(t, f, "{{ .Count }} page", done("{{ .Count }} сторінка", "{{ .Count }} сторінки", "{{ .Count }} сторінок", "{{ .Count }} сторінки"))
	plan := transfer.Import(p, f, transfer.ImportOptions{Name: "f.po"})
	if len(plan.Found) > 0 {
		t.Fatal(ids(plan.Found))
	}
	after := apply(before, plan)
	if want := strings.NewReplacer("## Вітаємо\n", "## Вітаємо\n\nПерший абзац *якоїсь* довжини.\n", "перше з", "одне з").Replace(before["content/uk/_index.md"]); after["content/uk/_index.md"] != want {
		t.Errorf("the page is\n%s", after["content/uk/_index.md"])
	}
	if want := before["i18n/uk.toml"] + "bye = \"До побачення\"\npages.one = \"{{ .Count }} сторінка\"\npages.few = \"{{ .Count }} сторінки\"\npages.many = \"{{ .Count }} сторінок\"\npages.other = \"{{ .Count }} сторінки\"\n"; after["i18n/uk.toml"] != want {
		t.Errorf("the catalogue is\n%s", after["i18n/uk.toml"])
	}
	if plan.New != 3 || plan.Changed != 1 {
		t.Errorf("counts %+v", plan)
	}
	// Everything is recorded, and current.
	p = load(t, mapFS(after))
	for _, at := range []string{"/", project.StringsPath} {
		tr := p.Translation(language(t, p, "uk"), at, false)
		if c := translation.Count(tr.Units); tr.Record == nil || c.Outdated+c.Missing+c.Orphan > 0 {
			t.Errorf("%s: recorded %v, %+v", at, tr.Record != nil, c)
		}
	}
}

func TestAPageThatIsMissingIsMadeAfterTheModelOfItsSource(t *testing.T) {
	before := files()
	p := load(t, mapFS(before))
	f := export(t, p, "uk")
	f = withUnit(t, f, "Help", done("Допомога"))
	f = withUnit(t, f, "Whom to ask", done("До кого звернутися"))
	f = withUnit(t, f, "Where", done("Де"))
	f = withUnit(t, f, "Quoted", done("Слова"))
	plan := transfer.Import(p, f, transfer.ImportOptions{Name: "f.po"})
	after := apply(before, plan)
	want := "---\ntitle: Допомога\nsummary: До кого звернутися\nreview: unreviewed\n---\n\n## Де {#where}\n\n> Слова\n"
	if got := after["content/uk/help/_index.md"]; got != want || len(plan.Found) > 0 {
		t.Errorf("%s\n%s", ids(plan.Found), got)
	}
	p = load(t, mapFS(after))
	if c := translation.Count(p.Translation(language(t, p, "uk"), "/help/", false).Units); c != (translation.Counts{Current: 4, Missing: 1}) {
		t.Errorf("counts %+v", c)
	}
}

func TestNewerWorkInTheProjectIsNeverOverwritten(t *testing.T) {
	before := files()
	p := load(t, mapFS(before))
	f := export(t, p, "uk")
	newer := maps.Clone(before)
	newer["content/uk/_index.md"] = strings.Replace(before["content/uk/_index.md"], "перше з двох", "найперше з двох", 1)
	newer["i18n/uk.toml"] = strings.Replace(before["i18n/uk.toml"], "Вітаємо", "Вітання", 1)
	p = load(t, mapFS(newer))
	if plan := transfer.Import(p, f, transfer.ImportOptions{}); len(plan.Found)+len(plan.Files) > 0 {
		t.Errorf("a file without edits: %s %v", ids(plan.Found), slices.Collect(maps.Keys(plan.Files)))
	}
	f = withUnit(t, f, "one of two", done("одне з двох"))
	f = withUnit(t, f, "Hello", done("Добрий день"))
	f = withUnit(t, f, "The number", done("Це номер 112."))
	plan := transfer.Import(p, f, transfer.ImportOptions{})
	if got := ids(plan.Found); got != "error import-conflict; error import-conflict" || plan.Files != nil {
		t.Errorf("%s, files %v", got, slices.Collect(maps.Keys(plan.Files)))
	}
}

func TestATranslationOfAnEarlierSourceIsOutdated(t *testing.T) {
	before := files()
	p := load(t, mapFS(before))
	f := export(t, p, "uk")
	f = withUnit(t, f, "First paragraph", done("Перший абзац *якоїсь* довжини."))
	f = withUnit(t, f, "one of two", done("одне з двох"))
	f = withUnit(t, f, "Good bye", done("До побачення"))
	later := maps.Clone(before)
	later["content/en/_index.md"] = strings.NewReplacer("of *some* length", "of *another* length", "- one of two\n", "").Replace(before["content/en/_index.md"])
	later["i18n/en.toml"] = strings.Replace(before["i18n/en.toml"], "Good bye", "Farewell", 1)
	p = load(t, mapFS(later))
	plan := transfer.Import(p, f, transfer.ImportOptions{})
	if got := ids(plan.Found); got != "warning import-gone" {
		t.Fatal(got)
	}
	p = load(t, mapFS(apply(later, plan)))
	var got []string
	for _, at := range []string{"/", project.StringsPath} {
		for _, u := range p.Translation(language(t, p, "uk"), at, false).Units {
			if u.State == translation.Outdated || u.State == translation.Orphan {
				got = append(got, string(u.State)+" "+u.Target[0].Text+" "+strings.Join(u.Was, ""))
			}
		}
	}
	want := "outdated Перший абзац *якоїсь* довжини. First paragraph of *some* length.; orphan перше з двох ; outdated До побачення Good bye"
	if strings.Join(got, "; ") != want {
		t.Errorf("got %s", strings.Join(got, "; "))
	}
}

// The target of a link is cosmetic to the record, and not to a reader.
func TestATranslationIsHeldToTheLinksThatTheSourceHasNow(t *testing.T) {
	before := files()
	p := load(t, mapFS(before))
	f := withUnit(t, export(t, p, "uk"), "two of two", done("друге з двох, дивіться [допомогу](/help/)"))
	later := maps.Clone(before)
	later["content/en/_index.md"] = strings.Replace(before["content/en/_index.md"], "[help](/help/)", "[help](https://example.org/)", 1)
	p = load(t, mapFS(later))
	plan := transfer.Import(p, f, transfer.ImportOptions{})
	if got := ids(plan.Found); !strings.Contains(got, "error exchange-link-lost") || plan.Files != nil {
		t.Errorf("a link that leads elsewhere now: %s", got)
	}
}

func TestAnUnfinishedTranslationIsNotCurrent(t *testing.T) {
	before := files()
	p := load(t, mapFS(before))
	f := withUnit(t, export(t, p, "uk"), "First paragraph", func(u *exchange.Unit) {
		u.Target, u.State = []string{"Перший абзац"}, exchange.Outdated
	})
	f = withUnit(t, f, "one of two", func(u *exchange.Unit) { u.Target, u.State = []string{"одне"}, exchange.Outdated })
	p = load(t, mapFS(apply(before, transfer.Import(p, f, transfer.ImportOptions{}))))
	if c := translation.Count(p.Translation(language(t, p, "uk"), "/", false).Units); c.Outdated != 2 || c.Missing != 0 {
		t.Errorf("counts %+v", c)
	}
}

func TestAFileConfirmsWhatIsOutdated(t *testing.T) {
	before := files()
	p := load(t, mapFS(before))
	tr := p.Translation(language(t, p, "uk"), "/", false)
	before[tr.RecordFile] = string(translation.Accept(tr.Units, func(translation.Unit) bool { return true }).Bytes())
	before["content/en/_index.md"] = strings.Replace(before["content/en/_index.md"], "The number is", "The number stays", 1)
	p = load(t, mapFS(before))
	f := export(t, p, "uk")
	f = withUnit(t, f, "The number", func(u *exchange.Unit) {
		if u.State != exchange.Outdated || u.Was != "The number is 112." {
			t.Errorf("exported as %+v", u)
		}
		u.State = exchange.Current
	})
	plan := transfer.Import(p, f, transfer.ImportOptions{})
	if plan.Confirmed != 1 || len(plan.Files) != 1 {
		t.Errorf("%+v", plan)
	}
	p = load(t, mapFS(apply(before, plan)))
	if c := translation.Count(p.Translation(language(t, p, "uk"), "/", false).Units); c.Outdated != 0 {
		t.Errorf("counts %+v", c)
	}
}

func TestWordsThatWouldChangeThePageAreGuardedOrRefused(t *testing.T) {
	before := files()
	p := load(t, mapFS(before))
	for _, tc := range []struct{ words, want string }{
		{"- не список", "\n\n\\- не список\n"},
		{"1. не список", "\n\n1\\. не список\n"},
		{"# не заголовок", "\n\n\\# не заголовок\n"},
		{"Слово\n---", "\n\nСлово\\\n\\---\n"},
		{"Рядок\nі ще", "\n\nРядок\\\nі ще\n"},
		{"Перший\n\nДругий", "\n\nПерший\n\nДругий\n"},
	} {
		f := withUnit(t, export(t, p, "uk"), "First paragraph", done(tc.words))
		plan := transfer.Import(p, f, transfer.ImportOptions{Differences: true})
		got := apply(before, plan)["content/uk/_index.md"]
		if plan.Found.HasErrors() || !strings.Contains(got, tc.want) {
			t.Errorf("%q: %s\n%s", tc.words, ids(plan.Found), got)
		}
	}
	for _, words := range []string{"<div>x</div>", "<b>x</b>", "слово {{< nothing >}}"} {
		f := withUnit(t, export(t, p, "uk"), "First paragraph", done(words))
		if plan := transfer.Import(p, f, transfer.ImportOptions{}); !plan.Found.HasErrors() || plan.Files != nil {
			t.Errorf("%q was taken: %s", words, plan.Files["content/uk/_index.md"])
		}
	}
}

func TestAFileForAnotherProjectIsRefused(t *testing.T) {
	p := load(t, mapFS(files()))
	for want, change := range map[string]func(*exchange.File){
		"error import-language":        func(f *exchange.File) { f.Target = "pl" },
		"error import-reference":       func(f *exchange.File) { f.Target = "en" },
		"error import-source-language": func(f *exchange.File) { f.Source = "de" },
		"error import-page-nearest":    func(f *exchange.File) { f.Units[len(f.Units)-1].Page = "/hepl/" },
	} {
		f := export(t, p, "uk")
		change(&f)
		if plan := transfer.Import(p, f, transfer.ImportOptions{}); ids(plan.Found) != want || plan.Files != nil {
			t.Errorf("want %s, got %s", want, ids(plan.Found))
		}
	}
}

func TestAPlanIsWrittenWholeOrNotAtAll(t *testing.T) {
	root := t.TempDir()
	for name, text := range files() {
		if err := os.MkdirAll(filepath.Join(root, filepath.Dir(name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(root, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	p := load(t, os.DirFS(root))
	f := withUnit(t, export(t, p, "uk"), "one of two", done("одне з двох"))
	f = withUnit(t, f, "Hello", done("Добрий день"))
	plan := transfer.Import(p, f, transfer.ImportOptions{})
	// Somebody was quicker.
	if err := os.WriteFile(filepath.Join(root, "i18n/uk.toml"), []byte("hello = \"Інше\"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := plan.Write(root); err == nil || !strings.Contains(err.Error(), "i18n/uk.toml") {
		t.Errorf("error %v", err)
	}
	page, _ := os.ReadFile(filepath.Join(root, "content/uk/_index.md"))
	if string(page) != files()["content/uk/_index.md"] {
		t.Error("one of the files was written")
	}
	p = load(t, os.DirFS(root))
	plan = transfer.Import(p, withUnit(t, export(t, p, "uk"), "one of two", done("одне з двох")), transfer.ImportOptions{})
	if err := plan.Write(root); err != nil {
		t.Fatal(err)
	}
	for name, want := range plan.Files {
		if got, err := os.ReadFile(filepath.Join(root, name)); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s: %v\n%s", name, err, got)
		}
	}
	left, _ := filepath.Glob(filepath.Join(root, "*/*/.part-*"))
	if len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestTheItemOfAListIsFoundByItsID(t *testing.T) {
	before := files()
	before["content/en/said/index.md"] = "---\ntitle: Messages\nsummary: What we say\ntype: messages\nmessages:\n  - id: night\n    text: At night\n  - id: day\n    text: By day\n  - id: young\n    text: For the young\n---\n"
	before["content/uk/said/index.md"] = "---\ntitle: Послання\nsummary: Що ми кажемо\nmessages:\n  - id: day\n    text: Удень\n---\n"
	p := load(t, mapFS(before))
	f := export(t, p, "uk")
	f = withUnit(t, f, "By day", done("Вдень"))
	f = withUnit(t, f, "At night", done("Вночі"))
	f = withUnit(t, f, "For the young", done("Для молоді"))
	plan := transfer.Import(p, f, transfer.ImportOptions{Name: "f.po"})
	want := "---\ntitle: Послання\nsummary: Що ми кажемо\nmessages:\n  - id: day\n    text: Вдень\n  - id: night\n    text: Вночі\n  - id: young\n    text: Для молоді\n---\n"
	after := apply(before, plan)
	if got := after["content/uk/said/index.md"]; got != want || len(plan.Found) > 0 {
		t.Errorf("%s\n%s", ids(plan.Found), got)
	}
	p = load(t, mapFS(after))
	for _, u := range p.Translation(language(t, p, "uk"), "/said/", false).Units {
		if strings.HasPrefix(u.Name(), "messages.") && u.State != translation.Current {
			t.Errorf("%s is %v", u.Name(), u.State)
		}
	}
}

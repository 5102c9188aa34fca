package project_test

import (
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/testproject"
	"resolutionsite/generator/internal/translation"
)

// edit is a change of the original, and what it makes of its translations: the
// blocks that are not current any more, with the words that the original has now
// or, where they are gone, had.
type edit struct {
	name string
	// changes are words and what takes their place, one after the other.
	changes []string
	want    []string
}

// An original that is edited, and what follows for all translations of it.
var edits = []edit{
	{"nothing", nil, nil},
	// What is cosmetic.
	{"white space between words and at the end of lines", []string{
		"Call your local emergency number.", "Call  your local emergency number.   \t",
		"\n## Medical care\n", "\n\n\n##   Medical care  \n",
	}, nil},
	{"line wrapping", []string{"Other sites may keep a record of your visit.", "Other sites may\nkeep a record\nof your visit."}, nil},
	{"typographic quotation marks", []string{"victims’ information", "victims' information"}, nil},
	{"a list with another sign", []string{"\n- Germany", "\n* Germany"}, nil},
	{"the target of a link", []string{"(/about/safety/)", "(/about/privacy/ \"a title\")"}, nil},
	{"the level of a heading", []string{"## Medical care", "### Medical care"}, nil},
	{"a heading that is underlined", []string{"## Medical care", "Medical care\n------------"}, nil},
	// Words.
	{"the wording of a paragraph", []string{"Seek care as early as you can.", "Look for care as early as possible."}, []string{
		"outdated Medical care is useful at any",
	}},
	{"a number", []string{"it is 112.", "it is 911."}, []string{"outdated Call your local emergency number. In"}},
	{"a sentence more in a paragraph", []string{"They are not only for what happens in war.", "They are not only for what happens in war. Most are free."}, []string{
		"outdated Most of these services are for",
	}},
	{"the text of a link", []string{"[How to leave fewer traces]", "[How to leave no trace]"}, []string{"outdated Other sites may keep a record"}},
	{"words that become a link", []string{"Your browser may", "[Your browser](/about/privacy/) may"}, []string{"outdated Other sites may keep a record"}},
	{"the words of a heading", []string{"## In immediate danger", "## If you are in danger now"}, []string{"outdated If you are in danger now"}},
	{"a heading whose words are all others", []string{"## Medical care", "## Doctors"}, []string{"outdated Doctors"}},
	{"the words of an item", []string{"help in armed conflict", "help in war"}, []string{"outdated [International Committee of the Red Cross](https:"}},
	// Places.
	{"a paragraph that is moved to the end", []string{
		"This site gives no legal, medical or psychological advice. It cannot receive reports.\n\n", "",
		"reports and statements\n", "reports and statements\n\nThis site gives no legal, medical or psychological advice. It cannot receive reports.\n",
	}, nil},
	{"an item that is moved", []string{
		"- France: [the line for women who live with violence](https://solidaritefemmes.org/appeler-le-3919/)\n", "",
		"- Portugal:", "- France: [the line for women who live with violence](https://solidaritefemmes.org/appeler-le-3919/)\n- Portugal:",
	}, nil},
	{"a section that is moved", []string{
		"## Medical care\n\nMedical care is useful at any time. Some treatments work only if they are started very soon. Seek care as early as you can.\n\n", "",
		"## In immediate danger", "## Medical care\n\nMedical care is useful at any time. Some treatments work only if they are started very soon. Seek care as early as you can.\n\n## In immediate danger",
	}, nil},
	{"a paragraph that is moved and reworded", []string{
		"This site gives no legal, medical or psychological advice. It cannot receive reports.\n\n", "",
		"reports and statements\n", "reports and statements\n\nThis site gives no legal, medical or psychological advice, and it cannot receive reports.\n",
	}, []string{"outdated This site gives no legal, medical"}},
	// Splitting and joining.
	{"a paragraph that is split", []string{"only if they are started very soon. Seek", "only if they are started very soon.\n\nSeek"}, nil},
	{"a paragraph that is split and reworded", []string{"only if they are started very soon. Seek care as early as you can.", "only if they are started very soon.\n\nLook for care as early as you can."}, []string{
		"outdated Medical care is useful at any | Look for care as early as",
	}},
	{"two paragraphs that are joined", []string{"They are not only for what happens in war.\n\nThe pages", "They are not only for what happens in war. The pages"}, nil},
	{"an item that becomes a paragraph", []string{
		"statements\n", "statements\n", // it is the last
		"- [United Nations office", "[United Nations office",
		"reparation for victims and survivors\n", "reparation for victims and survivors\n\n",
	}, nil},
	// What is gone and what is new.
	{"a paragraph that is deleted", []string{"They are not emergency services. Their pages say what they do.\n\n", ""}, []string{"orphan They are not emergency services. Their"}},
	{"an item that is deleted", []string{"- Italy: [the national line against violence and stalking](https://www.1522.eu/cose-1522/?lang=en)\n", ""}, []string{
		"orphan Italy: [the national line against violence",
	}},
	{"a section that is deleted", []string{
		"## Medical care\n\nMedical care is useful at any time. Some treatments work only if they are started very soon. Seek care as early as you can.\n\n", "",
	}, []string{"orphan Medical care", "orphan Medical care is useful at any"}},
	{"a paragraph that is added", []string{"## Medical care", "Say where you are.\n\n## Medical care"}, []string{"missing Say where you are."}},
	{"an item that is added", []string{"- Italy:", "- Ireland: [the national line on domestic abuse](https://www.example.org/)\n- Italy:"}, []string{
		"missing Ireland: [the national line on domestic",
	}},
	{"a section that is added", []string{"## Medical care", "## Legal advice\n\nAsk a lawyer before you sign anything.\n\n## Medical care"}, []string{
		"missing Legal advice", "missing Ask a lawyer before you sign",
	}},
	{"a paragraph in the place of another", []string{
		"They are not emergency services. Their pages say what they do.", "Below stand organisations that work across borders, in alphabetical order.",
	}, []string{"orphan They are not emergency services. Their", "missing Below stand organisations that work across"}},
	// Fields of the front matter.
	{"the title", []string{"title: Help", "title: Getting help"}, []string{"outdated Getting help"}},
	{"the summary", []string{"and how to use these pages safely", "and how to read these pages safely"}, []string{"outdated Where to turn, and how to"}},
	{"a field in quotation marks", []string{"title: Help", "title: \"Help\""}, nil},
	{"a field that is added", []string{"quiet: true", "quiet: true\ncontentNote: This page speaks of violence."}, []string{"missing This page speaks of violence."}},
	// Strings of the interface.
	{"a string", []string{"nav_label = \"Main navigation\"", "nav_label = \"Main menu\""}, []string{"outdated Main menu"}},
	{"a string that is added", []string{"nav_label =", "nav_label_of_the_test = \"A string of the test\"\nnav_label ="}, []string{"missing A string of the test"}},
	{"a string that is deleted", []string{"nav_label = \"Main navigation\"\n", ""}, []string{"orphan Main navigation"}},
}

const editedPage = "content/en/help/_index.md"

func TestEditsOfTheOriginalMakeOutdatedWhatTheyChangeAndNothingElse(t *testing.T) {
	recorded := recordedRepository(t)
	for _, e := range edits {
		changed := maps.Clone(recorded)
		for i := 0; i < len(e.changes); i += 2 {
			replaceOnce(t, changed, e.name, e.changes[i], e.changes[i+1])
		}
		p := load(t, changed)
		t.Logf("%-52s %s", e.name, strings.Join(e.want, "; "))
		for _, l := range p.Languages[1:] {
			var got []string
			for _, at := range []string{"/help/", project.StringsPath} {
				for _, u := range p.Translation(l, at, true).Units {
					if u.State != translation.Current {
						got = append(got, string(u.State)+" "+opening(u))
					}
				}
			}
			if !slices.Equal(got, e.want) {
				t.Errorf("%s, %s: not current are\n\t%s\nwant\n\t%s", e.name, l.Tag, strings.Join(got, "\n\t"), strings.Join(e.want, "\n\t"))
			}
		}
	}
	if n := len(edits) - 1; n < 20 {
		t.Errorf("%d edits", n)
	}
}

// opening is the first words of what the original says, or said.
func opening(u translation.Unit) string {
	texts := slices.Clone(u.Was)
	if len(u.Source) > 0 {
		texts = nil
		for _, b := range u.Source {
			texts = append(texts, b.Text)
		}
	}
	for i, text := range texts {
		words := strings.Fields(text)
		texts[i] = strings.Join(words[:min(len(words), 6)], " ")
		if before, _, isLink := strings.Cut(texts[i], "](https:"); isLink {
			texts[i] = before + "](https:"
		}
	}
	return strings.Join(texts, " | ")
}

// recordedRepository is a help page in six languages, kept as it once was, and the
// strings of the repository, with records by which everything is current.
func recordedRepository(t *testing.T) fstest.MapFS {
	t.Helper()
	root, err := testproject.Repository()
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{}
	take := func(folder, pattern string) {
		names, err := fs.Glob(os.DirFS(folder), pattern)
		if err != nil || len(names) == 0 {
			t.Fatal(pattern, err)
		}
		for _, name := range names {
			data, err := fs.ReadFile(os.DirFS(folder), name)
			if err != nil {
				t.Fatal(err)
			}
			fsys[name] = &fstest.MapFile{Data: data}
		}
	}
	take(root, "hugo.toml")
	take(root, "i18n/*.toml")
	take("testdata/edits", "content/*/help/_index.md")
	p := load(t, fsys)
	if len(p.Languages) < 6 {
		t.Fatalf("languages: %d", len(p.Languages))
	}
	for _, l := range p.Languages[1:] {
		for _, at := range []string{"/help/", project.StringsPath} {
			tr := p.Translation(l, at, true)
			for _, u := range tr.Units {
				if u.State != translation.Current {
					t.Fatalf("%s, %s: %s is %s before any edit", l.Tag, at, opening(u), u.State)
				}
			}
			record := translation.Accept(tr.Units, func(translation.Unit) bool { return true })
			fsys[tr.RecordFile] = &fstest.MapFile{Data: record.Bytes()}
		}
	}
	return fsys
}

// replaceOnce changes words that stand once in the page or the strings.
func replaceOnce(t *testing.T, fsys fstest.MapFS, name, old, new string) {
	t.Helper()
	for _, file := range []string{editedPage, "i18n/en.toml"} {
		text := string(fsys[file].Data)
		if strings.Count(text, old) == 1 {
			fsys[file] = &fstest.MapFile{Data: []byte(strings.Replace(text, old, new, 1))}
			return
		}
	}
	t.Fatalf("%s: %q does not stand once in the original", name, old)
}

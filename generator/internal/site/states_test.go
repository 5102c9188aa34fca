package site

import (
	"encoding/json"
	"encoding/xml"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/publish"
	"resolutionsite/generator/internal/testproject"
	"resolutionsite/generator/internal/translation"
)

const guide = `---
title: Where to turn
summary: Who helps.
contentNote: This page mentions bridges.
---

Call the number of your country.

## Medical care

Seek care as soon as you can.

- A doctor helps.
- A nurse helps.

| Country | Number |
| ------- | ------ |
| France  | 3919   |

> Nobody has to be alone.

See the note.[^1]

[^1]: A note on numbers.
`

const guideInFrench = `---
title: À qui s’adresser
summary: Qui aide.
contentNote: Cette page parle de ponts.
review: unreviewed
---

Appelez le numéro de votre pays.

## Soins médicaux

Cherchez des soins dès que possible.

- Un médecin aide.
- Une infirmière aide.

| Pays   | Numéro |
| ------ | ------ |
| France | 3919   |

> Personne ne doit rester seul.

Voir la note.[^1]

[^1]: Une note sur les numéros.
`

const guideInArabic = `---
title: إلى من تتوجه
summary: من يساعد.
contentNote: تتحدث هذه الصفحة عن الجسور.
review: unreviewed
---

اتصل برقم بلدك.

## الرعاية الطبية

اطلب الرعاية في أقرب وقت ممكن.

- الطبيب يساعد.
- الممرضة تساعد.

| البلد | الرقم |
| ----- | ----- |
| فرنسا | 3919  |

> لا أحد يجب أن يبقى وحيدا.

انظر الملاحظة.[^1]

[^1]: ملاحظة عن الأرقام.
`

const (
	guideFile   = "content/en/guide/index.md"
	frenchFile  = "content/fr/guide/index.md"
	arabicFile  = "content/ar/guide/index.md"
	texts       = "content/en/resolution/_index.md"
	frenchTexts = "content/fr/resolution/_index.md"
)

// recorded is the test project with a page in three languages, everything of
// which is recorded as current, and then changed.
func recorded(t *testing.T, changes map[string]string) string {
	t.Helper()
	return recordedAs(t, map[string]string{guideFile: guide, frenchFile: guideInFrench, arabicFile: guideInArabic}, changes)
}

// recordedAs is the test project with some pages, recorded and then changed like
// that.
func recordedAs(t *testing.T, pages, changes map[string]string) string {
	t.Helper()
	root := t.TempDir()
	if err := testproject.Copy(root); err != nil {
		t.Fatal(err)
	}
	write := func(name, content string) {
		name = filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, content := range pages {
		write(name, content)
	}
	p := load(t, os.DirFS(root))
	for _, l := range p.Languages {
		for _, page := range p.Pages {
			if page.Language.Key == l.Key && l.Key != p.Reference.Key {
				tr := p.Translation(l, page.Path, false)
				write(tr.RecordFile, string(translation.Accept(tr.Units, func(translation.Unit) bool { return true }).Bytes()))
			}
		}
	}
	for name, content := range changes {
		write(name, content)
	}
	return root
}

func load(t *testing.T, fsys fs.FS) *project.Project {
	t.Helper()
	p, err := project.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// renderRecorded renders it, and has the words of every page judged by their
// language.
func renderRecorded(t *testing.T, changes map[string]string) string {
	t.Helper()
	out, found := renderFaulty(t, changes)
	if len(found) > 0 {
		t.Fatal(found)
	}
	_, found, err := publish.Verify(os.DirFS(out), publish.VerifyOptions{BaseURL: "https://example.org/", Languages: []string{"ar", "en", "fr"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range found {
		if strings.HasPrefix(d.ID, "output-part") {
			t.Errorf("%s:%d %s %v", d.File, d.Line, d.ID, d.Args)
		}
	}
	return out
}

func renderFaulty(t *testing.T, changes map[string]string) (string, diag.List) {
	t.Helper()
	return renderAt(t, recorded(t, changes))
}

func renderAt(t *testing.T, root string) (string, diag.List) {
	t.Helper()
	stage, err := WriteStage(load(t, os.DirFS(root)), root, t.TempDir(), Options{
		BaseURL: "https://example.org/", Date: time.Date(2020, 3, 1, 0, 0, 0, 0, time.UTC),
	})
	if err != nil {
		t.Fatal(err)
	}
	out := t.TempDir()
	found, err := Render(t.Context(), stage, out)
	if err != nil {
		t.Fatal(err)
	}
	if err := publish.CopyStatic(stage.Static(), out, nil); err != nil {
		t.Fatal(err)
	}
	return out, found
}

// prose is the text of a page, on one line.
func prose(t *testing.T, content string) string {
	t.Helper()
	_, content, _ = strings.Cut(content, `<main class="page" id="page-text">`)
	content, _, _ = strings.Cut(content, "</main>")
	return regexp.MustCompile(`\s*\n\s*`).ReplaceAllString(content, " ")
}

func has(t *testing.T, content string, wanted ...string) {
	t.Helper()
	for _, want := range wanted {
		if !strings.Contains(content, want) {
			t.Errorf("missing: %s\nin: %s", want, content)
		}
	}
}

func hasNot(t *testing.T, content string, unwanted ...string) {
	t.Helper()
	for _, never := range unwanted {
		if strings.Contains(content, never) {
			t.Errorf("must not be there: %s\nin: %s", never, content)
		}
	}
}

// changedGuide is the guide with every kind of block changed.
var changedGuide = strings.NewReplacer(
	"Where to turn", "Where to find help",
	"Who helps.", "Who can help you now.",
	"mentions bridges", "mentions closed bridges",
	"Call the number of your country.", "Call the new number of your country at any time.",
	"## Medical care", "## Medical care at any hour",
	"A nurse helps.", "A nurse helps you for free.",
	"| France  | 3919   |", "| France  | 3919 or 112 |",
	"Nobody has to be alone.", "Nobody has to be alone at night.",
	"A note on numbers.", "A newer note on all numbers.",
).Replace(guide)

func critical(page string) string { return strings.Replace(page, "---\n", "---\nclass: critical\n", 1) }

const markedOutdated = `hreflang="en">L’original a changé</a>`

func TestEachOutdatedBlockOfAnOrdinaryPageIsMarkedWhereItStands(t *testing.T) {
	out := renderRecorded(t, map[string]string{guideFile: changedGuide})
	content := page(t, out, "fr/guide/index.html")
	text := prose(t, content)
	mark := func(anchor string) string {
		return `<a class="state-mark" href="/en/guide/` + anchor + `" ` + markedOutdated
	}
	alone := func(anchor string) string {
		return strings.Replace(mark(anchor), `"state-mark"`, `"state-mark state-mark--alone"`, 1)
	}
	has(t, text,
		"<h1>À qui s’adresser</h1><p>"+alone(""),
		`<p class="page-header__summary">`+mark("")+" Qui aide.</p>",
		"<p >"+mark("")+" Cette page parle de ponts.</p>",
		"<p>"+mark("")+" Appelez le numéro de votre pays.</p>",
		`<h2 id="soins-médicaux">Soins médicaux</h2> <p>`+alone("#medical-care-at-any-hour")+"</p>",
		"<li>Un médecin aide.</li> <li>"+mark("#medical-care-at-any-hour")+" Une infirmière aide.</li>",
		"<td>"+mark("#medical-care-at-any-hour")+" France</td><td>3919</td>",
		"<blockquote> <p>"+mark("#medical-care-at-any-hour")+" Personne ne doit rester seul.</p>",
		"<p>Voir la note.<sup",
		"<p>"+mark("#medical-care-at-any-hour")+" Une note sur les numéros.",
		"<p>9 parties de l’original sur 13 ont changé depuis leur traduction.</p>",
		"<p>Comparé à l’original le 1 mars 2020.</p>",
	)
	has(t, content, `"creativeWorkStatus":{"@type":"DefinedTerm","inDefinedTermSet":"https://example.org/fr/translations/#states","termCode":"outdated"}`)
	// The words of the language are marked as such in a text of the other direction.
	has(t, page(t, out, "ar/guide/index.html"), `hreflang="en">تغيّر النص الأصلي</a> اتصل برقم بلدك.`)
}

func TestACriticalPageShowsTheOriginalInThePlaceOfEachOutdatedBlock(t *testing.T) {
	out := renderRecorded(t, map[string]string{guideFile: critical(changedGuide)})
	for _, tc := range []struct {
		language, id, note, kept string
		gone                     []string
	}{
		{"fr", "soins-médicaux", "Cette partie est affichée en anglais parce que l’original a changé depuis sa traduction.",
			"<li>Un médecin aide.</li>", []string{"À qui s’adresser", "Qui aide.", "parle de ponts", "Appelez", "Soins médicaux", "Une infirmière", "Personne ne", "Une note sur"}},
		{"ar", "الرعاية-الطبية", "يُعرض هذا الجزء بلغة أخرى (الإنجليزية) لأن النص الأصلي تغيّر منذ ترجمته.",
			"<li>الطبيب يساعد.</li>", []string{"إلى من تتوجه", "من يساعد", "عن الجسور", "اتصل", "الرعاية الطبية", "الممرضة", "وحيدا", "ملاحظة عن"}},
	} {
		content := page(t, out, tc.language+"/guide/index.html")
		text := prose(t, content)
		words := func(s string) string { return `<span class="instead__words" lang="en" dir="ltr">` + s + `</span>` }
		note := `<span class="instead">` + tc.note + `</span>`
		alone := `<p class="instead">` + tc.note + `</p>`
		has(t, text,
			`<h1 lang="en" dir="ltr">Where to find help</h1>`+alone,
			`<p class="page-header__summary" lang="en" dir="ltr">Who can help you now.</p>`+alone,
			`<p lang="en" dir="ltr">This page mentions closed bridges.</p>`+alone,
			"<p>"+words("Call the new number of your country at any time.")+" "+note+"</p>",
			`<h2 id="`+tc.id+`">`+words("Medical care at any hour")+"</h2> "+alone,
			tc.kept+" <li>"+words("A nurse helps you for free.")+" "+note+"</li>",
			"<td>"+words("France")+" "+note+"</td><td>"+words("3919 or 112")+"</td>",
			"<blockquote> <p>"+words("Nobody has to be alone at night.")+" "+note+"</p>",
			"<p>"+words("A newer note on all numbers.")+" "+note,
		)
		has(t, content, `<title lang="en" dir="ltr">Where to find help · Open bridges</title>`)
		hasNot(t, content, tc.gone...)
	}
}

// Whoever borrows a translation borrows what has become of it.
func TestABorrowedTranslationTellsTheSame(t *testing.T) {
	out := renderRecorded(t, map[string]string{guideFile: critical(changedGuide), "i18n/fr-ca.toml": "mark_outdated = \"L’original n’est plus le même\"\n"})
	text := prose(t, page(t, out, "fr-ca/guide/index.html"))
	has(t, text, `<span class="instead__words" lang="en" dir="ltr">Medical care at any hour</span></h2> <p class="instead" lang="fr-CA" dir="ltr"><span lang="fr" dir="ltr">Cette partie`, `<h1 lang="en" dir="ltr">`)
	hasNot(t, text, "Soins médicaux", "Appelez")
	out = renderRecorded(t, map[string]string{guideFile: changedGuide, "i18n/fr-ca.toml": "mark_outdated = \"L’original n’est plus le même\"\n"})
	has(t, prose(t, page(t, out, "fr-ca/guide/index.html")), `hreflang="en" lang="fr-CA" dir="ltr">L’original n’est plus le même</a> Appelez`)
}

func TestWhatIsMissingIsSaidWhereItIsMissing(t *testing.T) {
	longer := strings.NewReplacer(
		"- A nurse helps.", "- A nurse helps.\n- A midwife helps.",
		"## Medical care", "Police may help too.\n\n## Medical care",
		"| France  | 3919   |", "| France  | 3919   |\n| Spain   | 016    |",
	).Replace(guide)
	out := renderRecorded(t, map[string]string{guideFile: longer})
	missing := func(anchor string) string {
		return `<a class="state-mark" href="/en/guide/` + anchor + `" hreflang="en">Une partie de l’original n’est pas traduite ici</a>`
	}
	has(t, prose(t, page(t, out, "fr/guide/index.html")),
		"<p>Appelez le numéro de votre pays.</p> <p>"+strings.Replace(missing(""), `"state-mark"`, `"state-mark state-mark--alone"`, 1)+`</p> <h2 id="soins-médicaux">`,
		"<li>Une infirmière aide. "+missing("#medical-care")+"</li>",
		"<td>France</td><td>3919 "+missing("#medical-care")+"</td>",
		"<p>3 parties de l’original sur 16 ne sont pas traduites ici.</p>",
	)
	out = renderRecorded(t, map[string]string{guideFile: critical(longer)})
	note := "Cette partie est affichée en anglais parce qu’elle n’est pas encore traduite."
	words := func(s string) string { return `<span class="instead__words" lang="en" dir="ltr">` + s + `</span>` }
	has(t, prose(t, page(t, out, "fr/guide/index.html")),
		"<p>"+words("Police may help too.")+` <span class="instead">`+note+`</span></p> <h2 id="soins-médicaux">`,
		"<li>Une infirmière aide.</li> <li>"+words("A midwife helps.")+` <span class="instead">`+note+"</span></li> </ul>",
		"<tr><td>"+words("Spain")+` <span class="instead">`+note+"</span></td><td>"+words("016")+"</td></tr>",
	)
}

func TestWhatTheOriginalNoLongerHasIsNotShownAsCurrent(t *testing.T) {
	shorter := strings.NewReplacer("- A nurse helps.\n", "", "Call the number of your country.\n\n", "", "contentNote: This page mentions bridges.\n", "").Replace(guide)
	out := renderRecorded(t, map[string]string{guideFile: shorter})
	gone := `hreflang="en">N’est plus dans l’original</a>`
	has(t, prose(t, page(t, out, "fr/guide/index.html")), gone+" Une infirmière aide.", gone+" Appelez le numéro", gone+" Cette page parle de ponts.")
	out = renderRecorded(t, map[string]string{guideFile: critical(shorter)})
	content := page(t, out, "fr/guide/index.html")
	hasNot(t, content, "Une infirmière", "Appelez", "parle de ponts")
	has(t, content, "<li>Un médecin aide.</li>", "Cherchez des soins")
}

// What was added on both sides and accepted by nobody is not known to be a
// translation of it: the original has not changed.
func TestWhatNobodyAcceptedIsSaidToBeUncompared(t *testing.T) {
	added := map[string]string{
		guideFile:  strings.Replace(guide, "## Medical", "Bring someone along.\n\n## Medical", 1),
		frenchFile: strings.Replace(guideInFrench, "## Soins", "Venez à deux.\n\n## Soins", 1),
	}
	out := renderRecorded(t, added)
	text := prose(t, page(t, out, "fr/guide/index.html"))
	has(t, text, `hreflang="en">Pas encore comparé à l’original</a> Venez à deux.`, "<p>1 partie sur 14 n’a pas encore été comparée à l’original.</p>")
	hasNot(t, text, "a changé")
	added[guideFile] = critical(added[guideFile])
	text = prose(t, page(t, renderRecorded(t, added), "fr/guide/index.html"))
	has(t, text, "Bring someone along.</span>", "parce que sa traduction n’a pas encore été comparée à l’original.")
	hasNot(t, text, "Venez à deux.")
}

func TestATranslationWhoseOriginalIsGoneSaysSo(t *testing.T) {
	for _, class := range []string{"ordinary", "critical"} {
		out := renderRecorded(t, map[string]string{
			"content/en/rights/_index.md":                "---\ntitle: Rights\nsummary: S.\nclass: " + class + "\n---\n",
			"content/fr/rights/old/index.md":             "---\ntitle: Ancien\nsummary: S.\nreview: unreviewed\n---\n\nUn droit.\n",
			"content/fr/rights/old/index.provenance.txt": "4f1c9a3e21 88a1b2c3d4 paragraph \"A right.\"\n",
		})
		text := prose(t, page(t, out, "fr/rights/old/index.html"))
		has(t, text, "<p>L’original de cette page n’existe plus.</p>")
		if class == "ordinary" {
			has(t, text, "Un droit.")
		} else {
			hasNot(t, text, "Un droit.")
		}
	}
}

// A note that editors put before their own text is no part of the translation.
func TestANoteOfATranslationsOwnIsNotMarked(t *testing.T) {
	out := renderRecorded(t, map[string]string{
		guideFile: strings.Replace(guide, "contentNote: This page mentions bridges.\n", "", 1), "content/fr/guide/index.provenance.txt": "# nothing\n",
		"content/en/about/index.md": "---\ntitle: About\nsummary: S\n---\n",
	})
	hasNot(t, prose(t, page(t, out, "fr/guide/index.html")), "N’est pas dans l’original</a> Cette page parle")
}

func TestAPageWithNothingToTellIsAsItWas(t *testing.T) {
	out := renderRecorded(t, nil)
	text := prose(t, page(t, out, "fr/guide/index.html"))
	hasNot(t, text, "state-mark", "instead", "Comparé")
	has(t, page(t, out, "fr/guide/index.html"), `"termCode":"current"`)
}

func TestNothingIsToldOfPartsOfWhichNothingIsRecorded(t *testing.T) {
	out := renderRecorded(t, map[string]string{
		guideFile: critical(changedGuide), "content/fr/guide/index.provenance.txt": "", "content/fr/free/index.md": "---\ntitle: Libre\nsummary: S.\n---\n\nTexte.\n",
		"content/en/free/index.md": "---\ntitle: Free\nsummary: S.\nclass: critical\n---\n\nText.\n",
	})
	text := prose(t, page(t, out, "fr/free/index.html"))
	has(t, text, "Personne n’a encore indiqué si cette traduction dit ce que l’original dit aujourd’hui.", "Texte.")
	hasNot(t, text, "state-mark", "instead")
	// An empty record says that nothing was accepted.
	has(t, prose(t, page(t, out, "fr/guide/index.html")), "Seek care as soon as you can.")
}

var changedTexts = strings.NewReplacer(
	"that bridges join", "that open bridges join",
	"to open every bridge;", "to open every single bridge;",
	"## Open bridges", "## Bridges for everyone",
	"Charter* of Rivers, Article 5", "Charter* of Rivers, Article 6 and others",
	"The Assembly,", "The General Assembly,",
	"Presented by the Committee on Bridges", "Presented by the new Committee on Bridges",
)

func TestPartsOfTheResolutionAreMarkedOrShownInTheOriginal(t *testing.T) {
	source, err := os.ReadFile(filepath.Join("..", "..", "testdata", "project", filepath.FromSlash(texts)))
	if err != nil {
		t.Fatal(err)
	}
	changed := changedTexts.Replace(string(source))
	out := renderRecorded(t, map[string]string{texts: changed})
	mark := func(anchor string) string {
		return `<a class="state-mark" href="/en/resolution/` + anchor + `" ` + markedOutdated
	}
	full := prose(t, page(t, out, "fr/resolution/index.html"))
	has(t, full,
		mark("#p1")+" <strong>Notant</strong>", mark("#p3-a")+" à ouvrir chaque pont", mark("#fn-1")+` <a class="reference"`,
		`<h3 class="parts__heading">Des ponts ouverts</h3><p><a class="state-mark state-mark--alone" href="/en/resolution/#p3"`, mark("")+" L’Assemblée,", mark("")+" Présentée par",
	)
	has(t, prose(t, page(t, out, "fr/resolution/3a/index.html")), mark("#p3-a")+" à ouvrir chaque pont")
	has(t, prose(t, page(t, out, "en/resolution/beside/fr/index.html")), `<a class="state-mark" href="/en/resolution/#p3-a" hreflang="en" lang="en" dir="ltr">The original has changed</a> à ouvrir`)

	out = renderRecorded(t, map[string]string{texts: critical(changed)})
	note := `<span class="instead">Cette partie est affichée en anglais parce que l’original a changé depuis sa traduction.</span>`
	for _, name := range []string{"fr/resolution/index.html", "fr/resolution/3a/index.html", "fr/resolution/beside/en/index.html", "en/resolution/beside/fr/index.html"} {
		content := page(t, out, name)
		has(t, content, "to open every single bridge;")
		hasNot(t, content, "à ouvrir chaque pont", "Notant", "Article 5", "Présentée par la commission")
	}
	full = prose(t, page(t, out, "fr/resolution/index.html"))
	has(t, full,
		`<span class="instead__words" lang="en" dir="ltr">to open every single bridge;</span> `+note,
		`<h3 class="parts__heading" lang="en" dir="ltr">Bridges for everyone</h3>`,
		`<p class="full-text__formula" lang="en" dir="ltr">The General Assembly,</p>`,
		`<p class="full-text__note" lang="en" dir="ltr">Presented by the new Committee on Bridges</p>`,
		`<em>Rappelant</em>`,
	)
	hasNot(t, page(t, out, "fr/resolution/verbs/index.html"), "Noting", "Notant")
	var doc struct {
		Notice    string
		Operative []struct {
			Points []struct{ ID, Language string }
		}
	}
	if err := json.Unmarshal([]byte(page(t, out, "fr/resolution/resolution.json")), &doc); err != nil {
		t.Fatal(err)
	}
	if points := doc.Operative[0].Points; points[0].Language != "en" || points[1].Language != "" {
		t.Errorf("%+v", points)
	}
	has(t, doc.Notice, "Ces parties sont en anglais", "Note d’adoption, Formule d’ouverture, considérant 1, Intertitre, point 3a, Note 1.")
	has(t, page(t, out, "fr/resolution/resolution.xml"), `<p xml:lang="en">to open every single bridge;</p>`)
	has(t, page(t, out, "fr/resolution/resolution.jsonld"), `"termCode": "outdated"`, `"inLanguage": "en"`)
	files, err := fs.Glob(os.DirFS(out), "fr/resolution/resolution.*")
	if err != nil || len(files) < 5 {
		t.Fatal(files, err)
	}
	for _, name := range append(files, "fr/resolution/cite/p3-a.txt") {
		if content, err := os.ReadFile(filepath.Join(out, name)); err == nil {
			hasNot(t, string(content), "à ouvrir chaque pont")
		}
	}
}

// What Hugo finds wrong in a copy is said of the editor's own file.
func TestAFaultInACopyNamesTheEditorsFile(t *testing.T) {
	faulty := strings.Replace(guideInFrench, "> Personne", "Un mot <b>gras</b> et {{< lang >}}rien{{< /lang >}}.\n\n> Personne", 1)
	_, found := renderFaulty(t, map[string]string{guideFile: changedGuide, frenchFile: faulty})
	if len(found) == 0 {
		t.Fatal("nothing was found")
	}
	for _, d := range found {
		if d.File != frenchFile && !strings.Contains(d.Args["Detail"].(string), "/"+frenchFile) {
			t.Errorf("%s:%d:%d %v", d.File, d.Line, d.Column, d.Args)
		}
	}
	line := 1 + strings.Count(faulty[:strings.Index(faulty, "Un mot")], "\n")
	if d := found[len(found)-1]; d.Line != line {
		t.Errorf("line %d, want %d", d.Line, line)
	}
}

// Files beside a page of which there is a copy stay where they are.
func TestFilesBesideACopyStay(t *testing.T) {
	with := func(page string) string { return page + "\n![Un pont](bridge.svg)\n" }
	picture := `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>`
	out := renderRecorded(t, map[string]string{
		guideFile: with(changedGuide), frenchFile: with(guideInFrench), "content/fr/guide/bridge.svg": picture,
	})
	has(t, page(t, out, "fr/guide/index.html"), `<img src="/fr/guide/bridge.svg" alt="Un pont"`)
	if _, err := os.Stat(filepath.Join(out, "fr", "guide", "bridge.svg")); err != nil {
		t.Error(err)
	}
}

func TestAnEditorCannotCallTheProgramsShortcodes(t *testing.T) {
	p := load(t, fstest.MapFS{
		"hugo.toml":                           {Data: []byte("defaultContentLanguage = \"en\"\n")},
		"i18n/en.toml":                        {Data: []byte("a = \"a\"\n")},
		"layouts/_shortcodes/state/mark.html": {Data: []byte("x")},
		"layouts/_shortcodes/name.html":       {Data: []byte("x")},
		"content/en/_index.md":                {Data: []byte("---\ntitle: A\nsummary: A\n---\n{{< state/mark \"outdated\" \"\" >}}\n")},
	})
	for _, call := range p.Pages[0].Document().Shortcodes {
		for _, offered := range p.Shortcodes {
			if call.Name == offered {
				t.Errorf("%s may be called", call.Name)
			}
		}
	}
}

func TestThePageOfTranslationsNamesTheMostNeededFirst(t *testing.T) {
	changes := map[string]string{guideFile: strings.Replace(changedGuide, "---\n", "---\nimportance: 90\n", 1)}
	for _, name := range []string{"first", "second"} {
		changes["content/en/"+name+"/index.md"] = "---\ntitle: " + name + "\nsummary: S\nclass: critical\n---\n\nText.\n"
	}
	changes["content/en/second/index.md"] = strings.Replace(changes["content/en/second/index.md"], "---\n", "---\nimportance: 10\n", 1)
	changes["content/en/third/index.md"] = "---\ntitle: third\nsummary: S\n---\n\nText.\n"
	out := renderRecorded(t, changes)
	content := page(t, out, "fr/translations/index.html")
	needed := regexp.MustCompile(`page-states__link" href="([^"]*)"`).FindAllStringSubmatch(content[:strings.Index(content, `id="languages"`)], -1)
	var paths []string
	for _, m := range needed {
		paths = append(paths, m[1])
	}
	if got, want := strings.Join(paths, " "), "/fr/second/ /fr/first/ /fr/guide/ /fr/about/ /fr/resolution/3b/ /fr/third/"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	has(t, prose(t, content),
		"<strong>périmée</strong> · 9 parties à traduire sur 13", "<strong>pas traduite</strong> · critique",
		`<dt class="tally__name">à jour</dt><dd>3 sur 9</dd>`, "<h3>arabe (<span lang=\"ar\" dir=\"rtl\">العربية</span>)</h3>", "relue le 1 mars 2020",
	)
	original := prose(t, page(t, out, "en/translations/index.html"))
	has(t, original, "<h3>French (<span", "<h3>Arabic (<span")
	hasNot(t, original, "page-states", "translations.json")
	has(t, page(t, out, "sitemap.xml"), "https://example.org/fr/translations/", "https://example.org/en/translations/")
	has(t, page(t, out, "fr/search/index.html"), `href="/fr/translations/"`)
}

func TestStatesAreDataAndNews(t *testing.T) {
	out := renderRecorded(t, map[string]string{guideFile: changedGuide})
	var doc struct {
		Schema   string `json:"$schema"`
		Language string
		Compared string
		Pages    []struct {
			Path, State, Class, Review, Original string
			Parts                                partCounts
		}
	}
	if err := json.Unmarshal([]byte(page(t, out, "fr/translations.json")), &doc); err != nil {
		t.Fatal(err)
	}
	states := map[string]string{}
	for _, p := range doc.Pages {
		states[p.Path] = p.State
		if p.Path == "/guide/" && (p.Parts != partCounts{Total: 13, Current: 4, Outdated: 9} || p.Review != "unreviewed" || p.Class != "ordinary" || p.Original != "https://example.org/en/guide/") {
			t.Errorf("%+v", p)
		}
	}
	if states["/guide/"] != "outdated" || states["/about/"] != "missing" || states["/"] != "current" || doc.Language != "fr" || doc.Compared != "2020-03-01" {
		t.Errorf("%+v", doc)
	}
	if schema := page(t, out, "translations.schema.json"); !strings.Contains(schema, `"`+doc.Schema+`"`) {
		t.Error("the schema has another address than the data names")
	}
	var feed struct {
		Updated string `xml:"updated"`
		Entries []struct {
			ID      string `xml:"id"`
			Updated string `xml:"updated"`
			Title   struct {
				Lang string `xml:"lang,attr"`
				Text string `xml:",chardata"`
			} `xml:"title"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal([]byte(page(t, out, "fr/translations.atom")), &feed); err != nil {
		t.Fatal(err)
	}
	ids := map[string]string{}
	for _, e := range feed.Entries {
		ids[e.Title.Text] = e.ID
		if e.Title.Text == "About" && e.Title.Lang != "en" || e.Updated != "2020-03-01T00:00:00Z" {
			t.Errorf("%+v", e)
		}
	}
	if len(ids) != 3 || ids["À qui s’adresser"] == "" || ids["About"] == "" {
		t.Errorf("%+v", feed.Entries)
	}
	// News are news: the entry is another where there is other work to do, and the
	// same where there is not.
	again := renderRecorded(t, map[string]string{guideFile: changedGuide})
	if page(t, again, "fr/translations.atom") != page(t, out, "fr/translations.atom") {
		t.Error("two feeds of one state differ")
	}
	other := page(t, renderRecorded(t, map[string]string{guideFile: strings.Replace(changedGuide, "A doctor helps.", "A doctor helps at once.", 1)}), "fr/translations.atom")
	hasNot(t, other, "<id>"+ids["À qui s’adresser"]+"</id>")
	has(t, other, "<id>"+ids["About"]+"</id>")
}

// An original that has no place in the translation's Markdown is shown as a
// whole: what cannot be told apart is not shown as current.
func TestWhatHasNoPlaceInATranslationBringsTheWholeOriginal(t *testing.T) {
	wider := strings.NewReplacer("| Country | Number |", "| Country | Number | Hours |", "| ------- | ------ |", "| --- | --- | --- |", "| France  | 3919   |", "| France  | 3919   | all |").Replace(guide)
	out := renderRecorded(t, map[string]string{guideFile: critical(wider)})
	content := page(t, out, "fr/guide/index.html")
	has(t, prose(t, content), `<div lang="en" dir="ltr"> <p>Call the number of your country.</p>`, "<td>all</td>", `<span class="instead__words" lang="en" dir="ltr">A note on numbers.</span>`)
	hasNot(t, content, "Appelez", "médecin")
}

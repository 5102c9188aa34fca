package site

import (
	"strings"
	"testing"
)

func aPage(title, fields string) string {
	return "---\ntitle: " + title + "\nsummary: About " + title + ".\n" + fields + "---\n\nText.\n"
}

// sections is a section with a section below it, of which two pages have an order.
var sections = map[string]string{
	"content/en/learn/_index.md":               aPage("Learn", ""),
	"content/en/learn/zebra/index.md":          aPage("Zebra", "importance: 90\n"),
	"content/en/learn/apple/index.md":          aPage("Apple", "importance: 10\n"),
	"content/en/learn/berry/index.md":          aPage("Berry", "importance: 10\n"),
	"content/en/learn/teachers/_index.md":      aPage("Teachers", "order: 1\n"),
	"content/en/learn/teachers/two/index.md":   aPage("Alpha", "order: 2\n"),
	"content/en/learn/teachers/one/index.md":   aPage("Omega", "order: 1\n"),
	"content/en/learn/teachers/other/index.md": aPage("Middle", ""),
	"content/fr/learn/apple/index.md":          aPage("Pomme", "review: unreviewed\n"),
	"content/fr/learn/teachers/one/index.md":   aPage("Dernier", "review: unreviewed\n"),
	"content/en/glossary/_index.md":            aPage("Glossary", ""),
}

func inOrder(t *testing.T, content string, parts ...string) {
	t.Helper()
	at := 0
	for _, part := range parts {
		i := strings.Index(content[at:], part)
		if i < 0 {
			t.Fatalf("%s is missing or stands too early in: %s", part, content)
		}
		at += i + len(part)
	}
}

func TestASectionListsItsPages(t *testing.T) {
	out, found := render(t, sections)
	if len(found) > 0 {
		t.Fatal(found)
	}
	list := prose(t, page(t, out, "en/learn/index.html"))
	inOrder(t, list, `<ul class="children">`, ">Teachers<", ">Zebra<", ">Apple<", `<p class="children__summary">About Apple.</p>`, ">Berry<", "</ul>")
	// By the titles of the reader, and what is borrowed is said to be.
	french := prose(t, page(t, out, "fr/learn/index.html"))
	inOrder(t, french, `<span lang="en" dir="ltr">Teachers</span></a> <span class="children__label">anglais · `, ">Zebra<", ">Berry<", "<span>Pomme</span></a> <p")
	hasNot(t, prose(t, page(t, out, "en/learn/apple/index.html")), `class="children"`)
}

func TestAPageSaysWhereItStands(t *testing.T) {
	out, found := render(t, sections)
	if len(found) > 0 {
		t.Fatal(found)
	}
	content := page(t, out, "fr/learn/teachers/one/index.html")
	has(t, content, `<a href="/fr/learn/" aria-current="true">`)
	inOrder(t, prose(t, content), `<nav class="trail"`, `href="/fr/learn/"`, `href="/fr/learn/teachers/"`, "</nav>", "<h1>Dernier</h1>")
	has(t, page(t, out, "fr/learn/index.html"), `<a href="/fr/learn/" aria-current="page">`)
	hasNot(t, prose(t, page(t, out, "fr/learn/index.html")), `class="trail"`)
	inOrder(t, content, `<footer class="footer">`, `href="/fr/glossary/"`)
}

func TestPagesThatAreReadInOrderLeadToEachOther(t *testing.T) {
	out, found := render(t, sections)
	if len(found) > 0 {
		t.Fatal(found)
	}
	first := prose(t, page(t, out, "fr/learn/teachers/one/index.html"))
	has(t, first, `rel="next" href="/fr/learn/teachers/two/"`)
	hasNot(t, first, `rel="prev"`)
	second := prose(t, page(t, out, "en/learn/teachers/two/index.html"))
	has(t, second, `rel="prev" href="/en/learn/teachers/one/"`)
	hasNot(t, second, `rel="next"`)
	hasNot(t, prose(t, page(t, out, "en/learn/teachers/other/index.html")), `class="neighbours"`)
}

const glossary = "---\ntitle: Glossary\nsummary: Words.\n---\n\n## Bridge\n\nA way over water.\n\n## Ferry\n\nA boat.\n"

const glossaryInFrench = "---\ntitle: Glossaire\nsummary: Des mots.\nreview: unreviewed\n---\n\n## Pont\n\nUn chemin sur l’eau.\n\n## Bac\n\nUn bateau.\n"

func TestTheGlossarySaysWhatTermsAreCalledElsewhere(t *testing.T) {
	const file, french = "content/en/glossary/_index.md", "content/fr/glossary/_index.md"
	terms := map[string]string{
		"content/fr/terms.yaml": "terms:\n  - term: bridge\n    use: [\"pont*\"]\n    called: pont\n  - term: ferry\n    use: [\"bac*\", bac]\n",
		"content/ar/terms.yaml": "terms:\n  - term: bridge\n    use: [\"*جسر*\"]\n    called: جسر\n",
		file:                    strings.Replace(glossary, "## Ferry", "## Ferry boat", 1),
	}
	out, found := renderAt(t, recordedAs(t, map[string]string{file: glossary, french: glossaryInFrench}, terms))
	if len(found) > 0 {
		t.Fatal(found)
	}
	english := prose(t, page(t, out, "en/glossary/index.html"))
	has(t, english, `<h2 id="bridge">Bridge</h2> <ul class="called"> <li>Arabic: <span lang="ar" dir="rtl">جسر</span></li> <li>French: <span lang="fr" dir="ltr">pont</span></li> </ul>`)
	hasNot(t, english, ">bac<") // it is the name of another term
	own := prose(t, page(t, out, "fr/glossary/index.html"))
	has(t, own, `<h2 id="pont">Pont</h2> <ul class="called"> <li>anglais: <span lang="en" dir="ltr">Bridge</span></li> <li>arabe: <span lang="ar" dir="rtl">جسر</span></li> </ul>`)
	has(t, prose(t, page(t, out, "ar/glossary/index.html")), `<ul class="called" lang="ar" dir="rtl"> <li>العربية: <span>جسر</span></li>`)
}

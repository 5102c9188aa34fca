package site

import (
	"os"
	"strings"
	"testing"
)

// aList is a page of the reference language with items.
const aList = `---
title: Words
summary: Words to use.
messages:
  - id: first
    text: The first.
    more: More of the first.
    facts: [A1]
  - id: second
    text: The second.
---

Words.
`

const aListInFrench = `---
title: Mots
summary: Des mots.
review: unreviewed
messages:
  - id: second
    text: Le second.
  - id: first
    text: Le premier.
    more: Plus du premier.
---

Des mots.
`

// itemsIn compares the list as it was accepted with how it is now.
func itemsIn(t *testing.T, change func(string) string) []itemWords {
	t.Helper()
	root := recordedAs(t, map[string]string{guideFile: aList, frenchFile: aListInFrench}, map[string]string{guideFile: change(aList)})
	s := &Stage{project: load(t, os.DirFS(root))}
	if err := s.compare(); err != nil {
		t.Fatal(err)
	}
	return s.items()["/guide"]["fr"]["messages"]
}

func TestItemsAreJoinedByTheirIdentities(t *testing.T) {
	items := itemsIn(t, func(page string) string { return page })
	if len(items) != 2 || items[0]["text"].Text != "Le premier." || items[0]["more"].Text != "Plus du premier." || items[1]["text"].Text != "Le second." {
		t.Errorf("got %v", items)
	}
	for _, words := range items {
		for name, f := range words {
			if f.State != stateCurrent || f.In != "" {
				t.Errorf("%s: %+v", name, f)
			}
		}
	}
}

func TestAnOutdatedItemOfAnOrdinaryPageIsMarked(t *testing.T) {
	items := itemsIn(t, func(page string) string { return strings.Replace(page, "The second.", "Another second.", 1) })
	if got := items[1]["text"]; got != (fieldData{State: stateOutdated, Text: "Le second."}) {
		t.Errorf("got %+v", got)
	}
}

func TestAnOutdatedItemOfACriticalPageIsTheOriginal(t *testing.T) {
	items := itemsIn(t, func(page string) string { return critical(strings.Replace(page, "The second.", "Another second.", 1)) })
	if got := items[1]["text"]; got != (fieldData{State: stateOutdated, Text: "Another second.", In: "en"}) {
		t.Errorf("got %+v", got)
	}
	if got := items[0]["text"]; got != (fieldData{Text: "Le premier."}) {
		t.Errorf("got %+v", got)
	}
}

func TestAnItemThatIsNotTranslatedIsTheOriginal(t *testing.T) {
	items := itemsIn(t, func(page string) string {
		return strings.Replace(page, "  - id: second", "  - id: third\n    text: The third.\n  - id: second", 1)
	})
	if got := items[1]["text"]; got != (fieldData{State: stateMissing, Text: "The third.", In: "en"}) {
		t.Errorf("got %+v", got)
	}
	if got := items[2]["text"].Text; got != "Le second." {
		t.Errorf("got %q", got)
	}
}

// itemsLayout shows the items of a list and nothing else.
const itemsLayout = `{{ define "main" }}{{ range partial "fn/items.html" (dict "page" . "list" "messages" "block" true) }}
<p id="{{ .id }}" data-facts="{{ delimit (.facts | default slice) " " }}" {{ .words.text.attributes | safeHTMLAttr }}>{{ .words.text.before }}{{ .words.text.text }}</p>{{ .words.text.after }}{{ with .words.more }}
<p {{ .attributes | safeHTMLAttr }}>{{ .before }}{{ .text }}</p>{{ .after }}{{ end }}{{ end }}{{ end }}
`

func TestATypeOfTheReferenceLanguageGivesEveryLanguageItsLayout(t *testing.T) {
	typed := strings.Replace(aList, "title:", "type: messages\ntitle:", 1)
	out, found := render(t, map[string]string{
		"layouts/messages/page.html": itemsLayout,
		guideFile:                    typed, frenchFile: aListInFrench,
		"content/en/guide-below/index.md": "---\ntitle: Below\nsummary: S.\n---\n\nBelow.\n",
	})
	if len(found) > 0 {
		t.Fatal(found)
	}
	has(t, page(t, out, "en/guide/index.html"), `<p id="first" data-facts="A1" >The first.</p>`)
	// Translated, data and order being the original's.
	has(t, page(t, out, "fr/guide/index.html"), `<p id="first" data-facts="A1" >Le premier.</p>`)
	// Borrowed.
	has(t, page(t, out, "ar/guide/index.html"), `<p id="first" data-facts="A1" lang="en" dir="ltr">The first.</p>`)
	hasNot(t, page(t, out, "en/guide-below/index.html"), `data-facts`)
}

func TestTheWordsOfAnItemComeWithTheirState(t *testing.T) {
	typed := strings.Replace(aList, "title:", "type: messages\ntitle:", 1)
	changes := map[string]string{
		"layouts/messages/page.html": itemsLayout,
		guideFile:                    strings.Replace(strings.Replace(typed, "The second.", "Another second.", 1), "  - id: second", "  - id: third\n    text: The third.\n  - id: second", 1),
	}
	out, found := renderAt(t, recordedAs(t, map[string]string{guideFile: typed, frenchFile: aListInFrench}, changes))
	if len(found) > 0 {
		t.Fatal(found)
	}
	french := prose(t, page(t, out, "fr/guide/index.html"))
	has(t, french, markedOutdated+` Le second.`, `<p id="third" data-facts="" lang="en" dir="ltr">The third.</p><p class="instead`)
}

func TestAPostSaysThatItsMessageIsOutdated(t *testing.T) {
	const posts, inFrench = "content/en/social/index.md", "content/fr/social/index.md"
	typed := strings.Replace(aList, "title:", "type: messages\ntitle:", 1)
	out, found := renderAt(t, recordedAs(t, map[string]string{
		guideFile: typed, frenchFile: aListInFrench,
		posts:    "---\ntitle: Posts\nsummary: S.\ntype: social\nposts:\n  - id: one\n    text: T.\n    alt: A.\n    message: second\n---\n",
		inFrench: "---\ntitle: Textes\nsummary: S.\nreview: unreviewed\nposts:\n  - id: one\n    text: T.\n    alt: A.\n---\n",
	}, map[string]string{guideFile: strings.Replace(typed, "The second.", "Another second.", 1)}))
	if len(found) > 0 {
		t.Fatal(found)
	}
	has(t, page(t, out, "fr/social/index.html"), markedOutdated+` <a class="post__message" href="/fr/guide/#message-second">Le second.</a>`)
}

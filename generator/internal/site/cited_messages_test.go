package site

import (
	"strings"
	"testing"
)

// What a message rests on stands beside it, whichever message a page begins with.
func TestEveryMessageNamesItsDocuments(t *testing.T) {
	out, found := render(t, map[string]string{
		"content/en/facts.yaml": "documents:\n  - {id: one, group: nations, title: First report, publisher: P}\n  - {id: two, group: nations, title: Second report, publisher: P}\n" +
			"facts:\n  - {id: F1, says: S, in: one, mark: official}\n  - {id: F2, says: S, in: two, mark: official}\n",
		"content/en/messages/index.md": "---\ntitle: M\nsummary: S.\ntype: messages\nmessages:\n  - id: a\n    text: First.\n    facts: [F1]\n  - id: b\n    text: Second.\n    facts: [F2, F1]\n---\n",
		"content/fr/messages/index.md": "---\ntitle: M\nsummary: S.\nmessages:\n  - id: b\n    text: Deuxième.\n---\n",
	})
	if len(found) > 0 {
		t.Fatal(found)
	}
	english := page(t, out, "en/messages/index.html")
	for id, want := range map[string]string{
		"a": "Source: \n<span>First report, P</span></p>",
		"b": "Source: \n<span>Second report, P</span> · <span>First report, P</span></p>",
	} {
		_, message, _ := strings.Cut(english, `<div class="message" id="message-`+id+`"`)
		message, _, _ = strings.Cut(message, "</div>")
		if !strings.Contains(strings.Join(strings.Fields(message), " "), strings.Join(strings.Fields(want), " ")) {
			t.Errorf("%s: %s", id, message)
		}
	}
	french := page(t, out, "fr/messages/index.html")
	for _, want := range []string{`<h3 class="message__text">Deuxième.</h3>`, `lang="en" dir="ltr">First.</h3>`, `<span lang="en" dir="ltr">Second report, P</span>`} {
		if !strings.Contains(french, want) {
			t.Errorf("the French page lacks %s\n%s", want, french)
		}
	}
}

package press

import (
	"slices"
	"strings"
	"testing"
)

func TestWordsThatNoLineDividesMustFit(t *testing.T) {
	five := func(between string) string { return strings.Repeat("Unbreakable"+between, 4) + "Unbreakable" }
	p := load(t, with(map[string]string{
		"content/en/campaign/messages/index.md": "---\ntitle: Key messages\nsummary: Messages.\ntype: messages\nmessages:\n" +
			"  - id: held\n    text: " + five("\u00a0") + "\n  - id: narrow\n    text: " + five("\u202f") + "\n  - id: soft\n    text: " + five("\u00ad") + "\n  - id: blank\n    text: " + five(" ") + "\n---\n\nText.\n",
		"content/en/campaign/kit/index.md": "---\ntitle: Kit\nsummary: Kit.\ntype: kit\nposters:\n  - id: speak\n    text: Say so.\n    more: " + strings.Repeat("unbreakable", 12) + "\n---\n\nText.\n",
	}))
	_, found := made(t, p, options(t, p))
	got := map[string]bool{}
	for _, d := range found {
		if d.ID == "kit-word" {
			got[d.Args["Piece"].(string)] = true
		}
	}
	for _, name := range []string{"card-held-1200x630.png", "card-narrow-1080x1920.png", "poster-speak-a4.pdf", "poster-speak-a3-bleed.pdf"} {
		if !got[name] {
			t.Errorf("%s leaves its margins, and nobody says so", name)
		}
	}
	for name := range got {
		if strings.HasPrefix(name, "card-soft-") || strings.HasPrefix(name, "card-blank-") {
			t.Errorf("%s has room in several lines", name)
		}
	}
}

func TestASignShowsWordsAsAPageDoes(t *testing.T) {
	p := load(t, with(map[string]string{
		"content/en/campaign/messages/index.md": "---\ntitle: Key messages\nsummary: Messages.\ntype: messages\nmessages:\n  - id: one\n    text: |\n      Two\n      lines.\n\n      And\u00a0more.\n---\n\nText.\n",
	}))
	made, _ := planned(p, "en")
	i := slices.IndexFunc(made, func(one *piece) bool { return one.id == "one" })
	if s := made[i].job.Data.(sign); s.Text != "Two lines. And\u00a0more." {
		t.Errorf("the text is %q", s.Text)
	}
}

// A project may have no resolution, and so nothing to stand as a mark.
func TestASignMayHaveNoMark(t *testing.T) {
	p := load(t, campaign)
	for key := range p.Resolutions {
		delete(p.Resolutions, key)
	}
	kit, found := made(t, p, options(t, p))
	if len(found) > 0 || len(kit["en"].Cards) == 0 {
		t.Errorf("%v, %v", kit["en"].Cards, found)
	}
}

package site

import "testing"

// A link to a page is shown with the card of its kit, and a quiet page or one on
// help with none.
func TestCardsGoWithPagesThatAreNoOnesSecret(t *testing.T) {
	file := func(name, lang string) map[string]any {
		return map[string]any{"name": name, "kind": "card", "href": lang + "/kit/" + name, "bytes": 1, "width": 1200, "height": 630, "alt": "Words of " + name}
	}
	kit := map[string]any{"en": map[string]any{
		"zip":   map[string]any{"href": "en/kit/kit-en.zip", "bytes": 1},
		"files": []any{file("card-site.png", "en"), file("card-3a.png", "en")},
		"cards": map[string]string{"": "card-site.png", "/resolution/3a": "card-3a.png"},
	}}
	help := "---\ntitle: Care\nsummary: Who helps.\nclass: critical\n---\n\nText.\n"
	quiet := "---\ntitle: Quiet\nsummary: Quiet.\nquiet: true\n---\n\nText.\n"
	out, found := renderWith(t, map[string]string{"content/en/care/index.md": help, "content/en/silence/index.md": quiet}, Options{Kit: kit})
	if len(found) > 0 {
		t.Fatal(found)
	}
	const picture = `property="og:image"`
	contains(t, "about", page(t, out, "en/about/index.html"), true,
		`<meta property="og:image" content="https://example.org/en/kit/card-site.png">`, `<meta property="og:image:alt" content="Words of card-site.png">`,
		`<meta property="og:image:width" content="1200">`, `<meta name="twitter:card" content="summary_large_image">`)
	contains(t, "3a", page(t, out, "en/resolution/3a/index.html"), true, "en/kit/card-3a.png")
	for _, name := range []string{"en/care/index.html", "en/silence/index.html", "en/404.html", "fr/about/index.html"} {
		contains(t, name, page(t, out, name), false, picture)
	}
}

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

// The alternative text that goes with a card is in the language of the card, also
// where the page of posts is borrowed.
func TestTheAlternativeTextOfABorrowedPostIsThatOfItsCard(t *testing.T) {
	file := func(lang, alt string) map[string]any {
		return map[string]any{
			"zip":   map[string]any{"href": lang + "/kit/kit.zip", "bytes": 1},
			"files": []any{map[string]any{"name": "card-one.png", "kind": "card", "id": "one", "href": lang + "/kit/card-one.png", "bytes": 1, "width": 1200, "height": 630, "alt": alt}},
			"cards": map[string]string{},
		}
	}
	kit := map[string]any{"en": file("en", "Made alternative."), "ar": file("ar", "بطاقة")}
	posts := "---\ntitle: Posts\nsummary: S.\ntype: social\nposts:\n  - id: p\n    text: Words.\n    alt: Written alternative.\n    message: one\n---\n"
	out, found := renderWith(t, map[string]string{"content/en/social/index.md": posts}, Options{Kit: kit})
	if len(found) > 0 {
		t.Fatal(found)
	}
	contains(t, "en", page(t, out, "en/social/index.html"), true, `<p class="post__words">Written alternative.</p>`)
	contains(t, "ar", page(t, out, "ar/social/index.html"), true, `<p class="post__words">بطاقة</p>`, `<p class="post__words" lang="en" dir="ltr">Words.</p>`)
	contains(t, "ar", page(t, out, "ar/social/index.html"), false, "Written alternative.")
	// Without the kit there is no other card than the original's.
	contains(t, "fr", page(t, out, "fr/social/index.html"), true, `<p class="post__words" lang="en" dir="ltr">Written alternative.</p>`)
}

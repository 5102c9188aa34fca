package project

import (
	"maps"
	"slices"
	"testing"
)

func itemPage(t *testing.T, list string) *Page {
	t.Helper()
	page, err := ParsePage([]byte("---\ntitle: T\n" + list + "---\n"))
	if err != nil {
		t.Fatal(err)
	}
	return page
}

func TestAnItemKeepsItsNameWhereverItStands(t *testing.T) {
	names := func(page *Page) []string {
		var names []string
		for _, b := range page.Blocks().Named {
			names = append(names, b.ID)
		}
		return names
	}
	before := names(itemPage(t, "messages:\n  - id: name\n    text: One\n  - id: speak\n    text: Two\n"))
	after := names(itemPage(t, "messages:\n  - id: first\n    text: Zero\n  - id: name\n    text: One\n  - id: speak\n    text: Two\n"))
	for _, want := range []string{"messages.name.text", "messages.speak.text"} {
		if !slices.Contains(before, want) || !slices.Contains(after, want) {
			t.Errorf("%s: before %q, after %q", want, before, after)
		}
	}
	// What cannot be a name, or is another's, is named by its position.
	odd := names(itemPage(t, "messages:\n  - id: name\n    text: One\n  - id: name\n    text: Two\n  - id: a.b\n    text: Three\n  - text: Four\n"))
	for _, want := range []string{"messages.name.text", "messages.1.text", "messages.2.text", "messages.3.text"} {
		if !slices.Contains(odd, want) {
			t.Errorf("%s: %q", want, odd)
		}
	}
}

func TestPlacesOfItems(t *testing.T) {
	page := itemPage(t, "messages:\n  - id: name\n    text: One\n  - id: speak\n    text: Two\n")
	paths, added := page.Places([]string{"title", "messages.speak.text", "messages.new.text", "messages.new.more", "messages.other.text", "asks.0.of", "resolution.note"})
	want := []string{"title", "messages.1.text", "messages.2.text", "messages.2.more", "messages.3.text", "asks.0.of", "resolution.note"}
	if !slices.Equal(paths, want) {
		t.Errorf("%q, want %q", paths, want)
	}
	if wantAdded := map[string]string{"messages.2.id": "new", "messages.3.id": "other"}; !maps.Equal(added, wantAdded) {
		t.Errorf("%v, want %v", added, wantAdded)
	}
	paths, _ = (*Page)(nil).Places([]string{"messages.new.text"})
	if paths[0] != "messages.0.text" {
		t.Errorf("without a page: %q", paths)
	}
}

func TestADayOfTheYearIsChecked(t *testing.T) {
	for day, good := range map[string]bool{"06-19": true, "02-29": true, "02-30": false, "19 June": false, "2024-06-19": false} {
		_, found := parseFrontMatter([]byte("events:\n  - date: " + day + "\n"))
		if found.HasErrors() == good {
			t.Errorf("%s: %v", day, found)
		}
	}
}

package press

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestAKitInAFolderOfAnEarlierOneLeavesNothingOfIt(t *testing.T) {
	p := load(t, campaign)
	opt := options(t, p)
	made(t, p, opt)
	folder := filepath.Join(opt.Out, "en", "kit")
	for _, name := range []string{"mine.txt", "card-two-1080x1080.png"} { // the second is another file by now
		if err := os.WriteFile(filepath.Join(folder, name), []byte("mine"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	p = load(t, with(map[string]string{
		"content/en/campaign/messages/index.md": "---\ntitle: Key messages\nsummary: Messages.\ntype: messages\nmessages:\n  - id: one\n    text: A crime that can be prevented and punished.\n---\n\nText.\n",
	}))
	opt.Editions = editions(p)
	made(t, p, opt)
	for name, want := range map[string]bool{
		"card-one-1200x630.png": true, "card-two-1200x630.png": false, "mine.txt": true, "card-two-1080x1080.png": true, "poster-plain-a4-bleed.pdf": true,
	} {
		if _, err := os.Stat(filepath.Join(folder, name)); (err == nil) != want {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAListThatIsNotOursRemovesNothing(t *testing.T) {
	folder := t.TempDir()
	outside := filepath.Join(folder, "outside.txt")
	inside := filepath.Join(folder, "kit")
	if err := os.Mkdir(inside, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{
		outside:                             "x",
		filepath.Join(inside, ManifestFile): `{"files": [{"file": "../outside.txt", "sha256": "` + hexSum([]byte("x")) + `"}]}`,
	} {
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := removeFormer(inside, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(outside); err != nil {
		t.Error(err)
	}
}

func TestTwoPiecesOfOneNameAreNamed(t *testing.T) {
	p := load(t, with(map[string]string{
		"content/en/campaign/messages/index.md": "---\ntitle: Key messages\nsummary: Messages.\ntype: messages\nmessages:\n  - id: site\n    text: Another.\n---\n\nText.\n",
	}))
	kit, found := made(t, p, options(t, p))
	if len(found) != len(cards) || found[0].ID != "kit-name" || found[0].Line != 6 {
		t.Errorf("diagnostics: %v", found)
	}
	names := map[string]bool{}
	for _, f := range kit["en"].Files {
		if names[f.Name] {
			t.Errorf("%s stands in the list twice", f.Name)
		}
		names[f.Name] = true
		if f.Name == "card-site-1200x630.png" && strings.Contains(f.Alt, "Another.") {
			t.Errorf("the home page has the picture of a message: %s", f.Alt)
		}
	}
	if !slices.Contains(kit["en"].Missing, Missing{"card", "site", nameTaken, "/campaign/messages/"}) {
		t.Errorf("missing are %v", kit["en"].Missing)
	}
}

func TestAStrictKitWithAPieceThatDoesNotFitIsNotWritten(t *testing.T) {
	p := load(t, with(map[string]string{
		"content/en/campaign/messages/index.md": "---\ntitle: Key messages\nsummary: Messages.\ntype: messages\nmessages:\n  - id: one\n    text: " + strings.Repeat("Unbreakable", 12) + "\n---\n\nText.\n",
	}))
	opt := options(t, p)
	opt.Strict = true
	_, found := made(t, p, opt)
	if !found.HasErrors() {
		t.Errorf("diagnostics: %v", found)
	}
	if left := contents(t, opt.Out); len(left) > 0 {
		t.Errorf("%d files were written", len(left))
	}
}

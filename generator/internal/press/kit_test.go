package press

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"image/png"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"resolutionsite/generator/internal/diag"
)

func TestAKitHasThePiecesOfTheLanguagesWords(t *testing.T) {
	p := load(t, campaign)
	opt := options(t, p)
	kit, found := made(t, p, opt)
	if len(found) > 0 {
		t.Errorf("diagnostics: %v", found)
	}
	names := func(key string) []string {
		var all []string
		for _, f := range kit[key].Files {
			all = append(all, f.Name)
		}
		return all
	}
	number := p.Resolutions["en"].Text.Number
	for _, want := range []string{
		"resolution-" + number + "-en.pdf", "summary-en.pdf", "poster-speak-a4.pdf", "poster-speak-a3-bleed.pdf", "poster-plain-a4.pdf",
		"card-one-1200x630.png", "card-two-1080x1920.png", "card-site-1080x1080.png",
	} {
		if !slices.Contains(names("en"), want) {
			t.Errorf("en lacks %s: %v", want, names("en"))
		}
	}
	if got := names("fr"); !slices.Contains(got, "card-one-1200x630.png") || slices.Contains(got, "card-two-1200x630.png") || slices.Contains(got, "summary-fr.pdf") {
		t.Errorf("fr: %v", got)
	}
	if got := names("ar"); !slices.Contains(got, "poster-speak-a4.pdf") || slices.Contains(got, "poster-plain-a4.pdf") {
		t.Errorf("ar: %v", got)
	}
	if want := (Missing{"card", "two", notTranslated, "/campaign/messages/"}); !slices.Contains(kit["fr"].Missing, want) {
		t.Errorf("fr misses %v", kit["fr"].Missing)
	}
	for _, f := range kit["en"].Files {
		if f.ID == "one" && f.Alt != "A card that says how it is." {
			t.Errorf("the alternative text of %s is %q, not that of the post", f.Name, f.Alt)
		}
		if f.ID == "two" && !strings.Contains(f.Alt, "The stigma belongs to the act.") {
			t.Errorf("the alternative text of %s is %q", f.Name, f.Alt)
		}
	}
	if got := kit["en"].Cards["/campaign/messages"]; got != "card-one-1200x630.png" {
		t.Errorf("the messages have the card %q", got)
	}
}

func TestManifestAndZipAgreeWithTheFiles(t *testing.T) {
	p := load(t, campaign)
	opt := options(t, p)
	kit, _ := made(t, p, opt)
	for key, k := range kit {
		folder := filepath.Join(opt.Out, key, "kit")
		content, err := os.ReadFile(filepath.Join(folder, ManifestFile))
		if err != nil {
			t.Fatal(err)
		}
		var list manifest
		if err := json.Unmarshal(content, &list); err != nil {
			t.Fatal(err)
		}
		archive, err := zip.OpenReader(filepath.Join(opt.Out, filepath.FromSlash(k.Zip.Href)))
		if err != nil {
			t.Fatal(err)
		}
		defer archive.Close()
		packed := map[string][]byte{}
		for _, f := range archive.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			if packed[strings.TrimPrefix(f.Name, "kit-"+key+"/")], err = io.ReadAll(r); err != nil {
				t.Fatal(err)
			}
		}
		if len(packed) != len(list.Files)+4 {
			t.Errorf("%s: %d files in the zip, %d in the manifest", key, len(packed), len(list.Files))
		}
		for _, f := range list.Files {
			content, err := os.ReadFile(filepath.Join(folder, f.File))
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(content, packed[f.File]) || hexSum(content) != f.SHA256 || int64(len(content)) != f.Bytes {
				t.Errorf("%s/%s: file, zip and manifest differ", key, f.File)
			}
			if f.Licence == "" || f.Review == "" || f.Alt == "" || !strings.HasPrefix(f.Source, opt.BaseURL+key+"/") {
				t.Errorf("%s/%s: %+v", key, f.File, f)
			}
			if f.Media != "image/png" {
				continue
			}
			config, err := png.DecodeConfig(bytes.NewReader(content))
			width, height, _ := strings.Cut(f.Size, "x")
			if err != nil || strconv.Itoa(config.Width) != width || strconv.Itoa(config.Height) != height || config.Width != f.Width || config.Height != f.Height {
				t.Errorf("%s/%s is %d × %d, not %s: %v", key, f.File, config.Width, config.Height, f.Size, err)
			}
			if !strings.Contains(string(packed[AltFile]), f.File+"\n"+f.Alt+"\n") {
				t.Errorf("%s/%s has no alternative text in %s", key, f.File, AltFile)
			}
		}
		for _, name := range []string{LicenceFile, fontFile} {
			if len(packed[name]) < 100 {
				t.Errorf("%s: %s is %q", key, name, packed[name])
			}
		}
	}
}

// Boxes are those that the layouts place things in.
func TestNothingOnASignOverlapsOrLeavesIt(t *testing.T) {
	for _, p := range []func() map[string]*piece{
		func() map[string]*piece { p := load(t, campaign); return pieces(t, p, options(t, p)) },
		func() map[string]*piece { p := loaded(t, repository(t)); return pieces(t, p, options(t, p)) },
	} {
		signs := 0
		for name, one := range p() {
			r := one.result.Report
			if r == nil || !r.Fits {
				continue
			}
			signs++
			const slack = 0.01
			for i, a := range r.Boxes {
				if a.X < r.Edges[0]-slack || a.Y < r.Edges[1]-slack || a.X+a.Width > r.Edges[2]+slack || a.Y+a.Height > r.Edges[3]+slack {
					t.Errorf("%s: %s leaves its margins: %+v in %v", name, a.Name, a, r.Edges)
				}
				for _, b := range r.Boxes[i+1:] {
					if a.X < b.X+b.Width-slack && b.X < a.X+a.Width-slack && a.Y < b.Y+b.Height-slack && b.Y < a.Y+a.Height-slack {
						t.Errorf("%s: %s lies over %s: %+v, %+v", name, a.Name, b.Name, a, b)
					}
				}
			}
		}
		if signs == 0 {
			t.Error("no posters or cards")
		}
	}
}

func TestWordsWithoutRoomAreNamed(t *testing.T) {
	long := strings.Repeat("Many words are said here. ", 40)
	p := load(t, with(map[string]string{
		"content/en/campaign/messages/index.md": "---\ntitle: Key messages\nsummary: Messages.\ntype: messages\nmessages:\n  - id: one\n    text: Short.\n  - id: two\n    text: " + long + "\n  - id: wide\n    text: " + strings.Repeat("Unbreakable", 12) + "\n  - id: letters\n    text: It is 漢字.\n---\n\nText.\n",
		"content/en/campaign/summary/index.md":  "---\ntitle: On one page\nsummary: Summary.\nprint: summary\n---\n\n" + strings.Repeat(long+"\n\n", 8),
	}))
	kit, found := made(t, p, options(t, p))
	find := func(piece string) *diag.Diagnostic {
		i := slices.IndexFunc(found, func(d diag.Diagnostic) bool { return d.Args["Piece"] == piece })
		if i < 0 {
			return &diag.Diagnostic{}
		}
		return &found[i]
	}
	for _, tc := range []struct {
		piece, id string
		line      int
	}{
		{"card-two-1200x630.png", "kit-long", 8},
		{"card-wide-1080x1080.png", "kit-word", 10},
		{"card-letters-1200x630.png", "kit-fault", 12},
		{"summary-en.pdf", "kit-pages", 6},
	} {
		d := find(tc.piece)
		if d.ID != tc.id || d.Line != tc.line || d.Column == 0 || d.Severity != diag.Warning || !strings.HasSuffix(d.File, ".md") {
			t.Errorf("%s: %+v", tc.piece, *d)
		}
	}
	if over, err := strconv.Atoi(find("card-two-1200x630.png").Args["Over"].(string)); err != nil || over < 500 || over > 1030 {
		t.Errorf("%d characters are too many: %v", over, err)
	}
	if lines, err := strconv.Atoi(find("summary-en.pdf").Args["Lines"].(string)); err != nil || lines < 15 || lines > 60 {
		t.Errorf("%d lines are too many: %v", lines, err)
	}
	if !slices.Contains(kit["en"].Missing, Missing{"card", "two", "does not fit", "/campaign/messages/"}) {
		t.Errorf("missing are %v", kit["en"].Missing)
	}
	if slices.ContainsFunc(kit["en"].Files, func(f File) bool { return f.ID == "two" || f.Kind == "summary" }) {
		t.Error("a piece that does not fit is in the kit")
	}
}

func TestTheSameIsMadeOnceAndOfTheSameBytes(t *testing.T) {
	p := load(t, campaign)
	opt := options(t, p)
	opt.Cache, opt.Bleed = t.TempDir(), false
	kit, _ := made(t, p, opt)
	first := contents(t, opt.Out)
	if kit["en"].Made == 0 {
		t.Error("nothing was made")
	}
	opt.Out = t.TempDir()
	kit, _ = made(t, p, opt)
	for key, k := range kit {
		if k.Made > 0 {
			t.Errorf("%s: %d pieces were made again", key, k.Made)
		}
	}
	same(t, first, contents(t, opt.Out))

	opt.Out, opt.Cache = t.TempDir(), t.TempDir()
	made(t, p, opt)
	same(t, first, contents(t, opt.Out))

	// One word changes one message's cards.
	p = load(t, with(map[string]string{"content/en/campaign/messages/index.md": strings.Replace(campaign["content/en/campaign/messages/index.md"], "stigma", "blame", 1)}))
	opt.Out, opt.Editions = t.TempDir(), editions(p)
	if kit, _ = made(t, p, opt); kit["en"].Made != len(cards) {
		t.Errorf("%d pieces were made again, want %d", kit["en"].Made, len(cards))
	}
}

func TestABrokenCacheIsMadeAgain(t *testing.T) {
	p := load(t, campaign)
	opt := options(t, p)
	opt.Cache, opt.Bleed = t.TempDir(), false
	made(t, p, opt)
	first := contents(t, opt.Out)
	broken := 0
	for name, content := range contents(t, opt.Cache) {
		switch broken++; broken % 3 {
		case 0:
			content = content[:len(content)/2]
		case 1:
			content = nil
		default:
			content[len(content)-1] ^= 1
		}
		if err := os.WriteFile(filepath.Join(opt.Cache, filepath.FromSlash(name)), content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	opt.Out = t.TempDir()
	kit, _ := made(t, p, opt)
	if n := kit["en"].Made + kit["fr"].Made + kit["ar"].Made; n != broken {
		t.Errorf("%d of %d pieces were made again", n, broken)
	}
	same(t, first, contents(t, opt.Out))
}

func TestBuildsAtOnceShareACache(t *testing.T) {
	p := load(t, campaign)
	opt := options(t, p)
	opt.Cache, opt.Bleed = t.TempDir(), false
	var group sync.WaitGroup
	outs := []string{t.TempDir(), t.TempDir()}
	for _, out := range outs {
		group.Go(func() {
			own := opt
			own.Out = out
			if _, _, err := Make(context.Background(), p, own); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	same(t, contents(t, outs[0]), contents(t, outs[1]))
}

func TestANodeThatFailsIsReported(t *testing.T) {
	p := load(t, campaign)
	opt := options(t, p)
	opt.Cache, opt.Bleed = t.TempDir(), false
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "node"), []byte("#!/bin/sh\nread line\necho 'out of memory' >&2\nexit 134\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", folder+string(os.PathListSeparator)+os.Getenv("PATH"))
	_, _, err := Make(t.Context(), p, opt)
	if err == nil || !strings.Contains(err.Error(), "out of memory") || !strings.Contains(err.Error(), "134") {
		t.Errorf("the error is %v", err)
	}
	if left := contents(t, opt.Cache); len(left) > 0 {
		t.Errorf("the cache holds %d files", len(left))
	}
}

func TestAnInterruptionEndsTheWork(t *testing.T) {
	p := load(t, campaign)
	opt := options(t, p)
	opt.Cache, opt.Bleed = t.TempDir(), false
	ctx, cancel := context.WithCancel(t.Context())
	opt.Progress = func(done, _ int) {
		if done == 2 {
			cancel()
		}
	}
	if _, _, err := Make(ctx, p, opt); !errors.Is(err, context.Canceled) {
		t.Errorf("the error is %v", err)
	}
}

func TestAProjectWithoutToolsHasNoKit(t *testing.T) {
	if Available(t.TempDir()) {
		t.Error("a kit can be made of nothing")
	}
}

// contents are the files below a folder.
func contents(t *testing.T, folder string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	err := fs.WalkDir(os.DirFS(folder), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files[name], err = os.ReadFile(filepath.Join(folder, filepath.FromSlash(name)))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func same(t *testing.T, a, b map[string][]byte) {
	t.Helper()
	if len(a) != len(b) {
		t.Errorf("%d files and %d files", len(a), len(b))
	}
	for name, content := range a {
		if !bytes.Equal(content, b[name]) {
			t.Errorf("%s differs", name)
		}
	}
}

package publish

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

// sample is a site with files that are worth a copy and files that are not.
func sample(t *testing.T) (dir string, text []byte) {
	t.Helper()
	dir = t.TempDir()
	noise := make([]byte, 4096)
	source := rand.NewChaCha8([32]byte{1})
	for i := range noise {
		noise[i] = byte(source.Uint64())
	}
	text = []byte(strings.Repeat("The same words again. ", 1000))
	for name, content := range map[string][]byte{
		"en/index.html": text, "small.html": []byte(strings.Repeat("a", CompressFrom-1)), "noise.txt": noise, "picture.png": text,
	} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir, text
}

func pickText(path string) bool { return filepath.Ext(path) != ".png" }

func mustCompress(t *testing.T, dir, before string) Compression {
	t.Helper()
	c, err := Compress(context.Background(), dir, before, pickText)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func mustRead(t *testing.T, name string) []byte {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func TestCopiesAreMadeWhereTheyAreSmaller(t *testing.T) {
	dir, text := sample(t)
	c := mustCompress(t, dir, "")
	mustHold(t, dir, "en", "noise.txt", "picture.png", "small.html")
	mustHold(t, filepath.Join(dir, "en"), "index.html", "index.html.br", "index.html.gz")
	if c.Files != 1 || c.Copies != 2 {
		t.Errorf("%+v", c)
	}
	for _, way := range encodings {
		copied := mustRead(t, filepath.Join(dir, "en", "index.html"+way.suffix))
		r, err := way.from(bytes.NewReader(copied))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, text) {
			t.Errorf("%s: %v, %d bytes", way.suffix, err, len(got))
		}
		if *way.bytes(&c) != int64(len(copied)) {
			t.Errorf("%s: %d bytes counted of %d", way.suffix, *way.bytes(&c), len(copied))
		}
	}
}

func TestTheSameContentHasTheSameCopies(t *testing.T) {
	first, _ := sample(t)
	second, _ := sample(t)
	mustCompress(t, first, "")
	mustCompress(t, second, first)
	for _, way := range encodings {
		name := filepath.Join("en", "index.html"+way.suffix)
		if !bytes.Equal(mustRead(t, filepath.Join(first, name)), mustRead(t, filepath.Join(second, name))) {
			t.Errorf("%s differs", name)
		}
	}
}

func TestAnEarlierCopyIsTakenOnlyIfItHoldsTheContent(t *testing.T) {
	before, text := sample(t)
	mustCompress(t, before, "")
	right := mustRead(t, filepath.Join(before, "en", "index.html.br"))
	// Another encoding of the same content shows that it is taken.
	var weak bytes.Buffer
	z := brotli.NewWriterLevel(&weak, brotli.BestSpeed)
	if _, err := z.Write(text); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for name, tc := range map[string]struct{ copied, want []byte }{
		"of the content":   {weak.Bytes(), weak.Bytes()},
		"of other content": {mustCompressed(t, []byte(strings.Repeat("Other words. ", 1000))), right},
		"cut off":          {right[:len(right)/2], right},
		"with more":        {append(bytes.Clone(right), right...), right},
		"of nothing":       {nil, right},
	} {
		if err := os.WriteFile(filepath.Join(before, "en", "index.html.br"), tc.copied, 0o644); err != nil {
			t.Fatal(err)
		}
		dir, _ := sample(t)
		mustCompress(t, dir, before)
		if got := mustRead(t, filepath.Join(dir, "en", "index.html.br")); !bytes.Equal(got, tc.want) {
			t.Errorf("a copy %s: %d bytes, want %d", name, len(got), len(tc.want))
		}
	}
}

func mustCompressed(t *testing.T, content []byte) []byte {
	t.Helper()
	copied, err := encodings[0].compress(content)
	if err != nil {
		t.Fatal(err)
	}
	return copied
}

func TestAFileThatIsInTheWayIsKept(t *testing.T) {
	dir, _ := sample(t)
	own := filepath.Join(dir, "en", "index.html.gz")
	if err := os.WriteFile(own, []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Compress(context.Background(), dir, "", pickText); err == nil || string(mustRead(t, own)) != "mine" {
		t.Errorf("%v, %q", err, mustRead(t, own))
	}
}

func TestTheNameOfTheCompressorFollowsItsVersion(t *testing.T) {
	if mod := string(mustRead(t, filepath.Join("..", "..", "..", "go.mod"))); !strings.Contains(mod, "github.com/andybalholm/brotli "+brotliVersion+"\n") {
		t.Errorf("go.mod has another version than %s", brotliVersion)
	}
}

// A copy made by other settings would be taken for one of these: who changes
// what comes out changes the name, too, and both of them here.
func TestTheNameOfTheCompressorFollowsItsSettings(t *testing.T) {
	want := "brotli " + brotliVersion + " quality 11 window 22, gzip " + runtime.Version() + " level 9, manner 1"
	if got := Compressor(); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := window(1 << 30); got != brotliWindow {
		t.Errorf("a large file has a window of %d", got)
	}
	text := make([]byte, 0, 1<<16)
	source := rand.NewChaCha8([32]byte{2})
	for len(text) < cap(text) {
		text = append(text, "abcdefghijklmnop"[source.Uint64()%16])
	}
	sum := sha256.New()
	for _, n := range []int{2000, cap(text)} {
		copied, err := encodings[0].compress(text[:n])
		if err != nil {
			t.Fatal(err)
		}
		sum.Write(copied)
		// The standard library may change its encoder, and then its version;
		// the header says the level.
		if copied, err = encodings[1].compress(text[:n]); err != nil {
			t.Fatal(err)
		} else if copied[8] != 2 {
			t.Errorf("gzip: %d in the header, want that of the best compression", copied[8])
		}
	}
	const made = "c6ed5b7cc7356278ae06f7eb2b03012f5cb5d63d9a973592e8fc4c811b4f87a3"
	if got := hex.EncodeToString(sum.Sum(nil)); got != made {
		t.Errorf("the copies of the same content are others: raise manner, then set made to %s", got)
	}
}

package exchange

import (
	"bytes"
	"encoding/xml"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

func tmx(t testing.TB, f File) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WriteTMX(&b, f); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestTMXIsAsExpected(t *testing.T) {
	f := sample(t)
	f.Units[2].Target, f.Units[2].State = []string{"{{< tests >}} Italie\u00a0:\n[*la* ligne](https://www.1522.eu/cose-1522/?lang=en)"}, Current
	golden(t, "sample.tmx", tmx(t, f))
}

func TestTMXIsValid(t *testing.T) {
	for _, content := range [][]byte{tmx(t, sample(t)), tmx(t, empty(t, "ar")), tmx(t, generated(t, "ar", 1, 300))} {
		client(t, "xmllint", "--noout", "--nonet", "--dtdvalid", filepath.Join("testdata", "tmx", "tmx14-part.dtd"), write(t, "a.tmx", content))
	}
}

func TestATranslationMemoryHasTheCurrentTextsToTheByte(t *testing.T) {
	f := generated(t, "pl", 7, 500)
	var want []string
	for _, u := range f.Units {
		if u.State == Current {
			want = append(want, u.Source, u.Target[0])
		}
		for i := 1; i < len(u.Target) && u.State == Current; i++ {
			want = append(want, u.SourcePlural, u.Target[i])
		}
	}
	var memory struct {
		Segments []struct {
			Inner string `xml:",innerxml"`
		} `xml:"body>tu>tuv>seg"`
	}
	if err := xml.Unmarshal(tmx(t, f), &memory); err != nil {
		t.Fatal(err)
	}
	if len(memory.Segments) != len(want) || len(want) < 200 {
		t.Fatalf("%d segments, want %d", len(memory.Segments), len(want))
	}
	tag := regexp.MustCompile(`<[^>]*>`)
	back := strings.NewReplacer("&lt;", "<", "&gt;", ">", "&quot;", `"`, "&#9;", "\t", "&#10;", "\n", "&amp;", "&")
	for i, s := range memory.Segments {
		if got := back.Replace(tag.ReplaceAllString(s.Inner, "")); got != want[i] {
			t.Errorf("got %q, want %q", got, want[i])
		}
	}
}

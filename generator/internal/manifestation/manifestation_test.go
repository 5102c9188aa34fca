package manifestation

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"resolutionsite/generator/internal/resolution"
	"resolutionsite/generator/internal/resolution/resolutiontest"
)

// edition publishes a text as a translation of an English original.
func edition(t *resolution.Text) *Edition {
	e := &Edition{
		Text: t, Address: "https://example.org/fr/resolution/", Schema: "https://example.org/" + SchemaFile,
		Work:      NewWork(t, "nato-pa", "https://example.org/en/resolution/"),
		Publisher: Publisher{Address: "https://example.org/"},
		Document:  "Résolution 491", Notice: "Traduction non officielle.", Review: "unreviewed",
		Names: map[string]string{"p13-e": "point 13e"},
	}
	if !t.Official {
		e.Original = &Expression{Language: "en", Address: "https://example.org/en/resolution/", Official: true}
		e.Others = []Expression{*e.Original}
	}
	return e
}

// parse makes a normal text of canonical Markdown.
func parse(t *testing.T, source string) *resolution.Text {
	t.Helper()
	text, diags := resolution.ParseMarkdown([]byte(source))
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	resolutiontest.ClearLines(text)
	return text
}

const roundTrips = 4000

func TestEveryLosslessFormatAndBackIsTheSameText(t *testing.T) {
	for _, format := range []struct {
		name string
		read func([]byte) (*resolution.Text, error)
	}{{"akn", ReadXML}, {"json", ReadJSON}} {
		t.Run(format.name, func(t *testing.T) {
			t.Parallel()
			for seed := range uint64(roundTrips) {
				want := resolutiontest.Text(seed)
				source := write(t, format.name, edition(want))
				got, err := format.read(source)
				if err != nil {
					t.Fatalf("seed %d: %v\n%s", seed, err, source)
				}
				resolutiontest.ClearLines(got)
				if !reflect.DeepEqual(got, want) {
					t.Fatalf("seed %d: read as\n%+v\nwant\n%+v\n%s", seed, got, want, source)
				}
			}
		})
	}
}

func TestTheMarkdownFileIsTheCanonicalFormBelowAHead(t *testing.T) {
	for seed := range uint64(roundTrips) {
		want := resolutiontest.Text(seed)
		source := string(Markdown(edition(want)))
		_, body, ok := strings.Cut(strings.TrimPrefix(source, "---\n"), "\n---\n")
		got, _ := resolution.ParseMarkdown([]byte(body))
		resolutiontest.ClearLines(got)
		if !ok || !reflect.DeepEqual([]any{got.Formula, got.Recitals, got.Operative, got.Footnotes}, []any{want.Formula, want.Recitals, want.Operative, want.Footnotes}) {
			t.Fatalf("seed %d:\n%s", seed, source)
		}
	}
}

func TestTheHeadOfTheMarkdownFileSaysAllThatIsSaidOfTheText(t *testing.T) {
	text := resolutiontest.Text(1)
	text.Place, text.Note = "Montréal (Canada)", "Présentée par la \"commission\""
	source := string(Markdown(edition(text)))
	for _, line := range []string{`place: "Montréal (Canada)"`, `note: "Présentée par la \"commission\""`} {
		if !strings.Contains(source, "\n"+line+"\n") {
			t.Errorf("no line %s in\n%s", line, source)
		}
	}
}

// write writes an edition in the format of that ID.
func write(t *testing.T, id string, e *Edition) []byte {
	t.Helper()
	for _, f := range Formats() {
		if f.ID == id {
			content, err := f.Write(e)
			if err != nil {
				t.Fatal(err)
			}
			return content
		}
	}
	t.Fatalf("no format %s", id)
	return nil
}

func TestTheSameEditionGivesTheSameBytes(t *testing.T) {
	for seed := range uint64(50) {
		a, errA := edition(resolutiontest.Text(seed)).Files()
		b, errB := edition(resolutiontest.Text(seed)).Files()
		if errA != nil || errB != nil || !reflect.DeepEqual(a, b) {
			t.Fatalf("seed %d: %v %v", seed, errA, errB)
		}
	}
}

func TestNoTwoFilesHaveOneName(t *testing.T) {
	for seed := range uint64(500) {
		files, err := edition(resolutiontest.Text(seed)).Files()
		if err != nil {
			t.Fatal(err)
		}
		names := map[string]bool{}
		for _, f := range files {
			if names[f.Name] || !filepath.IsLocal(f.Name) {
				t.Fatalf("seed %d: %s", seed, f.Name)
			}
			names[f.Name] = true
		}
	}
}

// writeFiles puts files into a folder.
func writeFiles(t *testing.T, folder string, files []File) {
	t.Helper()
	for _, f := range files {
		name := filepath.Join(folder, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

package site

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"resolutionsite/generator/internal/manifestation"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/testproject"
)

func loadTestProject(t *testing.T) *project.Project {
	t.Helper()
	root := t.TempDir()
	if err := testproject.Copy(root); err != nil {
		t.Fatal(err)
	}
	p, err := project.Load(os.DirFS(root))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// loadRepository loads the repository's own project, in folder.
func loadRepository(t *testing.T) (p *project.Project, folder string) {
	t.Helper()
	folder, err := testproject.Repository()
	if err != nil {
		t.Fatal(err)
	}
	if p, err = project.Load(os.DirFS(folder)); err != nil {
		t.Fatal(err)
	}
	return p, folder
}

func TestEditionsSayWhoseTextTheyAre(t *testing.T) {
	editions, err := Editions(loadTestProject(t), "https://example.org/site/")
	if err != nil {
		t.Fatal(err)
	}
	en, fr := editions["en"], editions["fr"]
	if en.Original != nil || len(en.Others) != 2 || en.Review != "original" || !strings.HasPrefix(en.Notice, "The text of the resolution") {
		t.Errorf("%+v", en)
	}
	if fr.Original == nil || fr.Original.Language != "en" || fr.Original.Address != "https://example.org/site/en/resolution/" ||
		fr.Review != "reviewed" || !strings.HasPrefix(fr.Notice, "Traduction non officielle.") || fr.Document != "Résolution 7" || fr.Date != "29 février 2020" {
		t.Errorf("%+v", fr)
	}
	want := manifestation.Work{IRI: "/akn/xx/statement/resolution/assembly-of-examples/2020-02-29/7", Actor: "assembly-of-examples", Address: "https://example.org/site/en/resolution/#work"}
	if en.Work != want || fr.Work != want {
		t.Errorf("%+v %+v", en.Work, fr.Work)
	}
}

func TestEveryFileOfATextIsStagedBesideItsPage(t *testing.T) {
	p := loadTestProject(t)
	stage, err := WriteStage(p, t.TempDir(), t.TempDir(), Options{BaseURL: "https://example.org/"})
	if err != nil {
		t.Fatal(err)
	}
	editions, err := Editions(p, "https://example.org/")
	if err != nil {
		t.Fatal(err)
	}
	for key, e := range editions {
		files, err := e.Files()
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			content, err := os.ReadFile(filepath.Join(stage.Dir, "static", key, "resolution", filepath.FromSlash(f.Name)))
			if err != nil || string(content) != string(f.Content) {
				t.Errorf("%s: %v", f.Name, err)
			}
		}
	}
	// What a text no longer has is gone from the stage.
	p.Resolutions["fr"].Text.Operative[0].Points = nil
	if _, err := WriteStage(p, t.TempDir(), stage.Dir, Options{BaseURL: "https://example.org/"}); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(stage.Dir, "static", "fr", "resolution", "text", "p3-a.txt")); err == nil {
		t.Error("a point that is gone is still published")
	}
}

// The site's own texts, in every language: valid against the schema of OASIS,
// and lossless.
func TestTheFormatsOfTheRepositoryAreValidAndReadBack(t *testing.T) {
	p, _ := loadRepository(t)
	editions, err := Editions(p, "https://example.org/")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for key, e := range editions {
		statement, object := manifestation.XML(e), []byte(nil)
		if object, err = manifestation.JSON(e); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, key+".xml"), statement, 0o644); err != nil {
			t.Fatal(err)
		}
		want := e.Text.Markdown()
		fromXML, errXML := manifestation.ReadXML(statement)
		fromJSON, errJSON := manifestation.ReadJSON(object)
		if errXML != nil || errJSON != nil {
			t.Fatal(key, errXML, errJSON)
		}
		if string(fromXML.Markdown()) != string(want) || string(fromJSON.Markdown()) != string(want) || fromXML.Note != e.Text.Note || fromJSON.Body != e.Text.Body {
			t.Errorf("%s is read back otherwise", key)
		}
	}
	schema := filepath.Join("..", "manifestation", "testdata", "akn", "akomantoso30.xsd")
	files, err := filepath.Glob(filepath.Join(dir, "*.xml"))
	if err != nil || len(files) != len(p.Resolutions) {
		t.Fatal(files, err)
	}
	out, err := exec.CommandContext(t.Context(), "xmllint", append([]string{"--noout", "--nonet", "--schema", schema}, files...)...).CombinedOutput()
	if err != nil || strings.Count(string(out), " validates\n") != len(files) {
		t.Errorf("%v (sh generator/browser/tools.sh xmllint installs xmllint)\n%s", err, out)
	}
}

// No text can end the script element that the linked data stands in.
func TestLinkedDataStaysInsideItsElement(t *testing.T) {
	const title = `</script><script>alert("1")</script> & <!-- \`
	source, err := os.ReadFile(filepath.Join("..", "..", "testdata", "project", "content", "en", "resolution", "_index.md"))
	if err != nil {
		t.Fatal(err)
	}
	quoted, _ := json.Marshal(title)
	out, found := render(t, map[string]string{
		"content/en/resolution/_index.md": strings.Replace(string(source), "title: Keeping bridges open", "title: "+string(quoted), 1),
	})
	if len(found) > 0 {
		t.Fatal(found)
	}
	content := page(t, out, "en/resolution/index.html")
	_, rest, ok := strings.Cut(content, `<script type="application/ld+json">`)
	data, rest, closed := strings.Cut(rest, "</script>")
	var document struct {
		Graph []struct{ Name string } `json:"@graph"`
	}
	if err := json.Unmarshal([]byte(data), &document); err != nil || !ok || !closed || document.Graph[1].Name != title {
		t.Errorf("%v %s", err, data)
	}
	if strings.Contains(rest, "<script>alert") {
		t.Error("the title is a script")
	}
}

// A borrowed text is offered in the language it is in, and described on its own
// page alone.
func TestABorrowedTextLinksToItsOwnFiles(t *testing.T) {
	out, found := render(t, map[string]string{"i18n/pl.toml": ""})
	if len(found) > 0 {
		t.Fatal(found)
	}
	borrowed := page(t, out, "pl/resolution/index.html")
	if !strings.Contains(borrowed, `<link rel="alternate" type="application/json" href="/en/resolution/resolution.json">`) ||
		strings.Contains(borrowed, "ld+json\">{") || strings.Contains(borrowed, "/pl/resolution/resolution.") {
		t.Error(borrowed)
	}
	if point := page(t, out, "pl/resolution/3a/index.html"); !strings.Contains(point, `href="/en/resolution/cite/p3-a.ris"`) {
		t.Error(point)
	}
}

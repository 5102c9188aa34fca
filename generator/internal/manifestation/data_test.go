package manifestation

import (
	"bytes"
	"encoding/json"
	"errors"
	"os/exec"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"resolutionsite/generator/internal/resolution"
	"resolutionsite/generator/internal/resolution/resolutiontest"
)

func TestJSONIsAsItsSchemaSays(t *testing.T) {
	const address = "https://example.org/" + SchemaFile
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema(address)))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource(address, document); err != nil {
		t.Fatal(err)
	}
	compiled, err := compiler.Compile(address)
	if err != nil {
		t.Fatal(err)
	}
	check := func(source []byte) error {
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(source))
		if err != nil {
			t.Fatal(err)
		}
		return compiled.Validate(value)
	}
	for seed := range uint64(1000) {
		source := write(t, "json", edition(resolutiontest.Text(seed)))
		if err := check(source); err != nil {
			t.Fatalf("seed %d: %v\n%s", seed, err, source)
		}
	}
	for _, wrong := range []string{`{}`, `[]`, strings.Replace(string(write(t, "json", edition(resolutiontest.Text(1)))), `"operative"`, `"operatives"`, 1)} {
		if check([]byte(wrong)) == nil {
			t.Errorf("accepted: %.80s", wrong)
		}
	}
}

func TestSchemaIsKnownByTheAddressItIsPublishedAt(t *testing.T) {
	if got := string(Schema("https://a.example/s")); !strings.Contains(got, `"$id": "https://a.example/s"`) || strings.Contains(got, "example.org") {
		t.Error(got)
	}
}

func TestJSONOfOthersIsReadOrRefused(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"no JSON", "so", "line 1: invalid character"},
		{"another object", `{"a": 1}`, "unknown field"},
		{"an unknown style", `{"operative": [{"text": [{"text": "a", "style": "loud"}]}]}`, `"loud" is no style`},
		{"something behind it", "{}\n{}", "line 2: something follows"},
		{"too large", strings.Repeat(" ", resolution.MaxSize+1), "are more than"},
		{"too deep", `{"operative":` + strings.Repeat(`[{"points":`, 20_000), "depth"},
	} {
		_, err := ReadJSON([]byte(c.source))
		var invalid *InvalidFile
		if !errors.As(err, &invalid) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", c.name, err, c.want)
		}
	}
	text, err := ReadJSON([]byte(`{"operative": [{"label": "1", "text": [{"text": " Urges"}, {"text": " all\n"}]}]}`))
	if err != nil || text.Operative[0].Text.Plain() != "Urges all" {
		t.Error(text, err)
	}
}

// linked returns the expression of an edition's linked data.
func linked(t *testing.T, e *Edition) (expression map[string]any) {
	t.Helper()
	source, err := PageJSONLD(e)
	if err != nil {
		t.Fatal(err)
	}
	var document struct {
		Graph []map[string]any `json:"@graph"`
	}
	if err := json.Unmarshal([]byte(source), &document); err != nil || len(document.Graph) != 2 {
		t.Fatal(err, source)
	}
	if strings.Contains(source, "legislationLegalForce") || strings.ContainsAny(source, "<>&\n") {
		t.Errorf("what must not stand in the page: %s", source)
	}
	return document.Graph[1]
}

func TestLinkedDataClaimsNoMoreThanIsTrue(t *testing.T) {
	translation := resolutiontest.Text(1)
	translation.Official, translation.Title = false, "</script><script>alert(1)</script>"
	got := linked(t, edition(translation))
	if got["legislationLegalValue"] != "https://schema.org/UnofficialLegalValue" || got["name"] != translation.Title {
		t.Errorf("%v", got)
	}
	if original, _ := got["translationOfWork"].(map[string]any); original["@id"] != "https://example.org/en/resolution/" || got["workTranslation"] != nil {
		t.Errorf("%v", got)
	}

	authentic := edition(resolutiontest.Text(1))
	authentic.Text.Official, authentic.Original = true, nil
	authentic.Others = []Expression{{Language: "fr", Address: "https://example.org/fr/resolution/"}, {Language: "es", Official: true}}
	got = linked(t, authentic)
	if list, _ := got["workTranslation"].([]any); got["legislationLegalValue"] != nil || got["translationOfWork"] != nil || len(list) != 1 {
		t.Errorf("%v", got)
	}
	authentic.Publisher.Official = true
	if got = linked(t, authentic); got["legislationLegalValue"] != "https://schema.org/OfficialLegalValue" {
		t.Errorf("%v", got)
	}
}

// What ELI and schema.org say of a term: who passed it is an agent, a file is
// an encoding only if the text is in it, and only the work has subdivisions.
func TestLinkedDataUsesTermsAsTheyAreDefined(t *testing.T) {
	text := resolutiontest.Text(1)
	text.Body = "River Assembly"
	content, err := JSONLD(edition(text))
	if err != nil {
		t.Fatal(err)
	}
	var document struct {
		Graph []map[string]any `json:"@graph"`
	}
	if err := json.Unmarshal(content, &document); err != nil {
		t.Fatal(err)
	}
	by, _ := document.Graph[0]["eli:passed_by"].(map[string]any)
	if by["@type"] != "eli:Agent" || by["name"] != "River Assembly" {
		t.Errorf("passed by %v", by)
	}
	var files []string
	for _, f := range document.Graph[1]["encoding"].([]any) {
		file := f.(map[string]any)
		files = append(files, file["name"].(string))
		if embodied, _ := file["eli:embodies"].(map[string]any); embodied["@id"] != "https://example.org/fr/resolution/" {
			t.Errorf("%v embodies %v", file["name"], embodied)
		}
	}
	if got := strings.Join(files, ", "); got != "Akoma Ntoso 3.0, JSON, TXT, Markdown" {
		t.Errorf("encodings: %s", got)
	}
	if bytes.Contains(content, []byte("LegalResourceSubdivision")) {
		t.Error("a part of an expression is called one of the work")
	}
}

func TestChecksumsAreThoseOfSha256sum(t *testing.T) {
	e := edition(parse(t, "***\n\n1. **Urges** cafe\u0301[^1] 'all':\n\n    - a. to act;\n\n[^1]: x"))
	files, err := e.Files()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	writeFiles(t, dir, files)
	run := func(stdin string, command string) string {
		t.Helper()
		cmd := exec.CommandContext(t.Context(), "sh", "-c", command)
		cmd.Dir, cmd.Stdin = dir, strings.NewReader(stdin)
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v\n%s", command, err, out)
		}
		return string(out)
	}
	if got := run("", "sha256sum -c "+ChecksumsFile); got != "text/p1.txt: OK\ntext/p1-a.txt: OK\n" {
		t.Error(got)
	}
	quoted := run("", strings.Replace(VerifyQuotation, "…", "to act;", 1))
	pasted := run("Urges caf\u00e9 'all':\n", VerifyPasted)
	for part, got := range map[string]string{"p1-a": quoted, "p1": pasted} {
		sum := strings.TrimSuffix(got, "  -\n")
		if list := run("", "cat "+ChecksumsFile+" "+ManifestFile); strings.Count(list, sum) != 3 { // the list, the part, its file
			t.Errorf("%s: %q is not in\n%s", part, sum, list)
		}
	}
}

func TestTheManifestListsEveryFile(t *testing.T) {
	files, err := edition(resolutiontest.Text(3)).Files()
	if err != nil {
		t.Fatal(err)
	}
	var m manifestJSON
	last := files[len(files)-1]
	if err := json.Unmarshal(last.Content, &m); err != nil || last.Name != ManifestFile || len(m.Files) != len(files)-1 {
		t.Fatal(err, len(m.Files), len(files))
	}
	for i, f := range m.Files {
		if f.File != files[i].Name || f.MediaType == "" || f.Size != len(files[i].Content) || f.SHA256 != checksum(files[i].Content) {
			t.Errorf("%+v", f)
		}
	}
}

func TestPlainTextIsReadWithoutMarks(t *testing.T) {
	e := cited(t)
	e.Text = parse(t, "The House,\n\nA. *Noting* it[^1];\n\n***\n\n## Work\n\n1. **Urges** all:\n\n    - a. here:\n        - i. now.\n\n[^1]: So.")
	e.Text.Title, e.Text.Note = "Rivers", "Adopted at once"
	want := "Rivers\n\nRésolution 491\n\nTraduction non officielle.\nhttps://example.org/fr/resolution/\n\n" +
		"The House,\n\nA. Noting it[1];\n\nWork\n\n1. Urges all:\n    a. here:\n        i. now.\n\nAdopted at once\n\n[1] So.\n"
	if got := string(PlainText(e)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

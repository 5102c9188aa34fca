package manifestation

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"resolutionsite/generator/internal/resolution"
	"resolutionsite/generator/internal/resolution/resolutiontest"
)

// validate holds files against the schema of Akoma Ntoso with xmllint.
func validate(t *testing.T, files ...string) {
	t.Helper()
	args := append([]string{"--noout", "--nonet", "--schema", filepath.Join("testdata", "akn", "akomantoso30.xsd")}, files...)
	out, err := exec.CommandContext(t.Context(), "xmllint", args...).CombinedOutput()
	if errors.Is(err, exec.ErrNotFound) {
		t.Fatal("xmllint is missing: run sh generator/browser/tools.sh xmllint, or install libxml2-utils (Debian) or libxml2")
	}
	var faults []string
	for line := range strings.Lines(string(out)) {
		if !strings.HasSuffix(strings.TrimSpace(line), " validates") {
			faults = append(faults, line)
		}
	}
	if err != nil || len(faults) > 0 {
		t.Fatalf("%v\n%s", err, strings.Join(faults[:min(10, len(faults))], ""))
	}
}

func TestAkomaNtosoOfAnyTextIsValid(t *testing.T) {
	dir := t.TempDir()
	var files []string
	for seed := range uint64(400) {
		name := filepath.Join(dir, fmt.Sprintf("%d.xml", seed))
		if err := os.WriteFile(name, XML(edition(resolutiontest.Text(seed))), 0o644); err != nil {
			t.Fatal(err)
		}
		files = append(files, name)
	}
	validate(t, files...)
}

// What a schema that accepts everything would not find.
func TestTheSchemaRefusesWhatIsNotAkomaNtoso(t *testing.T) {
	name := filepath.Join(t.TempDir(), "broken.xml")
	broken := strings.Replace(string(XML(edition(resolutiontest.Text(1)))), "<mainBody", "<mainBodies", 1)
	broken = strings.Replace(broken, "</mainBody>", "</mainBodies>", 1)
	if err := os.WriteFile(name, []byte(broken), 0o644); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.CommandContext(t.Context(), "xmllint", "--noout", "--nonet", "--schema", filepath.Join("testdata", "akn", "akomantoso30.xsd"), name).CombinedOutput(); err == nil {
		t.Errorf("accepted: %s", out)
	}
}

func TestAkomaNtosoIsAsExpected(t *testing.T) {
	text := parse(t, strings.Join([]string{
		"L’Assemblée,", "",
		"## Contexte", "",
		"1. **Déplorant** l’impunité[^1] & le *silence* ;", "",
		"    - a. ici ;",
		"    - b. là ;", "",
		"***", "",
		"## Mesures", "",
		"13. **INVITE** les pays :", "",
		"    - e. à dénoncer[^1] :",
		"        - i. partout ;", "",
		"[^1]: Voir *plus haut*.",
		"[^*]: Du titre.",
	}, "\n"))
	text.Title, text.Kind, text.Number, text.Body = "Briser le silence", "resolution", "491", "Assemblée parlementaire de l’OTAN"
	text.Place, text.Adopted, text.Language, text.Note = "Montréal (Canada)", "2024-11-25", "fr", "Présentée par la commission"
	e := edition(text)
	e.Date = "25 novembre 2024"
	golden(t, "statement.xml", XML(e))
	validate(t, filepath.Join("testdata", "golden", "statement.xml"))
}

func TestAkomaNtosoOfOthersIsRead(t *testing.T) {
	source := `<?xml version="1.0"?>
<akn:akomaNtoso xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
<akn:statement name="declaration">
<akn:meta><akn:identification source="#x"><akn:FRBRWork/><akn:FRBRExpression><akn:FRBRlanguage language="en"/></akn:FRBRExpression></akn:identification>
<akn:notes source="#x"><akn:note eId="n1"><akn:p>Adopted <akn:b>twice</akn:b>.</akn:p></akn:note></akn:notes></akn:meta>
<akn:preface><akn:p><akn:docTitle>On rivers</akn:docTitle> <akn:docDate date="2001-02-03">3 February</akn:docDate></akn:p></akn:preface>
<akn:preamble><akn:recitals><akn:recital eId="recs__rec_1"><akn:num>(A)</akn:num><akn:p>
  <akn:i><akn:b>Noting</akn:b></akn:i> <akn:ref href="/x">resolution 1</akn:ref><akn:noteRef href="#n1" marker="1"/>;</akn:p></akn:recital></akn:recitals></akn:preamble>
<akn:mainBody><akn:paragraph><akn:num>1)</akn:num><akn:content><akn:p>Urges one;</akn:p><akn:p>and all.</akn:p></akn:content></akn:paragraph></akn:mainBody>
<akn:conclusions><akn:p>Done at <akn:location refersTo="#x">Oslo</akn:location>.</akn:p></akn:conclusions>
</akn:statement></akn:akomaNtoso>`
	text, err := ReadXML([]byte(source))
	if err != nil {
		t.Fatal(err)
	}
	got := strings.ReplaceAll(string(text.Markdown()), "\n\n", "\n")
	want := "A. **Noting** resolution 1[^1];\n***\n1. Urges one; and all.\n[^1]: Adopted **twice**.\n"
	if got != want || text.Title != "On rivers" || text.Kind != "declaration" || text.Language != "en" || text.Recitals[0].Line != 7 ||
		text.Adopted != "2001-02-03" || text.Note != "Done at Oslo." {
		t.Errorf("%+v\n got %q\nwant %q", text, got, want)
	}
}

func TestHostileXMLIsRefused(t *testing.T) {
	wrap := func(s string) string {
		return `<akomaNtoso xmlns="` + namespace + `"><statement name="x"><mainBody>` + s + `</mainBody></statement></akomaNtoso>`
	}
	for _, c := range []struct{ name, source, want string }{
		{"nothing", "", "line 1: there is no element"},
		{"a document type", "<!DOCTYPE x [<!ENTITY a \"b\">]>\n" + wrap("&a;"), "line 1: a document type is not allowed"},
		{"an external entity", `<!DOCTYPE x SYSTEM "file:///etc/passwd">` + wrap(""), "a document type is not allowed"},
		{"an unknown entity", "\n" + wrap("&a;"), "line 2: invalid character entity"},
		{"too deep", wrap(strings.Repeat("<p>", 300) + strings.Repeat("</p>", 300)), "nested more than 200 deep"},
		{"too many elements", wrap(strings.Repeat("<p/>", 300_000)), "more than 200000 elements"},
		{"too large", wrap(strings.Repeat(" ", resolution.MaxSize)), "bytes are more than"},
		{"cut off", wrap("")[:120], "line 1: unexpected EOF"},
		{"another encoding", `<?xml version="1.0" encoding="UTF-16"?>` + wrap(""), "UTF-16"},
		{"another language of XML", `<html xmlns="http://www.w3.org/1999/xhtml"/>`, "not of the namespace"},
		{"no statement", `<akomaNtoso xmlns="` + namespace + `"><act name="x"/></akomaNtoso>`, "there is no statement"},
		{"what the model lacks", wrap("\n<article><content><p>so</p></content></article>"), "line 2: article in mainBody is not in the profile"},
		{"a preface of another kind", `<akomaNtoso xmlns="` + namespace + `"><statement name="x"><preface><p>so</p></preface><mainBody/></statement></akomaNtoso>`, "text stands in p"},
		{"text between elements", wrap("so"), "text stands in mainBody"},
		{"text behind points", wrap("<paragraph><list><point/></list><content><p>so</p></content></paragraph>"), "content follows the points"},
		{"a control character", wrap("<p>\x01</p>"), "illegal character code"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := ReadXML([]byte(c.source))
			var invalid *InvalidFile
			if !errors.As(err, &invalid) || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

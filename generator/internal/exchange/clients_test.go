package exchange

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// client runs one of the programs that translators' files go through and
// returns what it said. An error of it fails the test.
func client(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := command(t, name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return string(out)
}

func command(t *testing.T, name string, args ...string) *exec.Cmd {
	t.Helper()
	if _, err := exec.LookPath(name); errors.Is(err, exec.ErrNotFound) {
		t.Fatalf("%s is missing: run sh generator/browser/tools.sh translation, or install gettext, translate-toolkit and libxml2-utils (Debian)", name)
	}
	cmd := exec.CommandContext(t.Context(), name, args...)
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8", "LANGUAGE=en", "XML_CATALOG_FILES="+filepath.Join("testdata", "xliff", "catalog.xml"))
	return cmd
}

func write(t *testing.T, name string, content []byte) string {
	t.Helper()
	name = filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(name, content, 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

func readPO(t *testing.T, name string) File {
	t.Helper()
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	f, faults := ReadPO(src)
	if faults = noBraces(faults); faults != nil {
		t.Fatal(said(faults))
	}
	return f
}

func TestGettextTakesPOAndGivesItBack(t *testing.T) {
	for i, target := range []string{"fr", "ar", "pl", "ja", "kw", "x-test"} {
		want := generated(t, target, uint64(100+i), 300)
		name := write(t, "a.po", po(t, want))
		// It warns of nothing, neither in the header nor in the entries.
		if out := client(t, "msgfmt", "-c", "-v", "-o", os.DevNull, name); strings.Count(out, "\n") != 1 || !strings.Contains(out, "translated message") {
			t.Errorf("%s: msgfmt: %s", target, out)
		}
		wrapped, twice, merged := name+".w", name+".t", name+".m"
		client(t, "msgcat", "-o", wrapped, name)
		client(t, "msgcat", "-o", twice, wrapped)
		if a, b := po(t, readPO(t, wrapped)), po(t, readPO(t, twice)); !bytes.Equal(a, b) {
			t.Errorf("%s: msgcat is not idempotent", target)
		}
		same(t, readPO(t, wrapped), want)
		client(t, "msgmerge", "-q", "--previous", "-o", merged, name, name)
		for i, u := range want.Units {
			// For gettext an entry without its first form is not translated.
			if u.State == Outdated && u.Target[0] == "" {
				want.Units[i].Was, want.Units[i].WasPlural = "", ""
			}
		}
		same(t, readPO(t, merged), want)
	}
}

func TestPOIsLaidOutAsByMsgcat(t *testing.T) {
	name := write(t, "a.po", po(t, sample(t)))
	if got := client(t, "msgcat", "--no-wrap", name); got != string(po(t, sample(t))) {
		t.Errorf("%s", got)
	}
}

func TestTheTranslateToolkitFindsNothingWrongWithAGoodTranslation(t *testing.T) {
	f := sample(t)
	f.Units[1].State, f.Units[1].Target = Current, []string{"Appelez le numéro d’urgence. Dans l’Union européenne, c’est le **112**."}
	f.Units[2].State, f.Units[2].Target = Current, []string{"Italie\u00a0: [la ligne «\u00a0nationale\u00a0»](https://www.1522.eu/cose-1522/?lang=en)\n{{< lang it >}}*Linea* 1522{{< /lang >}} {{< tests >}}"}
	f.Units = append(f.Units[:3], f.Units[5])
	for name, content := range map[string][]byte{"a.po": po(t, f), "a.xlf": xliff(t, f)} {
		// It knows one way of writing quotation marks in French.
		args := []string{"--progress=none", "--language=fr", "--excludefilter=doublequoting", "--excludefilter=puncspacing"}
		out := client(t, "pofilter", append(args, write(t, name, content))...)
		if strings.Contains(out, "pofilter") {
			t.Errorf("%s: %s", name, out)
		}
		bad := bytes.ReplaceAll(content, []byte("Aide"), nil)
		if out := client(t, "pofilter", append(args, write(t, name, bad))...); !strings.Contains(out, "pofilter") {
			t.Errorf("%s: pofilter does not look at it", name)
		}
	}
}

// What po2xliff and xliff2po keep of a file: all but the context and the
// earlier source. Without the context nothing can be put back, and is not.
func TestWhatLostItsContextIsRefused(t *testing.T) {
	want := sample(t)
	name := write(t, "a.po", po(t, want))
	client(t, "po2xliff", "--progress=none", name, name+".xlf")
	client(t, "xliff2po", "--progress=none", name+".xlf", name+".po")
	src, err := os.ReadFile(name + ".po")
	if err != nil {
		t.Fatal(err)
	}
	_, faults := ReadPO(src)
	for _, f := range faults {
		if f.ID != "exchange-context" {
			t.Errorf("%s", said([]Fault{f}))
		}
	}
	if len(faults) != len(want.Units) {
		t.Errorf("%d faults of %d units", len(faults), len(want.Units))
	}
	for i, u := range want.Units {
		src = bytes.Replace(src, []byte("\nmsgid "+quote(u.Source)), []byte("\nmsgctxt \""+u.Name()+"\"\nmsgid "+quote(u.Source)), 1)
		want.Units[i].Was, want.Units[i].WasPlural = "", ""
	}
	got, faults := ReadPO(src)
	if faults != nil {
		t.Fatal(said(faults))
	}
	same(t, got, want)
}

// quote writes a text as the first lines of a msgid.
func quote(s string) string {
	if strings.Contains(s, "\n") {
		s, _, _ = strings.Cut(s, "\n")
		return "\"\"\n\"" + poEscaper.Replace(s+"\n") + "\""
	}
	return `"` + poEscaper.Replace(s) + `"`
}

// valid holds files against OASIS's strict schema of XLIFF 1.2.
func valid(t *testing.T, files ...string) error {
	t.Helper()
	args := append([]string{"--noout", "--nonet", "--schema", filepath.Join("testdata", "xliff", "xliff-core-1.2-strict.xsd")}, files...)
	out, err := command(t, "xmllint", args...).CombinedOutput()
	if err != nil {
		return errors.New(string(out))
	}
	return nil
}

func TestXLIFFIsValid(t *testing.T) {
	files := []string{filepath.Join("testdata", "golden", "sample.xlf"), write(t, "empty.xlf", xliff(t, empty(t, "fr")))}
	for i, target := range edgeLanguages {
		files = append(files, write(t, "a.xlf", xliff(t, generated(t, target, uint64(i), 200))))
	}
	if err := valid(t, files...); err != nil {
		t.Error(err)
	}
	broken := strings.Replace(string(xliff(t, sample(t))), ` original="/help/"`, "", 1)
	if valid(t, write(t, "a.xlf", []byte(broken))) == nil {
		t.Error("the schema accepts what is no XLIFF")
	}
}

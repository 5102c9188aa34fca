package press

import (
	"context"
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/manifestation"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/testproject"
)

var day = time.Date(2026, 11, 26, 0, 0, 0, 0, time.UTC)

// repository is the root of the repository, whose tools make the kits of tests.
func repository(t *testing.T) string {
	t.Helper()
	root, err := testproject.Repository()
	if err != nil {
		t.Fatal(err)
	}
	if !Available(root) {
		t.Fatal("Node or a package of it is missing: run make node_modules/.test")
	}
	return root
}

// campaign are the pages of a campaign in the test project.
var campaign = map[string]string{
	"content/en/campaign/_index.md": "---\ntitle: Campaign\nsummary: Campaign.\n---\n\nText.\n",
	"content/en/campaign/messages/index.md": `---
title: Key messages
summary: Messages.
type: messages
messages:
  - id: one
    text: A crime that can be prevented and punished.
  - id: two
    text: The stigma belongs to the act.
---

Text.
`,
	"content/fr/campaign/messages/index.md": `---
title: Messages clés
summary: Messages.
messages:
  - id: one
    text: Un crime que l’on peut prévenir et punir.
---

Texte.
`,
	"content/en/campaign/kit/index.md": `---
title: Kit
summary: Kit.
type: kit
posters:
  - id: speak
    mark: "2a"
    text: Say so in public.
    more: Read here what was asked.
  - id: plain
    text: The stigma belongs to the act.
    more: Read here how to listen.
---

Text.
`,
	"content/ar/campaign/kit/index.md": `---
title: حقيبة
summary: حقيبة.
posters:
  - id: speak
    text: قولوا ذلك علنًا.
    more: اقرأوا هنا ما هو المطلوب.
---

نص.
`,
	"content/en/campaign/social/index.md": "---\ntitle: Social\nsummary: Social.\ntype: social\nposts:\n  - id: one\n    text: Post.\n    alt: A card that says how it is.\n    message: one\n---\n\nText.\n",
	"content/en/campaign/summary/index.md": `---
title: On one page
summary: Summary.
print: summary
---

First paragraph with [a link](/help/) and {{< lang fr >}}des mots français{{< /lang >}}.

## What it asks

- **One** thing
- another *thing*

| Year | Count |
| --- | --- |
| 2024 | 1 |

> A quotation.

1. First
2. Second
`,
}

// load is the test project with files put into it.
func load(t *testing.T, files map[string]string) *project.Project {
	t.Helper()
	root := t.TempDir()
	if err := testproject.Copy(root); err != nil {
		t.Fatal(err)
	}
	for name, content := range files {
		name = filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return loaded(t, root)
}

func loaded(t *testing.T, root string) *project.Project {
	t.Helper()
	p, err := project.Load(os.DirFS(root))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// with is the campaign with other files.
func with(files map[string]string) map[string]string {
	all := maps.Clone(campaign)
	maps.Copy(all, files)
	return all
}

// editions are the texts of a project, as site gives them.
func editions(p *project.Project) map[string]*manifestation.Edition {
	all := map[string]*manifestation.Edition{}
	for key, r := range p.Resolutions {
		all[key] = &manifestation.Edition{
			Text: r.Text, Document: r.Text.Kind + " " + r.Text.Number, Date: r.Text.Adopted, Review: "unreviewed", Notice: "Notice.",
		}
	}
	return all
}

// shared is a cache for tests that look at what was made, not at the making.
var shared string

func TestMain(m *testing.M) {
	var err error
	if shared, err = os.MkdirTemp("", "kit-test-"); err != nil {
		panic(err)
	}
	code := m.Run()
	_ = os.RemoveAll(shared)
	os.Exit(code)
}

// options are those of a kit in a folder of its own.
func options(t *testing.T, p *project.Project) Options {
	return Options{
		Root: repository(t), Out: t.TempDir(), BaseURL: "https://example.org/", Date: day,
		Editions: editions(p), Bleed: true, Cache: shared,
	}
}

func made(t *testing.T, p *project.Project, opt Options) (Kit, diag.List) {
	t.Helper()
	kit, found, err := Make(t.Context(), p, opt)
	if err != nil {
		t.Fatal(err)
	}
	return kit, found
}

// pieces are those of a project, made, by language and name.
func pieces(t *testing.T, p *project.Project, opt Options) map[string]*piece {
	t.Helper()
	m := &maker{project: p, options: opt}
	var all []*piece
	for _, l := range p.Languages {
		planned, _ := m.plan(l)
		all = append(all, planned...)
	}
	cache, err := openCache(opt.Root, opt.Cache)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cache.close() })
	if err := m.make(context.WithoutCancel(t.Context()), cache, all); err != nil {
		t.Fatal(err)
	}
	named := map[string]*piece{}
	for _, one := range all {
		named[one.language.Key+"/"+one.name] = one
	}
	return named
}

// tool runs a program and returns what it says.
func tool(t *testing.T, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Fatalf("%s is missing: run sh generator/browser/tools.sh kit", name)
	}
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, stderr.String())
	}
	return string(out)
}

// letters are the letters, marks and digits of a text, in its order.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r) {
			return r
		}
		return -1
	}, norm.NFKC.String(s))
}

// structure is what structure.mjs says of a file.
type structure struct {
	File      string   `json:"file"`
	Title     string   `json:"title"`
	Language  string   `json:"language"`
	Faults    []string `json:"faults"`
	Roles     []string `json:"roles"`
	Languages []string `json:"languages"`
	Text      string   `json:"text"`
	Bookmarks int      `json:"bookmarks"`
}

func structures(t *testing.T, files ...string) []structure {
	t.Helper()
	reader := filepath.Join(repository(t), "node_modules", "pdfjs-dist", "legacy", "build", "pdf.mjs")
	var all []structure
	if err := json.Unmarshal([]byte(tool(t, "node", append([]string{"testdata/structure.mjs", reader}, files...)...)), &all); err != nil {
		t.Fatal(err)
	}
	return all
}

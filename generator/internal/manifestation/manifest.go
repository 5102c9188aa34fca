package manifestation

import "resolutionsite/generator/internal/resolution"

type manifestJSON struct {
	Work       string        `json:"work"`
	Expression string        `json:"expression"`
	Address    string        `json:"address"`
	Title      string        `json:"title"`
	Citation   string        `json:"citation"`
	Language   string        `json:"language"`
	Status     string        `json:"status"`
	Review     string        `json:"review"`
	Notice     string        `json:"notice"`
	Verify     verifyJSON    `json:"verify"`
	Elements   []elementJSON `json:"elements"`
	Files      []fileJSON    `json:"files"`
}

type verifyJSON struct {
	Words     string `json:"words"`
	Quotation string `json:"quotation"`
	Pasted    string `json:"pasted"`
	All       string `json:"all"`
}

type elementJSON struct {
	ID       string `json:"id"`
	Role     string `json:"role"`
	Cite     string `json:"cite"`
	Citation string `json:"citation"`
	Address  string `json:"address"`
	File     string `json:"file"`
	SHA256   string `json:"sha256"`
}

type fileJSON struct {
	File      string `json:"file"`
	Format    string `json:"format,omitempty"`
	MediaType string `json:"mediaType"`
	Size      int    `json:"size"` // bytes
	SHA256    string `json:"sha256"`
}

// Commands that verify words, for a shell with the tools of GNU or BusyBox.
const (
	// VerifyQuotation has the quotation between the apostrophes.
	VerifyQuotation = `printf %s '…' | sha256sum`
	// VerifyPasted takes it from what is pasted, whatever marks are in it.
	VerifyPasted = `printf %s "$(cat)" | sha256sum`
)

// verifyAll fetches and verifies every part of the text at an address.
func verifyAll(address string) string {
	return `curl -sSfO ` + address + ChecksumsFile + ` && cut -c67- ` + ChecksumsFile + ` | xargs -I{} curl -sSf --create-dirs -o {} ` + address + `{} && sha256sum -c ` + ChecksumsFile
}

// manifest lists the parts of the edition and its files, apart from the
// manifest itself.
func (e *Edition) manifest(elements []resolution.Element, files []File) ([]byte, error) {
	m := manifestJSON{
		Work: e.Work.IRI, Expression: e.iri(), Address: e.Address, Title: e.Text.Title, Citation: e.citation(nil),
		Language: e.Text.Language, Status: e.status(), Review: e.Review, Notice: e.Notice,
		Verify: verifyJSON{
			Words:     "The text of a part without its label, footnote calls and points below it; UTF-8, Unicode NFC, no line feed at the end.",
			Quotation: VerifyQuotation,
			Pasted:    VerifyPasted,
			All:       verifyAll(e.Address),
		},
		Elements: []elementJSON{}, Files: []fileJSON{},
	}
	for _, p := range elements {
		m.Elements = append(m.Elements, elementJSON{
			ID: p.ID, Role: p.Role.String(), Cite: p.Cite, Citation: e.citation(&p), Address: e.address(p.ID),
			File: wordsFile(p), SHA256: checksum(Words(p)),
		})
	}
	for _, f := range files {
		m.Files = append(m.Files, fileJSON{f.Name, f.Format, f.MediaType, len(f.Content), checksum(f.Content)})
	}
	return Encode(m)
}

package manifestation

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// Markdown writes the canonical form below a head of YAML: what is said of the
// text as a whole, such as title, place and status. What follows the head is read back by
// resolution.ParseMarkdown.
func Markdown(e *Edition) []byte {
	var b bytes.Buffer
	b.WriteString("---\n")
	for _, f := range []struct{ name, value string }{
		{"title", e.Text.Title},
		{"document", e.Document},
		{"body", e.Text.Body},
		{"place", e.Text.Place},
		{"adopted", e.Text.Adopted},
		{"note", e.Text.Note},
		{"language", e.Text.Language},
		{"status", e.status()},
		{"notice", e.Notice},
		{"address", e.Address},
	} {
		if f.value == "" {
			continue
		}
		var value bytes.Buffer
		enc := json.NewEncoder(&value) // YAML's double quotes read every JSON string
		enc.SetEscapeHTML(false)
		_ = enc.Encode(f.value) // a string always encodes
		fmt.Fprintf(&b, "%s: %s", f.name, value.Bytes())
	}
	b.WriteString("---\n\n")
	b.Write(e.Text.Markdown())
	return b.Bytes()
}

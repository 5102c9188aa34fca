package resolution

import "strings"

// Lead returns the words a paragraph opens with, plain: "Strongly condemning",
// "URGES". They are the emphasised words at its beginning or, where nothing is
// emphasised there, the lead words that are known of some language; "" where
// neither are found.
func (p Paragraph) Lead() string {
	end := 0
	for i, r := range p.Text {
		if r.Style != Plain {
			end = i + 1
		} else if strings.TrimSpace(r.Text) != "" {
			break
		}
	}
	lead := p.Text[:end].Plain()
	return strings.TrimRight(strings.TrimSpace(lead), ",;:.")
}

package resolution

// Repair is one change the reader made to what it was given: Before as the
// source had it at Line, After as the model has it ("" where it was left out).
type Repair struct {
	Line       int     `json:"line"`
	Rule       string  `json:"rule"`
	Before     string  `json:"before"`
	After      string  `json:"after"`
	Confidence float64 `json:"confidence"` // from 0 to 1
}

// RepairRules are the rules a Repair can name. Each is explained to the public
// by a string of the site.
var RepairRules = []string{
	"title-case", "footnote-mark", "front-matter", "other-language", "header",
	"note-moved", "tail-moved", "back-matter", "running-header", "page-mark",
	"formula-repeated", "heading", "footnote-moved", "quote-mark", "parts-glued", "stray-dash",
	"label-misread", "label-missing", "label-displaced", "label-escaped",
	"label-glued", "lines-joined", "hyphen", "entity", "stray-emphasis",
	"emphasis-split", "word-glued", "word-split",
}

// OfLabel reports whether the repair restored a label, by which its paragraph
// or point is cited, from the order of those around it.
func (r Repair) OfLabel() bool {
	return r.Rule == "label-misread" || r.Rule == "label-missing" || r.Rule == "label-displaced"
}

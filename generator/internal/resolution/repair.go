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

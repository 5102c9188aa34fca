package press

import (
	"math"
	"strconv"
	"unicode/utf8"

	"resolutionsite/generator/internal/diag"
)

// report is what a sign says of itself.
type report struct {
	Fits bool `json:"fits"`
	// Needs is the height of the words in their smallest size, Room what there is;
	// Widest is the width of the widest word, Wide what there is.
	Needs  float64 `json:"needs"`
	Room   float64 `json:"room"`
	Widest float64 `json:"widest"`
	Wide   float64 `json:"wide"`
	// Size is that of the large words, Edges are the margins and Boxes where
	// everything stands, in points from the corner at the top where reading begins.
	Size  float64    `json:"size"`
	Edges [4]float64 `json:"edges"`
	Boxes []box      `json:"boxes"`
}

type box struct {
	Name   string  `json:"name"`
	X      float64 `json:"x"`
	Y      float64 `json:"y"`
	Width  float64 `json:"width"`
	Height float64 `json:"height"`
}

// end is where the text of a sheet ends.
type end struct {
	Page int     `json:"page"`
	Y    float64 `json:"y"`
	Top  float64 `json:"top"`
	Line float64 `json:"line"`
}

// a4Room is the height of a page that a sheet's text can take, in points.
const a4Room = (297 - 18 - 22) * millimetre

// diagnostic says what is wrong with a piece; nil where it can be published.
func (p *piece) diagnostic() *diag.Diagnostic {
	d := p.warning()
	r := p.result
	switch {
	case r.Fault != "":
		d.ID = "kit-fault"
		d.Args["Detail"] = r.Fault
	case p.job.Pages > 0 && r.Pages > p.job.Pages:
		d.ID = "kit-pages"
		lines := float64(r.End.Page-p.job.Pages-1)*a4Room/r.End.Line + (r.End.Y-r.End.Top)/r.End.Line
		d.Args["Pages"], d.Args["Most"], d.Args["Lines"] = strconv.Itoa(r.Pages), strconv.Itoa(p.job.Pages), strconv.Itoa(max(1, int(math.Ceil(lines))))
	case r.Report == nil || r.Report.Fits:
		return nil
	case r.Report.Widest > r.Report.Wide:
		d.ID = "kit-word"
		d.Args["Percent"] = strconv.Itoa(int(math.Ceil((r.Report.Widest/r.Report.Wide - 1) * 100)))
	default:
		d.ID = "kit-long"
		letters := utf8.RuneCountInString(p.words)
		over := int(math.Ceil(float64(letters) * (1 - r.Report.Room/r.Report.Needs)))
		d.Args["Letters"], d.Args["Over"] = strconv.Itoa(letters), strconv.Itoa(max(1, over))
	}
	return d
}

// sameName says that another piece has the name of this one.
func (p *piece) sameName() *diag.Diagnostic {
	d := p.warning()
	d.ID = "kit-name"
	return d
}

// warning is one of the words of a piece.
func (p *piece) warning() *diag.Diagnostic {
	return &diag.Diagnostic{
		File: p.page.File, Line: max(1, p.line), Column: max(1, p.column), Rule: "kit", Severity: diag.Warning,
		Args: map[string]any{"Piece": p.name},
	}
}

package project

import (
	"time"

	"resolutionsite/generator/internal/locale"
)

// Options are the choices of loading.
type Options struct {
	// Pseudo loads pseudo-locales, too. Else a project is without their
	// catalogues and content, wherever it is looked at: what was never loaded
	// can be shown, counted, listed or linked to by nobody.
	Pseudo bool
	// Date is the day that the project is looked at, see Project.Date.
	Date time.Time
}

// leftOut reports whether a catalogue or a folder of content is of a language
// that is not asked for.
func (p *Project) leftOut(name string) bool {
	l, err := locale.Parse(name)
	return err == nil && l.Pseudo() && !p.options.Pseudo
}

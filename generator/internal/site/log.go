package site

import (
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/bep/logg"
	"github.com/gohugoio/hugo/common/herrors"

	"resolutionsite/generator/internal/diag"
)

// log turns what Hugo says into diagnostics. Warnings count as errors: what
// Hugo only warns of is left out of the page.
type log struct {
	root  string
	stage *Stage // whose copies are said by the names of what they are copies of

	mu    sync.Mutex
	found diag.List
}

// place is how Hugo writes a position inside a message.
var place = regexp.MustCompile(`"?([^"\s]+?\.[a-z]+):(\d+)(?::(\d+))?"?:? ?`)

func (l *log) handle(e *logg.Entry) error {
	if e.Level < logg.LevelWarn {
		return nil
	}
	d := diag.Diagnostic{Rule: "hugo", Severity: diag.Error, ID: "hugo-message", Args: map[string]any{"Detail": strings.TrimSpace(e.Message)}}
	if m := place.FindStringSubmatch(e.Message); m != nil {
		d.Line, _ = strconv.Atoi(m[2])
		d.Column, _ = strconv.Atoi(m[3])
		d.File = l.relative(l.stage.originOf(&d, m[1]))
		d.Args["Detail"] = strings.TrimSpace(strings.Replace(e.Message, m[0], "", 1))
	}
	if detail, ok := d.Args["Detail"].(string); ok {
		d.Args["Detail"] = l.stage.originIn(detail)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.found.Add(d)
	return nil
}

// result adds the error that ended the build, if it says more than the log.
func (l *log) result(err error) diag.List {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.ended(err)
	l.found.Sort() // Hugo renders in parallel
	return l.found
}

func (l *log) ended(err error) {
	if err == nil {
		return
	}
	d := diag.Diagnostic{Rule: "hugo", Severity: diag.Error, ID: "hugo-message", Args: map[string]any{"Detail": err.Error()}}
	if files := herrors.UnwrapFileErrors(err); len(files) > 0 {
		cause := files[len(files)-1] // outer to inner: the last one is the cause
		position := cause.Position()
		d.Line, d.Column = position.LineNumber, position.ColumnNumber
		d.File = l.relative(l.stage.originOf(&d, position.Filename))
		d.Args["Detail"] = innermost(cause).Error()
	} else if len(l.found) > 0 {
		return // "logged 1 error(s)" repeats what the log has
	}
	l.found.Add(d)
}

// innermost follows an error to where it began.
func innermost(err error) error {
	for {
		u, ok := err.(interface{ Unwrap() error })
		if !ok || u.Unwrap() == nil {
			return err
		}
		err = u.Unwrap()
	}
}

// relative is a file's path from the project's root, as the user knows it.
func (l *log) relative(name string) string {
	if rel, err := filepath.Rel(l.root, name); err == nil && !strings.HasPrefix(rel, "..") {
		return filepath.ToSlash(rel)
	}
	return filepath.ToSlash(name)
}

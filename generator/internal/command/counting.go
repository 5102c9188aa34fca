package command

import (
	"fmt"
	"sync/atomic"
	"time"
)

// counting shows how far long work is, on a terminal only. Several goroutines
// may tell it; end takes the line away again.
func (a *app) counting() (step func(done, total int), end func()) {
	return a.countingAs("say-counting")
}

// countingAs is counting in other words, whose text id names.
func (a *app) countingAs(id string) (step func(done, total int), end func()) {
	if !a.escapes(a.StderrTerminal) {
		return nil, func() {}
	}
	const pause = 100 * time.Millisecond
	start := time.Now()
	var shown atomic.Int64 // the last pause after which a number was shown
	step = func(done, total int) {
		last, now := shown.Load(), int64(time.Since(start)/pause)
		if now > last && shown.CompareAndSwap(last, now) {
			fmt.Fprintf(a.Stderr, "\r\x1b[K%s", a.printer.Text(id, map[string]any{"Count": done, "Total": total}))
		}
	}
	return step, func() {
		if shown.Load() > 0 {
			fmt.Fprint(a.Stderr, "\r\x1b[K")
		}
	}
}

package transfer_test

import (
	"bytes"
	"io"
	"os"
	"testing"

	"resolutionsite/generator/internal/exchange"
	"resolutionsite/generator/internal/transfer"
)

// Every language of the repository, through both formats, and nothing changes.
func TestEveryFormatBringsTheRepositoryBackUnchanged(t *testing.T) {
	p := load(t, os.DirFS("../../.."))
	for _, format := range []struct {
		name  string
		write func(io.Writer, exchange.File) error
		read  func([]byte) (exchange.File, []exchange.Fault)
	}{
		{"po", exchange.WritePO, exchange.ReadPO},
		{"xliff", exchange.WriteXLIFF, exchange.ReadXLIFF},
	} {
		for _, l := range p.Languages {
			if l.Key == p.Reference.Key {
				continue
			}
			var b bytes.Buffer
			if err := format.write(&b, export(t, p, l.Key)); err != nil {
				t.Fatalf("%s %s: %v", format.name, l.Tag, err)
			}
			f, faults := format.read(b.Bytes())
			for _, fault := range faults {
				t.Errorf("%s %s: %+v", format.name, l.Tag, fault)
			}
			if len(faults) > 0 {
				continue
			}
			plan := transfer.Import(p, f, transfer.ImportOptions{Name: l.Key})
			if len(plan.Files)+len(plan.Found)+plan.New+plan.Changed+plan.Confirmed > 0 || plan.Unchanged == 0 {
				t.Errorf("%s %s: %d files, %+v, %s", format.name, l.Tag, len(plan.Files), plan.Found, ids(plan.Found))
			}
			t.Logf("%s %s: %d units, %d bytes", format.name, l.Tag, len(f.Units), b.Len())
		}
	}
}

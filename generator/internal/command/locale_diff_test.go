package command

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"resolutionsite/generator/internal/testproject"
)

func TestDifferencesAreColouredOnATerminalOnly(t *testing.T) {
	dir := t.TempDir()
	if err := testproject.Copy(dir); err != nil {
		t.Fatal(err)
	}
	if code, _, stderr := answered(t, "", "-C", dir, "locale", "accept", "fr", "/"); code != 0 {
		t.Fatal(stderr)
	}
	name := filepath.Join(dir, "content", "en", "_index.md")
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, bytes.Replace(text, []byte("Because of a reason"), []byte("Because of a law"), 1), 0o644); err != nil {
		t.Fatal(err)
	}
	const plain, coloured = "Because of a [-reason-]{+law+}.", "Because of a \x1b[31m[-reason-]\x1b[0m\x1b[1;32m{+law+}\x1b[0m."
	for _, tc := range []struct {
		terminal bool
		env      map[string]string
		want     string
	}{
		{true, map[string]string{"TERM": "xterm"}, coloured},
		{true, map[string]string{"TERM": "xterm", "NO_COLOR": "1"}, plain},
		{true, map[string]string{"TERM": "dumb"}, plain},
		{false, map[string]string{"TERM": "xterm"}, plain},
	} {
		var out, errs bytes.Buffer
		Main(Env{
			Args: []string{"-C", dir, "locale", "diff", "fr", "/"}, Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs,
			Getenv: func(name string) string { return tc.env[name] }, StdoutTerminal: tc.terminal,
		})
		if !strings.Contains(out.String(), tc.want) || tc.want == plain && strings.Contains(out.String(), "\x1b") {
			t.Errorf("%+v: printed %q, %q", tc, out.String(), errs.String())
		}
	}
}

package command

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"resolutionsite/generator/internal/testproject"
)

// answered runs the program before a person who types an answer.
func answered(t *testing.T, answer string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, err bytes.Buffer
	code = Main(Env{
		Args: args, Stdin: strings.NewReader(answer), Stdout: &out, Stderr: &err,
		Getenv:        func(name string) string { return map[string]string{"TERM": "dumb"}[name] },
		StdinTerminal: true, StdoutTerminal: true, StderrTerminal: true,
	})
	return code, out.String(), err.String()
}

func TestAllOfALanguageIsAcceptedOnAPersonsWordOnly(t *testing.T) {
	dir := t.TempDir()
	if err := testproject.Copy(dir); err != nil {
		t.Fatal(err)
	}
	record := filepath.Join(dir, "content", "ar", "_index.provenance.txt")
	for _, no := range []string{"n\n", "\n", "", "yesterday\n"} {
		code, stdout, stderr := answered(t, no, "-C", dir, "locale", "accept", "ar")
		if code != 1 || stdout != "" || exists(record) {
			t.Errorf("%q: code %d, printed %q", no, code, stdout)
		}
		if want := " blocks of العربية as translations of what the original says now? (y/n)"; !strings.Contains(stderr, want) || !strings.Contains(stderr, "error: nothing was accepted") {
			t.Errorf("%q: said %q, want %q", no, stderr, want)
		}
	}
	code, stdout, _ := answered(t, "oui\n", "-C", dir, "locale", "accept", "ar", "--ui-lang", "fr")
	if code != 0 || !strings.Contains(stdout, "blocs acceptés") || !exists(record) {
		t.Errorf("code %d, printed %q", code, stdout)
	}
	if code, _, stderr := answered(t, "", "-C", dir, "locale", "accept", "ar"); code != 0 || strings.Contains(stderr, "?") {
		t.Errorf("where there is nothing to accept: code %d, asked %q", code, stderr)
	}
}

func TestCommandsAtTheSameTimeLoseNothing(t *testing.T) {
	dir := t.TempDir()
	if err := testproject.Copy(dir); err != nil {
		t.Fatal(err)
	}
	if code, _, stderr := answered(t, "", "-C", dir, "locale", "accept", "fr", "/"); code != 0 {
		t.Fatal(stderr)
	}
	original := filepath.Join(dir, "content", "en", "_index.md")
	text, err := os.ReadFile(original)
	if err != nil {
		t.Fatal(err)
	}
	changed := strings.NewReplacer("title: Open", "title: Keep open", "asks.\n", "asks of all.\n", "Read [", "See [", "## Why", "## But why", "reason", "good reason").Replace(string(text))
	if err := os.WriteFile(original, []byte(changed), 0o644); err != nil {
		t.Fatal(err)
	}
	blocks := []string{"title", "summary", "But why", "Because of", "See "}
	var running []*exec.Cmd
	for _, block := range blocks {
		cmd := child(t, dir, "locale", "accept", "fr", "/", "--block", block)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		running = append(running, cmd)
	}
	for i, cmd := range running {
		if err := cmd.Wait(); err != nil {
			t.Errorf("%s: %v", blocks[i], err)
		}
	}
	if _, stdout, _ := answered(t, "", "-C", dir, "locale", "diff", "fr", "/"); stdout != "5 blocks: current 5, outdated 0, missing 0, orphans 0\n" {
		t.Errorf("after all were accepted:\n%s", stdout)
	}
}

// An acceptance that is interrupted has written whole records, and says how
// many; called again, it writes the rest.
func TestAnInterruptedAcceptanceSaysHowFarItCame(t *testing.T) {
	dir := t.TempDir()
	if err := testproject.Copy(dir); err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	a := &app{Env: Env{Stdout: &stdout, Stderr: &stderr, Getenv: func(string) string { return "" }}, folder: dir}
	if err := a.language(""); err != nil {
		t.Fatal(err)
	}
	ctx, interrupt := context.WithCancel(t.Context())
	interrupt()
	a.explain(a.runAccept(ctx, "fr", nil, acceptOptions{all: true}))
	if got := stderr.String(); !strings.Contains(got, "error: interrupted") || exists(filepath.Join(dir, "content", "fr", "_index.provenance.txt")) {
		t.Errorf("said %q", got)
	}
	if err := a.runAccept(t.Context(), "fr", nil, acceptOptions{all: true}); err != nil || !exists(filepath.Join(dir, "content", "fr", "_index.provenance.txt")) {
		t.Error(err)
	}
}

//go:build unix

package command

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"resolutionsite/generator/internal/testproject"
)

// unprivileged is the program in a process that permissions bind: as root runs
// tests, it is nobody's.
func unprivileged(t *testing.T, dir string, args ...string) *exec.Cmd {
	t.Helper()
	cmd := child(t, dir, args...)
	if os.Geteuid() != 0 {
		return cmd
	}
	// Where go test puts the program nobody else may enter.
	place, err := os.MkdirTemp("", "generator-nobody-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(place) })
	program := filepath.Join(place, "generator")
	from, err := os.Open(cmd.Path)
	if err != nil {
		t.Fatal(err)
	}
	defer from.Close()
	to, err := os.OpenFile(program, os.O_CREATE|os.O_WRONLY, 0o755)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(to, from); err != nil {
		t.Fatal(err)
	}
	if err := to.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(place, 0o755); err != nil {
		t.Fatal(err)
	}
	const nobody = 65534
	cmd.Path, cmd.SysProcAttr = program, &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	return cmd
}

func TestAFolderThatCannotBeWrittenIsNamedAndNothingIsLost(t *testing.T) {
	dir, err := os.MkdirTemp("", "generator-readonly-") // which others may enter, unlike t.TempDir
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	if err := testproject.Copy(dir); err != nil {
		t.Fatal(err)
	}
	if code, _, stderr := answered(t, "", "-C", dir, "locale", "accept", "fr", "/"); code != 0 {
		t.Fatal(stderr)
	}
	record := filepath.Join(dir, "content", "fr", "_index.provenance.txt")
	before, err := os.ReadFile(record)
	if err != nil {
		t.Fatal(err)
	}
	original := filepath.Join(dir, "content", "en", "_index.md")
	text, err := os.ReadFile(original)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(original, []byte(strings.Replace(string(text), "## Why", "## But why", 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	folder := filepath.Dir(record)
	if err := os.Chmod(folder, 0o555); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(folder, 0o755) })
	printed, err := unprivileged(t, dir, "locale", "accept", "fr", "/").CombinedOutput()
	if err == nil || !strings.Contains(string(printed), "content/fr/_index.provenance.txt: permission denied") {
		t.Errorf("%v, printed %q", err, printed)
	}
	if after, err := os.ReadFile(record); err != nil || string(after) != string(before) {
		t.Errorf("%v: the record is now\n%s", err, after)
	}
}

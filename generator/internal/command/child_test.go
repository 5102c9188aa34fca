package command

import (
	"os"
	"os/exec"
	"testing"
)

// childVariable makes the test binary be the program itself, in a process of
// its own that a test can kill.
const childVariable = "GENERATOR_TEST_CHILD"

func child(t testing.TB, dir string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), childVariable+"=1", "LANG=C.UTF-8")
	return cmd
}

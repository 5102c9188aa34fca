package rewrite_test

import (
	"fmt"
	"testing"
	"time"
)

// endsSoon ends the process where a test of data does not end by itself, so
// that the fuzzer keeps the data: it does not notice a loop without an end. Call
// what it returns at the end.
func endsSoon(t *testing.T, data ...any) (stop func() bool) {
	t.Helper()
	const patience = 5 * time.Second // far above what anything small may take
	return time.AfterFunc(patience, func() { panic(fmt.Sprintf("no end after %v: %q", patience, data)) }).Stop
}

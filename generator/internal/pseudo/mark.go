package pseudo

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"regexp"
)

// says is the comment that begins every file, and the checksum of what follows
// it.
const says = "# Pseudo-locale, made by \"generator locale pseudo\". Do not edit: made anew, it would be lost. "

var mark = regexp.MustCompile(`(?m)^` + regexp.QuoteMeta(says) + `([0-9a-f]{16})\n`)

// Mark puts the comment before a catalogue or a list, or into the front matter of
// a page.
func Mark(content []byte) []byte {
	at := 0
	if bytes.HasPrefix(content, fence) {
		at = len(fence)
	}
	line := fmt.Sprintf("%s%s\n", says, checksum(content))
	return append(append(append([]byte{}, content[:at]...), line...), content[at:]...)
}

// Made reports whether a file was made here and has not been changed since.
func Made(content []byte) bool {
	m := mark.FindSubmatchIndex(content)
	if m == nil {
		return false
	}
	rest := append(append([]byte{}, content[:m[0]]...), content[m[1]:]...)
	return checksum(rest) == string(content[m[2]:m[3]])
}

func checksum(content []byte) string {
	sum := sha256.Sum256(content)
	return fmt.Sprintf("%x", sum[:8])
}

// fence begins a front matter and ends it.
var fence = []byte("---\n")

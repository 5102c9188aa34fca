package manifestation

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"golang.org/x/text/unicode/norm"

	"resolutionsite/generator/internal/resolution"
)

// Words returns what the checksum of a part is made of: its own text, plain,
// in UTF-8 and normal form NFC, without a line feed at the end.
func Words(part resolution.Element) []byte {
	return norm.NFC.Bytes([]byte(part.Text.Plain()))
}

func wordsFile(part resolution.Element) string { return "text/" + part.ID + ".txt" }

// checksum is the SHA-256 of content, hexadecimal.
func checksum(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// checksums writes the list that `sha256sum -c` reads.
func checksums(elements []resolution.Element) []byte {
	var b bytes.Buffer
	for _, part := range elements {
		fmt.Fprintf(&b, "%s  %s\n", checksum(Words(part)), wordsFile(part))
	}
	return b.Bytes()
}

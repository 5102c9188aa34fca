package translation

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// hashLength is how many hexadecimal digits of a hash are written: 40 bits tell
// the blocks of a page apart.
const hashLength = 10

// Hash is the first ten hexadecimal digits of the SHA-256 of a text, normalised.
func Hash(text string) string {
	sum := sha256.Sum256([]byte(Normalize(text)))
	var digits [hashLength]byte
	hex.Encode(digits[:], sum[:hashLength/2])
	return string(digits[:])
}

// Fingerprint is the hash of a text as it is, to the byte: it tells whether
// somebody has touched it.
func Fingerprint(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])[:hashLength]
}

var (
	// A link's or picture's target, with the title that may stand behind it.
	linkTarget = regexp.MustCompile(`\]\(\s*(?:<[^<>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)`)
	// Emphasis may be written with one sign or the other.
	underscores = regexp.MustCompile(`(^|[^\pL\pN_])(_{1,3})([^\s_](?:[^_]*[^\s_])?)(_{1,3})($|[^\pL\pN_])`)
)

// Normalize is a text without what is cosmetic: composed as in NFC, with single
// spaces, straight quotation marks, links without their targets and emphasis
// written with asterisks. Two texts that normalise to the same say the same.
func Normalize(text string) string {
	ascii := isASCII(text)
	if !ascii && !norm.NFC.IsNormalString(text) {
		text = norm.NFC.String(text)
	}
	if strings.Contains(text, "](") {
		text = linkTarget.ReplaceAllString(text, "]()")
	}
	if strings.IndexByte(text, '_') >= 0 {
		// Twice: neighbours share the space between them.
		text = starred(starred(text))
	}
	if ascii && isTidy(text) {
		return text
	}
	return tidied(text)
}

// isTidy reports whether a text of ASCII has nothing but single spaces between
// its words: most have, and need no copy.
func isTidy(text string) bool {
	space := true // before the text
	for i := range len(text) {
		switch c := text[i]; {
		case c == ' ' && space, '\t' <= c && c <= '\r':
			return false
		default:
			space = c == ' '
		}
	}
	return !space || text == ""
}

// tidied has single spaces and straight quotation marks.
func tidied(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	space := false // one is due before the next word
	for _, r := range text {
		if isSpace(r) {
			space = b.Len() > 0
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		switch r {
		case '‘', '’', '‚', '‛', '‹', '›', 'ʼ':
			b.WriteByte('\'')
		case '“', '”', '„', '‟', '«', '»':
			b.WriteByte('"')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func starred(text string) string {
	return underscores.ReplaceAllStringFunc(text, func(s string) string {
		m := underscores.FindStringSubmatch(s)
		if len(m[2]) != len(m[4]) {
			return s
		}
		stars := strings.Repeat("*", len(m[2]))
		return m[1] + stars + m[3] + stars + m[5]
	})
}

func isSpace(r rune) bool {
	const firstBeyondLatin = '\u1680'
	if r < firstBeyondLatin { // without a look at the tables
		return r == ' ' || '\t' <= r && r <= '\r' || r == '\u0085' || r == '\u00a0'
	}
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u2060'
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

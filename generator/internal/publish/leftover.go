package publish

import (
	"bytes"
	"regexp"
	"strings"
)

// leftover matches what templates and formatting leave behind when they fail,
// narrowly enough that prose does not match: "100 %! (at last)" is no
// formatting error, "%!d(string=x)" is.
var leftover = regexp.MustCompile(`\{\{[^\n]{0,40}` +
	`|#?ZgotmplZ` +
	`|<no value>` +
	`|HAHAHUGO\w*` +
	`|\[i18n\] \S{1,40}` +
	`|\bmap\[\w+:[^\n]{0,40}` +
	`|%![A-Za-z]?\((?:EXTRA |(?:MISSING|NOVERB|BADINDEX|BADWIDTH|BADPREC|<nil>)\)|[^\s()=]{1,60}(?: ?\{\})?=)[^\n]{0,40}`)

// mayHaveLeftovers is the cheap question that spares most pages the patterns.
func mayHaveLeftovers(src []byte) bool {
	for _, needle := range []string{"{{", "ZgotmplZ", "no value", "HAHAHUGO", "[i18n]", "map[", "%!"} {
		if bytes.Contains(src, []byte(needle)) {
			return true
		}
	}
	return false
}

// checkTextLeftover looks at running text, the title and data blocks; text
// that quotes source code may show a template. The offset is the text's.
func (s *scanner) checkTextLeftover(offset int, text string) {
	for _, found := range leftover.FindAllString(text, -1) {
		at := offset
		// Character references make the text shorter than the source; where
		// the words stand as they are, point at them.
		if i := bytes.Index(s.doc.src[offset:], []byte(found)); i >= 0 {
			at += i
		}
		s.addLeftover(at, found)
	}
}

// unsafe is what html/template writes for a name it does not trust, as the
// tokenizer gives it: in lower case.
const unsafe = "zgotmplz"

func (s *scanner) checkAttributesLeftover(t *tag) {
	inName := strings.Contains(t.name, unsafe)
	for _, a := range t.attrs {
		inName = inName || bytes.Contains(a.key, []byte(unsafe))
	}
	if inName {
		s.addLeftover(t.offset, "ZgotmplZ")
	}
	if t.name == "no" {
		if _, ok := t.get("value"); ok {
			s.addLeftover(t.offset, "<no value>")
		}
	}
	for _, a := range t.attrs {
		if found := leftover.Find(a.val); found != nil {
			s.addLeftover(t.offset, string(found))
		}
	}
}

func (s *scanner) addLeftover(offset int, text string) {
	s.doc.add(offset, "output-leftover", "output-leftover", map[string]any{"Text": strings.TrimSpace(text)})
}

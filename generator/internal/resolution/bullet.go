package resolution

import (
	"strings"
	"unicode"
)

const bullets = "-–—•·▪◦●*+‣"

// cutBullet cuts a list mark off: a dash or dot that white space follows, or
// a long dash or dot by itself.
func cutBullet(s string) (mark, rest string) {
	body := strings.TrimPrefix(s, `\`)
	r := firstRune(body)
	if !strings.ContainsRune(bullets, r) {
		return "", s
	}
	rest = body[len(string(r)):]
	trimmed := strings.TrimLeftFunc(rest, unicode.IsSpace)
	if len(trimmed) == len(rest) && rest != "" && !strings.ContainsRune("–—•▪◦●‣", r) {
		return "", s
	}
	return string(r), trimmed
}

// joinBullets puts list marks that stand on lines by themselves before the
// lines they belong to, the next ones. Where the next line has a mark of its
// own, or none is left, they are left out.
func (r *reader) joinBullets(lines []line) []line {
	out := lines[:0]
	for i, l := range lines {
		if n := len(out) - 1; n >= 0 && isBullet(out[n]) {
			mark := out[n]
			out = out[:n]
			if l.bullet == "" && !l.cut {
				l = retake(l, mark.bullet+" "+l.raw, r.opt.Language)
			} else {
				r.repair(mark.number, "stray-dash", mark.raw, "", 0.9)
			}
			l.blank = l.blank || mark.blank
			l.indent = max(l.indent, mark.indent)
		}
		if i == len(lines)-1 && isBullet(l) {
			r.repair(l.number, "stray-dash", l.raw, "", 0.9)
			break
		}
		out = append(out, l)
	}
	return out
}

// isBullet reports whether a line is a list mark and nothing else.
func isBullet(l line) bool { return l.bullet != "" && l.text == "" }

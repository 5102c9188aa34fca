package resolution

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// Options say what the reader cannot know from the text.
type Options struct {
	Language string // BCP 47
	Official bool   // whether this language version is authentic
}

// A reader is one reading of one source.
type reader struct {
	opt       Options
	text      *Text
	repairs   []Repair
	consumed  []string // lines that became metadata rather than text
	wrapping  wrapping
	dated     bool                    // a note said when the text was adopted
	footnotes []*foundNote            // in their order
	notes     map[string][]*foundNote // the same by mark
	marks     map[string]bool         // those they have in the model
	// behindDigits are the lines of calls that only their footnote explains.
	behindDigits map[string]int
	vocabulary   map[string]int // how often each word stands in of the source, lower case
}

// Read reads a resolution as it was supplied, whatever its layout, and mends
// what is wrong with it. Everything it changed or left out is in the repairs,
// in the order of the source. What is not one resolution is refused with a
// *Refusal. Time and memory grow linearly with src.
func Read(src []byte, opt Options) (*Text, []Repair, error) {
	r, err := read(src, opt)
	if err != nil {
		return nil, nil, err
	}
	return r.text, r.repairs, nil
}

func read(src []byte, opt Options) (*reader, error) {
	src = lineFeeds(src)
	if err := guard(src); err != nil {
		return nil, err
	}
	r := &reader{opt: opt, text: &Text{Language: opt.Language, Official: opt.Official}}
	lines := r.joinBullets(splitLines(string(src), opt.Language))
	if len(lines) == 0 {
		return nil, &Refusal{ID: "resolution-refused-empty"}
	}
	if err := refuseUnlike(lines); err != nil {
		return nil, err
	}
	closeGaps(lines)
	r.vocabulary = vocabulary(string(src))
	r.wrapping = findWrapping(lines)
	release, lines, after := r.unquote(lines)
	r.readRelease(release)
	lines = r.divide(r.moveSlipped(r.moveTrailing(lines)))
	formula, start := findStart(lines)
	if err := refuseSeveral(lines, start); err != nil {
		return nil, err
	}
	marks, behindDigits := markNotes(lines)
	r.behindDigits = behindDigits
	front := lines[:start]
	if formula >= 0 {
		front = lines[:formula]
		f := lines[formula]
		for _, l := range lines[formula+1 : start] { // it is broken over several
			f.raw = joinWrapped(f.raw, l.raw)
		}
		r.setFormula(f)
	}
	r.readFront(front, marks)
	body := r.cleanBody(lines, start)
	r.wrapping.markMargins(body)
	list := r.assemble(body, readSequence(body, r.wrapping))
	r.leaveTail(after)
	if err := r.setRoles(list); err != nil {
		return nil, err
	}
	r.setFootnotes()
	r.setBody(findBody(r.text.Formula))
	if name := formulaBody(r.text.Formula); r.text.Body == "" || strings.HasPrefix(name, r.text.Body+" ") {
		r.text.Body = name
	}
	slices.SortStableFunc(r.repairs, func(a, b Repair) int { return cmp.Compare(a.Line, b.Line) })
	return r, nil
}

func (r *reader) repair(line int, rule, before, after string, confidence float64) {
	r.repairs = append(r.repairs, Repair{line, rule, before, after, confidence})
}

func (r *reader) setFormula(l line) {
	if l.bullet != "" {
		r.repair(l.number, "stray-dash", l.bullet, "", 0.95)
		l.raw = l.text
	}
	r.text.Formula = r.inline([]piece{{strings.TrimLeft(l.raw, "#> "), l.number, false}}).Plain()
}

// How surely the operative part begins behind a break and behind a formula or
// a lead word that stands by itself ("RESUELVE:"). One lead word that says
// otherwise weighs 3.
const (
	turnOfBreak   = 8
	turnOfFormula = 6
)

// cleanBody takes out of the lines from start on what is not text: adoption
// notes, running headers, breaks and repeated formulas. Behind a break or a
// formula the operative part may begin.
func (r *reader) cleanBody(lines []line, start int) []line {
	var body []line
	header := repeated(lines, start)
	turn, skipped := 0.0, false
	for i := start; i < len(lines); i++ {
		l := lines[i]
		begins := (l.blank || previousEnds(lines, i)) && opensNote(l) != otherOpening
		end, block := i+1, ""
		if begins {
			end, block = r.noteBlock(lines, i)
		}
		switch {
		case l.cut:
			if i+1 < len(lines) && lines[i+1].note.called {
				skipped = true // the rule above footnotes
				continue
			}
			turn, skipped = turnOfBreak, true
			continue
		case header[i]:
			r.repair(l.number, "running-header", l.raw, "", 0.85)
			skipped = true
			continue
		case begins && isNote(l, block):
			for _, n := range lines[i:end] {
				r.repair(n.number, "note-moved", n.raw, bare(n.raw), 0.95)
			}
			r.takeNote(lines[i:end])
			i, skipped = end-1, true
			continue
		case isFormula(l) && previousEnds(lines, i):
			if r.text.Formula == "" {
				r.setFormula(l)
			} else {
				r.repair(l.number, "formula-repeated", l.raw, "", 0.8)
			}
			turn, skipped = turnOfFormula, true
			continue
		}
		if skipped {
			l.blank = true
		}
		l.turn = turn
		turn, skipped = 0, false
		body = append(body, l)
	}
	return body
}

// previousEnds reports whether something can begin at line i.
func previousEnds(lines []line, i int) bool {
	return i == 0 || lines[i-1].end > 0 || lines[i-1].cut
}

// vocabulary is the words of the source and its compounds with a hyphen.
func vocabulary(src string) map[string]int {
	count := map[string]int{}
	for _, compound := range strings.FieldsFunc(strings.ToLower(src), func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) {
		compound = strings.Trim(compound, "-")
		if strings.Contains(compound, "-") {
			count[compound]++
		}
		for w := range strings.SplitSeq(compound, "-") {
			count[w]++
		}
	}
	return count
}

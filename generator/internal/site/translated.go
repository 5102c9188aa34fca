package site

import (
	"slices"

	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/translation"
)

// translated is a language's own translation of a page: what has become of the
// parts of the original that it was made from.
type translated struct {
	*project.Translation
	critical bool
	// counts are of blocks, in the words of readers.
	counts partCounts
}

// partCounts is how many parts of a page are in each state: of the original,
// except for the last two, which are parts of the translation.
type partCounts struct {
	Total    int `json:"total"` // parts of the original
	Current  int `json:"current"`
	Outdated int `json:"outdated"`
	// Unsure are parts whose translation nobody has compared with the original
	// since one of them was edited.
	Unsure  int `json:"unsure"`
	Missing int `json:"missing"`
	Orphan  int `json:"orphan"` // the original no longer has them
	// Alone are parts that the original does not have, as far as is recorded:
	// what a translation adds for its own readers.
	Alone int `json:"alone"`
}

func (c *partCounts) add(other partCounts) {
	c.Total += other.Total
	c.Current += other.Current
	c.Outdated += other.Outdated
	c.Unsure += other.Unsure
	c.Missing += other.Missing
	c.Orphan += other.Orphan
	c.Alone += other.Alone
}

// todo is how many parts need a translator.
func (c partCounts) todo() int { return c.Outdated + c.Unsure + c.Missing + c.Orphan }

// state is what readers are told of a part.
type state string

const (
	stateCurrent  state = ""
	stateOutdated state = "outdated"
	stateUnsure   state = "unsure"
	stateMissing  state = "missing"
	stateOrphan   state = "orphan" // the original no longer has it
	stateAlone    state = "alone"  // the original has never had it, as far as is recorded
)

// stateOf says what readers are told of a unit.
func stateOf(u translation.Unit) state {
	switch {
	case u.State == translation.Missing:
		return stateMissing
	case u.State == translation.Orphan && u.Recorded:
		return stateOrphan
	case u.State == translation.Orphan && u.Name() == "contentNote":
		return stateCurrent // what editors say of their own text
	case u.State == translation.Orphan:
		return stateAlone
	case u.State == translation.Outdated && u.Recorded && !u.SameWording():
		return stateOutdated
	case u.State == translation.Outdated:
		return stateUnsure
	default:
		return stateCurrent
	}
}

// compare lays every translation beside its original, those as well whose
// original is there no more. What the adopting body itself has made authentic is
// a translation of nothing.
func (s *Stage) compare() error {
	s.compareThose(func(*project.Page) bool { return true })
	return nil
}

// compareThose does so with some pages.
func (s *Stage) compareThose(wanted func(*project.Page) bool) {
	p := s.project
	s.translated = map[string]map[string]*translated{}
	for _, l := range p.Languages {
		if l.Key == p.Reference.Key {
			continue
		}
		s.translated[l.Key] = map[string]*translated{}
		for _, page := range p.Pages {
			if page.Language.Key != l.Key || page != p.Page(l.Key, page.Path) || review(p, page) == "original" || !wanted(page) {
				continue
			}
			t := &translated{Translation: p.Translation(l, page.Path, false), critical: p.Critical(page.Path)}
			for _, u := range t.Units {
				t.counts.count(u)
			}
			s.translated[l.Key][page.Path] = t
		}
	}
}

func (c *partCounts) count(u translation.Unit) {
	n := len(u.Source)
	c.Total += n
	switch stateOf(u) {
	case stateCurrent:
		c.Current += n
	case stateOutdated:
		c.Outdated += n
	case stateUnsure:
		c.Unsure += n
	case stateMissing:
		c.Missing += n
	case stateOrphan:
		c.Orphan += len(u.Target)
	case stateAlone:
		c.Alone += len(u.Target)
	}
}

// The states of pages.
const (
	pageCurrent    = "current"
	pageOutdated   = "outdated"   // some part does not say what the original says now
	pageIncomplete = "incomplete" // some part is not translated, no other is outdated
	pageUnrecorded = "unrecorded" // nobody has recorded what it was made from
	pageMissing    = "missing"    // there is no translation
)

// pageStates are all of them, in the order in which they are explained.
var pageStates = []string{pageCurrent, pageOutdated, pageIncomplete, pageUnrecorded, pageMissing}

// state is the state of the whole page.
func (t *translated) state() string {
	switch c := t.counts; {
	case t.Adopted():
		return pageUnrecorded
	case c.Outdated+c.Unsure+c.Orphan > 0:
		return pageOutdated
	case c.Missing > 0:
		return pageIncomplete
	default:
		return pageCurrent
	}
}

// told reports whether readers are told of single parts. Of a translation of
// which nothing is recorded nobody knows whether they are outdated.
func (t *translated) told() bool {
	return !t.Adopted() && slices.ContainsFunc(t.Units, func(u translation.Unit) bool { return stateOf(u) != stateCurrent })
}

// own is a language's own translation of a page, nil where it has none.
func (s *Stage) own(l, path string) *translated { return s.translated[l][path] }

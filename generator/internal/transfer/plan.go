package transfer

import (
	"slices"
	"strings"

	"resolutionsite/generator/internal/check"
	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/exchange"
	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/translation"
)

// ImportOptions are the choices of an import.
type ImportOptions struct {
	// Name is the file's, for diagnostics.
	Name string
	// Differences takes numbers and link targets that differ from the source's
	// for wanted.
	Differences bool
	// Progress is told after each page how many of how many are done; it may be
	// nil.
	Progress func(done, of int)
}

// Plan is what an import would do.
type Plan struct {
	Language locale.Language
	// Files are the new contents by path from the project's root; Expect what
	// each held when it was read, nil for one that was not there.
	Files, Expect map[string][]byte
	// New, Changed and Confirmed count units: translations that were missing,
	// others that have new words, and those of which the file says for the first
	// time that they say what the source says.
	New, Changed, Confirmed int
	// Unchanged counts the units of which the file says nothing new.
	Unchanged int
	// Found is what is wrong, sorted; with an error in it the plan is empty.
	Found diag.List
}

// planner works out a plan.
type planner struct {
	project *project.Project
	lang    locale.Language
	opt     ImportOptions
	plan    *Plan
}

// Import plans to bring a file back. It reads and changes nothing outside p.
func Import(p *project.Project, f exchange.File, opt ImportOptions) *Plan {
	plan := &Plan{Files: map[string][]byte{}, Expect: map[string][]byte{}}
	w := &planner{project: p, opt: opt, plan: plan}
	if w.languages(f) {
		pages := byPage(f.Units)
		for i, units := range pages {
			w.page(units)
			if opt.Progress != nil {
				opt.Progress(i+1, len(pages))
			}
		}
	}
	if !plan.Found.HasErrors() {
		w.checkResult()
	}
	if plan.Found.Sort(); plan.Found.HasErrors() {
		plan.Files, plan.Expect = nil, nil
	}
	return plan
}

// languages finds out whether the file is for a language of the project and from
// its reference language.
func (w *planner) languages(f exchange.File) bool {
	p := w.project
	if !strings.EqualFold(f.Source, p.Reference.Tag) && f.Source != "" {
		w.report(0, diag.Error, "import-source-language", map[string]any{"Tag": f.Source, "Reference": p.Reference.Tag})
		return false
	}
	l, ok := p.Language(strings.ToLower(f.Target))
	if !ok {
		w.report(0, diag.Error, "import-language", map[string]any{"Tag": f.Target, "Catalog": "i18n/" + strings.ToLower(f.Target) + ".toml"})
		return false
	}
	if l.Key == p.Reference.Key {
		w.report(0, diag.Error, "import-reference", map[string]any{"Tag": l.Tag})
		return false
	}
	w.lang, w.plan.Language = l, l
	return true
}

// report notes something about a line of the file.
func (w *planner) report(line int, severity diag.Severity, id string, args map[string]any) {
	w.plan.Found.Add(diag.Diagnostic{File: w.opt.Name, Line: max(line, 1), Column: 1, Rule: "import", Severity: severity, ID: id, Args: args})
}

// byPage puts the units of each page together, in the order in which pages first
// appear.
func byPage(units []exchange.Unit) [][]exchange.Unit {
	at := map[string]int{}
	var pages [][]exchange.Unit
	for _, u := range units {
		i, known := at[u.Page]
		if !known {
			i = len(pages)
			at[u.Page] = i
			pages = append(pages, nil)
		}
		pages[i] = append(pages[i], u)
	}
	return pages
}

// change is what a file says anew of one unit of the project.
type change struct {
	unit int // its index in Translation.Units
	// texts are the new words, nil where they stay as they are.
	texts []string
	// made is true where the translation is now known to be made from source.
	made   bool
	source []translation.Block
	// open is true of a translation that nobody calls finished.
	open bool
	line int // of the file that is brought back
}

// page plans the units of one page, or of the strings.
func (w *planner) page(units []exchange.Unit) {
	at := units[0].Page
	if at == exchange.Strings {
		w.strings(units)
		return
	}
	t := w.project.Translation(w.lang, at, true)
	if t == nil || t.Source == nil {
		args := map[string]any{"Page": at, "Nearest": project.Nearest(at, w.project.Translatable(w.lang))}
		id := "import-page"
		if args["Nearest"] != "" {
			id = "import-page-nearest"
		}
		w.report(units[0].At, diag.Error, id, args)
		return
	}
	var changes []change
	where := locate(t, units)
	for i, u := range units {
		if where[i] < 0 {
			if len(u.Target) > 0 {
				w.report(u.At, diag.Warning, "import-gone", map[string]any{"Unit": u.Name(), "Source": u.Source})
			}
			continue
		}
		own := t.Units[where[i]]
		same := sameSource(own, u)
		if same { // but for what is cosmetic: links lead where they lead now
			u.Source = textOf(own.Source)
		}
		if c, ok := w.decide(u, textOf(own.Target), own.State, same); ok {
			c.unit, c.line = where[i], u.At
			if c.made {
				c.source = sourceOf(own, u)
			}
			c.open = !c.made && !own.Recorded
			changes = append(changes, c)
		}
	}
	if len(changes) > 0 {
		w.write(t, changes, units[0].At)
	}
}

// locate finds the unit of the project that each unit of a file is about, -1
// where its source is gone: by its ID, or else by what became of its words.
func locate(t *project.Translation, units []exchange.Unit) []int {
	byID, byBlock := map[string]int{}, map[string]int{}
	var now []translation.Block
	for i, u := range t.Units {
		if len(u.Source) == 0 {
			continue
		}
		byID[unitID(u)] = i
		for _, b := range u.Source {
			byBlock[b.ID] = i
			if b.Kind != translation.Field {
				now = append(now, b)
			}
		}
	}
	where := slices.Repeat([]int{-1}, len(units))
	var then []translation.Block
	var of []int // the unit that each block of then is of
	for i, u := range units {
		if at, ok := byID[u.ID]; ok {
			where[i] = at
		}
		if !isBodyID(u.ID) {
			continue
		}
		// Those that are found take part: they show where the others stood.
		for _, b := range blocksOf(u) {
			then, of = append(then, b), append(of, i)
		}
	}
	for k, js := range translation.Trace(then, now) {
		if i := of[k]; where[i] < 0 && len(js) > 0 {
			where[i] = byBlock[now[js[0]].ID]
		}
	}
	return where
}

// isBodyID reports whether an ID is of blocks of a page's text.
func isBodyID(id string) bool {
	for part := range strings.SplitSeq(id, "+") {
		if !translation.IsID(part) {
			return false
		}
	}
	return true
}

// blocksOf are the blocks of the source as the file has them.
func blocksOf(u exchange.Unit) []translation.Block {
	ids, parts := strings.Split(u.ID, "+"), strings.Split(u.Source, paragraphs)
	var blocks []translation.Block
	for i, text := range parts {
		b := translation.Block{Kind: translation.Paragraph, ID: translation.Hash(text), Text: text}
		if len(ids) == len(parts) && translation.SameWording(ids[i], b.ID) {
			b.ID = ids[i] // with the number of its repetition
		}
		blocks = append(blocks, b)
	}
	return blocks
}

// sameSource reports whether the source says what it said when the file was made.
func sameSource(own translation.Unit, u exchange.Unit) bool {
	return translation.Normalize(textOf(own.Source)) == translation.Normalize(u.Source)
}

// sourceOf are the blocks that a translation in the file is made from: those of
// today where they say the same.
func sourceOf(own translation.Unit, u exchange.Unit) []translation.Block {
	if sameSource(own, u) {
		return own.Source
	}
	if own.Name() != "" {
		return []translation.Block{translation.Named(translation.Field, own.Name(), u.Source)}
	}
	blocks := blocksOf(u)
	for i := range blocks {
		blocks[i].Kind = own.Source[min(i, len(own.Source)-1)].Kind
	}
	return blocks
}

// decide says what a unit of a file means for a unit of the project whose
// translation is present now. ok is false where it says nothing new, or where it
// is refused.
func (w *planner) decide(u exchange.Unit, present string, state translation.State, sameSource bool) (c change, ok bool) {
	text := ""
	if len(u.Target) > 0 {
		text = u.Target[0]
	}
	switch {
	case text == "":
		w.plan.Unchanged++ // what is left empty is not translated yet
		return c, false
	case text == present:
	case base(present) == u.Base:
		// nobody else has touched it
	case base(text) == u.Base:
		w.plan.Unchanged++ // changed in the project, not in the file
		return c, false
	case present == "" && u.Base == "":
	default:
		w.report(u.At, diag.Error, "import-conflict", map[string]any{"Unit": u.Name(), "Present": present, "File": text})
		return c, false
	}
	if text != present {
		if !w.judge(u) {
			return c, false
		}
		c.texts = strings.Split(text, paragraphs)
	}
	c.made = u.State == exchange.Current && (text != present || state != translation.Current && sameSource)
	switch {
	case text != present && present == "":
		w.plan.New++
	case text != present:
		w.plan.Changed++
	case c.made:
		w.plan.Confirmed++
	default:
		w.plan.Unchanged++
		return c, false
	}
	return c, true
}

// judge holds a translation to its source; false where it is refused.
func (w *planner) judge(u exchange.Unit) bool {
	good := true
	for _, f := range check.Translated(w.project, w.lang, u) {
		severity := diag.Error
		switch {
		case hasPrefix(f.ID, "exchange-pair-", "exchange-length"):
			severity = diag.Warning // as may be right
		case w.opt.Differences && hasPrefix(f.ID, "exchange-link-", "exchange-number-"):
			severity = diag.Warning
		}
		w.plan.Found.Add(diag.Diagnostic{
			File: w.opt.Name, Line: max(f.Line, u.At, 1), Column: max(f.Column, 1), Rule: "import", Severity: severity, ID: f.ID, Args: f.Args,
		})
		good = good && severity != diag.Error
	}
	return good
}

func hasPrefix(s string, prefixes ...string) bool {
	return slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(s, p) })
}

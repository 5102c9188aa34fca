package exchange

import (
	"cmp"
	"strconv"
	"strings"

	"resolutionsite/generator/internal/locale"
)

// readHeader reads the header's fields.
func (r *poReader) readHeader(text string, line int) {
	r.header, r.at = true, line
	field := map[string]string{}
	for l := range strings.SplitSeq(text, "\n") {
		name, value, _ := strings.Cut(l, ":")
		field[strings.ToLower(strings.TrimSpace(name))] = strings.TrimSpace(value)
	}
	if _, charset, ok := strings.Cut(strings.ToLower(field["content-type"]), "charset="); ok {
		charset = strings.TrimSpace(charset)
		if charset != "utf-8" && charset != "utf8" {
			r.add(line, 0, "exchange-encoding", map[string]any{"Encoding": excerpt(charset)})
		}
	}
	f := &r.file
	if source := field["x-source-language"]; source != "" { // a field that programs may drop
		f.Source = r.tag(source, line)
	}
	f.Target, f.Date = r.tag(field["language"], line), validDate(field["x-export-date"])
	r.forms = field["plural-forms"]
	if target, err := locale.Parse(f.Target); err == nil {
		f.Direction, f.PluralForms = target.Direction, target.PluralForms
	}
}

// gettextScripts are the names that gettext gives to scripts.
var gettextScripts = strings.NewReplacer("@latin", "-Latn", "@cyrillic", "-Cyrl", "@arabic", "-Arab", "@devanagari", "-Deva", "_", "-")

// tag is a language of the header as a BCP 47 tag.
func (r *poReader) tag(name string, line int) string {
	l, err := locale.Parse(gettextScripts.Replace(name))
	if err != nil {
		r.add(line, 0, "exchange-language", map[string]any{"Tag": named(cmp.Or(name, `""`))})
		return ""
	}
	return l.Tag
}

// unit takes an entry that is whole.
func (r *poReader) unit(e poEntry) {
	u := Unit{Source: e.id.text(), Comments: e.comments, At: e.at}
	context := e.context.text()
	i := strings.LastIndexByte(context, ' ')
	if i < 0 {
		r.add(e.line, 0, "exchange-context", map[string]any{"Context": named(context)})
		return
	}
	u.Page, u.ID = context[:i], context[i+1:]
	for _, n := range e.notes {
		m := machine.FindStringSubmatch(n)
		switch {
		case m == nil:
			u.Notes = append(u.Notes, n)
		case m[1] == "translation-base":
			u.Base = m[2]
		default:
			if length, err := strconv.ParseUint(m[2], 10, 31); err == nil {
				u.MaxLength = int(length)
			}
		}
	}
	if len(e.refs) > 0 {
		u.File, u.Line = parseReference(strings.Join(e.refs, " "))
	}
	fuzzy := false
	for _, flag := range e.flags {
		if flag == "fuzzy" {
			fuzzy = true
		} else {
			u.Flags = append(u.Flags, flag)
		}
	}
	u.Was, u.WasPlural = e.was.text(), e.wasPlural.text()
	if e.plural != nil {
		u.SourcePlural = e.plural.text()
		if u.SourcePlural == "" {
			r.add(e.line, 0, "exchange-source-empty", map[string]any{"Unit": named(u.Name())})
			return
		}
	}
	lacking := false
	u.Target, lacking = r.pluralTexts(e, &u)
	u.State = Current
	// For gettext an entry without its first form is not translated: msgcat
	// takes the flag away.
	if fuzzy || lacking || u.Plural() && e.texts[0].text() == "" {
		u.State = Outdated
	}
	r.take(u, e.line)
}

// pluralTexts puts an entry's texts into the order of the file's forms, and
// reports those that it lacks and those too many.
func (r *poReader) pluralTexts(e poEntry, u *Unit) (texts []string, lacking bool) {
	if e.plural == nil {
		return []string{e.texts[-1].text()}, false
	}
	forms := r.file.PluralForms
	if !r.formed {
		r.formed, r.order = true, identity(len(forms))
		if lang, err := locale.Parse(r.file.Target); err == nil {
			if order, ok := pluralOrder(lang, forms, r.forms); ok {
				r.order = order
			} else {
				wanted, _ := pluralHeader(lang, forms)
				r.add(r.at, 0, "exchange-plural-header", map[string]any{"Header": excerpt(r.forms), "Wanted": wanted})
			}
		}
	}
	texts = make([]string, len(forms))
	for i, form := range r.order {
		if text, ok := e.texts[i]; ok {
			texts[form] = text.text()
		} else {
			lacking = true
			r.add(e.at, 0, "exchange-plural-missing", map[string]any{"Unit": named(u.Name()), "Form": forms[form]})
		}
	}
	for i := range e.texts {
		if i >= len(forms) {
			r.add(e.at, 0, "exchange-plural-extra", map[string]any{"Unit": named(u.Name()), "Form": strconv.Itoa(i)})
		}
	}
	return texts, lacking
}

// parseReference reads the first of the places that a comment names.
func parseReference(s string) (file string, line int) {
	number := ""
	if marked, ok := strings.CutPrefix(s, "\u2068"); ok {
		file, number, _ = strings.Cut(marked, "\u2069")
		number, _, _ = strings.Cut(strings.TrimPrefix(number, ":"), " ")
	} else {
		s, _, _ = strings.Cut(s, " ")
		file = s
		if i := strings.LastIndexByte(s, ':'); i >= 0 && strings.Trim(s[i+1:], "0123456789") == "" {
			file, number = s[:i], s[i+1:]
		}
	}
	if n, err := strconv.ParseUint(number, 10, 31); err == nil {
		line = int(n)
	}
	// A name's outer blanks say nothing, and XLIFF does not keep them.
	return strings.TrimSpace(file), line
}

package exchange

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// ReadPO reads a PO file as WritePO, or a program that worked on its file,
// wrote it: comments in any order, lines broken anywhere, line feeds of Windows,
// a byte order mark. Obsolete entries (#~) are left out. A file with faults
// must not be used.
func ReadPO(src []byte) (File, []Fault) {
	r := poReader{units: units{seen: map[[2]string]int{}}}
	if !r.readable(src) {
		return File{}, r.list
	}
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	for line := range bytes.Lines(src) {
		r.number++
		r.line(string(bytes.TrimRight(line, "\r\n")))
	}
	r.flush()
	if !r.header {
		r.add(1, 0, "exchange-po-header", nil)
	}
	return r.file, r.list
}

// maxFlags is how many flags of an entry are kept.
const maxFlags = 50

// poString is a string as far as it has been read: it may have many lines.
type poString struct{ strings.Builder }

// text is the string, "" where there is none.
func (s *poString) text() string {
	if s == nil {
		return ""
	}
	return s.String()
}

// poEntry is an entry as far as it has been read.
type poEntry struct {
	begun, broken         bool // by a keyword; by a fault
	line, at              int  // of its first keyword and of its first msgstr
	comments, notes, refs []string
	flags                 []string
	context, id, plural   *poString
	was, wasPlural        *poString
	texts                 map[int]*poString // by index; -1 without one
	past                  *poString         // the part of the earlier source that a line may go on with
}

type poReader struct {
	units
	number int
	entry  poEntry
	open   *poString // the string that a line may go on with
	header bool
	order  []int  // of the forms, by the header
	forms  string // the header's Plural-Forms
	formed bool   // order has been found, or reported
	at     int    // the line of the header
}

// line reads one line.
func (r *poReader) line(s string) {
	indent := len(s) - len(strings.TrimLeft(s, " \t"))
	body := s[indent:]
	if body == "" {
		return
	}
	if body[0] != '#' {
		r.keyword(s, indent)
		return
	}
	if len(r.entry.texts) > 0 {
		r.flush()
	}
	mark, rest := byte(' '), ""
	if len(body) > 1 {
		mark, rest = body[1], strings.TrimSpace(body[2:])
	}
	switch mark {
	case '~':
		// Obsolete: what was said before it is about it.
		if !r.entry.begun {
			r.entry = poEntry{}
		}
		r.open = nil
	case '|':
		r.past(s, indent+2)
	case '.':
		r.entry.notes = append(r.entry.notes, rest)
	case ':':
		r.entry.refs = append(r.entry.refs, rest)
	case ',', '=':
		for flag := range strings.SplitSeq(rest, ",") {
			if flag = oneLine(flag); flag != "" && len(r.entry.flags) < maxFlags && !slices.Contains(r.entry.flags, flag) {
				r.entry.flags = append(r.entry.flags, flag)
			}
		}
	default:
		r.entry.comments = append(r.entry.comments, strings.TrimPrefix(body[1:], " "))
	}
}

// broken reports a fault at a byte of the line, once for an entry.
func (r *poReader) broken(s string, at int, id string) {
	if r.entry.broken {
		return
	}
	r.entry.broken = true
	args := map[string]any{}
	switch rest := s[at:]; id {
	case "exchange-po-syntax":
		args["Text"] = excerpt(rest)
	case "exchange-po-escape":
		_, size := utf8.DecodeRuneInString(rest[1:])
		args["Escape"] = rest[:1+size]
	}
	r.add(r.number, 1+utf8.RuneCountInString(s[:at]), id, args)
}

// split parts a line at byte at into a keyword and the place of what follows.
func split(s string, at int) (word string, after int) {
	end := at
	for end < len(s) && s[end] != ' ' && s[end] != '\t' && s[end] != '"' {
		end++
	}
	return s[at:end], end
}

// past reads a line of the earlier source.
func (r *poReader) past(s string, at int) {
	at += len(s[at:]) - len(strings.TrimLeft(s[at:], " \t"))
	word, after := split(s, at)
	e := &r.entry
	switch word {
	case "msgid":
		e.was = new(poString)
		e.past = e.was
	case "msgid_plural":
		e.wasPlural = new(poString)
		e.past = e.wasPlural
	case "msgctxt":
		e.past = new(poString)
	}
	if word != "" && word != "msgid" && word != "msgid_plural" && word != "msgctxt" || e.past == nil {
		r.broken(s, at, "exchange-po-syntax")
		return
	}
	if fault, where := poStrings(&e.past.Builder, s[after:]); fault != "" {
		r.broken(s, after+where, fault)
	}
}

// keyword reads a line with a keyword and its string, or that goes on with one.
func (r *poReader) keyword(s string, at int) {
	word, after := split(s, at)
	if len(r.entry.texts) > 0 && (word == "msgctxt" || word == "msgid") {
		r.flush()
	}
	e := &r.entry
	if !e.begun {
		e.begun, e.line = true, r.number
	}
	switch place := r.place(word); {
	case place != nil:
		r.open = place
	case word != "" || r.open == nil:
		r.broken(s, at, "exchange-po-syntax")
		r.open = new(poString)
	}
	if fault, where := poStrings(&r.open.Builder, s[after:]); fault != "" {
		r.broken(s, after+where, fault)
	}
}

// place is a new string for a keyword in the entry, nil where it may not stand.
func (r *poReader) place(word string) *poString {
	e, s := &r.entry, new(poString)
	var field **poString
	index := -1
	switch {
	case word == "msgctxt" && e.id == nil:
		field = &e.context
	case word == "msgid":
		field = &e.id
	case word == "msgid_plural" && e.id != nil && len(e.texts) == 0:
		field = &e.plural
	case word == "msgstr" && e.id != nil && e.plural == nil:
	case strings.HasPrefix(word, "msgstr[") && strings.HasSuffix(word, "]") && e.plural != nil:
		n, err := strconv.ParseUint(word[len("msgstr["):len(word)-1], 10, 16)
		if err != nil {
			return nil
		}
		index = int(n)
	default:
		return nil
	}
	if field != nil {
		if *field != nil {
			return nil
		}
		*field = s
		return s
	}
	if e.texts[index] != nil {
		return nil
	}
	if e.texts == nil {
		e.texts, e.at = map[int]*poString{}, r.number
	}
	e.texts[index] = s
	return s
}

// flush ends an entry.
func (r *poReader) flush() {
	e := r.entry
	r.entry, r.open = poEntry{}, nil
	switch {
	case !e.begun || e.broken:
		// A broken header is one: it need not be missed as well.
		r.header = r.header || e.broken
	case e.id == nil || len(e.texts) == 0:
		r.add(e.line, 0, "exchange-po-incomplete", nil)
	case e.id.text() == "" && e.context == nil && !r.header:
		r.readHeader(e.texts[-1].text(), e.at)
	default:
		r.unit(e)
	}
}

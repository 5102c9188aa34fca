package exchange

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"resolutionsite/generator/internal/locale"
)

// WritePO writes a PO file of GNU gettext. It returns an error for a text that
// no file can carry, and the writer's.
func WritePO(w io.Writer, f File) error {
	b := bufio.NewWriter(w)
	header, err := poHeader(f)
	if err != nil {
		return err
	}
	poText(b, "msgid", "")
	poText(b, "msgstr", header)
	for _, u := range f.Units {
		if err := u.writable(); err != nil {
			return err
		}
		poUnit(b, u.normal(len(f.PluralForms)), len(f.PluralForms))
	}
	return b.Flush()
}

// poHeader is the text of the header entry. Its names are those of the manual,
// and X-Source-Language, which Poedit has too.
func poHeader(f File) (string, error) {
	target, err := locale.Parse(f.Target)
	if err != nil {
		return "", err
	}
	if f.Source != "" {
		if _, err := locale.Parse(f.Source); err != nil {
			return "", err
		}
	}
	plurals, err := pluralHeader(target, f.PluralForms)
	if err != nil {
		return "", err
	}
	date := ""
	if t, err := time.Parse(time.RFC3339, f.Date); err == nil {
		date = t.Format("2006-01-02 15:04-0700")
	}
	var b strings.Builder
	for _, field := range [][2]string{
		{"Project-Id-Version", ""},
		{"POT-Creation-Date", date},
		{"PO-Revision-Date", date},
		{"Last-Translator", ""},
		{"Language-Team", ""},
		{"Language", strings.ReplaceAll(f.Target, "-", "_")},
		{"MIME-Version", "1.0"},
		{"Content-Type", "text/plain; charset=UTF-8"},
		{"Content-Transfer-Encoding", "8bit"},
		{"Plural-Forms", plurals},
		{"X-Source-Language", strings.ReplaceAll(f.Source, "-", "_")},
		{"X-Export-Date", validDate(f.Date)},
	} {
		fmt.Fprintf(&b, "%s: %s\n", field[0], field[1])
	}
	return b.String(), nil
}

// poUnit writes an entry. What goes wrong, the writer keeps until it is flushed.
func poUnit(b *bufio.Writer, u Unit, forms int) {
	comment := func(mark, text string) {
		_, _ = b.WriteString(mark)
		_, _ = b.WriteString(text)
		if strings.HasSuffix(text, `\`) {
			_ = b.WriteByte(' ') // gettext would join the next line
		}
		_ = b.WriteByte('\n')
	}
	_ = b.WriteByte('\n')
	for _, c := range u.Comments {
		comment("# ", c)
	}
	for _, n := range u.Notes {
		comment("#. ", n)
	}
	if u.MaxLength > 0 {
		comment("#. max-length: ", strconv.Itoa(u.MaxLength))
	}
	if u.Base != "" {
		comment("#. translation-base: ", u.Base)
	}
	if u.File != "" {
		comment("#: ", poReference(u.File, u.Line))
	}
	flags := slices.Clone(u.Flags)
	if u.State == Outdated {
		flags = append([]string{"fuzzy"}, flags...)
	}
	if len(flags) > 0 {
		comment("#, ", strings.Join(flags, ", "))
	}
	if u.Was != "" {
		poText(b, "#| msgid", u.Was)
		if u.WasPlural != "" {
			poText(b, "#| msgid_plural", u.WasPlural)
		}
	}
	poText(b, "msgctxt", u.Name())
	poText(b, "msgid", u.Source)
	text := func(i int) string {
		if i < len(u.Target) {
			return u.Target[i]
		}
		return ""
	}
	if !u.Plural() {
		poText(b, "msgstr", text(0))
		return
	}
	poText(b, "msgid_plural", u.SourcePlural)
	for i := range forms {
		poText(b, "msgstr["+strconv.Itoa(i)+"]", text(i))
	}
}

// poReference names a line; a name with spaces stands between the characters
// that gettext marks it with, U+2068 and U+2069.
func poReference(file string, line int) string {
	if strings.ContainsFunc(file, unicode.IsSpace) {
		file = "\u2068" + file + "\u2069"
	}
	if line > 0 {
		file += ":" + strconv.Itoa(line)
	}
	return file
}

var poEscaper = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\t", `\t`, "\n", `\n`)

// poText writes a keyword with its string, broken after line feeds as msgcat
// --no-wrap does it. A keyword's "#| " is repeated on each line.
func poText(b *bufio.Writer, keyword, text string) {
	prefix := ""
	if strings.HasPrefix(keyword, "#| ") {
		prefix = "#| "
	}
	quoted := func(s string) {
		_ = b.WriteByte('"')
		_, _ = poEscaper.WriteString(b, s)
		_, _ = b.WriteString("\"\n")
	}
	_, _ = b.WriteString(keyword)
	_ = b.WriteByte(' ')
	if i := strings.IndexByte(text, '\n'); i < 0 || i == len(text)-1 {
		quoted(text)
		return
	}
	quoted("")
	for line := range strings.Lines(text) {
		_, _ = b.WriteString(prefix)
		quoted(line)
	}
}

package calendar

import (
	"bytes"
	"strings"
	"time"
	"unicode/utf8"
)

// Feed is a calendar to be read by programs.
type Feed struct {
	// Producer names the program that made it.
	Producer string
	// Name is its title.
	Name Text
	// URL is where the feed itself is.
	URL string
	// Made is the moment of its making.
	Made   time.Time
	Events []Event
}

// Event is what is kept in each year from that of its first day on.
type Event struct {
	// UID is the same for ever, and no other event's anywhere.
	UID                  string
	First, Last          time.Time // days
	Summary, Description Text
	// URL is a page about it.
	URL string
}

// Text is words in the language of a BCP 47 tag.
type Text struct{ Words, Tag string }

// Bytes writes the feed.
func (f Feed) Bytes() []byte {
	var w writer
	w.line("BEGIN", "VCALENDAR")
	w.line("VERSION", "2.0")
	w.line("PRODID", escape(f.Producer))
	w.line("CALSCALE", "GREGORIAN")
	w.text("NAME", f.Name)
	w.line("X-WR-CALNAME", escape(f.Name.Words)) // what programs read that do not know NAME
	w.line("SOURCE;VALUE=URI", f.URL)
	w.line("REFRESH-INTERVAL;VALUE=DURATION", "P1W")
	for _, e := range f.Events {
		w.line("BEGIN", "VEVENT")
		w.line("UID", escape(e.UID))
		w.line("DTSTAMP", f.Made.UTC().Format("20060102T150405Z"))
		w.line("DTSTART;VALUE=DATE", day(e.First))
		w.line("DTEND;VALUE=DATE", day(e.Last.AddDate(0, 0, 1))) // the first day that is none of it
		w.line("RRULE", "FREQ=YEARLY")
		w.text("SUMMARY", e.Summary)
		w.text("DESCRIPTION", e.Description)
		w.line("URL;VALUE=URI", e.URL)
		w.line("TRANSP", "TRANSPARENT") // nobody is busy on that day
		w.line("END", "VEVENT")
	}
	w.line("END", "VCALENDAR")
	return w.Bytes()
}

func day(t time.Time) string { return t.Format("20060102") }

type writer struct{ bytes.Buffer }

// text writes words, and their language; none where there are no words.
func (w *writer) text(name string, t Text) {
	if t.Words != "" {
		w.line(name+";LANGUAGE="+t.Tag, escape(t.Words))
	}
}

// longest is how many bytes a line may have, without its end.
const longest = 75

// line writes a property. A long line goes on in the next, behind a blank that
// counts; no character is cut.
func (w *writer) line(name, value string) {
	rest, room := name+":"+value, longest
	for len(rest) > room {
		at := room
		for !utf8.RuneStart(rest[at]) {
			at--
		}
		w.WriteString(rest[:at] + "\r\n ")
		rest, room = rest[at:], longest-1
	}
	w.WriteString(rest + "\r\n")
}

// escape writes a text as a value.
func escape(s string) string {
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`).Replace(s)
}

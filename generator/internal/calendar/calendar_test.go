package calendar

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func date(t *testing.T, s string) time.Time {
	t.Helper()
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func yearly(t *testing.T, first, last string) Yearly {
	t.Helper()
	a, okA := ParseDay(first)
	b, okB := ParseDay(last)
	if !okA || !okB {
		t.Fatal(first, last)
	}
	return Yearly{a, b}
}

func TestTheNextOccurrenceIsTheOneOfTodayOrAfter(t *testing.T) {
	for _, tc := range []struct{ first, last, today, from, to string }{
		{"06-19", "06-19", "2026-06-18", "2026-06-19", "2026-06-19"},
		{"06-19", "06-19", "2026-06-19", "2026-06-19", "2026-06-19"},
		{"06-19", "06-19", "2026-06-20", "2027-06-19", "2027-06-19"},
		{"11-25", "12-10", "2026-12-10", "2026-11-25", "2026-12-10"},
		{"11-25", "12-10", "2026-12-11", "2027-11-25", "2027-12-10"},
		{"12-28", "01-03", "2027-01-02", "2026-12-28", "2027-01-03"},
		{"12-28", "01-03", "2027-01-04", "2027-12-28", "2028-01-03"},
		{"02-29", "02-29", "2026-01-01", "2028-02-29", "2028-02-29"},
		{"02-29", "02-29", "2096-03-01", "2104-02-29", "2104-02-29"},
		{"01-01", "12-31", "2026-07-01", "2026-01-01", "2026-12-31"},
	} {
		first, last := yearly(t, tc.first, tc.last).Next(date(t, tc.today))
		if got := first.Format(time.DateOnly) + " " + last.Format(time.DateOnly); got != tc.from+" "+tc.to {
			t.Errorf("%s to %s, on %s: %s", tc.first, tc.last, tc.today, got)
		}
	}
	for _, bad := range []string{"02-30", "13-01", "6-19", "", "06-19-20"} {
		if _, ok := ParseDay(bad); ok {
			t.Errorf("%q is a day", bad)
		}
	}
}

// aFeed has what is hard to write: long words in several scripts, signs with a
// meaning of their own, several days, a day of leap years.
func aFeed(t *testing.T) Feed {
	t.Helper()
	return Feed{
		Producer: "-//example.org//calendar//EN", Name: Text{"Calendrier, jours; et \\ plus", "fr"},
		URL: "https://example.org/fr/calendar.ics", Made: date(t, "2026-11-26"),
		Events: []Event{
			{
				UID: "one@example.org", First: date(t, "2016-06-19"), Last: date(t, "2016-06-19"), URL: "https://example.org/fr/#one",
				Summary:     Text{"Journée internationale; pour l’élimination, de \\ tout", "fr"},
				Description: Text{strings.Repeat("اليوم الدولي للقضاء على العنف ", 9) + "\nسطر ثان", "ar"},
			},
			{UID: "two@example.org", First: date(t, "2024-11-25"), Last: date(t, "2024-12-10"), Summary: Text{strings.Repeat("Міжнародний день ", 12), "uk"}, URL: "https://example.org/fr/#two"},
			{UID: "three@example.org", First: date(t, "2024-02-29"), Last: date(t, "2024-02-29"), Summary: Text{strings.Repeat("😀", 40), "en"}, URL: "https://example.org/fr/#three"},
		},
	}
}

func TestLinesAreFoldedBetweenCharacters(t *testing.T) {
	content := aFeed(t).Bytes()
	if !bytes.HasSuffix(content, []byte("\r\n")) || bytes.Count(content, []byte("\n")) != bytes.Count(content, []byte("\r\n")) {
		t.Error("a line does not end in CR LF")
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(string(content), "\r\n"), "\r\n") {
		if len(line) > 75 || !utf8.ValidString(line) || line == "" {
			t.Errorf("%d bytes: %q", len(line), line)
		}
	}
	for n := range 200 { // a line of any length
		var w writer
		w.line("X", strings.Repeat("a", n)+strings.Repeat("é", 60))
		if got := strings.ReplaceAll(strings.TrimSuffix(w.String(), "\r\n"), "\r\n ", ""); got != "X:"+strings.Repeat("a", n)+strings.Repeat("é", 60) {
			t.Fatalf("%d: %q", n, got)
		}
		for line := range strings.SplitSeq(w.String(), "\r\n") {
			if len(line) > 75 || !utf8.ValidString(line) {
				t.Fatalf("%d: %q", n, line)
			}
		}
	}
}

// readCalendar prints what Debian's python3-icalendar reads of a feed, as JSON.
const readCalendar = `
import icalendar, json, sys
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
def one(e):
    return {"uid": str(e["UID"]), "stamp": e.decoded("DTSTAMP").isoformat(), "first": e.decoded("DTSTART").isoformat(),
        "after": e.decoded("DTEND").isoformat(), "rule": e["RRULE"].to_ical().decode(), "summary": str(e["SUMMARY"]),
        "language": e["SUMMARY"].params["LANGUAGE"], "description": str(e.get("DESCRIPTION", "")), "url": str(e["URL"]), "errors": [str(x) for x in e.errors]}
print(json.dumps({"name": str(calendar["NAME"]), "version": str(calendar["VERSION"]), "errors": [str(x) for x in calendar.errors],
    "events": [one(e) for e in calendar.walk("VEVENT")]}))
`

type readEvent struct {
	UID, Stamp, First, After, Rule, Summary, Language, Description, URL string
	Errors                                                              []string
}

func TestAnotherReaderOfCalendarsReadsWhatWasWritten(t *testing.T) {
	feed := aFeed(t)
	name := filepath.Join(t.TempDir(), "calendar.ics")
	if err := os.WriteFile(name, feed.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	// generator/browser/tools.sh installs it.
	out, err := exec.CommandContext(t.Context(), "/usr/bin/python3", "-c", readCalendar, name).Output()
	if err != nil {
		t.Fatal(err, "is python3-icalendar installed? generator/browser/tools.sh calendar does it")
	}
	var got struct {
		Name, Version string
		Errors        []string
		Events        []readEvent
	}
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatal(err)
	}
	if got.Name != feed.Name.Words || got.Version != "2.0" || len(got.Errors) > 0 || len(got.Events) != len(feed.Events) {
		t.Fatalf("got %+v", got)
	}
	for i, e := range feed.Events {
		want := readEvent{
			UID: e.UID, Stamp: "2026-11-26T00:00:00+00:00", First: e.First.Format(time.DateOnly), After: e.Last.AddDate(0, 0, 1).Format(time.DateOnly),
			Rule: "FREQ=YEARLY", Summary: e.Summary.Words, Language: e.Summary.Tag, Description: e.Description.Words, URL: e.URL, Errors: nil,
		}
		read := got.Events[i]
		if len(read.Errors) > 0 {
			t.Errorf("%s: %q", e.UID, read.Errors)
		}
		read.Errors = nil
		if a, b := asJSON(t, read), asJSON(t, want); a != b {
			t.Errorf("got  %s\nwant %s", a, b)
		}
	}
}

func asJSON(t *testing.T, v any) string {
	t.Helper()
	content, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}
